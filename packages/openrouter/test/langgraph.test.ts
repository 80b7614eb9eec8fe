import { useOpenRouter } from "@k8s-copilot/doubles";
import { END, MessagesAnnotation, START, StateGraph } from "@langchain/langgraph";
import { afterEach, expect, it } from "vitest";
import { createOpenRouterModel } from "../src/index.ts";
import { ask, resultsOf } from "./conversation.ts";

const startOpenRouter = useOpenRouter(afterEach);

/** Asks, gives the results of its calls, and asks again. */
function loopOf(model: ReturnType<typeof createOpenRouterModel>) {
  return new StateGraph(MessagesAnnotation)
    .addNode("agent", async ({ messages }) => {
      const first = await ask(model, messages);
      const results = resultsOf(first);
      return { messages: [first, ...results, await ask(model, [...messages, first, ...results])] };
    })
    .addEdge(START, "agent")
    .addEdge("agent", END)
    .compile();
}

/** With this stream mode LangChain turns an invoke into a stream on its own behalf. */
it("a graph that streams messages keeps signatures, and shows text as it comes", async () => {
  const double = await startOpenRouter({
    family: "gemini3",
    state: { chunkDelayMs: 5 },
    scripts: [{ reply: { toolCalls: [{ name: "list_nodes", args: {} }] } }, { reply: { text: "One node." } }],
  });
  const model = createOpenRouterModel(double);
  const graph = loopOf(model);

  const texts: string[] = [];
  for await (const [chunk] of await graph.stream(
    { messages: [{ role: "user", content: "hi" }] },
    { streamMode: "messages" },
  ))
    if (chunk.getType() === "ai" && chunk.text !== "") texts.push(chunk.text);

  expect(texts.slice(0, 2)).toEqual(["One n", "ode."]);
  expect(double.log().map(({ body }) => body?.stream)).toEqual([true, true]);
});

it("a graph that streams messages gives a vendor the thoughts back that it asks for", async () => {
  const call = { reply: { toolCalls: [{ name: "list_nodes", args: {} }] } };
  const double = await startOpenRouter({ dialect: "deepseek", scripts: [call, { reply: { text: "One node." } }] });
  const graph = loopOf(createOpenRouterModel(double));
  const input = { messages: [{ role: "user", content: "hi" }] };
  for await (const _ of await graph.stream(input, { streamMode: "messages" }));
  const told = double.log().map(({ verdict }) => verdict);
  expect(told).toEqual(["answered", "dialect.reasoning_missing", "answered"]);
  expect(JSON.stringify(double.log().at(-1)?.body)).toContain(
    '"reasoning_content":"The user wants something of the cluster."',
  );
});
