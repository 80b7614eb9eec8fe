import { together } from "../../overview/chains.ts";
import { singleReadLimit } from "../../overview/list-everywhere.ts";
import type { Chain } from "../../overview/types.ts";
import { parseTimestamp } from "../../results/age.ts";
import { podFacts } from "../../results/pod-facts.ts";
import type { Row } from "../../results/types.ts";
import type { ChangeWord } from "../../words/change-words.ts";
import { containersOf, endOf, restartsOf } from "../pod/containers.ts";
import type { Scout } from "../scout.ts";
import { ageOf } from "./revisions.ts";
import type { Change } from "./types.ts";

type Span = { readonly rows: readonly Row[]; readonly sinceSeconds: number };

/** How containers last ended, of pods that were restarted lately or have ended, well or not. */
export function* restartChanges(scout: Scout, { rows, sinceSeconds }: Span): Chain<readonly Change[]> {
  const recent = rows.filter((row) => {
    const { status, restarts, lastRestartSeconds } = podFacts(row, scout.now);
    if (status === "") return true;
    const restarted = (restarts ?? 0) > 0 && (lastRestartSeconds ?? 0) <= sinceSeconds;
    return restarted || status === "Error" || status === "OOMKilled";
  });
  // What ran to its end, as a Job does, is something that happened; the youngest pods tell the latest of it.
  const done = rows
    .filter((row) => /^(?:completed|succeeded)$/iu.test(podFacts(row, scout.now).status) && !recent.includes(row))
    .toSorted((left, right) => (ageOf(left, scout.now) ?? 0) - (ageOf(right, scout.now) ?? 0));
  if (recent.length > singleReadLimit) scout.missed("pod", "", "incomplete");
  const chosen = [...recent, ...done].slice(0, singleReadLimit);
  const found = yield* together(
    chosen.map(({ name, namespace = "" }) => scout.one({ resource: "pod", namespace, name })),
  );
  return found.flatMap((each, index): readonly Change[] => {
    const row = chosen[index];
    if (each.kind !== "found" || !row) return [];
    return containersOf(each.object).flatMap((container): readonly Change[] => {
      const ended = endOf(container);
      const at = ended && parseTimestamp(ended.finishedAt);
      if (!ended || at === undefined) return [];
      const { reason, code } = ended;
      const slots = { container: container.name, reason: reason || "-", code, restarts: restartsOf(container) };
      const thing = { resource: "pod", namespace: row.namespace ?? "", name: row.name };
      return [{ at, thing, says: endWord(ended.code, slots.restarts), slots }];
    });
  });
}

const endWord = (code: number | string, restarts: number): ChangeWord => {
  if (restarts > 0) return "restart";
  return code === 0 ? "done" : "end";
};
