import { resourceByKey } from "../../catalog/resources.ts";
import { allChoices, cutAt } from "../../choices/offer.ts";
import type { Ask } from "../../choices/types.ts";
import { amountsIn, type Reply, readRequest } from "../../language/index.ts";
import { remember } from "../../memory/entities.ts";
import type { ShownRow } from "../../memory/shown.ts";
import type { Language } from "../../output/output.ts";
import type { Plan } from "../../plan/types.ts";
import { sayChoice } from "../../words/choice-words.ts";
import { say, type Word } from "../../words/conversation-words.ts";
import { sayDialogue } from "../../words/dialogue-words.ts";
import { sayGuided } from "../../words/guided-words.ts";
import { nounOf } from "../../words/nouns.ts";
import { sayReply } from "../../words/reply-words.ts";
import { saySafety } from "../../words/safety-words.ts";
import { sayStep } from "../../words/step-words.ts";
import { cancelledNote } from "../answers/left-notes.ts";
import { spokenOf } from "../references/spoken-of.ts";
import { freshRequest, type State, type Update } from "../state.ts";
import { adviceOn, whichIs, withFields } from "./asked-about.ts";
import { planWith } from "./correct-plan.ts";
import { parkedNow } from "./parked.ts";
import { misfit } from "./plain-value.ts";
import { restOf } from "./rest.ts";
import { everywhere, isPlainValue, mentioned, places, settled, splitValue } from "./settle.ts";
import { steppedBack } from "./step-back.ts";
import { again, answered, go, inWordsOfReply, type Replying, retryOf, type Understood } from "./understood.ts";

/** What comes of a reply that was understood. */
export const applied = (replying: Replying, reply: Reply): Understood => {
  const { state, ask } = replying;
  const { language } = state;
  switch (reply.kind) {
    case "picked":
      if (reply.tied === true)
        replying.parts.turn().record.notes.push(saySafety(language, "tied", tieOf(reply.values, ask)));
      return picked(replying, reply.values);
    case "typed":
      if (isPlainValue(ask)) return picked(replying, [reply.value]);
      return answered(
        { plan: mentioned(state.plan, ask, reply.value), rest: restOf(saidIn(state), reply.value) },
        retryOf(replying),
      );
    case "yes":
      return ask.kind === "plan" ? picked(replying, ["run"]) : oneOrAgain(replying);
    case "no":
    case "cancel":
      return go("report", {
        ...freshRequest,
        ...spokenOf(replying.parts, state, ask.stepId),
        answer: cancelledNote(inWordsOfReply(state)),
        status: "cancelled",
      });
    case "all":
      return ask.parameter === "namespace"
        ? allNamespaces(state)
        : picked(
            replying,
            ask.choices.map(({ value }) => value),
          );
    case "any":
      return anyOf(replying);
    case "list_them":
      return answered({ listed: [...state.listed, ask.parameter] });
    case "new_request":
      return newRequest(replying);
    case "did_you_mean":
      return again(state, narrowed(state, ask, reply.values));
    case "asks":
      return again(state, ask, { ...whichIs(withFields(ask, allChoices(ask)), reply.quality, language), cost: 0 });
    case "advise":
      return ask.choices.length === 0
        ? answered({ listed: [...state.listed, ask.parameter] })
        : again(state, ask, { ...adviceOn(withFields(ask, allChoices(ask)), language), cost: 0 });
    case "why":
      return again(state, ask, { lead: whyAsked(ask, language), cost: 0 });
    case "back":
      return steppedBack(replying, saidIn(state));
    case "none":
      return again(state, { ...ask, text: say(language, "noneOfThese"), choices: [] });
    case "unclear":
      return Object.keys(amountsIn(saidIn(state))).length > 0
        ? noted(replying)
        : again(state, ask, { lead: say(language, "unclear") });
  }
};

const tieOf = (values: readonly string[], ask: Ask) => ({
  count: values.length,
  names: values.map((value) => splitValue(ask, value).name).join(", "),
});

/** The plan may run; `always`: so may every other that only reads. */
export const confirmed = (state: State, always: boolean): Understood =>
  answered({ plan: state.plan, planConfirmed: true, readsAlways: state.readsAlways || always });

/** The subject was changed; what was asked about stays what “it” means. */
export const newRequest = ({ parts, state, ask }: Replying): Understood =>
  go("listen", {
    ...freshRequest,
    ...spokenOf(parts, state, ask.stepId),
    ...parkedNow(state),
    ...putAway(state),
    // “Describe the second one” counts the choices.
    ...shownChoices(state, ask),
    ...(state.reply?.kind === "text" ? { message: state.reply.text, language: state.reply.language } : {}),
  });

/** A plan that was shown, or a question, that is left for something else is gone only with a word. */
const putAway = ({ ask, plan, reply, language, message }: State): Update => {
  const title = ask?.kind === "plan" ? plan?.playbook?.title : undefined;
  const spoken = reply?.kind === "text" ? reply.language : language;
  if (title !== undefined) return { lead: sayDialogue(spoken, "planPutAway", { title }) };
  if (ask?.kind !== "gap" || plan === null || saysItAgain(reply, plan.steps)) return {};
  const isChange = plan.steps.some(({ effect }) => effect !== "read");
  const word = isChange ? "changePutAway" : "questionPutAway";
  return { lead: sayReply(spoken, word, { message: shortened(message) }) };
};

/** “Logs of web in dev” at the question which pod of web: nothing is left. */
const saysItAgain = (reply: State["reply"], steps: Plan["steps"]): boolean => {
  const { verb, name } = readRequest(reply?.kind === "text" ? reply.text : "");
  return steps.some((step) => step.verb === verb && name !== undefined && step.mentions.name === name);
};

const shortened = (message: string): string => (message.length > 60 ? `${message.slice(0, 59)}…` : message);

/** How much of a log is wanted was said, but not yet of what. */
const noted = ({ state, ask }: Replying): Understood => {
  const lead = sayGuided(state.language, "noted");
  return go("pause", { plan: state.plan, ask: { ...ask, lead }, reply: null });
};

const saidIn = ({ reply }: State): string => (reply?.kind === "text" ? reply.text.trim() : "");

/** Only the choices that may have been meant. */
const narrowed = (state: State, ask: Ask, values: readonly string[]): Ask => {
  const { shown, more } = cutAt(allChoices(ask).filter(({ value }) => values.includes(value)));
  const said = saidIn(state).slice(0, 60);
  const slots = { said, resource: nounOf(ask.parameter, 1, state.language) };
  const isPart = values.every((value) => value.toLowerCase().includes(said.toLowerCase()));
  const text = say(state.language, isName(said) && !isPart ? "didYouMean" : "whichOfThese", slots);
  const { more: _, ...rest } = ask;
  const [only] = shown;
  if (values.length === 1 && only !== undefined && !isName(said))
    return { ...rest, choices: shown, text: saySafety(state.language, "onlyThis", { name: only.label }) };
  return { ...rest, choices: shown, ...(more.length === 0 ? {} : { more }), text };
};

const isName = (said: string): boolean => /^[\w./-]+$/.test(said);

/** A plan is asked about because nothing of it has run yet. */
const whyAsked = (ask: Ask, language: Language): string =>
  ask.kind === "plan" ? sayStep(language, "whyPlan") : say(language, whyWord(ask));

const whyWord = (ask: Ask): Word =>
  ask.parameter === "cluster" ? "whyCluster" : ask.parameter === "namespace" ? "whyNamespace" : "whyOther";

const oneOrAgain = (replying: Replying): Understood => {
  const { state, ask } = replying;
  const only = ask.told ?? (ask.choices.length === 1 ? ask.choices[0]?.value : undefined);
  if (only !== undefined) return picked(replying, [only]);
  // “yes” to “shall I list them?” is a wish to see the list.
  if (ask.choices.length === 0) return answered({ listed: [...state.listed, ask.parameter] });
  return again(state, ask);
};

/** The first is as good as any to look at; what is changed a person picks. */
const anyOf = (replying: Replying): Understood => {
  const { parts, state, ask } = replying;
  if (ask.kind === "plan") return picked(replying, ["run"]);
  const [first] = ask.choices;
  const reads = state.plan?.steps.find(({ id }) => id === ask.stepId)?.effect === "read";
  if (first && reads) {
    parts.turn().record.notes.push(sayChoice(state.language, "tookAny", { value: first.label }));
    return picked(replying, [first.value]);
  }
  return first ? applied(replying, { kind: "advise" }) : answered({ listed: [...state.listed, ask.parameter] });
};

const allNamespaces = (state: State): Understood => {
  const { plan, ask } = state;
  return answered({ plan: plan && ask && everywhere(plan, ask, true) });
};

/** These values answer the question. */
export const picked = ({ parts, state, ask }: Replying, values: readonly string[]): Understood => {
  if (ask.kind === "plan") {
    if (values[0] !== "run" && values[0] !== "always")
      return go("report", { ...freshRequest, answer: say(state.language, "cancelled"), status: "cancelled" });
    return confirmed(state, values[0] === "always");
  }
  const { plan } = state;
  const first = values[0];
  if (!plan || first === undefined) return again(state, ask);
  const unfit = misfit({ parts, state, ask }, first);
  if (unfit !== undefined) return again(state, ask, { lead: unfit });
  const { namespace, name } = splitValue(ask, first);
  let { entities } = state;
  if (namespace !== undefined) entities = remember(entities, "namespace", { value: namespace, origin: "picked" });
  if (values.length === 1) entities = remember(entities, ask.parameter, { value: name, origin: "picked" });
  const keys = [...state.settled, ask.parameter, ...(namespace === undefined ? [] : ["namespace"])];
  const shown = shownChoices(state, ask);
  const rest = state.reply?.kind === "text" && values.length === 1 ? restOf(state.reply.text, first) : "";
  const filled = settled(plan, { ask, values, parts });
  const placed = values.length === 1 ? withNamespaceSaid({ parts, state, ask }, filled) : filled;
  return answered({ ...shown, entities, rest, settled: keys, plan: placed });
};

/** “It is in dome on summit” answers more than the question for the cluster. */
const withNamespaceSaid = ({ parts, state, ask }: Replying, plan: Plan): Plan => {
  if (ask.parameter !== "cluster" || state.reply?.kind !== "text") return plan;
  const clusters = allChoices(ask).map(({ value }) => value);
  const { namespace } = readRequest(state.reply.text, { clusters });
  const isNew = namespace !== undefined && !clusters.includes(namespace);
  const step = plan.steps.find(({ ready }) => !ready);
  return isNew && step?.mentions.namespace === undefined
    ? planWith(plan, { namespace }, { parts, stepId: step?.id ?? "" })
    : plan;
};

const shownChoices = (state: State, ask: Ask): Update =>
  ask.choices.length === 0 || places.includes(ask.parameter) || !resourceByKey.has(ask.parameter)
    ? {}
    : { shown: rowsOf(state, ask) };

/** The choices as a list that was shown, for “switch to the first one”. */
const rowsOf = ({ entities }: State, ask: Ask): readonly ShownRow[] =>
  allChoices(ask).map(({ value }) => {
    const { namespace = entities.namespace?.value, name } = splitValue(ask, value);
    const fields = ask.fields[value] ?? {};
    return { resource: ask.parameter, name, ...(namespace === undefined ? {} : { namespace }), fields };
  });
