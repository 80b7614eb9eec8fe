import { createServer } from "node:http";
import { type OpenRouterDouble, startOpenRouter } from "@k8s-copilot/doubles";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkModel, createPriceList, listModels, priceOf } from "../src/index.ts";

let double: OpenRouterDouble;

beforeEach(async () => {
  double = await startOpenRouter();
});

afterEach(() => double.close());

describe("a look at the model", () => {
  it("finds one that works, and names what comes after it", async () => {
    expect(await checkModel({ ...double, model: "google/gemini-2.5-flash" })).toMatchObject({
      kind: "ok",
      model: { id: "google/gemini-2.5-flash", canCallTools: true },
      successor: "google/gemini-3.5-flash-lite",
      daysLeft: null,
    });
  });

  it("finds a model by its dated name and in a variant", async () => {
    for (const model of ["google/gemini-3.5-flash-20260519", "google/gemini-3.5-flash:nitro"])
      expect(await checkModel({ ...double, model })).toMatchObject({
        kind: "ok",
        model: { id: "google/gemini-3.5-flash" },
        successor: null,
      });
  });

  it.each(["google/gemini-2.5-flash-preview-05-20", "google/gemini-2.5-flash-preview-05-20:thinking"])(
    "names a working replacement for %s",
    async (model) => {
      expect(await checkModel({ ...double, model })).toMatchObject({
        kind: "unknown_model",
        successor: "google/gemini-2.5-flash",
      });
    },
  );

  it("names the next replacement when the first is gone too", async () => {
    double.state({ modelStates: { "google/gemini-2.5-flash": "deprecated" } });
    expect(await checkModel({ ...double, model: "google/gemini-2.5-flash-preview-05-20" })).toMatchObject({
      kind: "unknown_model",
      successor: "google/gemini-3.5-flash-lite",
    });
  });

  it.each([
    ["gemini-2.5-flash", "google/gemini-2.5-flash"],
    ["google/gemini-2.5-flsh", "google/gemini-2.5-flash"],
    ["openai/gpt5-mini", "openai/gpt-5-mini"],
  ])("names what %s may have meant", async (model, near) => {
    const check = await checkModel({ ...double, model });
    expect(check).toMatchObject({ kind: "unknown_model" });
    expect(check.kind === "unknown_model" && check.near[0]).toBe(near);
  });

  it("does not take a variant that is not listed for the model itself", async () => {
    const check = await checkModel({ ...double, model: "google/gemini-3.5-flash:free" });
    expect(check).toMatchObject({
      kind: "unknown_model",
      near: [expect.stringContaining("gemini-3.5-flash"), expect.any(String), expect.any(String)],
    });
  });

  it("names nothing for a name that is like no other", async () => {
    const check = await checkModel({ ...double, model: "zzz" });
    expect(check).toEqual({ kind: "unknown_model", successor: null, near: [] });
  });

  it("notices a model that cannot call tools", async () => {
    expect(await checkModel({ ...double, model: "test/no-tools" })).toMatchObject({ kind: "no_tools" });
  });

  it("passes on why the list could not be had", async () => {
    expect(await checkModel({ ...double, baseUrl: "http://127.0.0.1:9/v1", model: "any" })).toMatchObject({
      kind: "failure",
      failure: { code: "model_unavailable" },
    });
  });
});

describe("a list of another kind", () => {
  it("with an end date counts the days", async () => {
    const end = { id: "a/b", expiration_date: "2026-12-01" };
    const now = Date.parse("2026-11-26T13:00:00Z");
    await withList([end], async (baseUrl) => {
      expect(await checkModel({ apiKey: "", baseUrl, model: "a/b", now })).toMatchObject({ kind: "ok", daysLeft: 5 });
      const late = Date.parse("2026-12-02T01:00:00Z");
      expect(await checkModel({ apiKey: "", baseUrl, model: "a/b", now: late })).toMatchObject({ daysLeft: -1 });
    });
  });

  it("with names alone is believed to call tools, and a default tag may be left out", async () => {
    await withList([{ id: "qwen3:latest", object: "model" }], async (baseUrl) => {
      expect(await checkModel({ apiKey: "", baseUrl, model: "qwen3" })).toMatchObject({
        kind: "ok",
        model: { id: "qwen3:latest", promptPrice: null },
      });
    });
  });

  it("is read in spite of an entry that is none, and where it is a bare list", async () => {
    const entries = [{ id: "a" }, { object: "x" }, null, { id: "b", context_length: "8k", expiration_date: 7 }];
    await withList(entries, async (baseUrl) => {
      expect(await listModels({ apiKey: "", baseUrl })).toMatchObject({ models: [{ id: "a" }, { id: "b" }] });
    });
    await withReply([{ id: "a" }], async (baseUrl) => {
      expect(await listModels({ apiKey: "", baseUrl })).toMatchObject({ models: [{ id: "a" }] });
    });
    await withReply({ data: [{ object: "x" }] }, async (baseUrl) => {
      expect(await listModels({ apiKey: "", baseUrl })).toMatchObject({ failure: { because: "no_models" } });
    });
  });

  it("has Google's models under the names that Google writes before a slash", async () => {
    await withList([{ id: "models/gemini-2.5-flash" }], async (baseUrl) => {
      for (const model of ["gemini-2.5-flash", "models/gemini-2.5-flash"])
        expect(await checkModel({ apiKey: "", baseUrl, model })).toMatchObject({ kind: "ok" });
    });
    await withList([{ id: "gemini-2.5-flash" }], async (baseUrl) => {
      expect(await checkModel({ apiKey: "", baseUrl, model: "models/gemini-2.5-flash" })).toMatchObject({ kind: "ok" });
    });
  });

  it("without prices that are fixed has no price", async () => {
    const auto = { id: "openrouter/auto", pricing: { prompt: "-1", completion: "" } };
    await withList([auto], async (baseUrl) => {
      const list = await listModels({ apiKey: "", baseUrl });
      expect(list).toMatchObject({ models: [{ promptPrice: null, completionPrice: null, cachedPrice: null }] });
    });
  });
});

describe("a price by the list", () => {
  const facts = { promptPrice: 3e-7, completionPrice: 2.5e-6, cachedPrice: 3e-8 };
  const usage = { promptTokens: 2000, cachedTokens: 1000, completionTokens: 100 };

  it("counts cached tokens at their own price", () => {
    expect(priceOf(usage, facts)).toBeCloseTo(0.0003 + 0.00003 + 0.00025, 10);
  });

  it("counts them in full when they have none", () => {
    expect(priceOf(usage, { ...facts, cachedPrice: null })).toBeCloseTo(0.0006 + 0.00025, 10);
  });

  it("is what a recorded answer was charged", () => {
    const recorded = { promptTokens: 326, cachedTokens: 0, completionTokens: 91 };
    expect(priceOf(recorded, facts)).toBeCloseTo(0.0003253, 10);
  });

  it("is unknown when the list does not tell", () => {
    expect(priceOf(usage, { ...facts, promptPrice: null })).toBeNull();
  });
});

type Use = (baseUrl: string) => Promise<void>;

const withList = (data: readonly (object | null)[], use: Use) => withReply({ object: "list", data }, use);

async function withReply(body: object, use: Use): Promise<void> {
  const server = createServer((_, reply) => reply.end(JSON.stringify(body)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  try {
    await use(`http://127.0.0.1:${port}/v1`);
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

describe("a list of prices", () => {
  const pricing = { prompt: "0.000001", completion: "0.00001" };
  const used = { promptTokens: 1000, cachedTokens: 0, completionTokens: 100 };
  const listed = { id: "vendor/fine", pricing };
  const cheap = { id: "vendor/cheap", pricing: { prompt: "0", completion: "0.000001" } };

  it("is fetched when a price is first asked for, and once; each answer has the price of the model that gave it", async () => {
    await withList([listed, cheap], async (baseUrl) => {
      let requests = 0;
      const counted: typeof fetch = (input, init) => {
        requests += 1;
        return fetch(input, init);
      };
      const price = createPriceList({ apiKey: "", baseUrl, model: "vendor/fine", fetch: counted });
      expect(requests).toBe(0);
      const models = ["", "vendor/fine", "fine-2026-01-01", "vendor/cheap", "vendor/unheard-of"];
      const prices = await Promise.all(models.map((model) => price({ ...used, model })));
      expect(prices.map((usd) => usd?.toFixed(4) ?? null)).toEqual(["0.0020", "0.0020", "0.0020", "0.0001", null]);
      expect(requests).toBe(1);
    });
  });

  it("tells nothing, and fails nobody, where there is none", async () => {
    const price = createPriceList({ apiKey: "", baseUrl: "http://127.0.0.1:9", model: "vendor/fine" });
    expect(await price({ ...used, model: "" })).toBeNull();
  });
});
