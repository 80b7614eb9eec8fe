import { resourceOfKind } from "../../catalog/resource-words.ts";
import type { Chain } from "../../overview/types.ts";
import { textAt, type UnknownRecord } from "../../results/values.ts";
import type { CauseKey } from "../../words/causes/causes.ts";
import { conditionEvidence, conditionOf, fieldEvidence, quoted } from "../evidence.ts";
import type { Scout } from "../scout.ts";
import type { Finding, Thing } from "../types.ts";
import type { Seen } from "./seen.ts";

/** An autoscaler: what its conditions say. */
export function* hpa(scout: Scout, thing: Thing): Chain<Seen> {
  const found = yield* scout.one(thing);
  if (found.kind !== "found") return { reach: found.kind };
  const { object } = found;
  const [now, most] = [textAt(object, "status", "currentReplicas") || "0", textAt(object, "spec", "maxReplicas")];
  const findings = findingsIn(thing, object);
  const lost = findings.length > 0 ? undefined : yield* lostTarget(scout, thing, object);
  return { reach: "ok", state: `${now}/${most} replicas`, findings: lost ? [lost] : findings };
}

const targetOf = (object: UnknownRecord): string =>
  `${textAt(object, "spec", "scaleTargetRef", "kind")} ${textAt(object, "spec", "scaleTargetRef", "name")}`;

function* lostTarget(scout: Scout, thing: Thing, object: UnknownRecord): Chain<Finding | undefined> {
  const resource = resourceOfKind(textAt(object, "spec", "scaleTargetRef", "kind"))?.key;
  const name = textAt(object, "spec", "scaleTargetRef", "name");
  if (resource === undefined) return undefined;
  const found = yield* scout.one({ resource, namespace: thing.namespace, name });
  const what = targetOf(object);
  return found.kind === "missing"
    ? {
        object: thing,
        cause: "hpa_target_missing",
        slots: { what },
        evidence: [fieldEvidence(thing, "spec.scaleTargetRef", what)],
      }
    : undefined;
}

const findingsIn = (thing: Thing, object: UnknownRecord): readonly Finding[] => {
  const [able, active, limited] = ["AbleToScale", "ScalingActive", "ScalingLimited"].map((type) =>
    conditionOf(object, type),
  );
  const bad = [able, active].find((condition) => condition && textAt(condition, "status") === "False");
  if (bad) {
    const message = textAt(bad, "message");
    const what = /missing request for (\S+)/.exec(message)?.[1] ?? targetOf(object);
    return [
      {
        object: thing,
        cause: causeOf(textAt(bad, "reason"), message),
        slots: { detail: quoted(message), what },
        evidence: [conditionEvidence(thing, bad)],
      },
    ];
  }
  if (limited && textAt(limited, "status") === "True" && textAt(limited, "reason") === "TooManyReplicas")
    return [
      {
        object: thing,
        cause: "hpa_at_limit",
        slots: { limit: textAt(object, "spec", "maxReplicas") },
        evidence: [conditionEvidence(thing, limited)],
      },
    ];
  return [];
};

const causeOf = (reason: string, message: string): CauseKey => {
  if (reason === "FailedGetScale") return "hpa_target_missing";
  if (/missing request for/.test(message)) return "hpa_no_requests";
  return /metrics/i.test(message) || /^FailedGet\w*Metric/.test(reason) ? "hpa_no_metrics" : "hpa_cannot_scale";
};
