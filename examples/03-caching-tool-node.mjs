// A graph of your own with tools of your own: reads are kept, a write drops them. Needs no server and no model.
import { createCachingToolNode, createToolRunner, toolFromStructuredTool } from "@k8s-copilot/crew";
import { AIMessage, ToolMessage } from "@langchain/core/messages";
import { tool } from "@langchain/core/tools";
import { MessagesAnnotation, START, StateGraph } from "@langchain/langgraph";
import { z } from "zod";

let cups = 3;
const count = tool(() => `${cups} cups`, { name: "count", description: "Count the cups", schema: z.object({}) });
const sell = tool(() => `sold, ${--cups} left`, { name: "sell", description: "Sell a cup", schema: z.object({}) });

const runner = createToolRunner({
  tools: [count, sell].map((each) => toolFromStructuredTool(each)),
  policyOf: ({ tool: name }) =>
    name === "count" ? { ttlMs: 60_000, tags: ["cups"], drops: [] } : { ttlMs: 0, tags: [], drops: ["cups"] },
});
const graph = new StateGraph(MessagesAnnotation)
  .addNode("tools", createCachingToolNode(runner))
  .addEdge(START, "tools")
  .compile();

for (const name of ["count", "count", "sell", "count"]) {
  const asking = new AIMessage({ content: "", tool_calls: [{ type: "tool_call", id: name, name, args: {} }] });
  const { messages } = await graph.invoke({ messages: [asking] });
  for (const answer of messages.filter((message) => ToolMessage.isInstance(message)))
    console.log(`${name}: ${answer.text}${answer.artifact.cached ? " (kept)" : ""}`);
}
await runner.close();
