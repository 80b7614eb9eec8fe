import { inFormOf, parameterOf } from "../catalog/arguments.ts";
import { resourceByKey } from "../catalog/resources.ts";
import type { Catalog, CatalogEntry } from "../catalog/types.ts";
import type { Read } from "../overview/types.ts";
import { admit } from "../plan/admit.ts";
import { callKey } from "../plan/source.ts";
import type { DraftStep } from "../plan/types.ts";
import { limits, type RefusedRead, type Round, type Scope } from "./types.ts";

type Known = {
  readonly catalog: Catalog;
  readonly scope: Scope;
  readonly rounds: readonly Round[];
  /** Keys of the calls that this request has made. */
  readonly made: ReadonlySet<string>;
};

export type Judged = { readonly reads: readonly Read[]; readonly refused: readonly RefusedRead[] };

/** Which of the proposed reads are made: only what reads, inside the place that was agreed to, that is new, within the limits. */
export const judgeReads = (drafts: readonly DraftStep[], known: Known): Judged =>
  drafts.reduce<Judged>((judged, draft) => judgeRead(draft, judged, known), { reads: [], refused: [] });

const judgeRead = (draft: DraftStep, judged: Judged, known: Known): Judged => {
  const { catalog, scope, rounds, made } = known;
  const entry = catalog.get(draft.tool);
  const read = entry ? completed(draft, entry, scope) : { tool: draft.tool, args: draft.args };
  const refuse = (why: RefusedRead["why"]): Judged => ({ ...judged, refused: [...judged.refused, { read, why }] });
  const admission = admit(draft, catalog, "check");
  if (!entry || admission.kind === "rejected") return refuse("unknown");
  if (catalog.effectOf(read.tool, read.args) !== "read") return refuse("not_read");
  if (entry.parameters.some(({ name, required }) => required && !(name in read.args))) return refuse("incomplete");
  if (!isInside(read, { entry, resource: admission.step.resource, scope })) return refuse("outside");
  const isKnown = (other: Read) => callKey(other) === callKey(read);
  if (made.has(callKey(read)) || judged.reads.some(isKnown)) return refuse("repeated");
  if (readsLeft(rounds) <= judged.reads.length) return refuse("over_limit");
  return { ...judged, reads: [...judged.reads, read] };
};

/** Reads that may still be made. In the last round none may: nobody would look at what they tell. */
export const readsLeft = (rounds: readonly Round[]): number =>
  rounds.length >= limits.rounds - 1
    ? 0
    : Math.max(0, limits.reads - rounds.reduce((sum, { reads }) => sum + reads.length, 0));

/** The call in the form that its tool takes; a place that was left out is the one that was agreed to, if it is one. */
const completed = ({ tool, args }: DraftStep, entry: CatalogEntry, { clusters, namespaces }: Scope): Read => {
  const given = Object.entries(args).flatMap(([name, value]) => {
    const parameter = entry.parameters.find((each) => each.name === name);
    return value === "" ? [] : [[name, parameter ? inFormOf(parameter, value) : value] as const];
  });
  const places = [
    [parameterOf(entry, "cluster"), clusters],
    [parameterOf(entry, "namespace"), namespaces],
  ] as const;
  const only = places.flatMap(([parameter, names]) => {
    const [name] = names ?? [];
    return parameter && names?.length === 1 && name !== undefined && name !== ""
      ? [[parameter.name, name] as const]
      : [];
  });
  return { tool, args: { ...Object.fromEntries(only), ...Object.fromEntries(given) } };
};

type At = { readonly entry: CatalogEntry; readonly resource: string; readonly scope: Scope };

/** What stands in no namespace is looked at in its cluster. A list over all namespaces is outside of some. */
const isInside = ({ args }: Read, { entry, resource, scope }: At): boolean => {
  const isAmong = (role: "cluster" | "namespace", names: readonly string[] | undefined) => {
    const parameter = parameterOf(entry, role);
    if (names === undefined || !parameter) return true;
    const value = args[parameter.name];
    if (value === undefined) return role === "cluster" && names.includes("");
    return typeof value === "string" && names.includes(value);
  };
  const isWide = resourceByKey.get(resource)?.namespaced === false;
  const reachesAll =
    scope.namespaces !== undefined &&
    !isWide &&
    !parameterOf(entry, "namespace") &&
    resourceByKey.get(resource)?.namespaced === true;
  return isAmong("cluster", scope.clusters) && (isWide || isAmong("namespace", scope.namespaces)) && !reachesAll;
};
