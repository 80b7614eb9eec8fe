import type { Inputs } from "../placeholders.ts";
import type { CrewFailure } from "../task/failure.ts";

/** What reads as itself in a text. */
const FILLS: readonly string[] = ["string", "number", "boolean"];

/** What is wrong with inputs that leave placeholders empty, or fill them with what is no text. None at all leave the texts as they are. */
export function unfitInputs(names: readonly string[], inputs: Inputs | null | undefined): CrewFailure | undefined {
  if (!inputs) return undefined;
  const given = new Map<string, unknown>(Object.entries(inputs));
  const missing = names.filter((name) => given.get(name) === undefined);
  const isWrapped = typeof given.get("inputs") === "object";
  if (missing.length > 0) return missingInputs(missing, isWrapped);
  const odd = names.filter((name) => !FILLS.includes(typeof given.get(name)));
  return odd.length === 0 ? undefined : oddInputs(odd);
}

function missingInputs(names: readonly string[], isWrapped: boolean): CrewFailure {
  const message = `There is no input for ${inBraces(names)}.`;
  const remedy = isWrapped
    ? `Pass them to kickoff by themselves, not in an object \`inputs\`: kickoff({ ${names.map((name) => `${name}: …`).join(", ")} }).`
    : `Pass ${names.join(", ")} to kickoff, or in the \`inputs\` of the graph.`;
  return { code: "input_missing", message, remedy, task: "" };
}

function oddInputs(names: readonly string[]): CrewFailure {
  const message = `The input for ${inBraces(names)} is no text, number, true or false.`;
  return { code: "input_invalid", message, remedy: "Write it out as text, such as by JSON.stringify.", task: "" };
}

function inBraces(names: readonly string[]): string {
  return names.map((name) => `{${name}}`).join(", ");
}
