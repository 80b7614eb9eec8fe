import type { Interrupt } from "@langchain/langgraph";
import { z } from "zod";
import type { Meter } from "../agent/budget.ts";
import type { MemorySession } from "../memory/types.ts";
import type { Slots } from "../slots.ts";
import type { CrewEvent } from "../task/events.ts";
import type { Task } from "../task/types.ts";
import type { Usage } from "../types.ts";

/** What one run brings along to the nodes of the graph that its crew shares with every other run. */
export type RunContext = {
  /** The graph is run without its crew, as a node of another. */
  readonly isAlone: boolean;
  /** Of the crew whose run it is. */
  readonly tasks: readonly Task[];
  /** "" where the graph is run without its crew. */
  readonly threadId: string;
  readonly emit: (event: CrewEvent) => void;
  readonly meters: readonly Meter[];
  readonly slots: Slots | undefined;
  /** The crew's memory as this run sees it; undefined where there is none, or no run of the crew. */
  readonly memory: MemorySession | undefined;
  /** Whether a checkpointer keeps what is finished. */
  readonly remembers: boolean;
  /** Does work that may outlast the graph's own promise, which rejects at once when it is aborted. */
  readonly track: <Value>(work: () => Promise<Value>) => Promise<Value>;
  /** Notes how to find out what a task has used in all, in place of what was noted before. */
  readonly used: (task: string, usage: () => Usage) => void;
  /** Notes that a task came to its end in this run, or tells whether it did: else its output is a checkpoint's. */
  readonly finish: (task: string) => void;
  readonly hasFinished: (task: string) => boolean;
  /** Notes which task it is that asks. */
  readonly asks: (task: string, interrupts: readonly Interrupt[]) => void;
  /** What LangGraph is told of a task that throws this; or that was broken off by it, as when one beside it failed. */
  readonly thrownBy: (task: string, error: unknown, isBrokenOff: boolean) => unknown;
};

/** The key in `configurable`. LangGraph writes nothing into a checkpoint that begins like this. */
export const RUN_CONTEXT = "__crew_run";

const Config = z.object({ [RUN_CONTEXT]: z.custom<RunContext>((value) => typeof value === "object") });

/**
 * The run of the crew with these tasks; undefined where its graph is run without it. A graph in a tool finds the run of the
 * crew that calls the tool around it, of which the crews in its nodes are no part.
 */
export function runContextOf(configurable: unknown, tasks: readonly Task[]): RunContext | undefined {
  const run = Config.safeParse(configurable).data?.[RUN_CONTEXT];
  return run?.tasks === tasks ? run : undefined;
}
