import { type OpenRouterDouble, startOpenRouter } from "@k8s-copilot/doubles";
import { HumanMessage } from "@langchain/core/messages";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { checkKey, createOpenRouterModel, listModels } from "../src/index.ts";

let double: OpenRouterDouble;

beforeEach(async () => {
  double = await startOpenRouter();
});

afterEach(async () => {
  await double.close();
});

describe("a request", () => {
  const strange = {
    OPENAI_API_KEY: "sk-environment",
    OPENAI_ADMIN_KEY: "sk-environment",
    OPENAI_BASE_URL: "http://127.0.0.1:9/v1",
    OPENAI_API_BASE: "http://127.0.0.1:9/v1",
    OPENAI_ORG_ID: "org-environment",
    OPENAI_ORGANIZATION: "org-environment",
    OPENAI_PROJECT_ID: "project-environment",
    OPENAI_CUSTOM_HEADERS: "x-environment: environment",
    OPENAI_LOG: "debug",
    LANGSMITH_GATEWAY: "true",
    LC_OUTPUT_VERSION: "v1",
  };
  const before = { ...process.env };

  beforeEach(() => {
    Object.assign(process.env, strange);
  });

  afterEach(() => {
    for (const name of Object.keys(strange)) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  });

  it("takes nothing from the environment", async () => {
    double.enqueue({ reply: { text: "ok" } });
    const answer = await createOpenRouterModel(double).invoke("hi");
    const { headers, body } = double.log()[0] ?? {};
    expect(JSON.stringify([headers, body])).not.toContain("environment");
    expect(headers?.authorization).toBe(`Bearer ${double.apiKey}`);
    expect(answer.content).toBe("ok");
    expect(double.violations()).toEqual([]);
  });

  it("has exactly the fields that were asked for", async () => {
    double.enqueue({ reply: { text: "ok" } });
    const model = createOpenRouterModel({
      ...double,
      baseUrl: `${double.baseUrl}/`,
      sessionId: "chat-1",
      models: ["google/gemini-3.5-flash-lite"],
      headers: { "x-title": "K8s Copilot" },
      limits: { maxTokens: 99 },
    });
    await model.invoke("hi");
    const { headers, body } = double.log()[0] ?? {};
    expect(body).toEqual({
      model: "google/gemini-2.5-flash",
      max_tokens: 99,
      messages: [{ role: "user", content: "hi" }],
      stream: false,
      session_id: "chat-1",
      models: ["google/gemini-3.5-flash-lite"],
    });
    expect(headers?.["x-title"]).toBe("K8s Copilot");
  });

  it.each([
    [undefined, true],
    [true, true],
    [false, false],
  ] as const)("by who streams, where a model's streams is %s: %s", async (streams, stream) => {
    double.enqueue({ reply: { text: "all is well" } });
    const model = createOpenRouterModel({ ...double, ...(streams !== undefined && { streams }) });
    const texts: string[] = [];
    for await (const chunk of await model.stream("hi")) texts.push(chunk.text);
    expect(texts.join("")).toBe("all is well");
    expect(double.log().map(({ body }) => body?.stream)).toEqual([stream]);
  });

  it("goes without a key to an endpoint that wants none", async () => {
    await createOpenRouterModel({ ...double, apiKey: "" })
      .invoke("hi")
      .catch(() => undefined);
    expect(double.log()[0]?.headers.authorization).toBeUndefined();
  });

  it("goes through the given fetch only, also when tokens are counted", async () => {
    const urls: string[] = [];
    const watched: typeof fetch = (input, init) => {
      urls.push(String(input));
      return fetch(input, init);
    };
    const everywhere = globalThis.fetch;
    globalThis.fetch = () => Promise.reject(new Error("Somebody went past the given fetch"));
    try {
      double.enqueue({ reply: { fault: "odd.usage_missing" }, times: 2 });
      const model = createOpenRouterModel({ ...double, fetch: (input, init) => everywhere(input, init) });
      for await (const _ of await model.stream("hi"));
      await model.invoke("hi");
      expect(await model.getNumTokens("12345678")).toBe(2);
    } finally {
      globalThis.fetch = everywhere;
    }
    double.enqueue({ reply: { text: "ok" } });
    await createOpenRouterModel({ ...double, fetch: watched }).invoke("hi");
    expect(urls).toEqual([`${double.baseUrl}/chat/completions`]);
  });

  it("with a tool that is no function is refused before it is sent", async () => {
    const bound = createOpenRouterModel(double).bindTools?.([{ type: "function", name: "flat" }]);
    await expect(bound?.invoke("hi")).rejects.toMatchObject({ code: "model_request_rejected", retryable: false });
    expect(double.log()).toEqual([]);
  });

  it("falls back to the next model, and tells who served", async () => {
    double.state({ modelStates: { "google/gemini-2.5-flash": "no_endpoints" } });
    double.enqueue({ reply: { text: "ok" } });
    const model = createOpenRouterModel({ ...double, models: ["google/gemini-3.7-flash"] });
    expect((await model.invoke("hi")).response_metadata.model_name).toBe("google/gemini-3.7-flash");
  });

  it("for structured output has a schema that is taken", async () => {
    double.enqueue({ reply: { text: '{"kind":"Pod","count":2}' } });
    const schema = z.object({ kind: z.enum(["Pod", "Node"]), count: z.number().int().positive().nullable() });
    const answer = await createOpenRouterModel(double)
      .withStructuredOutput(schema)
      .invoke([new HumanMessage("count")]);
    expect(answer).toEqual({ kind: "Pod", count: 2 });
    expect(double.violations()).toEqual([]);
  });
});

describe("the doctor", () => {
  it("sees a good key and what is left of it", async () => {
    double.state({ keyLimitRemaining: 3 });
    expect(await checkKey(double)).toEqual({
      kind: "ok",
      key: {
        label: "sk-or-v1-000...000",
        usageUsd: 0,
        limitUsd: 3,
        limitRemainingUsd: 3,
        isFreeTier: false,
        expiresAt: null,
      },
    });
  });

  it.each([
    ["a bad key", { apiKey: "wrong" }, "model_key_rejected"],
    ["no key", { apiKey: "" }, "model_key_rejected"],
    ["no service", { baseUrl: "http://127.0.0.1:9/v1" }, "model_unavailable"],
  ])("says what is wrong with %s", async (_, change, code) => {
    expect(await checkKey({ ...double, ...change })).toMatchObject({ kind: "failure", failure: { code } });
  });

  it("says it in Chinese on demand", async () => {
    expect(await checkKey({ ...double, apiKey: "wrong", language: "zh" })).toMatchObject({
      failure: { message: expect.stringContaining("不接受") },
    });
  });

  it("notices a web page in place of the service", async () => {
    const baseUrl = double.baseUrl.replace("/api/v1", "/wrong");
    expect(await listModels({ ...double, baseUrl })).toMatchObject({
      kind: "failure",
      failure: { code: "model_bad_reply", message: expect.stringContaining("web page") },
    });
  });

  it("notices an endpoint that knows nothing of keys", async () => {
    const fetch = async () => Response.json({ detail: "Not Found" }, { status: 404 });
    expect(await checkKey({ ...double, fetch })).toMatchObject({
      kind: "failure",
      failure: { because: "not_offered", message: "This endpoint does not tell this (/key)" },
    });
  });

  it("lists models with what they can do, cost and when they end", async () => {
    const list = await listModels(double);
    const models = list.kind === "ok" ? list.models : [];
    expect(models.find(({ id }) => id === "google/gemini-2.5-flash")).toEqual({
      id: "google/gemini-2.5-flash",
      canonicalId: "google/gemini-2.5-flash",
      contextLength: 1_048_576,
      canCallTools: true,
      expirationDate: null,
      promptPrice: 3e-7,
      completionPrice: 2.5e-6,
      cachedPrice: 3e-8,
    });
    expect(models.find(({ id }) => id === "test/no-tools")?.canCallTools).toBe(false);
  });
});
