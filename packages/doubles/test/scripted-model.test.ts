import {
  AIMessage,
  AIMessageChunk,
  type BaseMessage,
  HumanMessage,
  SystemMessage,
  ToolMessage,
} from "@langchain/core/messages";
import { expect, test } from "vitest";
import { createScriptedModel } from "../src/index.ts";

const tool = (name: string, parameters: Record<string, unknown> = { type: "object", properties: {} }) => ({
  type: "function",
  function: { name, description: "", parameters },
});
const asks = (id = "1") =>
  new AIMessage({ content: "", tool_calls: [{ type: "tool_call", id, name: "get", args: {} }] });
const answers = (tool_call_id = "1") => new ToolMessage({ content: "x", tool_call_id });

async function streamed(stream: AsyncIterable<AIMessageChunk>): Promise<AIMessageChunk> {
  let whole = new AIMessageChunk("");
  for await (const chunk of stream) whole = whole.concat(chunk);
  return whole;
}

test("a script is played turn by turn, and says what is left over", async () => {
  const model = createScriptedModel([{ text: "one" }, ({ messages }) => ({ text: `after ${messages.length}` })]);
  expect((await model.invoke("a")).text).toBe("one");
  expect(model.leftovers()).toBe(1);
  expect((await model.invoke("b")).text).toBe("after 1");
  expect(model.leftovers()).toBe(0);
  await expect(model.invoke("c")).rejects.toThrow("no turn left");
  expect(model.requests.map(({ messages }) => messages[0]?.text)).toEqual(["a", "b", "c"]);
});

test.each([true, false])("the reply is the same in pieces and in one (streams: %s)", async (streams) => {
  const reply = {
    text: "two words",
    calls: [{ name: "get", arguments: { a: "ü" } }],
    usage: { input: 7, output: 3, costUsd: 1 },
  };
  const model = createScriptedModel([reply, reply], { streams });
  for (const message of [await model.invoke("x"), await streamed(await model.stream("x"))]) {
    expect(message.text).toBe("two words");
    expect(message.tool_calls).toMatchObject([{ name: "get", args: { a: "ü" }, id: "get-0" }]);
    expect(message.usage_metadata).toMatchObject({ input_tokens: 7, output_tokens: 3 });
    expect(message.response_metadata).toMatchObject({ finish_reason: "tool_calls", usage: { cost: 1 } });
  }
});

test("M1: cut arguments are delivered as LangChain delivers them: completed in a stream, invalid in one piece", async () => {
  const cut = '{"namespace":"prod","name":"pay';
  const turn = { calls: [{ name: "delete_pod", arguments: cut }], finishReason: null };
  const model = createScriptedModel([turn, turn]);
  const inPieces = await streamed(await model.stream("x"));
  expect(inPieces.tool_calls).toMatchObject([{ args: { namespace: "prod", name: "pay" } }]);
  expect(inPieces.tool_call_chunks).toMatchObject([{ args: cut }]);
  expect(inPieces.response_metadata).not.toHaveProperty("finish_reason");
  const whole = await model.invoke("x");
  expect(whole.tool_calls).toEqual([]);
  expect(whole.invalid_tool_calls).toMatchObject([{ args: cut }]);
});

test("the tools and the choice of one arrive with the request", async () => {
  const model = createScriptedModel([{ text: "ok" }]);
  await model.bindTools?.([tool("get")], { tool_choice: "get" }).invoke("x");
  expect(model.requests[0]).toMatchObject({ tools: [tool("get")], toolChoice: "get" });
});

test("an error is thrown, and a turn that hangs waits for the abort", async () => {
  const model = createScriptedModel([{ error: new Error("busy") }, { hangs: true }]);
  await expect(model.invoke("x")).rejects.toThrow("busy");
  await expect(model.invoke("x", { signal: AbortSignal.timeout(10) })).rejects.toThrow();
});

test.each<[string, BaseMessage[]]>([
  ["no message besides the system's", [new SystemMessage("x")]],
  ["not the user's", [new AIMessage("x"), new HumanMessage("y")]],
  ["is not the first", [new HumanMessage("x"), new SystemMessage("y"), new HumanMessage("z")]],
  ["end with the assistant's", [new HumanMessage("x"), new AIMessage("y")]],
  ["is empty", [new HumanMessage(" ")]],
  ["call 1 has no answer", [new HumanMessage("x"), asks()]],
  ["no answer right after it", [new HumanMessage("x"), asks(), new HumanMessage("y"), answers()]],
  ["answers no open call 2", [new HumanMessage("x"), asks(), answers("2"), answers("1")]],
  ["answers no open call 1", [new HumanMessage("x"), asks(), answers(), answers()]],
])("a conversation is refused where it %s", async (problem, messages) => {
  await expect(createScriptedModel([{ text: "x" }]).invoke(messages)).rejects.toMatchObject({
    status: 400,
    message: expect.stringContaining(problem),
  });
});

test("a whole conversation with tools is accepted", async () => {
  const messages = [new SystemMessage("s"), new HumanMessage("x"), asks(), answers(), new HumanMessage("y")];
  expect((await createScriptedModel([{ text: "ok" }]).invoke(messages)).text).toBe("ok");
});

test.each([
  ["two tools have the name get", [tool("get"), tool("get")], undefined],
  ["no function name", [tool("get.all")], undefined],
  ["no object schema", [tool("get", { type: "string" })], undefined],
  ["which is not offered", [tool("get")], "put"],
])("tools are refused: %s", async (problem, tools, choice) => {
  const model = createScriptedModel([{ text: "x" }]);
  const bound = model.bindTools?.(tools, choice === undefined ? {} : { tool_choice: choice });
  await expect(bound?.invoke("x")).rejects.toThrow(problem);
});
