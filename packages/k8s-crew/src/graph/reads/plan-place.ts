import type { CallResult } from "@k8s-copilot/crew";
import { drive, together } from "../../overview/chains.ts";
import { inLanes } from "../../overview/lanes.ts";
import { listEverywhere } from "../../overview/list-everywhere.ts";
import type { Chain, Listing } from "../../overview/types.ts";
import { callKey } from "../../plan/source.ts";
import type { Plan, SurveyPlace } from "../../plan/types.ts";
import { type Found, type Resolved, resolvePlace } from "../../playbooks/resolve-place.ts";
import type { Row } from "../../results/types.ts";
import type { Parts } from "../parts.ts";
import type { State } from "../state.ts";
import { clusterReads, lanes } from "./cluster-reads.ts";
import { placesOf } from "./survey-places.ts";
import { type ClusterTarget, surveyTargets } from "./survey-targets.ts";

/** What comes of holding the places of a plan against live lists, before anybody is shown where it looks. */
export type Placed =
  /** The namespaces of its clusters have to be listed first. */
  | { readonly kind: "read" }
  | { readonly kind: "placed"; readonly plan: Plan; readonly notes: readonly string[] }
  /** What was named is nowhere: there is nothing to agree to, and the survey says so. */
  | { readonly kind: "nowhere"; readonly plan: Plan };

export const placedPlan = (parts: Parts, state: State, plan: Plan): Placed => {
  const found = placesOf({ ...state, plan: asWord(plan) }).map((one) => resolved(parts, one));
  if (found.some((each) => each === undefined)) return { kind: "read" };
  const places = found.filter((each) => each !== undefined);
  const [first, ...others] = places.map(({ place }) => place);
  if (first === undefined) return { kind: "placed", plan, notes: [] };
  const { name, ...place } = first;
  const { name: _, ...focus } = plan.focus;
  const now: Plan = {
    ...plan,
    placed: true,
    place,
    focus: name === undefined ? focus : { ...focus, name },
    ...(plan.others === undefined ? {} : { others }),
  };
  if (places.every(({ kind }) => kind === "nowhere")) {
    const named = ofThatName(plan);
    return named ? placedPlan(parts, state, named) : { kind: "nowhere", plan: { ...plan, placed: true } };
  }
  return { kind: "placed", plan: now, notes: places.flatMap(({ notes }) => notes) };
};

/** “Only checkout”: what is no place is what a plan is narrowed to. */
const ofThatName = (plan: Plan): Plan | undefined => {
  const { namespace: name, ...place } = plan.place;
  if (plan.edited !== true || name === undefined || plan.focus.name !== undefined) return undefined;
  return { ...plan, place, focus: { ...plan.focus, name } };
};

/** A part of a cluster's name is held against the namespaces of every cluster before it is taken for that cluster. */
const asWord = (plan: Plan): Plan => {
  const word = plan.asked?.clusterWord;
  if (word === undefined || plan.edited === true || plan.place.namespace !== undefined) return plan;
  return { ...plan, place: { namespace: word } };
};

/** One place of the plan, with the names that it really has; undefined where its lists were not read yet. */
const resolved = (parts: Parts, state: State): Resolved | undefined => {
  const { plan, entities, language } = state;
  const place: SurveyPlace = {
    ...plan?.place,
    ...(plan?.focus.name === undefined ? {} : { name: plan.focus.name }),
  };
  if (place.namespace === undefined && place.name === undefined) return { kind: "found", place, notes: [] };
  const targets = targetsOf(parts, state);
  const listings = replayed(parts, listChain(parts, targets));
  if (listings === undefined) return undefined;
  const isConfigured = entities.namespace?.origin === "configured" && entities.namespace.value === place.namespace;
  const found: readonly Found[] = targets.map(({ cluster }, index) => {
    const listing = listings[index];
    return { cluster, namespaces: listing?.kind === "listed" ? listing.items.map(({ name }) => name) : undefined };
  });
  return resolvePlace(place, { found, isConfigured, language });
};

const targetsOf = (parts: Parts, state: State): readonly ClusterTarget[] =>
  surveyTargets(state, { catalog: parts.catalog, shelf: parts.turn().shelf }).filter(({ refused }) => !refused);

const listChain = ({ catalog }: Parts, targets: readonly ClusterTarget[]): Chain<readonly Listing<Row>[]> =>
  together(targets.map(({ cluster }) => listEverywhere({ catalog, cluster }, "namespace")));

/** What a chain comes to with what was read so far; undefined where it wants more. */
const replayed = <Result>(parts: Parts, chain: Chain<Result>): Result | undefined => {
  const { results } = parts.turn().shelf;
  let step = chain.next([]);
  while (!step.done) {
    const known = step.value.flatMap((read): CallResult[] => {
      const result = results.get(callKey(read));
      return result ? [result] : [];
    });
    if (known.length < step.value.length) return undefined;
    step = chain.next(known);
  }
  return step.value;
};

/** Lists the namespaces of every cluster that the plan may look at; one that is slow keeps the others waiting shortly. */
export const readPlaces = async (parts: Parts, state: State): Promise<void> => {
  const plan = state.plan && asWord(state.plan);
  const named = placesOf({ ...state, plan }).flatMap((one) => targetsOf(parts, one));
  const targets = named.filter(({ cluster }, index) => named.findIndex((each) => each.cluster === cluster) === index);
  await inLanes(targets, lanes, async (target) => {
    const reader = clusterReads(parts);
    await drive(listChain(parts, [target]), reader.read).finally(reader.close);
  });
};
