import { together } from "../../overview/chains.ts";
import type { Chain } from "../../overview/types.ts";
import { parseTimestamp } from "../../results/age.ts";
import type { Row } from "../../results/types.ts";
import { listAt, textAt } from "../../results/values.ts";
import { quoted } from "../evidence.ts";
import type { Scout } from "../scout.ts";
import type { Change } from "./types.ts";

/** Nodes whose conditions are read. */
const readLimit = 10;

/** When the conditions of nodes last changed, and to what. */
export function* conditionChanges(scout: Scout, rows: readonly Row[]): Chain<readonly Change[]> {
  if (rows.length > readLimit) scout.missed("node", "", "incomplete");
  const chosen = rows.slice(0, readLimit).map(({ name }) => ({ resource: "node", namespace: "", name }));
  const found = yield* together(chosen.map((thing) => scout.one(thing)));
  return found.flatMap((each, index): readonly Change[] => {
    const thing = chosen[index];
    if (each.kind !== "found" || !thing) return [];
    const ready = listAt(each.object, "status", "conditions").filter(
      (condition) => textAt(condition, "type") === "Ready" || textAt(condition, "status") === "True",
    );
    return ready.flatMap((condition): readonly Change[] => {
      const at = parseTimestamp(textAt(condition, "lastTransitionTime"));
      const [type, status] = [textAt(condition, "type"), textAt(condition, "status")];
      const slots = { type, status, message: quoted(textAt(condition, "message")) };
      return at === undefined ? [] : [{ at, thing, says: "condition", slots }];
    });
  });
}
