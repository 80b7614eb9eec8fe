import { withDetails } from "../overview/details.ts";
import { type Place, singleReadLimit, withNamespace } from "../overview/list-everywhere.ts";
import type { Chain } from "../overview/types.ts";
import { callKey } from "../plan/source.ts";
import type { Plan } from "../plan/types.ts";
import { tells } from "../results/filter.ts";
import type { Row } from "../results/types.ts";
import type { Parts } from "./parts.ts";
import { placeOf } from "./place-of.ts";
import { rowsOf } from "./rows-of.ts";

/** A list that was read and says too little for the question; `cluster` is empty where the server chooses. */
type BareList = {
  readonly key: string;
  readonly cluster: string;
  readonly resource: string;
  readonly rows: readonly Row[];
  readonly isBare: (row: Row) => boolean;
  /** The question is about what the rows do not say. */
  readonly isAsked: boolean;
};

/** Kinds whose list is read for more than names: a few that came as no more are looked at, whatever was asked. */
const tellingMore: readonly string[] = [
  "pod",
  "deployment",
  "statefulset",
  "daemonset",
  "replicaset",
  "job",
  "cronjob",
  "service",
  "ingress",
  "pvc",
  "pv",
  "hpa",
  "event",
];

/**
 * The lists of a plan whose rows do not say what was asked (a state, an age, …), or that are short and say nothing but
 * names, and that were not looked at closer.
 */
export const bareLists = (parts: Parts, plan: Plan): readonly BareList[] => {
  if (plan.view !== "call") return [];
  const { details } = parts.turn().shelf;
  const lists = plan.steps.flatMap((step): readonly BareList[] => {
    const key = callKey(step);
    const { quality, node, name, conditions, fact, compare, per, counted } = step.part?.focus ?? plan.focus;
    if (!step.done || step.verb !== "list" || details.has(key)) return [];
    const part = (step.only ?? name ?? "").toLowerCase();
    const filter = {
      resource: step.resource,
      now: parts.settings.now(),
      ...(quality === undefined ? {} : { quality }),
      ...(node === undefined ? {} : { node }),
      ...(conditions === undefined ? {} : { conditions }),
      ...(fact === undefined ? {} : { fact }),
      ...(compare === undefined ? {} : { compare }),
      ...(per === undefined ? {} : { per }),
    };
    const isAsked = (quality ?? node ?? conditions ?? fact ?? compare ?? per) !== undefined;
    const isBare = (row: Row) =>
      row.name.toLowerCase().includes(part) && (isAsked ? !tells(row, filter) : Object.keys(row.fields).length === 0);
    const place = placeOf(parts, step);
    const rows = rowsOf(parts, step).map((row) => withNamespace(row, place.namespace));
    const isWanted = isAsked || (counted !== true && tellingMore.includes(step.resource));
    return isWanted && rows.some(isBare)
      ? [{ key, cluster: place.cluster ?? "", resource: step.resource, rows, isBare, isAsked }]
      : [];
  });
  return lists.filter((list) => list.isAsked || isShort(list, lists));
};

/** A list that nobody asks more of than to see it is looked at where all of it can be; of events, the latest. */
const isShort = ({ resource, cluster }: BareList, lists: readonly BareList[]): boolean => {
  const own = lists.filter((list) => list.resource === resource && list.cluster === cluster);
  return resource === "event" || own.reduce((sum, { rows }) => sum + rows.length, 0) <= singleReadLimit;
};

/** Several lists of one kind and cluster are looked at as one, so that the limit holds for all of them together. */
export function* detailsOf(
  { catalog }: Pick<Parts, "catalog">,
  lists: readonly BareList[],
  cluster: string,
): Chain<readonly { readonly key: string; readonly rows: readonly Row[] }[]> {
  const place: Place = { catalog, cluster };
  const detailed: { key: string; rows: readonly Row[] }[] = [];
  for (const resource of new Set(lists.map((list) => list.resource))) {
    const own = lists.filter((list) => list.resource === resource);
    const bare = new Set(own.flatMap(({ rows, isBare }) => rows.filter(isBare)));
    const isBare = (row: Row) => bare.has(row);
    const listing = { kind: "listed" as const, items: own.flatMap(({ rows }) => rows) };
    const closer = yield* withDetails(place, listing, { resource, isBare });
    let taken = 0;
    for (const { key, rows } of own) {
      const found = closer.kind === "listed" ? closer.items.slice(taken, taken + rows.length) : rows;
      detailed.push({ key, rows: found });
      taken += rows.length;
    }
  }
  return detailed;
}
