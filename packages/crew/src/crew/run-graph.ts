import type { Command } from "@langchain/langgraph";
import type { z } from "zod";
import { createDeadline } from "../abort.ts";
import { noUsage } from "../agent/no-usage.ts";
import { addUsage } from "../agent/usage.ts";
import { monotonicNow } from "../clock.ts";
import { leaveBehind } from "../leave-behind.ts";
import { harmless } from "../listener.ts";
import type { Memory } from "../memory/types.ts";
import type { Inputs } from "../placeholders.ts";
import { createSlots } from "../slots.ts";
import type { CrewEvent } from "../task/events.ts";
import { type CrewFailure, failureOf } from "../task/failure.ts";
import type { Usage } from "../types.ts";
import { configurableAround } from "./apart.ts";
import { type Circumstances, type Ended, type Ending, endingOf } from "./ending.ts";
import type { CrewGraph } from "./graph.ts";
import { openMemory } from "./open-memory.ts";
import { RUN_CONTEXT, type RunContext } from "./run-context.ts";
import { settle } from "./settle.ts";
import { type CrewInput, usageOf } from "./state.ts";
import type { CrewRun, RunOptions } from "./types.ts";

/** The parts of a crew that a run needs. */
export type Runnable = Ended & {
  readonly graph: CrewGraph;
  readonly concurrency: number | undefined;
  readonly remembers: boolean;
  readonly memory: Memory | undefined;
};

/** What to begin with, or why there is nothing to begin with. */
export type Prepared =
  | {
      /** Of the graph; null goes on where it was. */
      readonly input: z.input<typeof CrewInput> | Command | null;
      /** What fills the texts; of a run that goes on what is kept. */
      readonly inputs: Inputs | null;
    }
  | { readonly error: CrewFailure };

export type Start = RunOptions & {
  readonly threadId: string;
  /** Called between the run's first event and its first task. */
  readonly prepare: (signal: AbortSignal) => Promise<Prepared>;
};

/**
 * One run, between its two events. What goes wrong is in its result. Nothing of it goes on afterwards, but for what ignored
 * its signal when the run was aborted: that is left behind, and tells nothing any more.
 */
export async function runGraph(crew: Runnable, start: Start): Promise<CrewRun> {
  const { threadId } = start;
  const startedAt = monotonicNow();
  const { emit, end } = untilItsEnd(harmless(start.onEvent));
  const { signal, close } = createDeadline({ signals: [start.signal] });
  const running = new Set<Promise<unknown>>();
  const used = new Map<string, () => Usage>();
  const askers = new Map<string | undefined, string>();
  const finished = new Set<string>();
  const memory = crew.memory && openMemory(crew.memory);
  const context: RunContext = {
    isAlone: false,
    tasks: crew.tasks,
    threadId,
    emit,
    meters: start.meters ?? [],
    slots: crew.concurrency === undefined ? undefined : createSlots(crew.concurrency),
    memory,
    remembers: crew.remembers,
    track(work) {
      const promise = work();
      running.add(promise);
      return promise;
    },
    used: (task, usage) => used.set(task, usage),
    finish: (task) => finished.add(task),
    hasFinished: (task) => finished.has(task),
    asks: (task, interrupts) => {
      for (const { id } of interrupts) askers.set(id, task);
    },
    thrownBy: (_task, error) => error,
  };
  emit({ type: "crew.started", threadId });
  const ending = await begin(crew, start, { context, signal, askers });
  const unwritten = await settle({ running, memory, signal, timeoutMs: crew.callbackTimeoutMs });
  for (const message of unwritten) emit({ type: "memory.failed", task: "", message });
  close();
  // Only now does nothing use more.
  const usage = [...used.values()].map((tell) => tell()).reduce(addUsage, noUsage);
  const run = ending.status === "failed" ? { ...ending, usage } : ending;
  if (run.status === "waiting") {
    for (const pending of run.pending) emit({ type: "question.asked", task: pending.task, pending });
  }
  emit({ type: "crew.finished", threadId, status: run.status, ms: monotonicNow() - startedAt });
  end();
  return run;
}

/** What was left behind has nothing to tell any more: the last event is the run's. */
function untilItsEnd(tell: (event: CrewEvent) => void) {
  let isOver = false;
  return {
    emit: (event: CrewEvent) => {
      if (!isOver) tell(event);
    },
    end: () => {
      isOver = true;
    },
  };
}

async function begin(crew: Runnable, start: Start, circumstances: Circumstances): Promise<Ending> {
  const { context, signal } = circumstances;
  const { threadId } = start;
  try {
    const prepared = await leaveBehind(start.prepare(signal), signal);
    if ("error" in prepared) return { status: "failed", threadId, error: prepared.error };
    const running = crew.graph.invoke(prepared.input, {
      configurable: { ...configurableAround(), thread_id: threadId, [RUN_CONTEXT]: context },
      signal,
      // Every task is a step at most.
      recursionLimit: crew.tasks.length + 10,
      ...(crew.remembers && { durability: "sync" }),
    });
    // A checkpointer knows no signal.
    const state = await leaveBehind(running, signal);
    for (const [name, result] of Object.entries(state.outputs)) context.used(name, () => usageOf(result));
    return await endingOf(crew, { ...state, inputs: prepared.inputs }, circumstances);
  } catch (error) {
    return { status: "failed", threadId, error: signal.aborted ? cancelled : failureOf(error) };
  }
}

export const cancelled: CrewFailure = {
  code: "cancelled",
  message: "The run was cancelled.",
  remedy: "Start it again, or `resume` its thread.",
  task: "",
};
