import type { EventFacts } from "../../results/event-facts.ts";
import { at, listAt, textAt, type UnknownRecord } from "../../results/values.ts";
import type { CauseKey } from "../../words/causes/causes.ts";
import { conditionEvidence, conditionOf, eventEvidence, fieldEvidence, quoted } from "../evidence.ts";
import { matchIn, schedulerWords } from "../patterns.ts";
import type { Evidence, Finding, Thing } from "../types.ts";

/** Reasons that a pod's own wishes make come before the state of the nodes. */
const order: readonly CauseKey[] = schedulerWords.map(({ cause }) => cause);

/** Why no node takes the pod: what the scheduler says of all nodes together. */
export const placingFindings = (
  pod: UnknownRecord,
  { thing, events }: { readonly thing: Thing; readonly events: readonly EventFacts[] },
): readonly Finding[] => {
  const scheduled = conditionOf(pod, "PodScheduled");
  if (textAt(scheduled, "reason") === "SchedulingGated") {
    const what = listAt(pod, "spec", "schedulingGates")
      .map((gate) => textAt(gate, "name"))
      .join(", ");
    return [
      {
        object: thing,
        cause: "scheduling_gated",
        slots: { what },
        evidence: [fieldEvidence(thing, "spec.schedulingGates", what)],
      },
    ];
  }
  const event = events.find(({ reason }) => reason === "FailedScheduling");
  const message = textAt(scheduled, "message") || (event?.message ?? "");
  const told: Evidence[] = event
    ? [eventEvidence(thing, event)]
    : scheduled
      ? [conditionEvidence(thing, scheduled)]
      : [];
  if (message === "") {
    const detail = textAt(pod, "spec", "schedulerName") || "default-scheduler";
    return [{ object: thing, cause: "not_scheduled_yet", slots: { detail }, evidence: told }];
  }
  const reasons = reasonsIn(message);
  const nodes = /0\/(\d+) nodes/.exec(message)?.[1] ?? "?";
  const [main] = reasons;
  if (main === undefined)
    return [{ object: thing, cause: "unschedulable", slots: { nodes, detail: quoted(message) }, evidence: told }];
  const own = wishOf(pod, main, thing);
  return [
    {
      object: thing,
      cause: main.cause,
      slots: {
        nodes,
        detail: quoted(message),
        name: "",
        requested: requestedOf(pod, main.what),
        ...main.groups,
        what: main.what || (own?.slots.value ?? ""),
      },
      evidence: [...told, ...(own ? [own] : [])],
    },
  ];
};

type Reason = { readonly cause: CauseKey; readonly what: string; readonly groups: Readonly<Record<string, string>> };

/** The scheduler's sentence up to what it says of preemption, reason by reason; the pod's own wishes first. */
export const reasonsIn = (message: string): readonly Reason[] => {
  const sentence = message.split(/\. preemption:/i)[0] ?? message;
  const parts = sentence.replace(/^0\/\d+ nodes are available: /, "").split(/, (?=\d+ )|\. /);
  const found = parts.flatMap((part) => {
    const match = matchIn(schedulerWords, part);
    return match
      ? [{ cause: match.cause, what: (match.groups.what ?? "").replace(/: ?$/, "").trim(), groups: match.groups }]
      : [];
  });
  const causes = [...new Set(found.map(({ cause }) => cause))].toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
  return causes.map((cause) => {
    const same = found.filter((each) => each.cause === cause);
    const whats = [...new Set(same.map(({ what }) => what))].filter((what) => what !== "");
    return { cause, what: whats.join(", "), groups: same[0]?.groups ?? {} };
  });
};

/** What all containers ask for of the resources that lack, as written. */
const requestedOf = (pod: UnknownRecord, what: string): string =>
  what
    .split(", ")
    .flatMap((resource) => {
      const amounts = listAt(pod, "spec", "containers").flatMap((container) => {
        const amount = textAt(at(container, "resources", "requests"), resource);
        return amount === "" ? [] : [amount];
      });
      return amounts.length === 0 ? [] : [`${resource} ${amounts.join(" + ")}`];
    })
    .join(", ") || what;

/** The part of the spec that no node meets. */
const wishOf = (pod: UnknownRecord, { cause, what }: Reason, thing: Thing): Evidence | undefined => {
  if (cause === "insufficient_resources") return fieldEvidence(thing, "resources.requests", requestedOf(pod, what));
  if (cause === "untolerated_taint") {
    const keys = listAt(pod, "spec", "tolerations").map((each) => textAt(each, "key") || "*");
    return fieldEvidence(thing, "spec.tolerations", keys.join(", ") || "-");
  }
  if (cause === "host_port") {
    const ports = listAt(pod, "spec", "containers")
      .flatMap((container) => listAt(container, "ports"))
      .flatMap((port) =>
        textAt(port, "hostPort") === "" ? [] : [`${textAt(port, "hostPort")}/${textAt(port, "protocol") || "TCP"}`],
      );
    return fieldEvidence(thing, "containers.ports.hostPort", ports.join(", ") || "-");
  }
  if (cause !== "node_selector") return undefined;
  const selector = at(pod, "spec", "nodeSelector");
  const affinity = at(pod, "spec", "affinity", "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution");
  const pairs = Object.entries(typeof selector === "object" && selector !== null ? selector : {}).map(
    ([key, value]) => `${key}=${value}`,
  );
  const terms = listAt(affinity, "nodeSelectorTerms")
    .flatMap((term) => listAt(term, "matchExpressions"))
    .map((each) => `${textAt(each, "key")} ${textAt(each, "operator")} ${listAt(each, "values").join("|")}`.trim());
  return fieldEvidence(
    thing,
    pairs.length > 0 ? "spec.nodeSelector" : "spec.affinity.nodeAffinity",
    [...pairs, ...terms].join(", ") || "-",
  );
};
