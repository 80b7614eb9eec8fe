import type { AgentRun } from "@k8s-copilot/crew";
import type { ExecutorInput } from "../types.ts";

/** Causes that lie in the text that was sent: a service takes a line of a log for an attack, or for something forbidden. */
const ofText: ReadonlySet<string> = new Set(["moderation", "guardrail", "safety"]);

/** Whether the model's service refused the text of the request, so that it may be asked without a part of it. */
export const refusesText = (run: AgentRun<unknown>): boolean =>
  run.status === "failed" && run.error.cause !== undefined && ofText.has(run.error.cause);

type Told = Pick<ExecutorInput, "facts" | "results">;

/** What is told, without the newest result: not in the facts either. */
export const withoutNewest = ({ facts, results }: Told): Told & { readonly tool: string } => {
  const newest = results.at(-1);
  const own = new Set((newest?.text ?? "").split("\n").map((line) => line.trim()));
  return {
    tool: newest?.tool ?? "",
    results: results.slice(0, -1),
    facts: facts
      .split("\n")
      .filter((line) => line.trim() === "" || !own.has(line.trim()))
      .join("\n"),
  };
};
