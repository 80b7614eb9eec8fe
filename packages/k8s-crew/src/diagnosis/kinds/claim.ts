import { together } from "../../overview/chains.ts";
import type { Chain } from "../../overview/types.ts";
import { listAt, textAt, type UnknownRecord } from "../../results/values.ts";
import { absentEvidence, describing, eventEvidence, fieldEvidence, listing, quoted } from "../evidence.ts";
import { claimMessages, matchIn } from "../patterns.ts";
import { claimsOf } from "../pod/pod.ts";
import type { Scout } from "../scout.ts";
import type { Evidence, Finding, Thing } from "../types.ts";
import { type Classes, classesOf } from "./default-class.ts";
import type { PodSeen } from "./pods-of.ts";
import type { Seen } from "./seen.ts";

/** A claim: whether it is bound, and what keeps it from being. */
export function* claim(scout: Scout, thing: Thing): Chain<Seen> {
  const [found, events] = yield* scout.whole(thing);
  if (found.kind !== "found") return { reach: found.kind };
  const { object } = found;
  const phase = textAt(object, "status", "phase");
  const state = phase === "" ? "Pending" : phase;
  if (state === "Bound") return { reach: "ok", state, findings: [] };
  if (state === "Lost") {
    const name = textAt(object, "spec", "volumeName");
    return {
      reach: "ok",
      state,
      findings: [{ object: thing, cause: "claim_lost", slots: { name }, evidence: [statusOf(thing, state)] }],
    };
  }
  const classes = yield* classesOf(scout, "storageclass");
  const name = classNameOf(object);
  const telling = events.find(({ warning }) => warning) ?? events[0];
  const told = [statusOf(thing, state), ...(telling ? [eventEvidence(thing, telling)] : [])];
  const { names } = classes;
  const cause = yield* causeOf(scout, { name, classes, event: telling });
  const slots = {
    name: name ?? "-",
    classes: names?.join(", ") || "-",
    what: state,
    modes: listAt(object, "spec", "accessModes").join(", "),
    detail: quoted(telling?.message ?? ""),
  };
  const evidence = [
    ...told,
    ...(cause === "storage_class_missing"
      ? [absentEvidence({ resource: "storageclass", namespace: "", name: name ?? "" })]
      : []),
    ...(cause === "storage_class_none" ? [fieldEvidence(thing, "spec.storageClassName", name ?? "-")] : []),
    ...(names && (cause === "storage_class_missing" || cause === "storage_class_none") ? [present(names)] : []),
  ];
  return { reach: "ok", state, findings: [{ object: thing, cause, slots, evidence }] };
}

type Known = {
  /** Undefined: none was named, so the default one counts. Empty: none is wanted. */
  readonly name: string | undefined;
  readonly classes: Classes;
  readonly event: { readonly reason: string; readonly message: string } | undefined;
};

function* causeOf(scout: Scout, { name, classes, event }: Known): Chain<Finding["cause"]> {
  const message = event?.message ?? "";
  if (/storageclass[^\n]*not found/i.test(message)) return "storage_class_missing";
  const found = name ? yield* scout.one({ resource: "storageclass", namespace: "", name }) : undefined;
  if (found?.kind === "missing") return "storage_class_missing";
  if (/^(?:WaitForFirstConsumer|WaitForPodScheduled)$/.test(event?.reason ?? "")) return "claim_waits";
  if (event?.reason === "ProvisioningFailed") return matchIn(claimMessages, message)?.cause ?? "provisioning_failed";
  if (name === "") return "no_volume";
  if (name === undefined) return classes.hasDefault ? "claim_pending" : "storage_class_none";
  if (/no persistent volumes available/i.test(message)) return "no_volume";
  const mode = found?.kind === "found" ? textAt(found.object, "volumeBindingMode") : "";
  return mode === "WaitForFirstConsumer" ? "claim_waits" : "claim_pending";
}

const classNameOf = (object: UnknownRecord): string | undefined => {
  const spec = object.spec;
  const isSaid = typeof spec === "object" && spec !== null && "storageClassName" in spec;
  return isSaid ? textAt(object, "spec", "storageClassName") : undefined;
};

const statusOf = (thing: Thing, status: string): Evidence => ({
  says: "status",
  slots: { resource: thing.resource, name: thing.name, status },
  show: describing(thing),
});

const present = (names: readonly string[]): Evidence => ({
  says: "present",
  slots: { resource: "storageclass", names: names.join(", ") || "-" },
  show: listing("storageclass", { namespace: "" }),
});

/** What is wrong with the claims that pods wait for. */
export function* claimFindingsOf(scout: Scout, pods: readonly PodSeen[]): Chain<readonly Finding[]> {
  const waiting = pods.filter(({ findings }) => findings.some(({ cause }) => cause === "claim_unbound"));
  const things = waiting.flatMap(({ thing, pod }) =>
    claimsOf(pod).map((name) => ({ resource: "pvc", namespace: thing.namespace, name })),
  );
  const first = things.filter((thing, index) => things.findIndex(({ name }) => name === thing.name) === index);
  const seen = yield* together(first.map((thing) => claim(scout, thing)));
  return seen.flatMap((each) => (each.reach === "ok" ? each.findings : []));
}
