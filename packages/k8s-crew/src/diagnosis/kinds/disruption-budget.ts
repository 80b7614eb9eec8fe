import type { Chain } from "../../overview/types.ts";
import { numberAt, textAt } from "../../results/values.ts";
import { describing, fieldEvidence } from "../evidence.ts";
import type { Scout } from "../scout.ts";
import type { Finding, Thing } from "../types.ts";
import type { Seen } from "./seen.ts";

/** A disruption budget: whether a node of its pods can be drained. */
export function* disruptionBudget(scout: Scout, thing: Thing): Chain<Seen> {
  const found = yield* scout.one(thing);
  if (found.kind !== "found") return { reach: found.kind };
  const { object } = found;
  const number = (key: string) => numberAt(object, "status", key);
  const [allowed, healthy = 0, desired = 0, expected = 0] = [
    "disruptionsAllowed",
    "currentHealthy",
    "desiredHealthy",
    "expectedPods",
  ].map(number);
  const state = allowed === undefined ? "" : `ALLOWED DISRUPTIONS ${allowed}`;
  if (allowed !== 0 || expected === 0) return { reach: "ok", state, findings: [] };
  const wish = ["minAvailable", "maxUnavailable"].flatMap((key) => {
    const value = textAt(object, "spec", key);
    return value === "" ? [] : [fieldEvidence(thing, `spec.${key}`, value)];
  });
  const finding: Finding = {
    object: thing,
    cause: desired >= expected ? "pdb_never" : "pdb_blocks",
    slots: { healthy, desired, expected },
    evidence: [
      ...wish,
      { says: "field", slots: { field: "status.disruptionsAllowed", value: "0" }, show: describing(thing) },
    ],
  };
  return { reach: "ok", state, findings: [finding] };
}
