import { together } from "../../overview/chains.ts";
import type { Chain } from "../../overview/types.ts";
import { formatAge, secondsSince } from "../../results/age.ts";
import type { EventFacts } from "../../results/event-facts.ts";
import { podStatus } from "../../results/pod-status.ts";
import { listAt, textAt, type UnknownRecord } from "../../results/values.ts";
import type { CauseKey } from "../../words/causes/causes.ts";
import {
  ageOf,
  conditionEvidence,
  conditionOf,
  describing,
  eventEvidence,
  fieldEvidence,
  quoted,
} from "../evidence.ts";
import { matchIn, mountMessages } from "../patterns.ts";
import type { Scout } from "../scout.ts";
import type { Evidence, Finding, Thing } from "../types.ts";
import { containerFinding } from "./container-findings.ts";
import { containersOf, waitingReason } from "./containers.ts";
import { placingFindings } from "./placing.ts";

/** STATUS and READY as kubectl shows them. */
export const podState = (pod: UnknownRecord): string => {
  const { status, ready, total, restarts } = podStatus(pod);
  return `${status}, ${ready}/${total} ready${restarts > 0 ? `, ${restarts} restart${restarts === 1 ? "" : "s"}` : ""}`;
};

/** Longer than this, a pod that does not start is in trouble. Seconds. */
const patience = 120;

type Pod = { readonly thing: Thing; readonly pod: UnknownRecord; readonly events: readonly EventFacts[] };

/** What is wrong with a pod, from its object, its events and the logs of containers that ended. */
export function* podFindings(scout: Scout, { thing, pod, events }: Pod): Chain<readonly Finding[]> {
  const deletion = textAt(pod, "metadata", "deletionTimestamp");
  if (deletion !== "") return stuckFindings(scout, { thing, pod, events });
  const failed = failedFinding({ thing, pod, events });
  if (failed) return [failed];
  const phase = textAt(pod, "status", "phase");
  if (
    phase === "Pending" &&
    textAt(pod, "spec", "nodeName") === "" &&
    textAt(conditionOf(pod, "PodScheduled"), "status") !== "True"
  )
    return yield* withClaims(scout, { thing, pod, events });
  const containers = containersOf(pod);
  const mains = containers.filter(({ role }) => role === "main").map(({ name }) => name);
  const found = yield* together(
    containers.map((container) => containerFinding(container, { scout, thing, events, mains })),
  );
  const findings = found.filter((finding) => finding !== undefined);
  if (findings.length > 0) return findings;
  return [...startingFindings(scout, { thing, pod, events }), ...gateFindings({ thing, pod, events })];
}

/** A deletion takes the grace period, which the timestamp already counts in; a minute more is no trouble. */
const stuckFindings = (scout: Scout, { thing, pod }: Pod): readonly Finding[] => {
  const seconds = secondsSince(textAt(pod, "metadata", "deletionTimestamp"), scout.now) ?? 0;
  const finalizers = listAt(pod, "metadata", "finalizers").join(", ");
  const age = formatAge(seconds);
  if (seconds < 60) return [];
  const slots = { what: finalizers, age, node: textAt(pod, "spec", "nodeName") || "-" };
  const evidence = [
    fieldEvidence(thing, "metadata.deletionTimestamp", textAt(pod, "metadata", "deletionTimestamp")),
    ...(finalizers === "" ? [] : [fieldEvidence(thing, "metadata.finalizers", finalizers)]),
  ];
  return [{ object: thing, cause: finalizers === "" ? "stuck_terminating" : "stuck_finalizer", slots, evidence }];
};

const failureReasons: { readonly [reason: string]: CauseKey } = {
  Evicted: "evicted",
  Preempting: "preempted",
  DeadlineExceeded: "job_deadline",
};

/** A pod that failed as a whole, for a reason that lies outside its containers. */
const failedFinding = ({ thing, pod }: Pod): Finding | undefined => {
  const reason = textAt(pod, "status", "reason");
  if (textAt(pod, "status", "phase") !== "Failed" || reason === "") return undefined;
  const message = quoted(textAt(pod, "status", "message"));
  return {
    object: thing,
    cause: failureReasons[reason] ?? "pod_failed",
    slots: { what: reason, detail: message, limit: textAt(pod, "spec", "activeDeadlineSeconds") },
    evidence: [{ says: "message", slots: { message: `${reason}: ${message}` }, show: describing(thing) }],
  };
};

/** A pod that waits for its claims: those claims are looked at, because the cause is theirs. */
function* withClaims(scout: Scout, { thing, pod, events }: Pod): Chain<readonly Finding[]> {
  const findings = placingFindings(pod, { thing, events });
  if (!findings.some(({ cause }) => cause === "claim_unbound")) return findings;
  const claims = claimsOf(pod);
  const found = yield* together(claims.map((name) => scout.one({ resource: "pvc", namespace: thing.namespace, name })));
  const lost = claims.filter((_, index) => found[index]?.kind === "missing");
  return findings.map((finding) =>
    finding.cause === "claim_unbound" && lost[0] !== undefined
      ? { ...finding, cause: "claim_missing" as const, slots: { ...finding.slots, name: lost[0] } }
      : finding,
  );
}

/** The names of the claims that a pod uses. */
export const claimsOf = (pod: UnknownRecord): readonly string[] =>
  listAt(pod, "spec", "volumes")
    .map((volume) => textAt(volume, "persistentVolumeClaim", "claimName"))
    .filter((name) => name !== "");

/** Containers that wait to be made: a volume, the network, or nothing that anybody tells. */
const startingFindings = (scout: Scout, { thing, pod, events }: Pod): readonly Finding[] => {
  const waiting = containersOf(pod).find((container) =>
    /^(?:ContainerCreating|PodInitializing)$/.test(waitingReason(container)),
  );
  if (!waiting && textAt(pod, "status", "phase") !== "Pending") return [];
  const mount = events.find(({ reason }) => /^(?:FailedMount|FailedAttachVolume|FailedMapVolume)$/.test(reason));
  if (mount) {
    const match = matchIn(mountMessages, mount.message);
    const name =
      match?.groups.name ??
      /for volume "([^"]+)"|volumes?=\[([^\]]+)\]/
        .exec(mount.message)
        ?.slice(1)
        .find((each) => each) ??
      "";
    const slots = { key: "", ...match?.groups, name, detail: quoted(mount.message) };
    return [{ object: thing, cause: match?.cause ?? "mount_failed", slots, evidence: [eventEvidence(thing, mount)] }];
  }
  const sandbox = events.find(({ reason }) =>
    /^(?:FailedCreatePodSandBox|FailedPodSandBoxStatus|NetworkNotReady)$/.test(reason),
  );
  if (sandbox)
    return [
      {
        object: thing,
        cause: "sandbox_failed",
        slots: { detail: quoted(sandbox.message) },
        evidence: [eventEvidence(thing, sandbox)],
      },
    ];
  const since = textAt(pod, "status", "startTime") || textAt(pod, "metadata", "creationTimestamp");
  if ((secondsSince(since, scout.now) ?? 0) < patience) return [];
  const slots = {
    what: waiting ? waitingReason(waiting) : "Pending",
    age: ageOf(since, scout.now),
    node: textAt(pod, "spec", "nodeName"),
  };
  return [
    {
      object: thing,
      cause: "starting",
      slots,
      evidence: [
        {
          says: "status",
          slots: { resource: "pod", name: thing.name, status: podState(pod) },
          show: describing(thing),
        },
      ],
    },
  ];
};

const gateFindings = ({ thing, pod }: Pod): readonly Finding[] =>
  listAt(pod, "spec", "readinessGates")
    .map((gate) => textAt(gate, "conditionType"))
    .filter((type) => textAt(conditionOf(pod, type), "status") !== "True")
    .map((name) => ({
      object: thing,
      cause: "readiness_gate" as const,
      slots: { name },
      evidence: [fieldEvidence(thing, "spec.readinessGates", name), ...toldOf(pod, name, thing)],
    }));

/** What the gate's own condition says, or that of the whole pod. */
const toldOf = (pod: UnknownRecord, gate: string, thing: Thing): readonly Evidence[] => {
  const condition = conditionOf(pod, gate) ?? conditionOf(pod, "Ready");
  return condition && textAt(condition, "message") !== "" ? [conditionEvidence(thing, condition)] : [];
};
