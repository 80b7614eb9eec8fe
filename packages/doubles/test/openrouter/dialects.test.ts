import { afterEach, describe, expect, it } from "vitest";
import { type Dialect, type DialectName, dialects, type OpenRouterDouble, startOpenRouter } from "../../src/index.ts";
import { get, hi, json, listPods, post, streamed } from "./requests.ts";

const open: OpenRouterDouble[] = [];
async function start(dialect: DialectName | Dialect): Promise<OpenRouterDouble> {
  const double = await startOpenRouter({ dialect });
  open.push(double);
  return double;
}
afterEach(async () => {
  for (const double of open.splice(0)) await double.close();
});

const call = { name: "list_pods", args: { namespace: "a" } };
const named = { type: "function", function: { name: "list_pods" } };
const names = ["deepseek", "qwen", "ollama", "vllm", "bare"] as const;
const local = ["ollama", "vllm", "bare"] as const;
const asked = ({ model }: OpenRouterDouble) => ({ model, messages: [hi], max_tokens: 100 });

describe("any endpoint", () => {
  it.each(names)("%s answers, in one piece and streamed, and is no OpenRouter", async (name) => {
    const double = await start(name);
    double.enqueue({ reply: { text: "all well" }, times: 2 });
    const reply = await json(post(double, asked(double)));
    expect(reply.choices[0].message.content).toContain("all well");
    expect([reply.provider, reply.usage.cost]).toEqual([undefined, undefined]);
    const stream = await streamed(double, asked(double));
    expect(stream).toMatchObject({ finish: ["stop"], isDone: true });
    expect(stream.text).toContain("all well");
    expect(double.violations()).toEqual([]);
  });

  it.each(names)("%s lists names of models, and has no page of a key", async (name) => {
    const double = await start(name);
    const models = await json(get(double, "/models"));
    expect(models.data[0]).toMatchObject({ id: double.model, object: "model" });
    expect(models.data[0].pricing).toBeUndefined();
    const key = await get(double, "/key");
    expect([key.status, double.log().at(-1)?.verdict]).toEqual([404, "http.route"]);
    expect(await key.text()).not.toContain("OpenRouter");
  });

  it.each(names)("%s says when it has no such model, in its own form", async (name) => {
    const double = await start(name);
    const reply = await post(double, { ...asked(double), model: "no-such-model" });
    expect(reply.status).toBe(404);
    expect(await reply.text()).toContain("The model `no-such-model` does not exist.");
  });

  it.each(names)("%s holds messages against the order that every vendor wants", async (name) => {
    const double = await start(name);
    const orphan = { role: "tool", tool_call_id: "x", content: "[]" };
    expect((await post(double, { ...asked(double), messages: [hi, orphan] })).status).toBe(400);
    expect(double.violations().map(({ rule }) => rule)).toContain("msg.orphan_tool");
  });
});

describe("the key", () => {
  it.each(local)("is none of %s's business", async (name) => {
    const double = await start(name);
    double.enqueue({ reply: { text: "ok" }, times: 2 });
    const replies = [
      await post(double, asked(double), { headers: { authorization: "" } }),
      await post(double, asked(double), { headers: { authorization: "Bearer other" } }),
      await get(double, "/models", ""),
    ];
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it.each(["deepseek", "qwen"] as const)("must be right for %s", async (name) => {
    const double = await start(name);
    const replies = [
      await post(double, asked(double), { headers: { authorization: "Bearer other" } }),
      await get(double, "/models", ""),
    ];
    expect(replies.map(({ status }) => status)).toEqual([401, 401]);
    expect(double.violations()).toEqual([]);
  });
});

/** What each refuses, and the words by which a client can know what to leave out. */
const refused = [
  ["deepseek", { tool_choice: named }, "does not support this tool_choice"],
  ["deepseek", { tool_choice: "required" }, "does not support this tool_choice"],
  ["qwen", { tool_choice: named }, "tool_choice parameter does not support being set to required or object"],
  ["vllm", { tool_choice: "auto" }, '"auto" tool choice requires'],
  ["vllm", {}, '"auto" tool choice requires'],
  ["vllm", { tool_choice: named, stream_options: { include_usage: true } }, "Stream options"],
  ["bare", { tool_choice: "auto" }, "'tool_choice'"],
  ["bare", { parallel_tool_calls: false }, "'parallel_tool_calls'"],
  ["bare", { stream_options: { include_usage: true }, stream: true }, "'stream_options'"],
  ["ollama", { model: "llama3" }, "does not support tools"],
] as const;

describe("what is not taken", () => {
  it.each(refused)("%s refuses %j with 400 and says why", async (name, more, words) => {
    const double = await start(name);
    const reply = await post(double, { ...asked(double), tools: [listPods], ...more });
    expect(reply.status).toBe(400);
    const error: unknown = await reply.json();
    expect(JSON.stringify(error)).toContain(JSON.stringify(words).slice(1, -1));
    expect(double.log()[0]?.verdict).toMatch(/^dialect\./);
    expect(double.violations()).toEqual([]);
  });

  it.each([
    ["deepseek", { tools: [listPods], tool_choice: "auto" }],
    ["qwen", { tools: [listPods] }],
    ["ollama", { tools: [listPods], tool_choice: named, stream_options: {}, parallel_tool_calls: true }],
    ["vllm", { tools: [listPods], tool_choice: named }],
    ["bare", { tools: [listPods] }],
  ] as const)("%s takes %j", async (name, more) => {
    const double = await start(name);
    double.enqueue({ reply: { toolCalls: [call] } });
    expect((await post(double, { ...asked(double), ...more })).status).toBe(200);
  });

  it("DeepSeek wants the thoughts of a call back", async () => {
    const double = await start("deepseek");
    double.enqueue({ reply: { text: "ok" } });
    const called = {
      role: "assistant",
      content: "",
      tool_calls: [{ id: "1", type: "function", function: { name: "list_pods", arguments: "{}" } }],
    };
    const result = { role: "tool", tool_call_id: "1", content: "[]" };
    const body = (message: object) => ({ ...asked(double), tools: [listPods], messages: [hi, message, result] });
    const replies = [await post(double, body(called)), await post(double, body({ ...called, reasoning_content: "" }))];
    expect(replies.map(({ status }) => status)).toEqual([400, 200]);
    expect(double.log()[0]?.verdict).toBe("dialect.reasoning_missing");
  });
});

/** How each answers with two calls that were asked for by name where that is possible. */
const answers = [
  ["deepseek", {}, { calls: 2, id: "string", args: "string", finish: "tool_calls", thoughts: "reasoning_content" }],
  ["qwen", {}, { calls: 2, id: "string", args: "string", finish: "tool_calls", thoughts: "reasoning_content" }],
  ["ollama", {}, { calls: 1, id: "undefined", args: "object", finish: "stop", thoughts: "<think>" }],
  ["vllm", { tool_choice: named }, { calls: 2, id: "string", args: "string", finish: "stop", thoughts: "<think>" }],
  ["bare", {}, { calls: 1, id: "string", args: "string", finish: "tool_calls", thoughts: undefined }],
] as const;

describe("answers with calls", () => {
  it.each(answers)("%s in one piece", async (name, more, { calls, id, args, finish, thoughts }) => {
    const double = await start(name);
    double.enqueue({ reply: { toolCalls: [call, { ...call, args: { namespace: "b" } }] } });
    const [choice] = (await json(post(double, { ...asked(double), tools: [listPods], ...more }))).choices;
    const [first] = choice.message.tool_calls;
    expect(choice.message.tool_calls).toHaveLength(calls);
    expect([typeof first.id, typeof first.function.arguments, choice.finish_reason]).toEqual([id, args, finish]);
    if (thoughts !== undefined) expect(JSON.stringify(choice.message)).toContain(thoughts);
  });

  it.each(answers)("%s in a stream", async (name, more, { args, id, finish }) => {
    const double = await start(name);
    double.enqueue({ reply: { toolCalls: [call] } });
    const stream = await streamed(double, { ...asked(double), tools: [listPods], ...more });
    const [first] = stream.deltas.flatMap(({ tool_calls }) => tool_calls ?? []);
    expect([typeof first.id, typeof first.function.arguments, ...stream.finish]).toEqual([id, args, finish]);
  });

  it("Qwen repeats an empty id in later pieces of a call", async () => {
    const double = await start("qwen");
    double.enqueue({ reply: { toolCalls: [call] } });
    const stream = await streamed(double, { ...asked(double), tools: [listPods] });
    expect(stream.deltas.flatMap(({ tool_calls }) => tool_calls ?? []).map(({ id }) => id === "")).toEqual([
      false,
      true,
    ]);
  });
});

describe("usage of a stream", () => {
  it.each([
    ["deepseek", true],
    ["qwen", true],
    ["vllm", true],
    ["ollama", false],
  ] as const)("%s: told when asked for: %s", async (name, isTold) => {
    const double = await start(name);
    double.enqueue({ reply: { text: "ok" }, times: 2 });
    const told = async (more: object) =>
      (await streamed(double, { ...asked(double), ...more })).chunks.some(({ usage }) => usage !== undefined);
    expect([await told({}), await told({ stream_options: { include_usage: true } })]).toEqual([false, isTold]);
  });
});

it("profiles can be mixed", async () => {
  const double = await start({ ...dialects.vllm, argumentsAs: "object", refuses: () => undefined });
  double.enqueue({ reply: { toolCalls: [call] } });
  const reply = await json(post(double, { ...asked(double), tools: [listPods] }));
  expect(reply.choices[0].message.tool_calls[0].function.arguments).toEqual({ namespace: "a" });
});
