import { allChoices } from "../../choices/offer.ts";
import {
  cardQuestionIn,
  isPutAsQuestion,
  type PlaceAsked,
  placeAskedIn,
  wantsAssurance,
} from "../../language/index.ts";
import { sayPlaced } from "../../words/card-place-words.ts";
import { sayCard } from "../../words/card-words.ts";
import { listOf } from "../../words/fill.ts";
import { placeOf } from "../place-of.ts";
import { clusterOfChange } from "../writes/cluster-of-change.ts";
import { changeInWords } from "../writes/made.ts";
import { cardAnswer } from "./card-answers.ts";
import { knownPlaces } from "./other-place.ts";
import { again, type Replying, type Understood } from "./understood.ts";

/** What a question about a change that waits for consent is answered with, from its card. Undefined: it asks something else. */
export const askedOfChange = (replying: Replying, said: string): string | undefined =>
  placeAnswer(replying, said) ?? assurance(replying, said) ?? cardAnswer(replying, said);

/** A question that nothing else answers: the change is said once more, and stands as it was. */
export const unansweredOfChange = (replying: Replying, said: string): Understood | undefined => {
  const { state, ask } = replying;
  const change = changeOf(replying);
  if (change === undefined || !isPutAsQuestion(said)) return undefined;
  return again(state, ask, { lead: sayPlaced(state.language, "untold", { change }), cost: 0 });
};

/** Whether this asks something at the question for what a change needs: it picks nothing, whatever it names. */
export const questionsChange = (replying: Replying, said: string): boolean => {
  const step = stepOf(replying);
  return replying.ask.kind === "gap" && step !== undefined && step.effect !== "read" && isPutAsQuestion(said);
};

/** “Is that in prod-cluster?” while it is asked where a change is meant: nothing is settled, and that is said. */
export const placeQuestioned = (replying: Replying, said: string): Understood | undefined => {
  const { parts, state, ask } = replying;
  if (!questionsChange(replying, said)) return undefined;
  const known = knownPlaces(parts, state, stepOf(replying));
  const offered = ask.parameter === "cluster" ? allChoices(ask).map(({ value }) => value) : known.clusters;
  const asked = placeAskedIn(said, { ...known, clusters: offered });
  const places = [asked?.cluster, asked?.namespace, asked?.said];
  const choice = allChoices(ask).find(({ value }) => places.includes(value))?.value;
  if (choice !== undefined) return toldAgain(replying, sayPlaced(state.language, "undecidedOf", { choice }));
  return asked === undefined ? undefined : undecidedStill(replying, said);
};

/** Any other question there: what the change would do, as far as that is asked, and that nothing is settled. */
export const undecidedStill = (replying: Replying, said: string): Understood => {
  const effect = cardQuestionIn(said) === "effect" ? cardAnswer(replying, said) : undefined;
  const lead = sayPlaced(replying.state.language, "undecided");
  return toldAgain(replying, effect === undefined ? lead : `${effect}\n${lead}`);
};

const toldAgain = ({ state, ask }: Replying, lead: string): Understood => again(state, ask, { lead, cost: 0 });

const stepOf = ({ state, ask }: Replying) => state.plan?.steps.find(({ id }) => id === ask.stepId);

const changeOf = (replying: Replying): string | undefined => {
  const step = stepOf(replying);
  return step && changeInWords(replying.parts, replying.state, step);
};

/** “Is this prod?”: yes or no only where that is the whole truth; the place is told in any case. */
const placeAnswer = (replying: Replying, said: string): string | undefined => {
  const { parts, state } = replying;
  const { language } = state;
  const step = stepOf(replying);
  if (step === undefined) return undefined;
  const { namespace } = placeOf(parts, step);
  const cluster = clusterOfChange(parts, step);
  const known = knownPlaces(parts, state, step);
  const asked = placeAskedIn(said, {
    clusters: withOne(known.clusters, cluster),
    namespaces: withOne(known.namespaces, namespace),
  });
  if (asked === undefined) return undefined;
  const place = listOf(language, [
    cluster === undefined ? sayCard(language, "here") : sayCard(language, "inCluster", { cluster }),
    ...(namespace === undefined ? [] : [sayCard(language, "inNamespace", { namespace })]),
  ]);
  const truth = isThere(asked, { cluster, namespace });
  if (truth === true) return sayPlaced(language, "yes", { place });
  if (truth === undefined)
    return asked.cluster === undefined
      ? sayCard(language, "where", { place })
      : sayPlaced(language, "notCluster", { cluster: asked.cluster, place });
  const other = asked.cluster ?? asked.namespace;
  const answer = sayPlaced(language, "no", { place });
  return other === undefined
    ? answer
    : [answer, sayPlaced(language, "moveByWord", { other })].join(language === "zh" ? "" : " ");
};

const withOne = (names: readonly string[], name: string | undefined): readonly string[] =>
  name === undefined || names.includes(name) ? names : [...names, name];

type There = { readonly cluster: string | undefined; readonly namespace: string | undefined };

/** Undefined where yes and no would both mislead: “prod” is no cluster that is known, but how the namespace production begins. */
const isThere = ({ said, cluster, namespace, kind }: PlaceAsked, there: There): boolean | undefined => {
  const isPart = (place = "") => kind === undefined && place.toLowerCase().startsWith(said.toLowerCase());
  if (namespace !== undefined && namespace === there.namespace) return true;
  if (namespace !== undefined) return isPart(there.cluster) ? undefined : false;
  if (cluster !== undefined && cluster === there.cluster && kind !== "namespace") return true;
  if (there.cluster === undefined && kind !== "namespace") return undefined;
  return isPart(there.namespace) ? undefined : false;
};

const assurance = (replying: Replying, said: string): string | undefined => {
  const change = wantsAssurance(said) ? changeOf(replying) : undefined;
  return change && sayPlaced(replying.state.language, "assured", { change });
};
