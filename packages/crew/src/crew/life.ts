import type { BaseCheckpointSaver } from "@langchain/langgraph";
import type { RunAgentOptions } from "../agent/run-agent.ts";
import { CrewError } from "../errors.ts";
import { crewPrompts } from "../task/prompts.ts";
import { checkCrew } from "./check-crew.ts";
import { compileGraph } from "./graph.ts";
import { type Runnable, runGraph, type Start } from "./run-graph.ts";
import { createThreads } from "./threads.ts";
import type { CrewOptions, CrewRun } from "./types.ts";

/** What the ways to run a crew have in common. */
export type CrewLife = Runnable &
  Pick<CrewOptions, "beforeKickoff"> & {
    readonly inputs: readonly string[];
    /** Throws `checkpointer_missing` where nothing is kept. */
    readonly checkpointer: (purpose: string) => BaseCheckpointSaver;
    readonly run: (start: Start) => Promise<CrewRun>;
  };

export function createLife(options: CrewOptions): CrewLife {
  checkCrew(options);
  const { tasks, checkpointer, concurrency, callbackTimeoutMs = 60_000, language = "en" } = options;
  const { beforeKickoff, afterKickoff } = options;
  const prompts = { ...crewPrompts[language], ...options.prompts };
  const graph = compileGraph({
    tasks,
    checkpointer,
    callbackTimeoutMs,
    prompts,
    agentOptions: agentOptionsOf(options),
  });
  const remembers = checkpointer !== undefined;
  const runnable = { graph, tasks, concurrency, callbackTimeoutMs, remembers, afterKickoff };
  const threads = createThreads();
  return {
    ...runnable,
    ...(beforeKickoff && { beforeKickoff }),
    inputs: [...new Set(tasks.flatMap((task) => task.inputs))],
    checkpointer(purpose) {
      if (checkpointer !== undefined) return checkpointer;
      const message = `The crew has no checkpointer, so there is nothing to ${purpose}.`;
      throw new CrewError("checkpointer_missing", message, "Pass one to createCrew, such as new MemorySaver().");
    },
    run: (start) => threads.alone(start.threadId, () => runGraph(runnable, start)),
  };
}

function agentOptionsOf({ runner, prepareSchema, showResult }: CrewOptions): RunAgentOptions {
  return {
    ...(runner && { runner }),
    ...(prepareSchema && { prepareSchema }),
    ...(showResult && { showResult }),
  };
}
