import { createScriptedModel } from "@k8s-copilot/doubles";
import { ContextOverflowError } from "@langchain/core/errors";
import { describe, expect, test } from "vitest";
import { readModelError } from "../../src/agent/model-error.ts";
import { type AgentEvent, defineAgent, runAgent } from "../../src/index.ts";
import { fakeTool } from "../fake-tools.ts";

/** An error as OpenAI's client throws it. */
const http = (status: number, headers: Record<string, string> = {}) =>
  Object.assign(new Error(`${status} said the vendor`), { status, headers: new Headers(headers) });

const named = (name: string, message: string, more = {}) => Object.assign(new Error(message), { name, ...more });

test.each([
  [http(400), "model_request_rejected", "never"],
  [http(401), "model_key_rejected", "never"],
  [http(402), "model_no_credit", "never"],
  [http(403), "model_forbidden", "never"],
  [http(404), "model_not_found", "never"],
  [http(408), "model_unavailable", "always"],
  [http(429), "model_rate_limited", "always"],
  [http(500), "model_unavailable", "always"],
  [http(529), "model_unavailable", "always"],
  [named("APIError", "upstream said no", { code: 502 }), "model_unavailable", "always"],
  [named("APIError", "slow down", { code: 429 }), "model_rate_limited", "always"],
  [named("APIError", "oops", { code: "server_error" }), "model_unavailable", "always"],
  [named("APIConnectionError", "Connection error."), "model_unavailable", "always"],
  [named("TimeoutError", "Request timed out."), "model_unavailable", "always"],
  [named("StreamIdleError", "nothing came for 30 s"), "model_unavailable", "always"],
  [new TypeError("fetch failed", { cause: named("Error", "", { code: "ENOTFOUND" }) }), "model_unavailable", "always"],
  [new TypeError("terminated"), "model_unavailable", "always"],
  [new TypeError("Cannot read properties of undefined (reading 'message')"), "model_bad_reply", "once"],
  [new SyntaxError("Unexpected token '<'"), "model_bad_reply", "once"],
  [new ContextOverflowError("too long"), "model_context_too_long", "never"],
  [new Error("something else"), "model_bad_reply", "never"],
  ["a text", "model_bad_reply", "never"],
  [undefined, "model_bad_reply", "never"],
])("%s is read as %s, to be repeated: %s", (error, code, retry) => {
  expect(readModelError(error)).toMatchObject({ code, retry, remedy: expect.stringMatching(/\.$/) });
});

test.each([
  [http(429, { "retry-after": "7" }), 7000],
  [http(429, { "Retry-After": "0" }), 0],
  [http(429, { "retry-after": "soon" }), undefined],
  [http(429), undefined],
  [{ status: 429, headers: { "retry-after": "2" } }, 2000],
  [{ status: 429, retryAfterMs: 1500 }, 1500],
])("%o asks to wait %s ms", (error, ms) => {
  expect(readModelError(error).retryAfterMs).toBe(ms);
});

test("a date to wait for becomes the time until then", () => {
  const inAMinute = http(429, { "retry-after": new Date(Date.now() + 60_000).toUTCString() });
  expect(readModelError(inAMinute).retryAfterMs).toBeGreaterThan(50_000);
  expect(readModelError(http(429, { "retry-after": new Date(0).toUTCString() })).retryAfterMs).toBe(0);
});

test.each([
  [503, "overloaded"],
  [408, "timeout"],
  [504, "timeout"],
  [429, undefined],
])("status %i tells more than its code: %s", (status, cause) => {
  expect(readModelError(http(status)).cause).toBe(cause);
});

/** An adapter's error that tells of itself as plain data. */
const told = (more: object) =>
  Object.assign(new Error("No such model (it is gone)"), { code: "model_not_found", retry: "never", ...more });

describe("an error that tells what it is", () => {
  test("is believed, whatever its status and words would say", () => {
    const facts = { retry: "once", remedy: "Set it to b.", detail: "it is gone", replacement: "b", retryAfterMs: 5 };
    expect(readModelError(told({ ...facts, status: 503, because: "no_endpoint" }))).toEqual({
      ...facts,
      code: "model_not_found",
      message: "No such model (it is gone)",
      cause: "no_endpoint",
    });
  });

  test.each([
    [{ code: "model_of_nobody" }, "model_bad_reply"],
    [{ retry: "often" }, "model_bad_reply"],
    [{ retry: undefined, status: 401 }, "model_key_rejected"],
  ])("is read like any other when it says what nobody knows: %o", (more, code) => {
    expect(readModelError(told(more)).code).toBe(code);
  });

  test("loses a cause that nobody knows, and nothing else", () => {
    expect(readModelError(told({ because: "magic", replacement: 7 }))).toMatchObject({ code: "model_not_found" });
    expect(readModelError(told({ because: "magic" }))).not.toHaveProperty("cause");
  });

  test("is repeated as often as it says, and what its reply used is counted", async () => {
    const usage = {
      promptTokens: 40,
      completionTokens: 2,
      cachedTokens: 30,
      reasoningTokens: 1,
      costUsd: 0.25,
      model: "m",
    };
    const error = told({ code: "model_bad_reply", retry: "once", because: "cut", usage });
    const { agent, model } = makeAgent([{ error }, { text: "there", usage: { input: 1, output: 1, costUsd: 0.5 } }]);
    const run = await runAgent(agent, "go");
    expect(run).toMatchObject({ status: "completed", text: "there" });
    expect(run.usage).toEqual({
      modelCalls: 2,
      promptTokens: 41,
      completionTokens: 3,
      cachedTokens: 30,
      reasoningTokens: 1,
      costUsd: 0.75,
      priced: "charged",
      model: "m",
    });
    const never = makeAgent([{ error: told({}) }, { text: "too late" }]);
    expect((await runAgent(never.agent, "go")).status).toBe("failed");
    expect([model.requests.length, never.model.requests.length]).toEqual([2, 1]);
  });
});

test("a message is one line of bearable length", () => {
  expect(readModelError(new Error(`a\n  b${"c".repeat(1000)}`)).message).toMatch(/^a bc{200,297}$/);
});

const soon = (status: number) => ({ error: http(status, { "retry-after": "0" }) });

function makeAgent(
  turns: Parameters<typeof createScriptedModel>[0],
  limits: { readonly replyTimeoutMs?: number } = {},
) {
  const model = createScriptedModel(turns);
  return {
    model,
    agent: defineAgent({ name: "a", role: "r", goal: "g", backstory: "", model, retries: 2, ...limits }),
  };
}

test("a failure that passes is repeated, each request counted, and the answer comes", async () => {
  const { agent, model } = makeAgent([soon(429), soon(503), { text: "there" }]);
  expect(await runAgent(agent, "go")).toMatchObject({ status: "completed", text: "there", usage: { modelCalls: 3 } });
  expect(model.leftovers()).toBe(0);
});

test("L03: no more often than the agent allows, and then its own failure is told", async () => {
  const { agent, model } = makeAgent([soon(503), soon(503), soon(503), { text: "too late" }]);
  const run = await runAgent(agent, "go");
  expect(run).toMatchObject({ status: "failed", error: { code: "model_unavailable", message: "503 said the vendor" } });
  expect(model.requests).toHaveLength(3);
});

test.each([401, 402, 403, 404, 400])("status %i is never repeated", async (status) => {
  const { agent, model } = makeAgent([soon(status), { text: "too late" }]);
  expect((await runAgent(agent, "go")).status).toBe("failed");
  expect(model.requests).toHaveLength(1);
});

test("a vendor that asks to wait for more than a minute is not waited for", async () => {
  const { agent, model } = makeAgent([{ error: http(429, { "retry-after": "61" }) }, { text: "too late" }]);
  expect(await runAgent(agent, "go")).toMatchObject({ status: "failed", error: { code: "model_rate_limited" } });
  expect(model.requests).toHaveLength(1);
});

test("waiting is told and can be cancelled", async () => {
  const { agent } = makeAgent([{ error: http(429, { "retry-after": "50" }) }]);
  const stop = new AbortController();
  const events: AgentEvent[] = [];
  const onEvent = (event: AgentEvent) => {
    events.push(event);
    if (event.type === "model.waiting") stop.abort();
  };
  const run = await runAgent(agent, "go", { signal: stop.signal, onEvent });
  expect(run).toMatchObject({ status: "failed", error: { code: "cancelled" } });
  expect(events).toContainEqual({ type: "model.waiting", agent: "a", ms: 50_000, reason: "model_rate_limited" });
});

test("a budget of model calls counts repeated ones too", async () => {
  const { agent, model } = makeAgent([soon(503), soon(503), { text: "too late" }]);
  const run = await runAgent(agent, "go", { budget: { modelCalls: 2 } });
  expect(run).toMatchObject({ status: "failed", error: { code: "budget_exceeded" } });
  expect(model.requests).toHaveLength(2);
});

describe("a time limit for one reply", () => {
  test("ends a request that nobody answers, as a failure of the model", async () => {
    const { agent, model } = makeAgent([{ hangs: true }, { text: "too late" }], { replyTimeoutMs: 50 });
    expect(await runAgent(agent, "go")).toMatchObject({
      status: "failed",
      error: { code: "model_unavailable", cause: "timeout", detail: "0.05 s" },
    });
    expect(model.requests).toHaveLength(1);
  });

  test("holds for all its requests together: a wait that would pass it is not begun", async () => {
    const { agent, model } = makeAgent([{ error: http(429, { "retry-after": "30" }) }], { replyTimeoutMs: 20_000 });
    expect(await runAgent(agent, "go")).toMatchObject({
      status: "failed",
      error: { code: "model_rate_limited", retryAfterMs: 30_000 },
    });
    expect(model.requests).toHaveLength(1);
  });

  test("begins anew with every reply", async () => {
    const slow = async () => {
      await new Promise((passed) => setTimeout(passed, 300));
      return { calls: [{ name: "get", arguments: {} }] };
    };
    const model = createScriptedModel([slow, slow, slow, { text: "there" }]);
    const tools = [fakeTool("get")];
    const limits = { replyTimeoutMs: 800 };
    const agent = defineAgent({ name: "a", role: "r", goal: "g", backstory: "", model, tools, ...limits });
    expect(await runAgent(agent, "go")).toMatchObject({ status: "completed", text: "there" });
  });

  test("is no reason for a run that is cancelled, or over, to say so", async () => {
    const { agent } = makeAgent([{ hangs: true }], { replyTimeoutMs: 60_000 });
    expect(await runAgent(agent, "go", { budget: { timeMs: 50 } })).toMatchObject({
      error: { code: "budget_exceeded" },
    });
    const other = makeAgent([{ hangs: true }], { replyTimeoutMs: 60_000 });
    const signal = AbortSignal.timeout(50);
    expect(await runAgent(other.agent, "go", { signal })).toMatchObject({ error: { code: "cancelled" } });
  });
});
