import type { ParsedResult } from "./types.ts";
import { listAt, textAt } from "./values.ts";

/**
 * The names of a pod's containers, in its own order, for a question about which one: from its object (also of a workload's
 * template), from a list of containers, or from describe output. Empty when the result does not tell.
 */
export function containerNames(result: ParsedResult): readonly string[] {
  if (result.form === "rows") return result.rows.flatMap((row) => namesIn(row.object) ?? [row.name]);
  return result.form === "object" ? (namesIn(result.object) ?? []) : namesInDescribe(result.text);
}

function namesIn(object: unknown): readonly string[] | undefined {
  const lists = [
    listAt(object, "spec", "containers"),
    listAt(object, "spec", "template", "spec", "containers"),
    listAt(object, "containers"),
  ];
  const names = lists
    .find((list) => list.length > 0)
    ?.map((entry) => (typeof entry === "string" ? entry : textAt(entry, "name")));
  return names?.filter((name) => name !== "");
}

/** `Containers:` and below it, indented by two, `app:`; up to the next heading. */
function namesInDescribe(text: string): readonly string[] {
  const section = /^Containers:[ \t]*\n((?:[ \t]+.*\n?|\n)*)/m.exec(text)?.[1] ?? "";
  return [...section.matchAll(/^ {2}(\S+):[ \t]*$/gm)].map(([, name = ""]) => name);
}
