import { parameterOf } from "../../catalog/arguments.ts";
import { allChoices, among } from "../../choices/offer.ts";
import type { Ask } from "../../choices/types.ts";
import { heldByPlace, meansAnywhere, meansEverywhere, meansPrevious, pointsAtTold } from "../../language/index.ts";
import { sayChoice } from "../../words/choice-words.ts";
import { picked } from "./applied.ts";
import { planWith } from "./correct-plan.ts";
import { everywhere } from "./settle.ts";
import { again, answered, type Replying, type Understood } from "./understood.ts";
import { type Held, heldAs } from "./where-held.ts";

/**
 * A reply that says which place is meant by other means than its name: everywhere, wherever the thing is, where something
 * else runs, the one from before, the one that was just told of. Undefined when it says none of that.
 */
export const placeMeant = async (replying: Replying, text: string): Promise<Understood | undefined> => {
  const { ask } = replying;
  if (ask.told !== undefined && pointsAtTold(text)) return picked(replying, [ask.told]);
  if (meansPrevious(text)) return previousOne(replying);
  if (ask.parameter !== "cluster" && ask.parameter !== "namespace") return undefined;
  const wide = meansEverywhere(text);
  if (wide !== undefined && ask.parameter === "cluster") return everyCluster(replying, wide === "namespaces");
  const what = heldByPlace(text);
  if (what !== undefined && !isChoice(ask, what)) return heldThere(replying, what, await heldAs(replying, what));
  if (wide === undefined && !meansAnywhere(text)) return undefined;
  return ask.parameter === "cluster" || isOneAtATime(replying) ? wherever(replying) : everyNamespace(replying);
};

const isChoice = (ask: Ask, said: string): boolean =>
  allChoices(ask).some(({ value }) => value.toLowerCase() === said.toLowerCase());

const everyCluster = (replying: Replying, andNamespaces: boolean): Understood => {
  const { state, ask } = replying;
  const all = picked(
    replying,
    allChoices(ask).map(({ value }) => value),
  );
  if (
    !andNamespaces ||
    all.kind !== "update" ||
    !all.update.plan ||
    state.plan?.steps.every(({ effect }) => effect !== "read")
  )
    return all;
  return { ...all, update: { ...all.update, plan: everywhere(all.update.plan, ask, true) } };
};

const everyNamespace = ({ state, ask }: Replying): Understood =>
  answered({ plan: state.plan && everywhere(state.plan, ask, true) });

/** A tool that takes one namespace is told the one that has the thing, in place of being tried in each. */
const isOneAtATime = ({ parts, state, ask }: Replying): boolean => {
  const step = state.plan?.steps.find(({ id }) => id === ask.stepId);
  const entry = step && parts.catalog.get(step.tool);
  const place = entry && parameterOf(entry, "namespace");
  return place?.required === true && step?.mentions.name !== undefined;
};

/** The place that has what was asked for. Without a name anything would do: the choices stand. */
const wherever = async (replying: Replying): Promise<Understood> => {
  const { state, ask } = replying;
  const name = state.plan?.steps.find(({ id }) => id === ask.stepId)?.mentions.name;
  if (name === undefined || !state.plan) return again(state, ask, { cost: 0 });
  const found = await heldAs(replying, name);
  const namespaces = [...new Set(found.map(({ namespace }) => namespace))];
  const [namespace] = namespaces;
  // What was found tells in which namespace it is as well.
  const isSettled = namespace !== undefined && namespaces.length === 1;
  const about = { parts: replying.parts, stepId: ask.stepId };
  const plan = isSettled ? planWith(state.plan, { namespace }, about) : state.plan;
  return heldThere({ ...replying, state: { ...state, plan } }, name, found);
};

/** The place that holds it is taken, and said; of several the person picks. */
const heldThere = (replying: Replying, what: string, found: readonly Held[]): Understood => {
  const { parts, state, ask } = replying;
  const { language } = state;
  const places = [...new Set(found.map((each) => (ask.parameter === "cluster" ? each.cluster : each.namespace)))];
  const [only] = places;
  if (only === undefined) return again(state, ask, { lead: sayChoice(language, "holdsNone", { what }) });
  if (places.length > 1)
    return again(state, among(ask, places), { lead: sayChoice(language, "holdSeveral", { what }), cost: 0 });
  const word = ask.parameter === "cluster" ? "inCluster" : "inNamespace";
  const place = sayChoice(language, word, { cluster: only, namespace: only });
  parts.turn().record.notes.push(sayChoice(language, "holds", { what, place }));
  return picked(replying, [only]);
};

/** What was used before for the very thing that is asked. */
const previousOne = (replying: Replying): Understood => {
  const { parts, state, ask } = replying;
  const { language, subjects, entities } = state;
  const last = subjects.findLast(({ resource }) => resource === ask.parameter);
  const place =
    ask.parameter === "namespace"
      ? subjects.findLast(({ namespace }) => namespace !== undefined)?.namespace
      : undefined;
  const value = [entities[ask.parameter]?.value, last?.name, place].find(
    (each) => each !== undefined && (ask.choices.length === 0 || isChoice(ask, each)),
  );
  if (value === undefined) return again(state, ask, { lead: sayChoice(language, "noPrevious"), cost: 0 });
  parts.turn().record.notes.push(sayChoice(language, "tookPrevious", { value }));
  return picked(replying, [value]);
};
