import { RunnableLambda } from "@langchain/core/runnables";
import { tool } from "@langchain/core/tools";
import { getConfig, MemorySaver, START, StateGraph } from "@langchain/langgraph";
import { expect, test } from "vitest";
import { z } from "zod";
import { completed, createCrew, defineTask, withCache } from "../../src/index.ts";
import { outcomeOf, scriptedAgent } from "./support.ts";

const texts = { description: "Say it", expectedOutput: "a word" };
const Said = z.object({ said: z.string().default("") });
const Caller = z.object({ user: z.string() });

/** A tool that tells for whom it works, and counts how often it was asked. */
function whoTool() {
  const seen: unknown[] = [];
  const tell = tool(
    async () => {
      const { configurable, context, metadata } = getConfig();
      seen.push({ configurable, context, metadata });
      return `of ${Caller.safeParse(configurable).data?.user}`;
    },
    { name: "who", description: "tells", schema: z.object({}) },
  );
  return { tell, seen };
}

const identityOf = ({ configurable }: { readonly configurable?: unknown }) =>
  `${Caller.safeParse(configurable).data?.user}`;

function crewWith(tools: Parameters<typeof withCache>[0][], more: { readonly checkpointer?: MemorySaver } = {}) {
  const { agent } = scriptedAgent("clerk", [{ calls: [{ name: "who" }] }, { text: "done" }], { tools });
  return createCrew({ tasks: [defineTask({ name: "only", ...texts, agent })], ...more });
}

const told = (run: Parameters<typeof completed>[0]) =>
  `${completed(run).tasks.only?.messages.find(({ type }) => type === "tool")?.text}`;

function around(work: () => Promise<string>) {
  return new StateGraph(Said)
    .addNode("only", async () => ({ said: await work() }))
    .addEdge(START, "only")
    .compile({ checkpointer: new MemorySaver() });
}

const ways = [
  ["kickoff", async (crew: ReturnType<typeof crewWith>) => told(await crew.kickoff())],
  [
    "kickoffForEach",
    async (crew: ReturnType<typeof crewWith>) => {
      const [run] = await crew.kickoffForEach([{}]);
      return run === undefined ? "" : told(run);
    },
  ],
  [
    "stream",
    async (crew: ReturnType<typeof crewWith>) => {
      const stream = crew.stream();
      for await (const _event of stream);
      return told(stream.result);
    },
  ],
] as const;

test.each(ways)("a tool of a crew in a node knows for whom the graph is run: %s", async (_name, run) => {
  const { tell, seen } = whoTool();
  const graph = around(() => run(crewWith([tell])));
  const config = { configurable: { thread_id: "outer", user: "ann" }, context: { tenant: "shop" } };
  expect((await graph.invoke({}, config)).said).toBe("of ann");
  expect(seen).toMatchObject([{ context: { tenant: "shop" } }]);
});

test("a crew in a node has the thread of its own run, and no place in the graph around it", async () => {
  const { tell, seen } = whoTool();
  const crew = crewWith([tell], { checkpointer: new MemorySaver() });
  const graph = around(async () => outcomeOf(await crew.kickoff({}, { threadId: "inner" })));
  await graph.invoke({}, { configurable: { thread_id: "outer", user: "ann" } });
  const inner = { thread_id: "inner" };
  expect(seen).toMatchObject([{ configurable: { ...inner, user: "ann" }, metadata: inner }]);
});

test("a cache by identity keeps apart for whom the graph around the crew is run", async () => {
  const { tell, seen } = whoTool();
  const cached = withCache(tell, { ttlMs: 10_000, identityOf });
  const answers: string[] = [];
  for (const user of ["ann", "eve", "ann"]) {
    const graph = around(async () => told(await crewWith([cached]).kickoff()));
    answers.push((await graph.invoke({}, { configurable: { thread_id: user, user } })).said);
  }
  expect(answers).toEqual(["of ann", "of eve", "of ann"]);
  expect(seen).toHaveLength(2);
});

test("a crew in a runnable of LangChain knows its caller too", async () => {
  const { tell } = whoTool();
  const runnable = RunnableLambda.from(async () => told(await crewWith([tell]).kickoff()));
  expect(await runnable.invoke({}, { configurable: { user: "ann" } })).toBe("of ann");
});

test("a resumed crew works for whoever resumes it", async () => {
  const { tell } = whoTool();
  const { agent } = scriptedAgent("clerk", [{ text: "draft" }]);
  const { agent: sender } = scriptedAgent("sender", [{ calls: [{ name: "who" }] }, { text: "sent" }], {
    tools: [tell],
  });
  const tasks = [
    defineTask({ name: "draft", ...texts, agent, humanInput: true }),
    defineTask({ name: "only", ...texts, agent: sender }),
  ] as const;
  const crew = createCrew({ tasks, checkpointer: new MemorySaver() });
  const asked = await crew.kickoff({}, { threadId: "t" });
  const answers = Object.fromEntries(asked.status === "waiting" ? asked.pending.map(({ id }) => [id, true]) : []);
  const graph = around(async () => told(await crew.resume({ threadId: "t", answers })));
  expect((await graph.invoke({}, { configurable: { thread_id: "outer", user: "ann" } })).said).toBe("of ann");
});
