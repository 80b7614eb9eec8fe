import { parameterOf } from "../catalog/arguments.ts";
import type { Catalog } from "../catalog/types.ts";
import { failureOf } from "../overview/list-everywhere.ts";
import type { Chain } from "../overview/types.ts";
import { logText } from "../results/log-text.ts";
import type { Notes, Reads } from "./reads.ts";
import type { Thing } from "./types.ts";

/** `tail`: lines that are read, default the few that hold a program's last words. */
export type LogWanted = { readonly container: string; readonly previous: boolean; readonly tail?: number };

/** The time that servers put before a line of a log: the end of the run is told beside it. */
const timeAtStart = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2}) /;

/** Lines of a log that are read to find its last words. */
export const logTail = 20;

type Reading = Reads & Pick<Notes, "note"> & { readonly catalog: Catalog };

/** The last lines of a container's log, oldest first. */
export function* readLog(
  { catalog, read, callOf, note }: Reading,
  pod: Thing,
  { container, previous, tail = logTail }: LogWanted,
): Chain<readonly string[]> {
  const template = catalog.find({ verb: "logs", resource: "pod" })[0];
  const canPrevious = template !== undefined && parameterOf(template.entry, "previous") !== undefined;
  const name = previous ? "previous" : "";
  if (!template || (previous && !canPrevious)) {
    note("log", name, { cause: "no_tool", detail: "" });
    return [];
  }
  const said = { namespace: pod.namespace, name: pod.name, container, tail };
  const result = yield* read(callOf(template, "pod", { ...said, ...(previous ? { previous } : {}) }));
  const failure = failureOf(result);
  note("log", name, failure);
  if (!result || failure) return [];
  return logText(result.text, result.structured)
    .split("\n")
    .map((line) => line.replace(timeAtStart, "").trimEnd())
    .filter((line) => line !== "");
}
