import type { Ask } from "../choices/types.ts";
import { type Reply, readReply } from "../language/index.ts";
import { remember } from "../memory/entities.ts";
import { say, type Word } from "../words/conversation-words.ts";
import { consented } from "./consent.ts";
import { planCorrectedBy } from "./correct-plan.ts";
import type { Parts } from "./parts.ts";
import { everywhere, isPlainValue, mentioned, settled, splitValue } from "./settle.ts";
import { freshRequest, type State } from "./state.ts";
import { addUsage } from "./turn.ts";
import { again, answered, go, type Replying, retryOf, type Understood } from "./understood.ts";

/** What the reply to the pending question means: rules first, a model only for what they cannot map. */
export const understand = async (parts: Parts, state: State): Promise<Understood> => {
  const { ask, reply } = state;
  if (!ask || !reply) return { kind: "update", update: {} };
  if (ask.kind === "approval") return consented(state, ask, reply.kind === "value" ? reply.value : reply.text);
  const replying = { parts, state, ask };
  if (reply.kind === "value") return applied(replying, { kind: "picked", values: [reply.value] });
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
  if (corrected) return answered({ plan: corrected }, retryOf(replying));
  const known = read.kind === "typed" && !ask.open ? ({ kind: "unclear" } as const) : read;
  return applied(replying, known.kind === "unclear" ? await askModel(replying) : known);
};

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

const applied = (replying: Replying, reply: Reply): Understood => {
  const { state, ask } = replying;
  const { language } = state;
  switch (reply.kind) {
    case "picked":
      return picked(replying, reply.values);
    case "typed":
      if (isPlainValue(ask)) return picked(replying, [reply.value]);
      return answered({ plan: mentioned(state.plan, ask, reply.value) }, retryOf(replying));
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
      return answered({ listed: [...state.listed, ask.parameter] });
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

const slots = (state: State, ask: Ask) => ({
  said: state.reply?.kind === "text" ? state.reply.text.trim().slice(0, 60) : "",
  resource: ask.parameter,
});

const isName = (said: string): boolean => /^[\w./-]+$/.test(said);

const whyWord = (ask: Ask): Word =>
  ask.parameter === "cluster" ? "whyCluster" : ask.parameter === "namespace" ? "whyNamespace" : "whyOther";

const oneOrAgain = (replying: Replying): Understood => {
  const { state, ask } = replying;
  const only = ask.choices.length === 1 ? ask.choices[0] : undefined;
  if (only) return picked(replying, [only.value]);
  // “yes” to “shall I list them?” is a wish to see the list.
  if (ask.choices.length === 0) return answered({ listed: [...state.listed, ask.parameter] });
  return again(state, ask);
};

const allNamespaces = (state: State): Understood => {
  const { plan, ask } = state;
  return answered({ plan: plan && ask && everywhere(plan, ask, true) });
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
  return answered({ entities, plan: { ...plan, steps: open } });
};

const picked = ({ parts, state, ask }: Replying, values: readonly string[]): Understood => {
  if (ask.kind === "plan") {
    if (values[0] !== "run")
      return go("report", { ...freshRequest, answer: say(state.language, "cancelled"), status: "cancelled" });
    return answered({ planConfirmed: true });
  }
  const { plan } = state;
  const first = values[0];
  if (!plan || first === undefined) return again(state, ask);
  const { namespace, name } = splitValue(ask, first);
  let { entities } = state;
  if (namespace !== undefined) entities = remember(entities, "namespace", { value: namespace, origin: "picked" });
  if (values.length === 1) entities = remember(entities, ask.parameter, { value: name, origin: "picked" });
  const keys = [...state.settled, ask.parameter, ...(namespace === undefined ? [] : ["namespace"])];
  return answered({ entities, settled: keys, plan: settled(plan, { ask, values, parts }) });
};
