import { CrewError } from "../errors.ts";
import type { CrewRun } from "./types.ts";

type Completed<Run> = Extract<Run, { readonly status: "completed" }>;

/**
 * A run that came to its end. Throws `run_not_completed` for one that waits or failed: for who has nothing to say then,
 * as a script.
 */
export function completed<Run extends CrewRun>(run: Run): Completed<Run> {
  // A kickoff that nobody awaited.
  if (run?.status === undefined) {
    throw new CrewError("run_not_completed", "This is no run.", "Await it: completed(await crew.kickoff(inputs)).");
  }
  if (isCompleted(run)) return run;
  if (run.status === "failed") {
    const { code, message, remedy } = run.error;
    throw new CrewError("run_not_completed", `The run failed (${code}): ${message}`, remedy);
  }
  const asked = run.status === "waiting" ? run.pending.map(({ question }) => question).join(" ") : "";
  throw new CrewError("run_not_completed", `The run waits for an answer: ${asked}`, "Pass the answers to `resume`.");
}

function isCompleted<Run extends CrewRun>(run: Run): run is Completed<Run> {
  return run.status === "completed";
}
