import { CrewError, type CrewFailureCode } from "../errors.ts";

/** Why a run failed: a stable code, what happened, and what somebody can do about it. */
export type CrewFailure = {
  readonly code: CrewFailureCode;
  readonly message: string;
  readonly remedy: string;
  /** The task that failed; "" when it was none. */
  readonly task: string;
};

/** What was thrown, as data. */
export function failureOf(error: unknown, task = ""): CrewFailure {
  if (error instanceof CrewError) {
    const { code, remedy } = error;
    return { code, message: error.message.replace(remedy, "").trim(), remedy, task };
  }
  const message = error instanceof Error ? error.message : String(error);
  const [code, where] = task === "" ? (["crew_failed", "The crew"] as const) : (["task_failed", `"${task}"`] as const);
  return { code, message: `${where} failed: ${message}`, remedy: "Look at what threw this.", task };
}
