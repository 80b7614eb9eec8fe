import { createServer, type Server } from "node:http";
import { MessagesAnnotation, START, StateGraph } from "@langchain/langgraph";
import { ChatOpenAI } from "@langchain/openai";
import { afterEach, expect, test } from "vitest";
import { defineAgent, runAgent } from "../../src/index.ts";
import { fakeTool } from "../fake-tools.ts";

/** LangChain's client for OpenAI's API, over real HTTP: what it does to replies is what the loop has to survive. */
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

type Body = { readonly status?: number; readonly type?: string; readonly lines: readonly string[] };

async function agentOn(bodies: Body[], tools = [fakeTool("delete_pod")]) {
  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      const { status = 200, type = "text/event-stream", lines } = bodies.shift() ?? { status: 500, lines: [] };
      response.writeHead(status, { "content-type": type, "retry-after": "0" }).end(lines.join(""));
    });
  }).listen(0, "127.0.0.1");
  servers.push(server);
  await new Promise((ready) => server.once("listening", ready));
  const address = server.address();
  const baseURL = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  const model = new ChatOpenAI({ model: "any", apiKey: "none", maxRetries: 0, configuration: { baseURL } });
  return { tools, agent: defineAgent({ name: "a", role: "r", goal: "g", backstory: "", model, tools }) };
}

const event = (delta: object, finish_reason: string | null = null, more: object = {}) =>
  `data: ${JSON.stringify({ id: "1", object: "chat.completion.chunk", model: "any", choices: [{ index: 0, delta, finish_reason }], ...more })}\n\n`;
const details = { prompt_tokens_details: { cached_tokens: 1 }, completion_tokens_details: { reasoning_tokens: 2 } };
const usage = (cost: number) =>
  `data: ${JSON.stringify({ id: "1", object: "chat.completion.chunk", choices: [], usage: { prompt_tokens: 3, completion_tokens: 2, total_tokens: 5, cost, ...details } })}\n\n`;
const piece = (more: object) => event({ role: "assistant", tool_calls: [{ index: 0, ...more }] });
const deletePod = (args: string) => [
  piece({ id: "c1", type: "function", function: { name: "delete_pod", arguments: "" } }),
  piece({ function: { arguments: args } }),
];
const done = {
  lines: [event({ role: "assistant", content: "Done." }), event({}, "stop"), usage(0.25), "data: [DONE]\n\n"],
};
const whole = { lines: [...deletePod('{"name":"pay-1"}'), event({}, "tool_calls"), usage(0.5), "data: [DONE]\n\n"] };

test("a call and an answer, with tokens and cost counted once", async () => {
  const { agent, tools } = await agentOn([whole, done]);
  const run = await runAgent(agent, "go");
  expect(run).toMatchObject({ status: "completed", text: "Done." });
  expect(run.usage).toEqual({
    modelCalls: 2,
    promptTokens: 6,
    completionTokens: 4,
    cachedTokens: 2,
    reasoningTokens: 4,
    costUsd: 0.75,
    priced: "charged",
    model: "any",
  });
  expect(tools[0]?.calls.map(({ args }) => args)).toEqual([{ name: "pay-1" }]);
});

test.each([
  ["inside the arguments", deletePod('{"name":"pay')],
  ["inside the arguments, at the length limit", [...deletePod('{"name":"pay'), event({}, "length")]],
  ["after whole arguments", deletePod('{"name":"pay-1"}')],
])("M1: a stream that is cut %s runs nothing", async (_where, lines) => {
  const { agent, tools } = await agentOn([{ lines }, { lines }]);
  expect(await runAgent(agent, "go")).toMatchObject({ status: "failed", error: { code: "model_bad_reply" } });
  expect(tools[0]?.calls).toEqual([]);
});

test("M1: nor does it inside a graph that streams messages", async () => {
  const cut = { lines: deletePod('{"name":"pay-1"}') };
  const { agent, tools } = await agentOn([cut, cut]);
  const graph = new StateGraph(MessagesAnnotation)
    .addNode("work", async ({ messages }) => ({ messages: [...(await runAgent(agent, messages)).messages] }))
    .addEdge(START, "work")
    .compile();
  for await (const _part of await graph.stream(
    { messages: [{ role: "user", content: "go" }] },
    { streamMode: "messages" },
  ));
  expect(tools[0]?.calls).toEqual([]);
});

test.each<[string, Body, string]>([
  [
    "401",
    { status: 401, type: "application/json", lines: ['{"error":{"message":"bad key","code":401}}'] },
    "model_key_rejected",
  ],
  [
    "402",
    { status: 402, type: "application/json", lines: ['{"error":{"message":"no credit","code":402}}'] },
    "model_no_credit",
  ],
  [
    "403",
    { status: 403, type: "application/json", lines: ['{"error":{"message":"region","code":403}}'] },
    "model_forbidden",
  ],
  [
    "404",
    { status: 404, type: "application/json", lines: ['{"error":{"message":"no model","code":404}}'] },
    "model_not_found",
  ],
  [
    "429",
    { status: 429, type: "application/json", lines: ['{"error":{"message":"slow","code":429}}'] },
    "model_rate_limited",
  ],
  ["503", { status: 503, type: "text/html", lines: ["<html>"] }, "model_unavailable"],
  [
    "an error inside the stream",
    { lines: [event({ content: "Hal" }), 'data: {"error":{"code":502,"message":"upstream"}}\n\n'] },
    "model_unavailable",
  ],
  ["a page of HTML", { type: "text/html", lines: ["<html><body>hello</body></html>"] }, "model_bad_reply"],
  ["an empty body", { lines: [] }, "model_bad_reply"],
])("M4/M5: %s becomes %s's code", async (_what, body, code) => {
  const { agent } = await agentOn([body, body, body]);
  expect(await runAgent(agent, "go")).toMatchObject({ status: "failed", error: { code } });
});

test("a server that is not there becomes model_unavailable", async () => {
  const model = new ChatOpenAI({
    model: "any",
    apiKey: "none",
    maxRetries: 0,
    configuration: { baseURL: "http://127.0.0.1:1" },
  });
  const agent = defineAgent({ name: "a", role: "r", goal: "g", backstory: "", model, retries: 0 });
  expect(await runAgent(agent, "go")).toMatchObject({ status: "failed", error: { code: "model_unavailable" } });
});
