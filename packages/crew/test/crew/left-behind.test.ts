import { setTimeout as sleep } from "node:timers/promises";
import { createScriptedModel } from "@k8s-copilot/doubles";
import { InMemoryStore, MemorySaver } from "@langchain/langgraph";
import { expect, test } from "vitest";
import { z } from "zod";
import {
  type AgentDefinition,
  type CrewEvent,
  type CrewOptions,
  completed,
  createCrew,
  createMemory,
  defineTask,
  type Memory,
  type MemorySession,
} from "../../src/index.ts";
import { fakeTool } from "../fake-tools.ts";
import { openStarts, outcomeOf, scriptedAgent } from "./support.ts";

const texts = { description: "Look", expectedOutput: "a word" } as const;
const never = () => new Promise<never>(() => {});
const isNever = z.object({ n: z.number() }).refine(never);
const answered = [{ calls: [{ name: "final_answer", arguments: { n: 1 } }] }];

function brokenMemory(broken: Partial<MemorySession>): Memory {
  const session = { recall: async () => ({ items: [] }), remember() {}, settled: async () => [], ...broken };
  return { ...session, session: () => session };
}

function brokenSaver(broken: Partial<Pick<MemorySaver, "put" | "putWrites" | "getTuple">>): MemorySaver {
  return Object.assign(new MemorySaver(), broken);
}

function hangingStore(): InMemoryStore {
  return Object.assign(new InMemoryStore(), { search: never });
}

type Case = {
  readonly what: string;
  readonly crew?: Partial<CrewOptions>;
  readonly agent?: Partial<AgentDefinition>;
  readonly task?: { readonly output: z.ZodType };
  readonly turns?: Parameters<typeof scriptedAgent>[1];
};

const tools = [fakeTool("get")];
const calling = [{ calls: [{ name: "get" }] }];

test.each<Case>([
  { what: "a list of prices", agent: { priceOf: never } },
  { what: "a schema", task: { output: isNever }, turns: answered },
  { what: "a tool", agent: { tools: [fakeTool("get", { answer: never })] }, turns: calling },
  { what: "a way to the tools", crew: { runner: { run: never } }, agent: { tools }, turns: calling },
  { what: "a memory that recalls", crew: { memory: brokenMemory({ recall: never }) } },
  { what: "a memory that writes", crew: { memory: brokenMemory({ settled: never }) } },
  { what: "a memory's store", crew: { memory: createMemory({ store: hangingStore() }) } },
  { what: "a checkpointer that writes", crew: { checkpointer: brokenSaver({ put: never }) } },
  { what: "a checkpointer that writes what was done", crew: { checkpointer: brokenSaver({ putWrites: never }) } },
  { what: "a checkpointer that reads", crew: { checkpointer: brokenSaver({ getTuple: never }) } },
])("an abort ends a run that $what holds up for good", async ({ crew, agent: more, task, turns }) => {
  const { agent } = scriptedAgent("clerk", turns ?? [{ text: "done" }], more);
  const only = defineTask({ name: "only", ...texts, agent, ...task });
  const events: CrewEvent[] = [];
  const onEvent = (event: CrewEvent) => events.push(event);
  const startedAt = performance.now();
  const run = await createCrew({ tasks: [only], ...crew }).kickoff({}, { signal: AbortSignal.timeout(50), onEvent });
  expect(performance.now() - startedAt).toBeLessThan(1_500);
  // Where all tasks were done by then, only what the memory still wrote is left behind.
  expect(outcomeOf(run)).toBe(crew?.memory?.settled === never ? "done" : "cancelled: The run was cancelled.");
  expect(openStarts(events)).toEqual([]);
  expect(events.at(-1)?.type).toBe("crew.finished");
});

test.each(["resume", "replay"] as const)("an abort ends a %s whose checkpointer never reads", async (way) => {
  const { agent } = scriptedAgent("clerk", []);
  const tasks = [defineTask({ name: "only", ...texts, agent })] as const;
  const crew = createCrew({ tasks, checkpointer: brokenSaver({ getTuple: never }) });
  const options = { threadId: "t", signal: AbortSignal.timeout(30) };
  const run = way === "resume" ? await crew.resume(options) : await crew.replay({ ...options, from: "only" });
  expect(run).toMatchObject({ status: "failed", threadId: "t", error: { code: "cancelled" } });
});

test("what was left behind tells nothing any more when it comes to its end after all", async () => {
  const { agent } = scriptedAgent("clerk", calling, { tools });
  const order = { name: "delegate_work", arguments: { coworker: "clerk", task: "Look" } };
  const managerModel = createScriptedModel([{ calls: [order] }]);
  const only = defineTask({ name: "only", ...texts, agent });
  const crew = createCrew({ process: "hierarchical", managerModel, tasks: [only], runner: { run: never } });
  const events: CrewEvent[] = [];
  const onEvent = (event: CrewEvent) => events.push(event);
  // The manager's call ends at once; the coworker's, one layer below, is given its moment first.
  const run = await crew.kickoff({}, { signal: AbortSignal.timeout(50), onEvent });
  expect(outcomeOf(run)).toBe("cancelled: The run was cancelled.");
  await sleep(300);
  expect(events.at(-1)?.type).toBe("crew.finished");
});

test.each<[string, Partial<Memory>, string]>([
  ["does not recall in time", { recall: never }, "It did not return within 0.05 s."],
  ["throws as it recalls", { recall: () => Promise.reject(new Error("no disk")) }, "no disk"],
  ["does not write in time", { settled: never }, "The run ended before the memory had written everything."],
  ["throws as it writes", { settled: () => Promise.reject(new Error("no disk")) }, "no disk"],
])("a memory that %s costs no run, and it is told", async (_what, broken, message) => {
  const { agent } = scriptedAgent("clerk", [{ text: "done" }]);
  const told: string[] = [];
  const crew = createCrew({
    tasks: [defineTask({ name: "only", ...texts, agent })],
    memory: brokenMemory(broken),
    callbackTimeoutMs: 50,
  });
  const onEvent = (event: CrewEvent) => {
    if (event.type === "memory.failed") told.push(event.message);
  };
  expect(completed(await crew.kickoff({}, { onEvent })).raw).toBe("done");
  expect(told).toEqual([message]);
});

test("a guardrail's replacement is given up where the schema never tells whether it fits", async () => {
  let parsed = 0;
  // Only the first answer, the model's own, is told to fit.
  const output = z.object({ n: z.number() }).refine(() => (parsed++ === 0 ? true : never()));
  const { agent } = scriptedAgent("clerk", answered);
  const only = defineTask({ name: "only", ...texts, agent, output, guardrails: [() => ({ replaceWith: '{"n":2}' })] });
  const run = await createCrew({ tasks: [only], callbackTimeoutMs: 50 }).kickoff();
  expect(run).toMatchObject({ error: { code: "guardrail_failed", message: expect.stringContaining("within 0.05 s") } });
});
