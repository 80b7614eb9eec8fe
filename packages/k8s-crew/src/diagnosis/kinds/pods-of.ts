import { together } from "../../overview/chains.ts";
import { withNamespace } from "../../overview/list-everywhere.ts";
import type { Chain } from "../../overview/types.ts";
import { groupsOf } from "../../results/grouped.ts";
import { podFacts } from "../../results/pod-facts.ts";
import type { Row } from "../../results/types.ts";
import type { UnknownRecord } from "../../results/values.ts";
import { podFindings } from "../pod/pod.ts";
import type { Scout } from "../scout.ts";
import type { Finding, Thing } from "../types.ts";

/** Pods of one owner that are read in full; the others are told by their rows. */
const podLimit = 4;

export type Owned = {
  /** Whose pods they are; its name begins theirs. */
  readonly owner: Thing;
  readonly selector: string;
};

/** The pods of an owner, by its selector where the server takes one, else by their names. Undefined: not to be listed. */
export function* podsOf(scout: Scout, { owner, selector }: Owned): Chain<readonly Row[] | undefined> {
  const { namespace, name } = owner;
  const selected = selector === "" ? undefined : yield* scout.list("pod", namespace, selector);
  if (selected) return selected.map((row) => withNamespace(row, namespace));
  const rows = yield* scout.list("pod", namespace);
  return rows?.filter((row) => row.name.startsWith(`${name}-`)).map((row) => withNamespace(row, namespace));
}

export type PodSeen = { readonly thing: Thing; readonly pod: UnknownRecord; readonly findings: readonly Finding[] };

/** The pods that look worst, each with what is wrong with it. */
export function* inspectPods(scout: Scout, rows: readonly Row[]): Chain<readonly PodSeen[]> {
  const facts = rows.map((row) => ({ row, pod: podFacts(row, scout.now) }));
  const suspects = facts.filter(({ pod }) => pod.troubled || pod.status === "" || pod.status === "Terminating");
  const some = (suspects.length > 0 ? suspects : facts).slice(0, podLimit);
  for (const { row } of suspects.slice(podLimit).filter(({ pod }) => pod.status === ""))
    scout.missed("pod", row.name, "incomplete");
  const seen = yield* together(
    some.map(({ row }) => inspectPod(scout, { resource: "pod", namespace: row.namespace ?? "", name: row.name })),
  );
  return seen.filter((each) => each !== undefined);
}

export function* inspectPod(scout: Scout, thing: Thing): Chain<PodSeen | undefined> {
  const [found, events] = yield* scout.whole(thing);
  if (found.kind !== "found") return undefined;
  const { object: pod } = found;
  return { thing, pod, findings: yield* podFindings(scout, { thing, pod, events }) };
}

/** What is wrong with several pods, each cause once. */
export const merged = (findings: readonly Finding[]): readonly Finding[] =>
  groupsOf(findings, ({ cause, object, slots }) =>
    [cause, object.resource, slots.container ?? "", slots.name ?? ""].join(" "),
  ).map(([first, ...others]) =>
    others.length === 0 ? first : { ...first, alike: [...(first.alike ?? []), ...others.map(({ object }) => object)] },
  );
