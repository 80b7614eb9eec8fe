import { createCachingToolNode, createToolRunner, toolFromStructuredTool } from "@k8s-copilot/crew";
import { AIMessage } from "@langchain/core/messages";
import { tool } from "@langchain/core/tools";
import { MessagesAnnotation, START, StateGraph } from "@langchain/langgraph";
import { ToolNode } from "@langchain/langgraph/prebuilt";
import { InMemoryCache } from "@langchain/langgraph-checkpoint";
import { z } from "zod";

const TAKES_MS = 5;

/** A thing to count in six places, which somebody else changes too, and how often each tool was really asked. */
const createShop = () => {
  const stock = Object.fromEntries(["a", "b", "c", "d", "e", "f"].map((place) => [place, 10]));
  const sent = { read: 0, write: 0 };
  const answer = async (kind, text) => {
    sent[kind] += 1;
    await new Promise((resolve) => setTimeout(resolve, TAKES_MS));
    return text();
  };
  const schema = z.object({ place: z.string() });
  const count = tool(({ place }) => answer("read", () => String(stock[place])), {
    name: "count",
    description: "Count",
    schema,
  });
  const sell = tool(
    ({ place }) =>
      answer("write", () => {
        stock[place] -= 1;
        return `${stock[place]} left`;
      }),
    { name: "sell", description: "Sell one", schema },
  );
  return { stock, sent, tools: [count, sell] };
};

/** Nine looks and a sale, six times over; each sale is followed by a look at the same place, and each place sells twice. */
const script = Array.from({ length: 60 }, (_, turn) => {
  const isSale = turn % 10 === 4;
  const place = "abcdef"[isSale || turn % 10 === 5 ? Math.floor(turn / 10) % 3 : (turn * 5) % 6];
  return { name: isSale ? "sell" : "count", place };
});

const policyOf = ({ tool: name, args: { place } }) =>
  name === "count" ? { ttlMs: 60_000, tags: [place], drops: [] } : { ttlMs: 0, tags: [], drops: [place] };

const asked = ({ messages }) => JSON.stringify(messages.at(-1).tool_calls.map(({ name, args }) => [name, args]));

const nodes = {
  "LangGraph's ToolNode": ({ tools }) => ({ node: new ToolNode(tools) }),
  "ToolNode with cachePolicy": ({ tools }) => ({
    node: new ToolNode(tools),
    options: { cachePolicy: { ttl: 60 } },
    compile: { cache: new InMemoryCache() },
  }),
  "ToolNode with cachePolicy, keyFunc by calls": ({ tools }) => ({
    node: new ToolNode(tools),
    options: { cachePolicy: { ttl: 60, keyFunc: ([state]) => asked(state) } },
    compile: { cache: new InMemoryCache() },
  }),
  "createCachingToolNode without a policy": ({ tools }) => ({
    node: createCachingToolNode(createToolRunner({ tools: tools.map((each) => toolFromStructuredTool(each)) })),
  }),
  createCachingToolNode: ({ tools }) => ({
    node: createCachingToolNode(
      createToolRunner({ tools: tools.map((each) => toolFromStructuredTool(each)), policyOf }),
    ),
  }),
};

const median = (times) =>
  times.length === 0 ? "" : `${times.toSorted((a, b) => a - b)[times.length >> 1].toFixed(1)} ms`;

const play = async (name, make) => {
  const shop = createShop();
  const { node, options, compile } = make(shop);
  const graph = new StateGraph(MessagesAnnotation)
    .addNode("tools", node, options)
    .addEdge(START, "tools")
    .compile(compile);
  const looks = { sent: [], kept: [] };
  const wrong = { old: 0, unpaired: 0 };
  for (const [turn, { name: called, place }] of script.entries()) {
    const call = { type: "tool_call", id: `call-${turn}`, name: called, args: { place } };
    const before = { ...shop.sent };
    const begin = performance.now();
    const { messages } = await graph.invoke({ messages: [new AIMessage({ content: "", tool_calls: [call] })] });
    const took = performance.now() - begin;
    const answer = messages.at(-1);
    if (called === "count") looks[shop.sent.read === before.read ? "kept" : "sent"].push(took);
    if (called === "count" && answer.text !== String(shop.stock[place])) wrong.old += 1;
    if (answer.tool_call_id !== call.id) wrong.unpaired += 1;
  }
  const sales = script.filter(({ name: called }) => called === "sell").length;
  return {
    node: name,
    "looks asked": script.length - sales,
    "looks sent": shop.sent.read,
    "sales asked": sales,
    "sales sent": shop.sent.write,
    "old answers": wrong.old,
    "answers under another call's id": wrong.unpaired,
    "a look that is sent": median(looks.sent),
    "one that was kept": median(looks.kept),
  };
};

export const compareNeighbours = async () => {
  const rows = [];
  for (const [name, make] of Object.entries(nodes)) rows.push(await play(name, make));
  return rows;
};
