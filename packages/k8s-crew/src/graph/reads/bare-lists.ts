import { withDetails } from "../../overview/details.ts";
import { type Place, singleReadLimit, withNamespace } from "../../overview/list-everywhere.ts";
import type { Chain } from "../../overview/types.ts";
import { callKey } from "../../plan/source.ts";
import type { Focus, Plan, Step } from "../../plan/types.ts";
import { fieldsOfThings } from "../../results/compared-fields.ts";
import { tells } from "../../results/filter.ts";
import { workloadOf } from "../../results/replicas.ts";
import { isMute, rulesOf } from "../../results/rights.ts";
import type { Row } from "../../results/types.ts";
import type { Parts } from "../parts.ts";
import { placeOf } from "../place-of.ts";
import { decidingRole } from "./grants.ts";
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
  const lists = plan.steps.flatMap((step) => bareList(parts, plan, step));
  const each = [...new Set(lists.map(({ key }) => key))].flatMap((key) =>
    merged(lists.filter((list) => list.key === key)),
  );
  return each.filter((list) => list.isAsked || isShort(list, each));
};

/** A list that nobody asks more of than to see it is looked at where all of it can be; of events, the latest. */
const isShort = ({ resource, cluster }: BareList, lists: readonly BareList[]): boolean => {
  const own = lists.filter((list) => list.resource === resource && list.cluster === cluster);
  return resource === "event" || own.reduce((sum, { rows }) => sum + rows.length, 0) <= singleReadLimit;
};

const bareList = (parts: Parts, plan: Plan, step: Step): readonly BareList[] => {
  const key = callKey(step);
  const focus = step.part?.focus ?? plan.focus;
  const seen = !step.done || step.verb !== "list" || parts.turn().shelf.details.has(key);
  const isAsked = looksCloser(focus);
  if (seen || !(isAsked || (focus.counted !== true && tellingMore.includes(step.resource)))) return [];
  const part = (step.only ?? focus.name ?? "").toLowerCase();
  const { quality, node, conditions, fact, compare, per } = focus;
  // Of a few things that are named, more is told than of many.
  const by = compare === true && part !== "" ? fieldsOfThings(step.resource, focus.comparedBy) : focus.comparedBy;
  const filter = {
    resource: step.resource,
    now: parts.settings.now(),
    ...(quality === undefined ? {} : { quality }),
    ...(node === undefined ? {} : { node }),
    ...(conditions === undefined ? {} : { conditions }),
    ...(fact === undefined ? {} : { fact }),
    ...(compare === undefined ? {} : { compare }),
    ...(by === undefined ? {} : { comparedBy: by }),
    ...(per === undefined ? {} : { per }),
  };
  const place = placeOf(parts, step);
  const rows = rowsOf(parts, step).map((row) => withNamespace(row, place.namespace));
  // Pods of one workload refer to the same.
  const firsts = new Set(new Map(rows.toReversed().map((row) => [workloadOf(row), row])).values());
  const isFirstOfItsWorkload = (row: Row) => firsts.has(row);
  const decides = focus.rights === undefined ? undefined : decidingRole(parts, plan);
  const refers = ofWorkloads(focus) && step.resource === "pod";
  const isBare = (row: Row) =>
    refers
      ? row.object === undefined &&
        (isFirstOfItsWorkload(row) || isUnplaced(row, focus)) &&
        row.name.toLowerCase().includes(part)
      : decides === undefined
        ? row.name.toLowerCase().includes(part) &&
          (isAsked ? !tells(row, filter) : Object.keys(row.fields).length === 0)
        : step.resource.endsWith("binding")
          ? isMute(row) && row.name.toLowerCase().includes((focus.rights?.binding ?? "").toLowerCase())
          : decides(row, step.resource) && rulesOf(row) === undefined;
  return rows.some(isBare)
    ? [{ key, cluster: place.cluster ?? "", resource: step.resource, rows, isBare, isAsked }]
    : [];
};

/** What is asked of pods is told by one of each workload: what they refer to, what they request. */
const ofWorkloads = ({ usedThing, beside }: Focus): boolean =>
  usedThing !== undefined || beside === "room" || beside === "limits" || beside === "requests";

/** Room is left where pods are not: where each of them is has to be known. */
const isUnplaced = ({ fields }: Row, { beside }: Focus): boolean => beside === "room" && fields.node === undefined;

/** Something is asked that a row has to tell; how many there are, any list tells. */
const looksCloser = ({ quality, node, conditions, fact, per, compare, counted, rights }: Focus): boolean =>
  (quality ?? node ?? conditions ?? fact ?? per ?? rights) !== undefined || (compare === true && counted !== true);

/** Several steps may pick their own out of one list. */
const merged = (lists: readonly BareList[]): readonly BareList[] =>
  lists.slice(0, 1).map((first) => ({
    ...first,
    isAsked: lists.some(({ isAsked }) => isAsked),
    isBare: (row) => lists.some(({ isBare }) => isBare(row)),
  }));

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
