import { Command } from "@langchain/langgraph";
import { resourceByKey } from "../catalog/resources.ts";
import type { Ask } from "../choices/types.ts";
import { type Reply, readReply } from "../language/index.ts";
import { remember } from "../memory/entities.ts";
import { parameterOf } from "../plan/arguments.ts";
import { callKey } from "../plan/source.ts";
import { ofSamePart, type Plan, type Step } from "../plan/types.ts";
import { say, type Word } from "../words/conversation-words.ts";
import { planCorrectedBy } from "./correct-plan.ts";
import type { Parts } from "./parts.ts";
import { planAsk } from "./plan-gate.ts";
import { type PlanReply, planReplyOf } from "./plan-replies.ts";
import { freshRequest, type State, type Update } from "./state.ts";
import { addUsage } from "./turn.ts";

/** Wrong replies in a row after which the question is put aside. */
const attemptLimit = 3;

export type Understood =
  /** `retry`: the question as it stood, to be asked again when nothing is found for the reply. */
  | { readonly kind: "update"; readonly update: Update; readonly retry?: Retry }
  | { readonly kind: "command"; readonly command: Command };

export type Retry = { readonly ask: Ask; readonly plan: Plan | null };

const go = (goto: string, update: Update): Understood => ({ kind: "command", command: new Command({ goto, update }) });

/** What the reply to the pending question means: rules first, a model only for what they cannot map. */
export const understand = async (parts: Parts, state: State): Promise<Understood> => {
  const { ask, reply } = state;
  if (!ask || !reply) return { kind: "update", update: {} };
  if (ask.kind === "approval") return consented(state, ask, reply.kind === "value" ? reply.value : reply.text);
  const replying = { parts, state, ask };
  if (reply.kind === "value") return applied(replying, { kind: "picked", values: [reply.value] });
  const planReply = ask.kind === "plan" ? planReplyOf(parts, state, reply.text) : undefined;
  if (planReply) return planReplied(replying, planReply);
  const verb = state.plan?.steps.find(({ id }) => id === ask.stepId)?.verb;
  const choices = ask.choices.map((choice) => ({
    ...choice,
    ...(ask.fields[choice.value] ? { fields: ask.fields[choice.value] } : {}),
  }));
  const read = readReply(reply.text, {
    choices,
    parameter: ask.parameter,
    multiple: ask.kind === "gap",
    ...(verb === undefined ? {} : { verb }),
  });
  const corrected =
    read.kind === "picked" ? undefined : planCorrectedBy(reply.text, { parts, state, stepId: ask.stepId });
  if (corrected)
    return { kind: "update", update: { ask: null, reply: null, plan: corrected }, retry: retryOf(replying) };
  const known = read.kind === "typed" && !ask.open ? ({ kind: "unclear" } as const) : read;
  return applied(replying, known.kind === "unclear" ? await askModel(replying) : known);
};

/** A changed plan is shown again: a person agrees to what they have seen. */
const planReplied = ({ parts, state }: Replying, reply: PlanReply): Understood => {
  if (reply.kind === "run") return confirmed(state, reply);
  const ready = reply.plan.steps.every((step) => step.ready || step.look !== undefined || reply.plan.view !== "call");
  if (!ready) return { kind: "update", update: { ask: null, reply: null, plan: reply.plan } };
  return go("pause", { ask: planAsk(parts, state, reply), reply: null, plan: reply.plan });
};

const confirmed = (state: State, { always, plan }: { always: boolean; plan: Plan | null }): Understood => ({
  kind: "update",
  update: {
    ask: null,
    reply: null,
    plan,
    planConfirmed: true,
    readsAlways: state.readsAlways || always,
  },
});

/** A reply being understood: the question it answers, and what the conversation knows. */
type Replying = { readonly parts: Parts; readonly state: State; readonly ask: Ask };

const askModel = async ({ parts, state, ask }: Replying): Promise<Reply> => {
  const text = state.reply?.kind === "text" ? state.reply.text : "";
  if (!parts.clarifier || ask.choices.length === 0) return { kind: "unclear" };
  const turn = parts.turn();
  const { reply, usage } = await parts.clarifier(
    { message: text, language: state.language, question: ask.text, parameter: ask.parameter, choices: ask.choices },
    { signal: turn.signal },
  );
  addUsage(turn.record, usage);
  return reply;
};

/** Consent is a word typed for this very call; anything else is a no. */
const consented = (state: State, ask: Ask, typed: string): Understood => {
  const word = ask.consent?.word ?? "yes";
  const said = typed.trim();
  // What cannot be undone takes its name, typed; a bare yes is for the rest.
  const yes = word === "yes" ? said === "approve" || /^(yes|y|是|确认|同意|执行)$/i.test(said) : said === word;
  if (!yes || !ask.consent) {
    return go("report", {
      ask: null,
      reply: null,
      plan: null,
      answer: say(state.language, "cancelled"),
      status: "cancelled",
    });
  }
  return { kind: "update", update: { ask: null, reply: null, approved: [...state.approved, callKey(ask.consent)] } };
};

const applied = (replying: Replying, reply: Reply): Understood => {
  const { state, ask } = replying;
  const { language } = state;
  switch (reply.kind) {
    case "picked":
      return picked(replying, reply.values);
    case "typed":
      if (isPlainValue(ask)) return picked(replying, [reply.value]);
      return {
        kind: "update",
        update: { ask: null, reply: null, plan: mention(state.plan, ask, reply.value) },
        retry: retryOf(replying),
      };
    case "yes":
      return ask.kind === "plan" ? picked(replying, ["run"]) : oneOrAgain(replying);
    case "no":
    case "cancel":
      return go("report", { ...freshRequest, answer: say(language, "cancelled"), status: "cancelled" });
    case "all":
      return ask.parameter === "namespace"
        ? allNamespaces(state)
        : picked(
            replying,
            ask.choices.map(({ value }) => value),
          );
    case "list_them":
      return { kind: "update", update: { ask: null, reply: null, listed: [...state.listed, ask.parameter] } };
    case "new_request":
      return go("planner", {
        ...freshRequest,
        ...(state.reply?.kind === "text" ? { message: state.reply.text, language: state.reply.language } : {}),
      });
    case "did_you_mean":
      return again(state, {
        ...ask,
        choices: ask.choices.filter(({ value }) => reply.values.includes(value)),
        text: say(language, isName(slots(state, ask).said) ? "didYouMean" : "whichOfThese", slots(state, ask)),
      });
    case "why":
      return again(state, { ...ask, text: `${say(language, whyWord(ask))}\n${ask.text}` }, 0);
    case "back":
      return back(state, ask);
    case "none":
      return again(state, { ...ask, text: say(language, "noneOfThese"), choices: [] });
    case "unclear":
      return again(state, { ...ask, text: `${say(language, "unclear")}\n${ask.text.split("\n").at(-1) ?? ""}` });
  }
};

const retryOf = ({ ask, state }: Replying): Retry => ({ ask, plan: state.plan });

/** Nothing is found for what was replied: the question stands, with what was not found and a way out. */
export const askedAgain = ({ language }: State, { ask, plan }: Retry, nothing: string): Command => {
  const attempts = ask.attempts + 1;
  const update = { ...freshRequest, answer: `${nothing}\n${say(language, "gaveUp")}`, status: "cancelled" as const };
  if (attempts >= attemptLimit) return new Command({ goto: "report", update });
  const text = `${nothing}\n${say(language, "wayOut")}`;
  return new Command({ goto: "pause", update: { ask: { ...ask, attempts, text }, reply: null, plan } });
};

const slots = (state: State, ask: Ask) => ({
  said: state.reply?.kind === "text" ? state.reply.text.trim().slice(0, 60) : "",
  resource: ask.parameter,
});

const isName = (said: string): boolean => /^[\w./-]+$/.test(said);

const whyWord = (ask: Ask): Word =>
  ask.parameter === "cluster" ? "whyCluster" : ask.parameter === "namespace" ? "whyNamespace" : "whyOther";

const again = (state: State, ask: Ask, cost = 1): Understood => {
  const attempts = ask.attempts + cost;
  if (attempts < attemptLimit) return go("pause", { ask: { ...ask, attempts }, reply: null });
  return go("report", { ...freshRequest, answer: say(state.language, "gaveUp"), status: "cancelled" });
};

const oneOrAgain = (replying: Replying): Understood => {
  const { state, ask } = replying;
  const only = ask.choices.length === 1 ? ask.choices[0] : undefined;
  if (only) return picked(replying, [only.value]);
  // “yes” to “shall I list them?” is a wish to see the list.
  if (ask.choices.length === 0)
    return { kind: "update", update: { ask: null, reply: null, listed: [...state.listed, ask.parameter] } };
  return again(state, ask);
};

const allNamespaces = (state: State): Understood => {
  const { plan, ask } = state;
  return { kind: "update", update: { ask: null, reply: null, plan: plan && ask && everywhere(plan, ask, true) } };
};

/** The request that was asked about is meant for all namespaces, or no longer is. */
const everywhere = (plan: Plan, ask: Ask, all: boolean): Plan => ({
  ...plan,
  allNamespaces: all,
  steps: plan.steps.map((step) =>
    step.part && isAskedFor(plan, ask, step) ? { ...step, part: { ...step.part, everywhere: all } } : step,
  ),
});

/**
 * Whether a reply to the question is meant for this open step: one of the same request, or one of another that said the
 * same of what is asked ("logs and events of cart" ask once which cart is meant).
 */
const isAskedFor = ({ steps }: Plan, { stepId, parameter }: Ask, step: Step): boolean => {
  if (step.ready || step.done) return false;
  const asked = steps.find(({ id }) => id === stepId);
  if (asked === undefined || ofSamePart(asked, step)) return true;
  if (parameter === "cluster" || parameter === "namespace")
    return asked.mentions[parameter] === step.mentions[parameter] && !(step.part?.everywhere ?? false);
  const { name } = asked.mentions;
  const same = asked.resource === step.resource || step.resource === "event";
  return name !== undefined && name === step.mentions.name && same;
};

const back = (state: State, ask: Ask): Understood => {
  const { plan } = state;
  if (!plan) return again(state, ask);
  const open = plan.steps.map((step) =>
    step.id === ask.stepId
      ? { ...step, mentions: { ...(step.mentions.name === undefined ? {} : { name: step.mentions.name }) } }
      : step,
  );
  const entities = Object.fromEntries(
    Object.entries(state.entities).filter(([key]) => key !== "namespace" && key !== "cluster"),
  );
  return { kind: "update", update: { ask: null, reply: null, entities, plan: { ...plan, steps: open } } };
};

/** Puts the picked value into every step that is waiting for it; several values make several steps. */
const picked = ({ parts, state, ask }: Replying, values: readonly string[]): Understood => {
  if (ask.kind === "plan") {
    if (values[0] !== "run" && values[0] !== "always")
      return go("report", { ...freshRequest, answer: say(state.language, "cancelled"), status: "cancelled" });
    return confirmed(state, { always: values[0] === "always", plan: state.plan });
  }
  const { plan } = state;
  const first = values[0];
  if (!plan || first === undefined) return again(state, ask);
  const steps = plan.steps.flatMap((step) => {
    if (!isAskedFor(plan, ask, step)) return [step];
    return values.map((value, index) =>
      settle(step, { ask, value, parts, id: values.length > 1 ? `${step.id}.${index + 1}` : step.id }),
    );
  });
  const { namespace, name } = splitValue(ask, first);
  let { entities } = state;
  if (namespace !== undefined) entities = remember(entities, "namespace", { value: namespace, origin: "picked" });
  if (values.length === 1) entities = remember(entities, ask.parameter, { value: name, origin: "picked" });
  const settled = [...state.settled, ask.parameter, ...(namespace === undefined ? [] : ["namespace"])];
  return { kind: "update", update: { ask: null, reply: null, entities, settled, plan: { ...plan, steps } } };
};

const places: readonly string[] = ["cluster", "namespace", "container"];

/** Choices out of a list over all namespaces are `namespace/name`. */
const splitValue = (ask: Ask, value: string): { namespace?: string; name: string } => {
  const slash = value.indexOf("/");
  if (slash < 0 || places.includes(ask.parameter) || !ask.choices.some((choice) => choice.value === value))
    return { name: value };
  return { namespace: value.slice(0, slash), name: value.slice(slash + 1) };
};

const settle = (step: Step, { ask, value, parts, id }: { ask: Ask; value: string; parts: Parts; id: string }): Step => {
  const entry = parts.catalog.get(step.tool);
  if (!entry) return step;
  const { namespace, name } = splitValue(ask, value);
  const role =
    ask.parameter === "cluster" || ask.parameter === "namespace" || ask.parameter === "container"
      ? ask.parameter
      : "name";
  const named = entry.parameters.find((parameter) => parameter.name === ask.parameter);
  const target = role === "name" ? (parameterOf(entry, "name", step.resource) ?? named) : parameterOf(entry, role);
  const place = namespace === undefined ? undefined : parameterOf(entry, "namespace");
  const own = named && role === "name" ? named : target;
  return {
    ...step,
    id,
    args: {
      ...step.args,
      ...(own ? { [own.name]: name } : {}),
      ...(place && namespace !== undefined ? { [place.name]: namespace } : {}),
    },
  };
};

/** A value that no list knows (replicas, image, …) is taken as it was typed. */
const isPlainValue = (ask: Ask): boolean => !places.includes(ask.parameter) && !resourceByKey.has(ask.parameter);

/** A name that is no choice is held against the lists like one that was said at first. */
const mention = (plan: Plan | null, ask: Ask, value: string): Plan | null => {
  if (!plan) return plan;
  const role = places.includes(ask.parameter) ? ask.parameter : "name";
  const place = role === "namespace" || role === "cluster";
  const open = place ? everywhere(plan, ask, false) : plan;
  return {
    ...open,
    steps: open.steps.map((step) =>
      isAskedFor(open, ask, step) ? { ...step, mentions: { ...step.mentions, [role]: value } } : step,
    ),
  };
};
