import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type OpenRouterDouble, startOpenRouter } from "../../src/index.ts";
import { complete, get, json, plain, post } from "./requests.ts";

let double: OpenRouterDouble;
beforeEach(async () => {
  double = await startOpenRouter();
});
afterEach(() => double.close());

describe("the account", () => {
  it("pays for answers, less for what is in the cache, nothing for empty ones", async () => {
    const body = { ...plain, messages: [{ role: "user", content: "word ".repeat(2000) }] };
    double.enqueue({ reply: { text: "four" }, times: 2 }, { reply: { text: "" } });
    const [first, second, empty] = [
      await complete(double, body),
      await complete(double, body),
      await complete(double, body),
    ];
    const { prompt_tokens: prompt } = first.usage;
    expect(first.usage.cost).toBeCloseTo(prompt * 3e-7 + 2.5e-6, 12);
    expect(second.usage.prompt_tokens_details.cached_tokens).toBeGreaterThan(2000);
    expect(second.usage.cost).toBeLessThan(first.usage.cost / 5);
    expect(empty.usage.cost).toBe(0);
    expect(double.state().balance).toBeCloseTo(10 - first.usage.cost - second.usage.cost, 12);
  });
});

describe("a list of models", () => {
  const [first, second] = ["google/gemini-2.5-flash", "openai/gpt-5-mini"];
  const body = { ...plain, models: [first, second] };

  it.each(["fail.429_upstream", "fail.503_retry_after", "fail.403_region", "fail.404_no_tools", "fail.400_context"])(
    "moves on when the first one fails with %s, and charges the second",
    async (fault) => {
      double.enqueue({ reply: { fault } }, { match: ({ model }) => model === second, reply: { text: "four" } });
      const { model, usage } = await complete(double, body);
      expect(model).toBe(second);
      expect(usage.cost).toBeCloseTo(usage.prompt_tokens * 2.5e-7 + 2e-6, 12);
      expect(double.log()[0]).toMatchObject({ verdict: "answered", passedOver: [fault], servedModel: second });
    },
  );

  it.each(["fail.401", "fail.402", "fail.403_key_limit"])("does not for %s: that is the account's", async (fault) => {
    double.enqueue({ reply: { fault } });
    expect((await post(double, body)).status).toBeGreaterThan(400);
    expect(double.leftovers()).toEqual([]);
  });

  it("moves on over a model that cannot be had, and tells the last error when none can", async () => {
    double.state({ modelStates: { [first]: "deprecated" } });
    double.enqueue({ reply: { text: "ok" } });
    expect((await complete(double, body)).model).toBe(second);
    double.enqueue({ reply: { fault: "fail.502" } });
    expect((await post(double, { ...body, models: [second, "no/such"] })).status).toBe(400);
    double.enqueue({ reply: { fault: "fail.429_upstream" } }, { reply: { fault: "fail.502" } });
    expect((await post(double, { ...plain, model: second, models: ["google/gemini-3.7-flash"] })).status).toBe(502);
  });
});

describe("the name of the model that served", () => {
  it.each([
    ["dated", "google/gemini-3.5-flash", "google/gemini-3.5-flash-20260519"],
    ["same", "google/gemini-3.5-flash", "google/gemini-3.5-flash"],
    ["alias", "google/gemini-3.7-flash", "~google/gemini-flash-latest"],
    ["dated", "~google/gemini-flash-latest", "google/gemini-3.7-flash"],
  ] as const)("%s: %s is told as %s", async (modelNameStyle, model, told) => {
    double.state({ modelNameStyle });
    double.enqueue({ reply: { text: "ok" } });
    expect((await complete(double, { ...plain, model })).model).toBe(told);
  });

  it("is another's once Google routes on", async () => {
    double.state({ autoRoute: true });
    double.enqueue({ reply: { text: "ok" } });
    expect((await complete(double, plain)).model).toBe("google/gemini-3.5-flash-lite");
  });
});

describe("models that cost nothing", () => {
  const free = { ...plain, model: "test/gemini:free" };

  it("answer without credit, twenty times a minute", async () => {
    double.state({ balance: 0 });
    double.enqueue({ reply: { text: "ok" }, times: 20 });
    const statuses: number[] = [];
    for (let count = 0; count < 21; count += 1) statuses.push((await post(double, free)).status);
    expect(statuses).toEqual([...Array.from({ length: 20 }, () => 200), 429]);
  });

  it("say when they answer again", async () => {
    double.state({ freeRequestsToday: 1000 });
    const { headers } = await post(double, free);
    expect([headers.get("x-ratelimit-limit"), headers.get("x-ratelimit-remaining")]).toEqual(["1000", "0"]);
    expect(Number(headers.get("x-ratelimit-reset"))).toBeGreaterThan(Date.now());
  });
});

describe("other pages", () => {
  it("answer a wrong address with HTML, even with 200", async () => {
    const root = double.baseUrl.replace("/api/v1", "");
    const pages = await Promise.all([fetch(`${root}/api/v1`), fetch(`${root}/api/v2/chat/completions`)]);
    expect(pages.map(({ status }) => status)).toEqual([200, 404]);
    expect(pages.map(({ headers }) => headers.get("content-type")?.split(";")[0])).toEqual(["text/html", "text/html"]);
  });

  it("list models without a deprecated one", async () => {
    double.state({ modelStates: { "openai/gpt-5-mini": "deprecated" } });
    const listed = await models();
    expect(Object.keys(listed)).toContain("google/gemini-2.5-flash");
    expect(Object.keys(listed)).not.toContain("openai/gpt-5-mini");
    expect(Object.keys(listed)).not.toContain("google/gemini-2.5-flash-preview-05-20");
  });

  it("tell the day on which a model ends, and prices, which are charged", async () => {
    const model = "google/gemini-2.5-flash";
    double.state({
      expirationDates: { [model]: "2026-12-01" },
      prices: { [model]: { prompt: 0, completion: 1e-3 } },
    });
    expect((await models())[model]).toMatchObject({
      expiration_date: "2026-12-01",
      pricing: { prompt: "0", completion: "0.001" },
    });
    double.enqueue({ reply: { text: "four" } });
    expect((await complete(double, plain)).usage.cost).toBeCloseTo(1e-3, 9);
  });

  it("tell what is known of the key, and what it used", async () => {
    expect(await json(get(double, "/key"))).toMatchObject({ data: { limit: null, limit_remaining: null, usage: 0 } });
    double.state({ keyLimit: 5, keyLimitRemaining: 0.5, keyUsage: 4.5, keyLimitReset: "monthly", isFreeTier: true });
    double.enqueue({ reply: { text: "four" } });
    const { cost } = (await complete(double, plain)).usage;
    expect(await json(get(double, "/key"))).toMatchObject({
      data: {
        limit: 5,
        limit_remaining: 0.5 - cost,
        limit_reset: "monthly",
        usage: 4.5 + cost,
        is_free_tier: true,
      },
    });
  });

  it("list the name that moves with the newest, and what each model takes", async () => {
    expect((await models())["~google/gemini-flash-latest"]).toMatchObject({
      pricing: { prompt: "0.00000075" },
      supported_parameters: expect.arrayContaining(["tools", "tool_choice", "structured_outputs"]),
    });
    expect((await models())["test/no-tools"].supported_parameters).toEqual(["max_tokens", "temperature"]);
  });

  it("tell what an answer was charged, once it is known", async () => {
    double.enqueue({ reply: { text: "four" }, times: 2 });
    const first = await post(double, plain);
    const { id, usage } = await json(Promise.resolve(first));
    expect(await json(get(double, `/generation?id=${id}`))).toMatchObject({
      data: { id, total_cost: usage.cost, tokens_prompt: usage.prompt_tokens, streamed: false, finish_reason: "stop" },
    });
    expect((await get(double, "/generation?id=gen-0-nothing")).status).toBe(404);
    double.state({ generationDelayMs: 60_000 });
    const second = await json(post(double, plain));
    expect((await get(double, `/generation?id=${second.id}`)).status).toBe(404);
  });

  it("tell credits, unless a management key is wanted for that", async () => {
    expect(await json(get(double, "/credits"))).toEqual({ data: { total_credits: 10, total_usage: 0 } });
    double.state({ creditsForbidden: true });
    expect((await get(double, "/credits")).status).toBe(403);
  });

  it.each(["/key", "/credits", "/generation?id=x"])("%s wants the right key", async (page) => {
    const replies = [await get(double, page, ""), await get(double, page, "Bearer other")];
    expect(replies.map(({ status }) => status)).toEqual([401, 401]);
  });
});

async function models() {
  const { data } = await json(get(double, "/models", ""));
  return Object.fromEntries(data.map((model: { readonly id: string }) => [model.id, model]));
}
