import { type Command, INTERRUPT, type Interrupt, isInterrupted } from "@langchain/langgraph";
import { createDeadline } from "../abort.ts";
import { noUsage } from "../agent/no-usage.ts";
import { addUsage } from "../agent/usage.ts";
import { monotonicNow } from "../clock.ts";
import type { Memory } from "../memory/create-memory.ts";
import { createSlots } from "../slots.ts";
import { callBounded } from "../task/bounded.ts";
import type { CrewEvent } from "../task/events.ts";
import { type CrewFailure, failureOf } from "../task/failure.ts";
import { pendingOf } from "../task/pending.ts";
import type { Task } from "../task/types.ts";
import type { Usage } from "../types.ts";
import type { CrewGraph } from "./graph.ts";
import { RUN_CONTEXT, type RunContext } from "./run-context.ts";
import { type CrewState, outputsOf, type State, usageOf } from "./state.ts";
import type { CompletedRun, CrewRun, FailedRun, RunOptions } from "./types.ts";

/** The parts of a crew that a run needs. */
export type Runnable = {
  readonly graph: CrewGraph;
  readonly tasks: readonly Task[];
  readonly concurrency: number | undefined;
  readonly callbackTimeoutMs: number;
  readonly remembers: boolean;
  readonly memory: Memory | undefined;
  readonly afterKickoff: ((run: CompletedRun) => CompletedRun | Promise<CompletedRun>) | undefined;
};

/** What to begin with, or why there is nothing to begin with. */
export type Prepared = { readonly input: typeof CrewState.Update | Command | null } | { readonly error: CrewFailure };

export type Start = RunOptions & {
  readonly threadId: string;
  /** Called between the run's first event and its first task. */
  readonly prepare: (signal: AbortSignal) => Promise<Prepared>;
};

/** One run, between its two events. What goes wrong is in its result; nothing of it goes on afterwards. */
export async function runGraph(crew: Runnable, start: Start): Promise<CrewRun> {
  const { threadId } = start;
  const startedAt = monotonicNow();
  const emit = emitterFor(start.onEvent);
  const deadline = createDeadline({ signals: [start.signal] });
  const running = new Set<Promise<unknown>>();
  const used = new Map<string, () => Usage>();
  const askers = new Map<string | undefined, string>();
  const context: RunContext = {
    isAlone: false,
    threadId,
    emit,
    meters: start.meters ?? [],
    slots: crew.concurrency === undefined ? undefined : createSlots(crew.concurrency),
    remembers: crew.remembers,
    track(work) {
      const promise = work();
      running.add(promise);
      return promise;
    },
    used: (task, usage) => used.set(task, usage),
    asks: (task, interrupts) => {
      for (const { id } of interrupts) askers.set(id, task);
    },
  };
  emit({ type: "crew.started", threadId });
  const ending = await begin(crew, start, { context, signal: deadline.signal, askers });
  await Promise.allSettled(running);
  for (const message of (await crew.memory?.settled()) ?? []) emit({ type: "memory.failed", task: "", message });
  deadline.close();
  // Only now does nothing use more.
  const usage = [...used.values()].map((tell) => tell()).reduce(addUsage, noUsage);
  const run = ending.status === "failed" ? { ...ending, usage } : ending;
  if (run.status === "waiting") {
    for (const pending of run.pending) emit({ type: "question.asked", task: pending.task, pending });
  }
  emit({ type: "crew.finished", threadId, status: run.status, ms: monotonicNow() - startedAt });
  return run;
}

/** A listener's mistakes are its own. */
function emitterFor(onEvent: (event: CrewEvent) => void = () => {}): (event: CrewEvent) => void {
  return (event) => {
    try {
      onEvent(event);
    } catch {
      // A listener that throws must not stop a run half-way.
    }
  };
}

type Circumstances = {
  readonly context: RunContext;
  readonly signal: AbortSignal;
  readonly askers: ReadonlyMap<string | undefined, string>;
};

/** How a run ended; of a failed one nobody knows yet what it used. */
type Ending = Exclude<CrewRun, FailedRun> | Omit<FailedRun, "usage">;

async function begin(crew: Runnable, start: Start, { context, signal, askers }: Circumstances): Promise<Ending> {
  const { threadId } = start;
  try {
    const prepared = await start.prepare(signal);
    if ("error" in prepared) return { status: "failed", threadId, error: prepared.error };
    const state = await crew.graph.invoke(prepared.input, {
      configurable: { thread_id: threadId, [RUN_CONTEXT]: context },
      signal,
      // Every task is a step at most.
      recursionLimit: crew.tasks.length + 10,
      ...(crew.remembers && { durability: "sync" }),
    });
    for (const [name, result] of Object.entries(state.outputs)) context.used(name, () => usageOf(result));
    if (isInterrupted(state))
      return { status: "waiting", threadId, pending: pendingIn(crew, state[INTERRUPT], askers) };
    return await endOf(crew, { threadId, state, signal });
  } catch (error) {
    return { status: "failed", threadId, error: signal.aborted ? cancelled : failureOf(error) };
  }
}

const cancelled: CrewFailure = {
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

type End = { readonly threadId: string; readonly state: State; readonly signal: AbortSignal };

async function endOf(crew: Runnable, { threadId, state, signal }: End): Promise<Ending> {
  const { outputs: results, inputs } = state;
  const { tasks, afterKickoff, callbackTimeoutMs: timeoutMs } = crew;
  const failed = Object.values(results).find((result) => result.status === "failed");
  if (failed?.status === "failed") return { status: "failed", threadId, error: failed.error };
  const last = outputsOf(tasks, results).findLast(({ raw }) => raw !== "");
  const outputs = tasks.flatMap(({ name }) => {
    const result = results[name];
    return result?.status === "completed" ? [[name, result.output] as const] : [];
  });
  const usage = Object.values(results).map(usageOf).reduce(addUsage, noUsage);
  const run = { status: "completed", threadId, raw: last?.raw ?? "", data: last?.data, usage } as const;
  const completed: CompletedRun = { ...run, tasks: Object.fromEntries(outputs), inputs: inputs ?? {}, warnings: [] };
  if (afterKickoff === undefined) return completed;
  const changed = await callBounded({ signal, timeoutMs }, () => afterKickoff(completed));
  if (changed.ok) return changed.value;
  return { status: "failed", threadId, error: hookFailure("afterKickoff", changed.problem) };
}

export function hookFailure(hook: string, problem: string): CrewFailure {
  return { code: "hook_failed", message: `${hook} failed: ${problem}`, remedy: `Mend ${hook}.`, task: "" };
}
