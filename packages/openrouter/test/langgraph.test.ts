import { useOpenRouter } from "@k8s-copilot/doubles";
import { END, MessagesAnnotation, START, StateGraph } from "@langchain/langgraph";
import { afterEach, expect, it } from "vitest";
import { createOpenRouterModel } from "../src/index.ts";
import { ask, resultsOf } from "./conversation.ts";

const startOpenRouter = useOpenRouter(afterEach);

/** With this stream mode LangChain turns an invoke into a stream on its own behalf. */
it("a graph that streams messages keeps signatures, and shows text as it comes", async () => {
  const double = await startOpenRouter({
    family: "gemini3",
    state: { chunkDelayMs: 5 },
    scripts: [{ reply: { toolCalls: [{ name: "list_nodes", args: {} }] } }, { reply: { text: "One node." } }],
  });
  const model = createOpenRouterModel(double);
  const graph = new StateGraph(MessagesAnnotation)
    .addNode("agent", async ({ messages }) => {
      const first = await ask(model, messages);
      const results = resultsOf(first);
      return { messages: [first, ...results, await ask(model, [...messages, first, ...results])] };
    })
    .addEdge(START, "agent")
    .addEdge("agent", END)
    .compile();

  const texts: string[] = [];
  for await (const [chunk] of await graph.stream(
    { messages: [{ role: "user", content: "hi" }] },
    { streamMode: "messages" },
  ))
    if (chunk.getType() === "ai" && chunk.text !== "") texts.push(chunk.text);

  expect(texts.slice(0, 2)).toEqual(["One n", "ode."]);
  expect(double.log().map(({ body }) => body?.stream)).toEqual([true, true]);
});
