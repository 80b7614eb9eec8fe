import type { Task } from "../task/types.ts";
import type { Finding } from "./finding.ts";
import { didYouMean } from "./near.ts";
import type { ReadEntry } from "./read-fields.ts";

type Showing = {
  readonly entry: ReadEntry;
  /** The tasks whose outputs it is shown. */
  readonly names: readonly string[];
  readonly earlier: ReadonlyMap<string, Task>;
  readonly order: readonly ReadEntry[];
  /** The tasks of the file that are not done. */
  readonly leftOut: readonly string[];
};

/**
 * The tasks whose outputs a task is shown. One that is not there, or is done later, is a problem; one that the crew leaves
 * out is a warning, since crewAI too shows nothing of it.
 */
export function contextTasks({ entry, names, earlier, order, leftOut }: Showing) {
  const all = order.map(({ name }) => name);
  const before = all.slice(0, all.indexOf(entry.name));
  const assign = `pass assign: { ${entry.name}: { context: […] } }`;
  const problems = names.flatMap((name): readonly Finding[] => {
    if (before.includes(name) || leftOut.includes(name)) return [];
    const done = `Before it are done: ${before.join(", ") || "none"}.`;
    if (name === entry.name) {
      return [entry.at("context", "The task is shown its own output.", `Take it out of the context. ${done}`)];
    }
    if (all.includes(name)) {
      const remedy = `If Python code has another order, pass order: ["${name}", "${entry.name}", …]; else take it out. ${done}`;
      return [entry.at("context", `The task "${name}" is done later.`, remedy)];
    }
    const list = name.includes(",") ? "Write a list: [first, second]. " : "";
    const remedy = `${list}${didYouMean(name, before)}If Python code calls it otherwise, ${assign}. ${done}`;
    return [entry.at("context", `There is no task "${name}".`, remedy)];
  });
  const warnings = names
    .filter((name) => leftOut.includes(name))
    .map((name) => {
      const message = `The task "${name}" is not done, so nothing of it is shown.`;
      return entry.at("context", message, "Name it in order too, or take it out of the context.");
    });
  return { tasks: names.flatMap((name) => earlier.get(name) ?? []), problems, warnings };
}
