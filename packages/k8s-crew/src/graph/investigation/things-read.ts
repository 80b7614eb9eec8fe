import type { Shown, Thing } from "../../investigation/things.ts";
import type { CallRecord } from "../../output/output.ts";
import { callKey } from "../../plan/source.ts";
import type { Plan, Step } from "../../plan/types.ts";
import { readDescribed } from "../../results/describe/read-described.ts";
import { parseResult } from "../../results/parse-result.ts";
import { rowOf } from "../../results/rows.ts";
import type { Row } from "../../results/types.ts";
import type { Parts } from "../parts.ts";
import { placeOf } from "../place-of.ts";
import { sinceChange } from "../reads/read-all.ts";
import { rowsOf } from "../reads/rows-of.ts";

/** What every read of the turn returned, word for word: a model may know of it through the facts. */
export const textsRead = (parts: Parts): readonly string[] =>
  readsOf(parts).flatMap((call) => parts.turn().shelf.results.get(callKey(call))?.text ?? []);

/** All that the turn has read, for what is said of it. */
export const shownOf = (parts: Parts, plan: Plan): Shown => {
  const now = parts.settings.now();
  const { surveys } = parts.turn().shelf;
  const things = eachOnce(readsOf(parts).flatMap((call) => thingsOf(parts, call)));
  const listed = plan.steps.flatMap((step) => listedBy(parts, step));
  const rows = eachOnce([...listed, ...surveyed(things, surveys)]);
  return { things: eachOnce([...things, ...listed]), rows, subject: subjectOf(parts, plan, things), surveys, now };
};

/** Reads since the turn last changed something: what was read before may be so no longer. */
const readsOf = (parts: Parts): readonly CallRecord[] =>
  sinceChange(parts).filter(({ effect, outcome }) => effect === "read" && outcome === "ok");

const thingsOf = (parts: Parts, call: CallRecord): readonly Thing[] => {
  const result = parts.turn().shelf.results.get(callKey(call));
  if (result === undefined) return [];
  const { cluster = "", namespace, name } = placeOf(parts, call);
  const { resource } = call;
  const verb = parts.catalog.get(call.tool)?.verb ?? "other";
  if (verb === "logs") return [];
  const parsed = parseResult({ ...result, verb, resource });
  const described =
    parsed.form === "text" && name !== undefined
      ? readDescribed(result.text, { resource, name, now: parts.settings.now() })
      : undefined;
  const object = parsed.form === "object" ? parsed.object : described;
  const one = object === undefined ? undefined : rowOf(object, resource);
  const rows = parsed.form === "rows" ? parsed.rows : one === undefined ? [] : [one];
  return rows.map((row) => placed(row, { resource, cluster, namespace }));
};

type Place = { readonly resource: string; readonly cluster: string; readonly namespace: string | undefined };

const placed = (row: Row, { resource, cluster, namespace }: Place): Thing => ({
  ...(namespace === undefined ? {} : { namespace }),
  ...row,
  resource,
  cluster,
});

/** The rows of a list that answers, with what closer looks told of them. */
const listedBy = (parts: Parts, step: Step): readonly Thing[] => {
  const { cluster = "", namespace } = placeOf(parts, step);
  return step.verb === "list"
    ? rowsOf(parts, step).map((row) => placed(row, { resource: step.resource, cluster, namespace }))
    : [];
};

/** Pods and nodes of the clusters that a survey counted, where all of them were read. */
const surveyed = (things: readonly Thing[], surveys: Shown["surveys"]): readonly Thing[] =>
  surveys.flatMap(({ cluster, namespace, pods, nodes }) => {
    const inPlace = things.filter((thing) => thing.cluster === cluster);
    const podsThere = inPlace.filter(
      (thing) => thing.resource === "pod" && (namespace === undefined || thing.namespace === namespace),
    );
    const nodesThere = inPlace.filter(({ resource }) => resource === "node");
    return [
      ...(podsThere.length === pods?.total ? podsThere : []),
      ...(nodesThere.length === nodes?.total ? nodesThere : []),
    ];
  });

/** The one thing that the plan's calls name; a log is that of a pod. */
const subjectOf = (parts: Parts, { steps, view }: Plan, things: readonly Thing[]): Thing | undefined => {
  if (view !== "call" || steps.some(({ verb }) => verb === "list")) return undefined;
  const named = new Set(
    steps.map((step) => {
      const { name, namespace = "", cluster = "" } = placeOf(parts, step);
      return JSON.stringify([step.verb === "logs" ? "pod" : step.resource, cluster, namespace, name]);
    }),
  );
  const found = things.filter(({ resource, cluster, namespace = "", name }) =>
    named.has(JSON.stringify([resource, cluster, namespace, name])),
  );
  return named.size === 1 ? found[0] : undefined;
};

/** Each thing once, with all that was told of it; what was read last counts. */
const eachOnce = (things: readonly Thing[]): readonly Thing[] => {
  const byKey = new Map<string, Thing>();
  for (const thing of things) {
    const key = JSON.stringify([thing.resource, thing.cluster, thing.namespace, thing.name]);
    const before = byKey.get(key);
    byKey.set(
      key,
      before === undefined ? thing : { ...before, ...thing, fields: { ...before.fields, ...thing.fields } },
    );
  }
  return [...byKey.values()];
};
