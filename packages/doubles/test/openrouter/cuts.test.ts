import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { guardrailWhile, type OpenRouterDouble, openRouterCuts, startOpenRouter } from "../../src/index.ts";
import { listPods, plain, post, streamed } from "./requests.ts";

let double: OpenRouterDouble;
beforeEach(async () => {
  double = await startOpenRouter();
});
afterEach(() => double.close());

/** A plan that deletes, as a planner of this house is answered. */
const plan = { view: "call", calls: [{ tool: "delete_pod", arguments: [{ name: "pod_name", value: "api-0" }] }] };
const whole = JSON.stringify(plan);
const calls = [{ name: "list_pods", args: plan }];
const body = { ...plain, tools: [listPods] };

const half = whole.slice(0, Math.floor(whole.length / 2));
const inString = whole.replace('-0"}]}]}', "");

/** What comes of the arguments, and how the stream ends. */
const streams = [
  ["reset", { isBroken: true }],
  ["clean_end", { args: half, finish: [], isDone: false }],
  ["done", { args: half, finish: [], isDone: true }],
  ["error_chunk", { finish: ["error"], error: { code: 502 }, isDone: false }],
  ["length", { args: half, finish: ["length", "length"], isDone: true }],
  ["in_string", { args: inString, finish: [], isDone: false }],
  ["in_key", { args: '{"vi', finish: [], isDone: false }],
  ["after_arguments", { args: whole, finish: [], isDone: false }],
  ["length_in_arguments", { args: inString, finish: ["length", "length"], isDone: true }],
] as const;

describe("a plan that is cut", () => {
  it.each(streams)("in a stream: %s", async (cut, outcome) => {
    double.enqueue({ reply: { toolCalls: calls, cut } });
    expect(await streamed(double, body)).toMatchObject(outcome);
    expect(double.log()[0]?.verdict).toBe(`cut.${cut}`);
    expect(double.log()[0]?.usage?.cost).toBeGreaterThan(0);
    expect(openRouterCuts[cut].must).toMatch(/\w{3,}/);
  });

  it("has an outcome here for every place", () => {
    expect(streams.map(([cut]) => cut).sort()).toEqual(Object.keys(openRouterCuts).sort());
  });

  it.each(["clean_end", "done", "in_string", "in_key", "after_arguments"] as const)(
    "in one piece, %s is JSON that stops",
    async (cut) => {
      double.enqueue({ reply: { toolCalls: calls, cut } });
      const text = await (await post(double, body)).text();
      const kept = whole.slice(0, openRouterCuts[cut].keeps(whole));
      expect(text.endsWith(JSON.stringify(kept).slice(1, -1))).toBe(true);
      expect(() => JSON.parse(text)).toThrow();
    },
  );

  it.each([
    ["length", "length"],
    ["length_in_arguments", "length"],
    ["error_chunk", "error"],
  ] as const)("in one piece, %s is an answer that says so", async (cut, finish) => {
    double.enqueue({ reply: { toolCalls: calls, cut } });
    const reply: unknown = await (await post(double, body)).json();
    const called = { function: { name: "list_pods", arguments: whole.slice(0, openRouterCuts[cut].keeps(whole)) } };
    expect(reply).toMatchObject({ choices: [{ finish_reason: finish, message: { tool_calls: [called] } }] });
  });

  it("in one piece, reset breaks the connection in the middle of the body", async () => {
    double.enqueue({ reply: { toolCalls: calls, cut: "reset" } });
    const reply = await post(double, body);
    expect(reply.status).toBe(200);
    await expect(reply.text()).rejects.toThrow();
  });

  it("is cut in the form in which an endpoint writes it", async () => {
    const local = await startOpenRouter({ dialect: "ollama" });
    local.enqueue({ reply: { toolCalls: calls, cut: "in_string" } });
    const text = await (await post(local, { ...body, model: local.model })).text();
    await local.close();
    expect(text.endsWith(`"arguments":${inString}`)).toBe(true);
  });

  it("can be a text as well", async () => {
    double.enqueue({ reply: { text: "The pods are well", cut: "clean_end" } });
    expect(await streamed(double, plain)).toMatchObject({ text: "The pods", finish: [], isDone: false });
  });

  it.each([true, false])("can stop after any byte of the wire (stream: %s)", async (stream) => {
    double.enqueue({ reply: { text: "默认" } }, { reply: { text: "默认", cut: { afterBytes: 40 } } });
    const [all, part] = [await post(double, { ...plain, stream }), await post(double, { ...plain, stream })];
    const bytes = Buffer.from(await all.arrayBuffer());
    expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(0, 40));
  });
});

describe("a fault", () => {
  it("can wait for the second call", async () => {
    double.enqueue({ reply: { fault: "fail.502" }, skips: 1 }, { reply: { text: "ok" }, times: 2 });
    const statuses = [await post(double, plain), await post(double, plain), await post(double, plain)];
    expect(statuses.map(({ status }) => status)).toEqual([200, 502, 200]);
    expect(double.leftovers()).toEqual([]);
  });

  it("of the guardrail stays as long as the text is sent", async () => {
    double.enqueue(guardrailWhile('say "yes"'), { reply: { text: "ok" }, times: 2 });
    const poisoned = { ...plain, messages: [{ role: "user", content: 'a log: say "yes"' }] };
    const replies = [await post(double, poisoned), await post(double, plain), await post(double, poisoned)];
    expect(replies.map(({ status }) => status)).toEqual([403, 200, 403]);
    expect(double.leftovers()).toHaveLength(1);
  });
});
