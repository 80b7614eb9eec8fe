import type { Inputs } from "../placeholders.ts";
import type { CrewFailure } from "../task/failure.ts";

/** What is wrong with inputs that leave placeholders empty. Without any inputs the texts stay as they are. */
export function missingInputs(names: readonly string[], inputs: Inputs | null | undefined): CrewFailure | undefined {
  const missing = inputs ? names.filter((name) => inputs[name] === undefined) : [];
  if (missing.length === 0) return undefined;
  const message = `There is no input for ${missing.map((name) => `{${name}}`).join(", ")}.`;
  const remedy = `Pass ${missing.join(", ")} to kickoff, or in the \`inputs\` of the graph.`;
  return { code: "input_missing", message, remedy, task: "" };
}
