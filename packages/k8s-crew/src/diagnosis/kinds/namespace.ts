import type { Chain } from "../../overview/types.ts";
import { listAt, textAt } from "../../results/values.ts";
import { conditionEvidence, conditionOf, describing, quoted } from "../evidence.ts";
import type { Scout } from "../scout.ts";
import type { Thing } from "../types.ts";
import type { Seen } from "./seen.ts";

/** A namespace itself; what is in it is a survey's matter. */
export function* namespace(scout: Scout, thing: Thing): Chain<Seen> {
  const found = yield* scout.one(thing);
  if (found.kind !== "found") return { reach: found.kind };
  const { object } = found;
  const state = textAt(object, "status", "phase") || "Active";
  if (state !== "Terminating") return { reach: "ok", state, findings: [] };
  const held = listAt(object, "status", "conditions")
    .filter((condition) => textAt(condition, "status") === "True")
    .map((condition) => textAt(condition, "type"));
  const evidence = held.flatMap((type) => {
    const condition = conditionOf(object, type);
    return condition ? [conditionEvidence(thing, condition)] : [];
  });
  const detail = quoted(held.map((type) => textAt(conditionOf(object, type), "message")).join("; ")) || "-";
  const status = {
    says: "status" as const,
    slots: { resource: "namespace", name: thing.name, status: state },
    show: describing(thing),
  };
  return {
    reach: "ok",
    state,
    findings: [{ object: thing, cause: "namespace_stuck", slots: { detail }, evidence: [status, ...evidence] }],
  };
}
