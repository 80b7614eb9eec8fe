import type { Finding } from "./finding.ts";
import type { ReadEntry } from "./read-fields.ts";

/** In crewAI a task whose list of tools is empty has those of its agent. */
export function toolsIn({ names }: ReadEntry): readonly string[] | undefined {
  const tools = names("tools") ?? [];
  return tools.length === 0 ? undefined : tools;
}

export function outputProblems({ name, text, at }: ReadEntry): readonly Finding[] {
  const key = ["output_pydantic", "output_json", "response_model"].find((one) => text(one) !== undefined);
  if (key === undefined) return [];
  const remedy = `Pass assign: { ${name}: { output: z.object(…) } }.`;
  return [at(key, `"${text(key)}" is a class of Python.`, remedy)];
}

/** crewAI takes an empty text; here an answer is held against it. */
export function expectedOf({ text, at }: ReadEntry) {
  const said = text("expected_output") ?? "";
  if (said !== "") return { expectedOutput: said, warnings: [] };
  const expectedOutput = "The result of the task.";
  const message = `expected_output is empty; "${expectedOutput}" stands in for it.`;
  return { expectedOutput, warnings: [at("expected_output", message, "Say what a good answer looks like.")] };
}

export function guardrailsIn({ text, names }: ReadEntry): readonly string[] | undefined {
  const single = text("guardrail");
  return single === undefined ? names("guardrails") : [single];
}
