import { describe, expect, it } from "vitest";
import { failures } from "../src/errors/failures.ts";
import { httpFailure } from "../src/errors/http-failure.ts";
import { createOpenRouterModel, describeModelError, ModelError } from "../src/index.ts";

function httpError(status: number, message: string, more: object = {}): Error {
  return Object.assign(new Error(message), { status, error: { message, code: status, ...more } });
}

function networkError(code: string): Error {
  return new TypeError("fetch failed", { cause: Object.assign(new Error(`connect ${code}`), { code }) });
}

const errors: readonly (readonly [string, unknown, string, boolean])[] = [
  ["no key", httpError(401, "Missing Authentication header"), "model_key_rejected", false],
  [
    "a bad key at Google",
    httpError(400, "API key not valid. Please pass a valid API key."),
    "model_key_rejected",
    false,
  ],
  ["no credit", httpError(402, "Insufficient credits"), "model_no_credit", false],
  [
    "a spent quota",
    httpError(429, "You exceeded your quota", { code: "insufficient_quota" }),
    "model_no_credit",
    false,
  ],
  ["a spent key", httpError(403, "Key limit exceeded (total limit)."), "model_key_limit", false],
  ["a blocked region", httpError(403, "This model is not available in your region."), "model_region", false],
  ["moderation", httpError(403, "Your input was flagged"), "model_blocked", false],
  ["a guardrail", httpError(403, "Request blocked: prompt injection patterns detected"), "model_blocked", false],
  ["an unknown model", httpError(400, "gemini is not a valid model ID"), "model_not_found", false],
  ["a model that is gone", httpError(404, "google/gemini-2.5-flash has been deprecated"), "model_not_found", false],
  ["a data policy", httpError(404, "No endpoints found matching your data policy."), "model_data_policy", false],
  [
    "parameters that no provider takes",
    httpError(404, "No endpoints found that can handle the requested parameters."),
    "model_not_found",
    false,
  ],
  ["no tool use", httpError(404, "No endpoints found that support tool use."), "model_no_tools", false],
  ["too many requests", httpError(429, "Rate limit exceeded"), "model_rate_limited", true],
  [
    "a long conversation",
    httpError(400, "This endpoint's maximum context length is 10 tokens"),
    "model_context_too_long",
    false,
  ],
  [
    "LangChain's word for it",
    Object.assign(new Error("too long"), { name: "ContextOverflowError" }),
    "model_context_too_long",
    false,
  ],
  ["a fault of the service", httpError(500, "Internal Server Error"), "model_unavailable", true],
  ["an unknown host", networkError("ENOTFOUND"), "model_unavailable", true],
  ["a closed port", networkError("ECONNREFUSED"), "model_unavailable", true],
  ["a bad certificate", networkError("DEPTH_ZERO_SELF_SIGNED_CERT"), "model_unavailable", true],
  [
    "two addresses that fail",
    new AggregateError([Object.assign(new Error("connect"), { code: "ECONNREFUSED" })]),
    "model_unavailable",
    true,
  ],
  ["a closed connection", new TypeError("terminated"), "model_unavailable", true],
  ["a timeout", Object.assign(new Error("Request timed out."), { name: "TimeoutError" }), "model_unavailable", true],
  ["a cancelled call", new DOMException("This operation was aborted", "AbortError"), "model_unavailable", false],
  ["a refused request", httpError(400, "Invalid input: tools.0"), "model_request_rejected", false],
  ["a bug", new TypeError("Cannot read properties of undefined (reading 'message')"), "model_bad_reply", true],
  ["a text", "no error object at all", "model_bad_reply", true],
  ["nothing", undefined, "model_bad_reply", true],
];

describe("an error of a model call", () => {
  it.each(errors)("%s", (...[, error, code, retryable]) => {
    const described = describeModelError(error);
    expect(described).toMatchObject({ code, retryable });
    expect(described.message).toMatch(/^[A-Z].+/);
    expect(described.remedy).toMatch(/^[A-Z].+/);
  });

  it("keeps what a ModelError knows", () => {
    const error = new ModelError({ cause: "rate_limited", detail: "slow down", retryAfterMs: 2000 });
    expect(describeModelError(new Error("wrapped", { cause: error }))).toEqual({
      code: "model_rate_limited",
      because: "rate_limited",
      message: "The model is receiving too many requests (slow down)",
      remedy: "Wait a moment and try again, or choose another model.",
      retryable: true,
      retryAfterMs: 2000,
    });
  });

  it("speaks Chinese on demand", () => {
    const { message, remedy } = describeModelError(
      new ModelError({ cause: "key_rejected", detail: "User not found." }),
      "zh",
    );
    expect(message).toBe("模型服务不接受这个 API 密钥（User not found.）");
    expect(remedy).toContain("请检查 API 密钥");
  });

  it("names what replaces a retired model", () => {
    const body = JSON.stringify({ error: { message: "has been deprecated", code: 404 } });
    const failure = httpFailure({ status: 404, body, model: "google/gemini-2.5-flash-preview-05-20" });
    expect(describeModelError(failure).remedy).toContain("google/gemini-2.5-flash.");
  });

  const refusals = {
    "has no tools": [404, "No endpoints found that support tool use."],
    "has a data policy": [404, "No endpoints found matching your data policy."],
    "is gone": [404, "has been deprecated"],
  } as const;
  it.each(Object.entries(refusals))("names a model of OpenRouter only there, and never the one that %s", (_, told) => {
    const [status, message] = told;
    const remedyAt = (host: string, model: string) => {
      const failure = httpFailure({ status, body: JSON.stringify({ error: { message, code: status } }), host, model });
      return describeModelError(failure).remedy;
    };
    expect(remedyAt("openrouter.ai", "google/gemini-2.5-flash:nitro")).not.toContain("gemini");
    expect(remedyAt("localhost:8000", "Qwen/Qwen3-8B")).not.toContain("gemini");
    if (!message.includes("policy"))
      expect(remedyAt("openrouter.ai", "some/model")).toContain("google/gemini-2.5-flash");
  });

  it("of who sent no key says so, in place of what the service makes of it", () => {
    const body = JSON.stringify({ error: { message: "Incorrect API key provided.", code: "invalid_api_key" } });
    const failure = httpFailure({ status: 401, body, host: "api.example.com", hasKey: false });
    expect(describeModelError(failure).message).toBe("No API key is set, and api.example.com needs one");
    expect(describeModelError(failure, "zh").message).toBe("没有设置密钥，api.example.com 需要密钥");
    expect(httpFailure({ status: 401, body, hasKey: true }).message).toContain("Incorrect API key");
  });

  it("says the provider's cause, however deep it is packed", () => {
    const inner = JSON.stringify({ error: { code: 400, message: "the cause" } });
    const raw = JSON.stringify({ error: { message: `See our docs. Upstream error: ${inner}\n` } });
    const error = { message: "Provider returned error", code: 400, metadata: { raw } };
    expect(httpFailure({ status: 400, body: JSON.stringify({ error }) }).message).toContain("(the cause)");
  });

  it.each([
    ["an object", { error: { message: "the cause" } }],
    ["a list", [{ error: { code: 400, message: "the cause" } }]],
    ["the text of a list", JSON.stringify([{ error: { code: 400, message: "the cause" } }])],
  ])("says the provider's cause where it is %s", (_, raw) => {
    const error = { message: "Provider returned error", code: 400, metadata: { raw } };
    expect(httpFailure({ status: 400, body: JSON.stringify({ error }) }).message).toContain("(the cause)");
  });

  it("shows neither keys nor control characters nor pages", () => {
    const dirty = `bad \u001b[31mkey\u202e sk-or-v1-${"a".repeat(64)}\r\nnext ${"long ".repeat(200)}`;
    const { message } = describeModelError(httpError(401, dirty));
    expect(message).toContain("sk-…");
    expect(message).not.toMatch(/[\u0000-\u001f\u202e]|aaaa/);
    expect(message.length).toBeLessThan(500);
    expect(httpFailure({ status: 502, body: "<html><body><h1>Bad Gateway</h1></body></html>" }).message).not.toContain(
      "<",
    );
  });

  it.each([
    ["12", 12_000],
    ["Wed, 01 Jan 2020 00:00:00 GMT", 0],
    ["soon", undefined],
  ])("reads Retry-After: %s", (header, retryAfterMs) => {
    const headers = new Headers({ "retry-after": header });
    expect(httpFailure({ status: 429, body: "{}", headers }).retryAfterMs).toBe(retryAfterMs);
  });
});

describe("the failure table", () => {
  it.each(Object.entries(failures))("%s has words in both languages", (_, { message, remedy }) => {
    expect(message.en).toMatch(/^[A-Z]/);
    expect(remedy.en).toMatch(/\.$|models$|keys$|credits$/);
    expect(message.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(remedy.zh).toMatch(/[\u4e00-\u9fff]/);
  });
});

describe("a service that cannot be reached", () => {
  it("is told as such by the model", async () => {
    const model = createOpenRouterModel({
      apiKey: "sk-or-v1-secret",
      baseUrl: "http://127.0.0.1:9/v1",
      model: "any",
      limits: { maxRetries: 0 },
    });
    await expect(model.invoke("hi")).rejects.toMatchObject({ code: "model_unavailable", retryable: true });
  });
});
