import type { Catalog } from "../../catalog/types.ts";
import { type TypedPlace, typedPlaces } from "../../language/index.ts";
import { admit } from "../../plan/admit.ts";
import type { DraftStep } from "../../plan/types.ts";
import { type Problem, problem } from "../../words/plan-problems.ts";
import { contextOf } from "../rules/reading-context.ts";
import { withSaidPlaces } from "../rules/said-places.ts";
import type { PlannerInput, PlannerReply } from "../types.ts";

type Holding = { readonly turn: PlannerInput; readonly catalog: Catalog };

/** The places that a message names and means. Of those that every team has only what lists have shown is one for sure. */
const placesMeant = (turn: PlannerInput): readonly TypedPlace[] =>
  typedPlaces(turn.message, contextOf(turn)).filter(
    (place) => !place.isExcepted && (place.clusters.length > 0 || isNamespace(place, turn)),
  );

/**
 * Whether a call may go to a cluster. Where the message names one, in full or in part, it is that one; else that of the
 * conversation, one that was named before, or any where the message speaks of several. That lists have shown one is no
 * reason to look there.
 */
export const mayGoTo = (cluster: string, turn: PlannerInput): boolean => {
  const { message, entities, known, last, otherClusters = [] } = turn;
  if (cluster === "" || otherClusters.includes(cluster)) return true;
  const here = [entities.cluster?.value, last?.asked?.cluster, ...(known.currentCluster ?? [])];
  const named = placesMeant(turn).filter(({ clusters }) => clusters.length > 0);
  if (named.some(({ clusters }) => clusters.includes(cluster))) return true;
  // “Dev” may be the namespace of the cluster in which the conversation is.
  if (named.length > 0) return here.includes(cluster) && named.every(({ namespace }) => namespace !== undefined);
  return here.includes(cluster) || wasNamed(cluster, turn) || speaksOfClusters.test(message);
};

const speaksOfClusters =
  /\b(?:clusters|(?:which|every|each|other|any) cluster|where|everywhere|both)\b|(?:哪个?|哪些|每个?|各个?|所有|全部|其他|另一?个?|两个?|多个?|几个?)(?:的)?集群|集群(?:都|各自|之间)|哪里|哪儿|到处/iu;

/** In a message before this one. A cluster whose name no list has shown is as it was written. */
const wasNamed = (cluster: string, turn: PlannerInput): boolean => {
  const context = contextOf(turn);
  const clusters = [...new Set([...(context.clusters ?? []), cluster])];
  const texts = [turn.message, ...turn.history.filter(({ role }) => role === "user").map(({ text }) => text)];
  return texts.some((text) =>
    typedPlaces(text, { ...context, clusters }).some((place) => place.clusters.includes(cluster)),
  );
};

/** What is left out of a plan of the places that were named: one of a kind that it looks at is enough. */
const leftOutOf = (reply: PlannerReply, { turn, catalog }: Holding): readonly TypedPlace[] => {
  if (reply.kind !== "plan") return [];
  const { name, node } = reply.focus ?? {};
  const { cluster, namespace } = reply.place ?? {};
  const values = [name, node, cluster, namespace, ...reply.steps.flatMap((step) => mentionedIn(step, catalog))];
  const held = values.flatMap((each) => each?.toLowerCase() ?? []);
  const meant = placesMeant(turn);
  const isHeld = ({ word }: TypedPlace) => held.some((each) => each.includes(word));
  const inStead = meant.filter(isHeld);
  return meant.filter(
    (place) => !isHeld(place) && !inStead.some((other) => isNamespace(other, turn) === isNamespace(place, turn)),
  );
};

const isNamespace = ({ namespace }: TypedPlace, { known }: PlannerInput): boolean =>
  namespace !== undefined && known.namespace?.includes(namespace) === true;

const mentionedIn = (draft: DraftStep, catalog: Catalog): readonly (string | undefined)[] => {
  const admission = admit(draft, catalog, "check");
  if (admission.kind === "rejected") return [];
  const { cluster, namespace, name, container } = admission.step.mentions;
  return [cluster, namespace, name, container, draft.only];
};

/** Places that were named and that a plan does not look at, for who made it. */
export const placesLeftOut = (reply: PlannerReply, holding: Holding): readonly Problem[] =>
  leftOutOf(reply, holding).map((place) =>
    problem("leftOut", () => ({
      value: place.word,
      role: isNamespace(place, holding.turn) ? "namespace" : "cluster",
    })),
  );

/** The same plan with such a place, where it can only mean one. */
export const withPlaceMeant = (reply: PlannerReply, holding: Holding): PlannerReply => {
  const [place, ...more] = leftOutOf(reply, holding);
  if (place === undefined || more.length > 0) return reply;
  const [cluster, ...others] = place.clusters;
  const said = isNamespace(place, holding.turn)
    ? { namespace: place.namespace }
    : others.length === 0 && cluster !== undefined
      ? { cluster }
      : undefined;
  return withSaidPlaces(reply, said, holding);
};
