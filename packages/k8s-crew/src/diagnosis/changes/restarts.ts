import { together } from "../../overview/chains.ts";
import { singleReadLimit } from "../../overview/list-everywhere.ts";
import type { Chain } from "../../overview/types.ts";
import { parseTimestamp } from "../../results/age.ts";
import { podFacts } from "../../results/pod-facts.ts";
import type { Row } from "../../results/types.ts";
import { containersOf, endOf, restartsOf } from "../pod/containers.ts";
import type { Scout } from "../scout.ts";
import type { Change } from "./types.ts";

type Span = { readonly rows: readonly Row[]; readonly sinceSeconds: number };

/** How containers last ended, of pods that were restarted lately or have ended. */
export function* restartChanges(scout: Scout, { rows, sinceSeconds }: Span): Chain<readonly Change[]> {
  const recent = rows.filter((row) => {
    const { status, restarts, lastRestartSeconds } = podFacts(row, scout.now);
    if (status === "") return true;
    const restarted = (restarts ?? 0) > 0 && (lastRestartSeconds ?? 0) <= sinceSeconds;
    return restarted || status === "Error" || status === "OOMKilled";
  });
  if (recent.length > singleReadLimit) scout.missed("pod", "", "incomplete");
  const chosen = recent.slice(0, singleReadLimit);
  const found = yield* together(
    chosen.map(({ name, namespace = "" }) => scout.one({ resource: "pod", namespace, name })),
  );
  return found.flatMap((each, index): readonly Change[] => {
    const row = chosen[index];
    if (each.kind !== "found" || !row) return [];
    return containersOf(each.object).flatMap((container): readonly Change[] => {
      const ended = endOf(container);
      const at = ended && parseTimestamp(ended.finishedAt);
      if (!ended || at === undefined || (ended.code === 0 && restartsOf(container) === 0)) return [];
      const { reason, code } = ended;
      const slots = { container: container.name, reason: reason || "-", code, restarts: restartsOf(container) };
      const thing = { resource: "pod", namespace: row.namespace ?? "", name: row.name };
      return [{ at, thing, says: slots.restarts > 0 ? "restart" : "end", slots }];
    });
  });
}
