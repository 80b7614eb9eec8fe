import { CrewError, type CrewFailureCode } from "../errors.ts";
import { isUnkeptPause } from "../graph-signals.ts";
import { messageOf } from "../message-of.ts";

/** Why a run failed: a stable code, what happened, and what somebody can do about it. */
export type CrewFailure = {
  readonly code: CrewFailureCode;
  readonly message: string;
  readonly remedy: string;
  /** The task that failed; "" when it was none. */
  readonly task: string;
};

/** What to do where a person is asked in a run that nothing keeps. */
export const KEEP = "Pass createCrew a checkpointer, such as new MemorySaver().";

/** A failure as the graph around a crew's learns of it: its retries, its error handlers, or who invoked it. */
export function thrownFor({ code, message, remedy, task }: CrewFailure): CrewError {
  return new CrewError(code, `${task === "" ? "The crew" : `The task "${task}"`} failed (${code}): ${message}`, remedy);
}

/** What was thrown, as data. */
export function failureOf(error: unknown, task = ""): CrewFailure {
  if (error instanceof CrewError) {
    const { code, remedy } = error;
    return { code, message: error.message.replace(remedy, "").trim(), remedy, task };
  }
  if (isUnkeptPause(error)) {
    const message = `"${task}" asks a person, and nothing keeps the run meanwhile.`;
    return { code: "checkpointer_missing", message, remedy: KEEP, task };
  }
  const message = messageOf(error);
  const [code, where] = task === "" ? (["crew_failed", "The crew"] as const) : (["task_failed", `"${task}"`] as const);
  return { code, message: `${where} failed: ${message}`, remedy: "Look at what threw this.", task };
}
