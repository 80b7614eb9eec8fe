import { createDeadline } from "../abort.ts";
import { noUsage } from "../agent/no-usage.ts";
import type { Agent } from "../agent/types.ts";
import { monotonicNow } from "../clock.ts";
import { CrewError } from "../errors.ts";
import { isPause, isSteering } from "../graph-signals.ts";
import type { Remember } from "../remember.ts";
import { callBounded } from "../task/bounded.ts";
import { failureOf, thrownFor } from "../task/failure.ts";
import type { TaskResult } from "../task/run-task.ts";
import type { Task } from "../task/types.ts";
import { createAccount } from "./account.ts";
import { tasksBefore } from "./dependencies.ts";
import { doTask } from "./do-task.ts";
import type { CrewParts, Place } from "./place.ts";
import { readAgain } from "./read-again.ts";
import type { RunContext } from "./run-context.ts";
import { assignmentOf } from "./staff.ts";
import { outputsOf, type State, usageOf } from "./state.ts";
import { rememberFor } from "./steps.ts";
import { unfitInputs } from "./unfit-inputs.ts";

export type Visit = {
  readonly task: Task;
  readonly state: State;
  readonly run: RunContext;
  readonly signal: AbortSignal | undefined;
};

/** The node of a task. Throws only what ends the graph: a pause, the wish to stop, or its failure in a graph of others. */
export function visitTask(parts: CrewParts, { task, state, run, signal }: Visit): Promise<Partial<State>> {
  const account = createAccount();
  return run.track(async () => {
    for (const [name, result] of Object.entries(state.outputs)) run.used(name, () => usageOf(result));
    // Kept from an earlier run; or of no use any more.
    if (Object.hasOwn(state.outputs, task.name)) return {};
    if (Object.values(state.outputs).some(({ status }) => status === "failed")) return {};
    // A crew looks at this before its graph begins.
    const unfit = run.isAlone ? unfitInputs(parts.inputs, state.inputs) : undefined;
    run.used(task.name, account.usage);
    const deadline = createDeadline({ signals: [signal] });
    let release = () => {};
    try {
      if (unfit !== undefined) throw thrownFor(unfit);
      release = (await run.slots?.take(deadline.signal)) ?? release;
      const result = await carryOut({ parts, task, state, run, signal: deadline.signal, account });
      run.used(task.name, () => usageOf(result));
      if (run.isAlone && result.status === "failed") throw thrownFor(result.error);
      run.finish(task.name);
      return { outputs: { [task.name]: result } };
    } catch (error) {
      throw run.thrownBy(task.name, error, deadline.signal.aborted);
    } finally {
      release();
      deadline.close();
    }
  });
}

async function carryOut(place: Place): Promise<TaskResult> {
  const { task, run } = place;
  const remember = rememberFor(place);
  const { agent } = assignmentOf(task, place.parts.staff);
  const isWanted = await askCondition(place, remember);
  if (isWanted.ok && !isWanted.value) {
    run.emit({ type: "task.skipped", task: task.name });
    const nothing = { raw: "", data: undefined, skipped: true, messages: [], usage: noUsage };
    return { status: "completed", output: { task: task.name, agent: agent.name, ...nothing } };
  }
  return betweenEvents(place, agent, async () => {
    if (isWanted.ok) return doTask(place, remember);
    const message = `The condition of "${task.name}" gave no answer: ${isWanted.problem}`;
    const error = { code: "condition_failed", message, remedy: "Mend the condition.", task: task.name } as const;
    return { status: "failed", error, usage: noUsage };
  });
}

/** Every start has one end, whatever happens in between. */
async function betweenEvents(
  { task: { name: task }, run, signal, account }: Place,
  { name: agent }: Agent,
  carryOn: () => Promise<TaskResult>,
): Promise<TaskResult> {
  const startedAt = monotonicNow();
  run.emit({ type: "task.started", task, agent });
  const finish = (status: "completed" | "waiting" | "failed" | "cancelled", raw = "") =>
    run.emit({ type: "task.finished", task, agent, status, raw, ms: monotonicNow() - startedAt });
  try {
    const result = await carryOn();
    signal.throwIfAborted();
    if (result.status === "completed") finish("completed", result.output.raw);
    else finish("failed");
    return result;
  } catch (error) {
    // LangGraph has been told of it already by the step that threw it.
    if (run.isAlone && error instanceof CrewError) throw error;
    if (isPause(error)) run.asks(task, error.interrupts);
    if (isSteering(error) || signal.aborted) {
      finish(signal.aborted ? "cancelled" : "waiting");
      throw error;
    }
    finish("failed");
    return { status: "failed", error: failureOf(error, task), usage: account.usage() };
  }
}

async function askCondition({ parts, task, state, run, signal }: Place, remember: Remember) {
  const { condition } = task;
  const previous = outputsOf(tasksBefore(task, parts.tasks), state.outputs).at(-1);
  if (condition === undefined || previous === undefined) return { ok: true, value: true } as const;
  const bounds = { signal, timeoutMs: parts.callbackTimeoutMs };
  return remember("condition", async () => {
    const seen = run.hasFinished(previous.task)
      ? previous
      : await readAgain(previous, { tasks: parts.tasks, ...bounds });
    return callBounded(bounds, () => condition(seen));
  });
}
