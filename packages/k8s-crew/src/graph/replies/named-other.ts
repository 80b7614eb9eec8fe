import { nearNames } from "../../choices/near-names.ts";
import { allChoices, among } from "../../choices/offer.ts";
import { sayChoice } from "../../words/choice-words.ts";
import { nounOf } from "../../words/nouns.ts";
import { picked } from "./applied.ts";
import { planWith } from "./correct-plan.ts";
import { again, answered, type Replying, retryOf, type Understood } from "./understood.ts";
import { type Held, heldAs, namespacesIn } from "./where-held.ts";

/**
 * A name given out of order: a namespace where a cluster is asked for, a thing where a place is. Undefined where nothing
 * is called so, or where it is nothing but a slip in one of the choices.
 */
export const namedOther = async (
  replying: Replying,
  { word, text }: { readonly word: string; readonly text: string },
): Promise<Understood | undefined> => {
  const { state, ask } = replying;
  if (!state.plan || (ask.parameter !== "cluster" && ask.parameter !== "namespace")) return undefined;
  const namespaces = await namespacesIn(replying);
  const clusters = namespaces.flatMap(({ cluster, names }) => (names.includes(word) ? [cluster] : []));
  if (ask.parameter === "cluster" && clusters.length > 0) return namespaceNamed(replying, word, clusters);
  const own =
    ask.parameter === "namespace"
      ? namespaces.flatMap(({ names }) => names)
      : allChoices(ask).map(({ value }) => value);
  if (own.some((name) => name.includes(word)) || nearNames(own, word).length > 0) return undefined;
  if (!isNameOfThing(word) || saysWhere.test(text)) return undefined;
  const found = await heldAs(replying, word);
  return found.length === 0 ? undefined : thingNamed(replying, word, found);
};

/** Nobody calls a thing “man”, and what is said to be in a place is a place. */
const isNameOfThing = (word: string): boolean => word.length > 3 || /[\d-]/u.test(word);
const saysWhere = /\b(?:in|inside|within|namespace|ns|cluster)\b|在|命名空间|集群/iu;

const namespaceNamed = (replying: Replying, word: string, clusters: readonly string[]): Understood => {
  const { parts, state, ask } = replying;
  const { language, plan } = state;
  const [only, ...others] = clusters;
  const placed = plan && planWith(plan, { namespace: word }, { parts, stepId: ask.stepId });
  if (others.length > 0 || only === undefined) {
    const lead = sayChoice(language, "isNamespaceOf", { word });
    return again(state, among(ask, clusters), { lead, cost: 0, plan: placed });
  }
  parts.turn().record.notes.push(sayChoice(language, "isNamespace", { word, cluster: only }));
  return picked({ ...replying, state: { ...state, plan: placed } }, [only]);
};

const thingNamed = (replying: Replying, word: string, found: readonly Held[]): Understood | undefined => {
  const { parts, state, ask } = replying;
  const { language, plan } = state;
  const step = plan?.steps.find(({ id }) => id === ask.stepId);
  const before = step?.mentions.name;
  const isOther = before !== undefined && !before.includes(word) && !word.includes(before);
  // What is changed is what was named for it.
  if (!plan || !step || (isOther && step.effect !== "read")) return undefined;
  const noun = nounOf(found[0]?.resource ?? "pod", 1, language);
  const asked = nounOf(ask.parameter, 1, language);
  const clusters = [...new Set(found.map(({ cluster }) => cluster))];
  const namespaces = [...new Set(found.map(({ namespace }) => namespace))];
  const [cluster = ""] = clusters;
  const [namespace = ""] = namespaces;
  const places = ask.parameter === "cluster" ? clusters : namespaces;
  const about = { parts, stepId: ask.stepId };
  if (places.length > 1) {
    const lead = sayChoice(language, "isThingIn", { word, asked, noun });
    return again(state, among(ask, places), { lead, cost: 0, plan: planWith(plan, { name: word }, about) });
  }
  const place =
    cluster === "" || ask.parameter === "namespace"
      ? sayChoice(language, "inNamespace", { namespace })
      : namespaces.length === 1
        ? sayChoice(language, "inBoth", { cluster, namespace })
        : sayChoice(language, "inCluster", { cluster });
  parts
    .turn()
    .record.notes.push(
      sayChoice(language, isOther ? "isThingInstead" : "isThing", { word, asked, noun, place, before: before ?? "" }),
    );
  const mentions = {
    name: word,
    ...(ask.parameter === "cluster" ? { cluster } : {}),
    ...(namespaces.length === 1 ? { namespace } : {}),
  };
  return answered({ plan: planWith(plan, mentions, about) }, retryOf(replying));
};
