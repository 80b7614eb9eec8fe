import { type Command, INTERRUPT, type Interrupt, isInterrupted } from "@langchain/langgraph";
import { z } from "zod";
import { createDeadline } from "../abort.ts";
import { noUsage } from "../agent/no-usage.ts";
import { addUsage } from "../agent/usage.ts";
import { monotonicNow } from "../clock.ts";
import { leaveBehind } from "../leave-behind.ts";
import { harmless } from "../listener.ts";
import type { Memory } from "../memory/types.ts";
import { createSlots } from "../slots.ts";
import { callBounded } from "../task/bounded.ts";
import type { CrewEvent } from "../task/events.ts";
import { type CrewFailure, failureOf } from "../task/failure.ts";
import { pendingOf } from "../task/pending.ts";
import type { Task } from "../task/types.ts";
import type { Usage } from "../types.ts";
import type { CrewGraph } from "./graph.ts";
import { readAgain } from "./read-again.ts";
import { RUN_CONTEXT, type RunContext } from "./run-context.ts";
import { settle, untilStill } from "./settle.ts";
import { type CrewState, completedOf, type State, usageOf } from "./state.ts";
import type { AfterKickoff, CompletedRun, CrewRun, RunOptions } from "./types.ts";

/** The parts of a crew that a run needs. */
export type Runnable = {
  readonly graph: CrewGraph;
  readonly tasks: readonly Task[];
  readonly concurrency: number | undefined;
  readonly callbackTimeoutMs: number;
  readonly remembers: boolean;
  readonly memory: Memory | undefined;
  readonly afterKickoff: AfterKickoff | undefined;
};

/** What to begin with, or why there is nothing to begin with. */
export type Prepared = { readonly input: typeof CrewState.Update | Command | null } | { readonly error: CrewFailure };

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
  const tell = harmless(start.onEvent);
  let isOver = false;
  // What was left behind has nothing to tell any more: the last event is the run's.
  const emit = (event: CrewEvent) => {
    if (!isOver) tell(event);
  };
  const deadline = createDeadline({ signals: [start.signal] });
  const running = new Set<Promise<unknown>>();
  const used = new Map<string, Usage>();
  const finished = new Set<string>();
  const askers = new Map<string | undefined, string>();
  const memory = crew.memory?.session();
  const context: RunContext = {
    isAlone: false,
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
  };
  emit({ type: "crew.started", threadId });
  const { signal } = deadline;
  const usage = async () => {
    await untilStill(running, signal);
    return [...used.values()].reduce(addUsage, noUsage);
  };
  const run = await begin(crew, start, { context, signal, askers, usage });
  const unwritten = await settle({ running, memory, signal, timeoutMs: crew.callbackTimeoutMs });
  for (const message of unwritten) emit({ type: "memory.failed", task: "", message });
  deadline.close();
  if (run.status === "waiting") {
    for (const pending of run.pending) emit({ type: "question.asked", task: pending.task, pending });
  }
  emit({ type: "crew.finished", threadId, status: run.status, ms: monotonicNow() - startedAt });
  isOver = true;
  return run;
}

type Circumstances = {
  readonly context: RunContext;
  readonly signal: AbortSignal;
  readonly askers: ReadonlyMap<string | undefined, string>;
  /** What was used, once nothing goes on any more. */
  readonly usage: () => Promise<Usage>;
};

async function begin(crew: Runnable, start: Start, circumstances: Circumstances): Promise<CrewRun> {
  const { context, signal, askers } = circumstances;
  const { threadId } = start;
  try {
    const prepared = await leaveBehind(start.prepare(signal), signal);
    if ("error" in prepared) return { status: "failed", threadId, error: prepared.error, usage: noUsage };
    const running = crew.graph.invoke(prepared.input, {
      configurable: { thread_id: threadId, [RUN_CONTEXT]: context },
      signal,
      // Every task is a step at most.
      recursionLimit: crew.tasks.length + 10,
      ...(crew.remembers && { durability: "sync" }),
    });
    // A checkpointer knows no signal.
    const state = await leaveBehind(running, signal);
    if (isInterrupted(state))
      return { status: "waiting", threadId, pending: pendingIn(crew, state[INTERRUPT], askers) };
    return await endOf(crew, { context, state, signal });
  } catch (error) {
    const cause = signal.aborted ? cancelled : failureOf(error);
    return { status: "failed", threadId, error: cause, usage: await circumstances.usage() };
  }
}

export const cancelled: CrewFailure = {
  code: "cancelled",
  message: "The run was cancelled.",
  remedy: "Start it again, or `resume` its thread.",
  task: "",
};

/** In the order of the tasks. */
function pendingIn({ tasks }: Runnable, asked: readonly Interrupt[], askers: Circumstances["askers"]) {
  const names = tasks.map(({ name }) => name);
  return asked
    .map((question) => pendingOf(question, askers.get(question.id) ?? ""))
    .sort((left, right) => names.indexOf(left.task) - names.indexOf(right.task));
}

type End = { readonly context: RunContext; readonly state: State; readonly signal: AbortSignal };

async function endOf(crew: Runnable, { context, state, signal }: End): Promise<CrewRun> {
  const { threadId, hasFinished } = context;
  const { outputs: results, inputs } = state;
  const { tasks, afterKickoff, callbackTimeoutMs: timeoutMs } = crew;
  const usage = Object.values(results).map(usageOf).reduce(addUsage, noUsage);
  const failed = Object.values(results).find((result) => result.status === "failed");
  if (failed?.status === "failed") return { status: "failed", threadId, error: failed.error, usage };
  const reading = { tasks, signal, timeoutMs };
  const outputs = await Promise.all(
    completedOf(tasks, results).map((one) => (hasFinished(one.task) ? one : readAgain(one, reading))),
  );
  const last = outputs.findLast(({ raw, skipped }) => raw !== "" && !skipped);
  const run = { status: "completed", threadId, raw: last?.raw ?? "", data: last?.data, usage } as const;
  const completed: CompletedRun = {
    ...run,
    tasks: Object.fromEntries(outputs.map((one) => [one.task, one])),
    inputs: inputs ?? {},
    warnings: [],
  };
  if (afterKickoff === undefined) return completed;
  const changed = await callBounded({ signal, timeoutMs }, () => afterKickoff(completed));
  const problem = changed.ok ? problemOf(changed.value) : changed.problem;
  if (!changed.ok || problem !== undefined)
    return { status: "failed", threadId, error: hookFailure("afterKickoff", problem ?? ""), usage };
  return changed.value ?? completed;
}

const Completed = z.looseObject({
  status: z.literal("completed"),
  raw: z.string(),
  tasks: z.looseObject({}),
  usage: z.looseObject({}),
});

/** What is wrong with the run that a hook gave back; nothing where it gave none. */
function problemOf(run: CompletedRun | undefined): string | undefined {
  if (run === undefined || Completed.safeParse(run).success) return undefined;
  return "It has to return the run that it was given, changed or not, or nothing.";
}

export function hookFailure(hook: string, problem: string): CrewFailure {
  return { code: "hook_failed", message: `${hook} failed: ${problem}`, remedy: `Mend ${hook}.`, task: "" };
}
