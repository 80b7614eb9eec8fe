import type { BaseCheckpointSaver } from "@langchain/langgraph";
import { defineAgent } from "../agent/define-agent.ts";
import type { RunAgentOptions } from "../agent/run-agent.ts";
import { CrewError } from "../errors.ts";
import { type CrewPrompts, crewPrompts } from "../task/prompts.ts";
import { checkAsking, checkCrew } from "./check-crew.ts";
import { compileGraph } from "./graph.ts";
import { planningTask } from "./planning.ts";
import { type Runnable, runGraph, type Start } from "./run-graph.ts";
import { safeSaver } from "./safe-saver.ts";
import type { Staff } from "./staff.ts";
import { createThreads } from "./threads.ts";
import type { CrewOptions, CrewRun } from "./types.ts";

/** What the ways to run a crew have in common. */
export type CrewLife = Runnable &
  Pick<CrewOptions, "beforeKickoff"> & {
    readonly inputs: readonly string[];
    /** Throws `checkpointer_missing` where nothing is kept. */
    readonly checkpointer: (purpose: string) => BaseCheckpointSaver;
    /**
     * Asks how to begin when nothing else runs in the thread. Rejects with `checkpointer_missing` where a task or a tool asks
     * a person and nothing is kept, with `thread_busy`, and with what `begin` throws.
     */
    readonly run: (threadId: string, begin: () => Promise<Beginning | Ended>) => Promise<CrewRun>;
  };

export type Beginning = Omit<Start, "threadId">;

/** What a run came to before it began. */
type Ended = { readonly run: CrewRun };

export function createLife(options: CrewOptions): CrewLife {
  checkCrew(options);
  const {
    tasks,
    checkpointer: saver,
    concurrency,
    callbackTimeoutMs = 60_000,
    contextLimit = 100_000,
    language = "en",
  } = options;
  const { beforeKickoff, afterKickoff } = options;
  const checkpointer = saver && safeSaver(saver);
  const prompts = { ...crewPrompts[language], ...options.prompts };
  const staff = staffOf(options, prompts);
  const inputs = [
    ...new Set([...tasks, ...staff.agents, ...(staff.manager ? [staff.manager] : [])].flatMap((one) => one.inputs)),
  ];
  const graph = compileGraph({
    tasks,
    inputs,
    staff,
    planning: options.planning && planningTask(tasks, options.planning.model, prompts),
    checkpointer,
    memory: options.memory,
    callbackTimeoutMs,
    contextLimit,
    concurrency,
    prompts,
    agentOptions: agentOptionsOf(options),
  });
  const remembers = checkpointer !== undefined;
  const runnable = { graph, tasks, concurrency, callbackTimeoutMs, remembers, memory: options.memory, afterKickoff };
  const threads = createThreads(saver);
  return {
    ...runnable,
    ...(beforeKickoff && { beforeKickoff }),
    inputs,
    checkpointer(purpose) {
      if (checkpointer !== undefined) return checkpointer;
      const message = `The crew has no checkpointer, so there is nothing to ${purpose}.`;
      throw new CrewError("checkpointer_missing", message, "Pass one to createCrew, such as new MemorySaver().");
    },
    async run(threadId, begin) {
      checkAsking(options, staff);
      return threads.alone(threadId, async () => {
        const beginning = await begin();
        return "run" in beginning ? beginning.run : runGraph(runnable, { ...beginning, threadId });
      });
    },
  };
}

function agentOptionsOf({ runner, prepareSchema, showResult }: CrewOptions): RunAgentOptions {
  return {
    ...(runner && { runner }),
    ...(prepareSchema && { prepareSchema }),
    ...(showResult && { showResult }),
  };
}

function staffOf(
  { tasks, agents = [], process, managerAgent, managerModel }: CrewOptions,
  prompts: CrewPrompts,
): Staff {
  const all = [...new Set([...tasks.flatMap(({ agent }) => agent ?? []), ...agents])];
  if (process !== "hierarchical") return { agents: all, manager: undefined };
  const model = managerModel ?? managerAgent?.model;
  if (model === undefined) return { agents: all, manager: undefined };
  return { agents: all, manager: managerAgent ?? defineAgent({ name: "manager", ...prompts.manager, model }) };
}
