import { INTERRUPT, type Interrupt, isInterrupted } from "@langchain/langgraph";
import { z } from "zod";
import { noUsage } from "../agent/no-usage.ts";
import { addUsage } from "../agent/usage.ts";
import { callBounded } from "../task/bounded.ts";
import type { CrewFailure } from "../task/failure.ts";
import { pendingOf } from "../task/pending.ts";
import type { Task } from "../task/types.ts";
import { readAgain } from "./read-again.ts";
import type { RunContext } from "./run-context.ts";
import { completedOf, type State, usageOf } from "./state.ts";
import type { AfterKickoff, CompletedRun, CrewRun, FailedRun } from "./types.ts";

/** How a run ended; of a failed one nobody knows yet what it used. */
export type Ending = Exclude<CrewRun, FailedRun> | Omit<FailedRun, "usage">;

/** The parts of a crew that look at what its graph came to. */
export type Ended = {
  readonly tasks: readonly Task[];
  readonly afterKickoff: AfterKickoff | undefined;
  readonly callbackTimeoutMs: number;
};

export type Circumstances = {
  readonly context: RunContext;
  readonly signal: AbortSignal;
  /** The tasks that ask, by the interrupts' ids. */
  readonly askers: ReadonlyMap<string | undefined, string>;
};

/** What a graph that came to an end, or to a pause, means for its run. */
export async function endingOf(crew: Ended, state: State, { context, signal, askers }: Circumstances): Promise<Ending> {
  const { threadId } = context;
  if (isInterrupted(state))
    return { status: "waiting", threadId, pending: pendingIn(crew.tasks, state[INTERRUPT], askers) };
  const failed = Object.values(state.outputs).find((result) => result.status === "failed");
  if (failed?.status === "failed") return { status: "failed", threadId, error: failed.error };
  return afterwards(crew, await completedRun(crew, state, { context, signal }), signal);
}

/** In the order of the tasks. */
function pendingIn(tasks: readonly Task[], asked: readonly Interrupt[], askers: Circumstances["askers"]) {
  const names = tasks.map(({ name }) => name);
  return asked
    .map((question) => pendingOf(question, askers.get(question.id) ?? ""))
    .sort((left, right) => names.indexOf(left.task) - names.indexOf(right.task));
}

async function completedRun(
  { tasks, callbackTimeoutMs: timeoutMs }: Ended,
  { outputs: results, inputs }: State,
  { context: { threadId, hasFinished }, signal }: Omit<Circumstances, "askers">,
): Promise<CompletedRun> {
  const reading = { tasks, signal, timeoutMs };
  const outputs = await Promise.all(
    completedOf(tasks, results).map((one) => (hasFinished(one.task) ? one : readAgain(one, reading))),
  );
  const last = outputs.findLast(({ raw, skipped }) => raw !== "" && !skipped);
  return {
    status: "completed",
    threadId,
    raw: last?.raw ?? "",
    data: last?.data,
    tasks: Object.fromEntries(outputs.map((one) => [one.task, one])),
    usage: Object.values(results).map(usageOf).reduce(addUsage, noUsage),
    inputs: inputs ?? {},
    warnings: [],
  };
}

const Completed = z.looseObject({
  status: z.literal("completed"),
  raw: z.string(),
  tasks: z.looseObject({}),
  usage: z.looseObject({}),
});

async function afterwards(
  { afterKickoff, callbackTimeoutMs: timeoutMs }: Ended,
  run: CompletedRun,
  signal: AbortSignal,
): Promise<Ending> {
  if (afterKickoff === undefined) return run;
  const changed = await callBounded({ signal, timeoutMs }, () => afterKickoff(run));
  const failed = (problem: string): Ending => {
    return { status: "failed", threadId: run.threadId, error: hookFailure("afterKickoff", problem) };
  };
  if (!changed.ok) return failed(changed.problem);
  if (changed.value === undefined || Completed.safeParse(changed.value).success) return changed.value ?? run;
  return failed("It has to return the run that it was given, changed or not, or nothing.");
}

export function hookFailure(hook: string, problem: string): CrewFailure {
  return { code: "hook_failed", message: `${hook} failed: ${problem}`, remedy: `Mend ${hook}.`, task: "" };
}
