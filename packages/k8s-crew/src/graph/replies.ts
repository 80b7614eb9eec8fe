import { allChoices, cutAt } from "../choices/offer.ts";
import type { Ask } from "../choices/types.ts";
import { type Reply, readReply, readRequest, readRequests } from "../language/index.ts";
import { remember } from "../memory/entities.ts";
import type { Plan } from "../plan/types.ts";
import { say, type Word } from "../words/conversation-words.ts";
import { nounOf } from "../words/nouns.ts";
import { adviceOn, whichIs, withFields } from "./asked-about.ts";
import { runCommand } from "./commands.ts";
import { consented } from "./consent.ts";
import { planCorrectedBy } from "./correct-plan.ts";
import { knownPlaces, movedTo } from "./other-place.ts";
import type { Parts } from "./parts.ts";
import { planAsk } from "./plan-gate.ts";
import { type PlanReply, planReplyOf } from "./plan-replies.ts";
import { restOf } from "./rest.ts";
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
  const planReply = ask.kind === "plan" ? planReplyOf(parts, state, reply.text) : undefined;
  if (planReply) return planReplied(replying, planReply);
  const command = commanded(replying, reply.text);
  if (command) return command;
  const read = readAsReply(replying, reply.text);
  if (read.kind === "picked") return applied(replying, read);
  const corrected = planCorrectedBy(reply.text, { parts, state, stepId: ask.stepId });
  if (corrected) return answered({ plan: corrected }, retryOf(replying));
  const moved = read.kind === "typed" || read.kind === "unclear" ? movedTo(reply.text, replying) : undefined;
  if (moved) return answered({ plan: moved, rest: reply.text }, retryOf(replying));
  const known = read.kind === "typed" && !ask.open ? ({ kind: "unclear" } as const) : read;
  return applied(replying, known.kind === "unclear" ? await askModel(replying) : known);
};

/** A changed plan is shown again: a person agrees to what they have seen. */
const planReplied = ({ parts, state }: Replying, reply: PlanReply): Understood => {
  if (reply.kind === "run") return confirmed(state, reply);
  const ready = reply.plan.steps.every((step) => step.ready || step.look !== undefined || reply.plan.view !== "call");
  if (!ready) return answered({ plan: reply.plan });
  return go("pause", { ask: planAsk(parts, state, reply), reply: null, plan: reply.plan });
};

const confirmed = (state: State, { always, plan }: { always: boolean; plan: Plan | null }): Understood =>
  answered({ plan, planConfirmed: true, readsAlways: state.readsAlways || always });

const readAsReply = ({ parts, state, ask }: Replying, text: string): Reply => {
  const step = state.plan?.steps.find(({ id }) => id === ask.stepId);
  const read = readReply(text, {
    choices: withFields(ask, allChoices(ask)),
    shown: ask.choices.length,
    parameter: ask.parameter,
    multiple: ask.kind === "gap",
    ...(step === undefined ? {} : { verb: step.verb }),
  });
  if (ask.parameter !== "namespace" || ask.choices.length > 0 || !["unclear", "new_request"].includes(read.kind))
    return read;
  // “It's in dev, the v2 one” says where, and more than that.
  const places = knownPlaces(parts, state, step);
  const { verb, namespace } = readRequests(text, { ...places, language: state.language }).requests[0]?.request ?? {};
  return verb === undefined && namespace !== undefined ? { kind: "typed", value: namespace } : read;
};

/** A command leaves the question open where it only tells something. */
const commanded = ({ parts, state, ask }: Replying, text: string): Understood | undefined => {
  const { kind, command = "", commandArgument = "" } = readRequest(text, {});
  if (kind !== "command") return undefined;
  if (!telling.includes(command)) return newRequest(state);
  const { answer = "", ...update } = runCommand(parts, state, { command, argument: commandArgument });
  return go("pause", { ...update, status: "ok", error: null, ask: { ...ask, lead: `${answer}\n` }, reply: null });
};

/** Commands after which the question stands. */
const telling: readonly string[] = ["help", "context", "tools"];

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
      return answered(
        { plan: mentioned(state.plan, ask, reply.value), rest: restOf(saidIn(state), reply.value) },
        retryOf(replying),
      );
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
      return newRequest(state);
    case "did_you_mean":
      return again(state, narrowed(state, ask, reply.values));
    case "asks":
      return again(state, ask, { lead: whichIs(withFields(ask, allChoices(ask)), reply.quality, language), cost: 0 });
    case "advise":
      return ask.choices.length === 0
        ? answered({ listed: [...state.listed, ask.parameter] })
        : again(state, ask, { lead: adviceOn(withFields(ask, allChoices(ask)), language), cost: 0 });
    case "why":
      return again(state, ask, { lead: say(language, whyWord(ask)), cost: 0 });
    case "back":
      return back(state, ask);
    case "none":
      return again(state, { ...ask, text: say(language, "noneOfThese"), choices: [] });
    case "unclear":
      return again(state, ask, { lead: say(language, "unclear") });
  }
};

const newRequest = (state: State): Understood =>
  go("listen", {
    ...freshRequest,
    ...(state.reply?.kind === "text" ? { message: state.reply.text, language: state.reply.language } : {}),
  });

const saidIn = ({ reply }: State): string => (reply?.kind === "text" ? reply.text.trim() : "");

/** Only the choices that may have been meant. */
const narrowed = (state: State, ask: Ask, values: readonly string[]): Ask => {
  const { shown, more } = cutAt(allChoices(ask).filter(({ value }) => values.includes(value)));
  const said = saidIn(state).slice(0, 60);
  const slots = { said, resource: nounOf(ask.parameter, 1, state.language) };
  const text = say(state.language, isName(said) ? "didYouMean" : "whichOfThese", slots);
  const { more: _, ...rest } = ask;
  return { ...rest, choices: shown, ...(more.length === 0 ? {} : { more }), text };
};

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
    if (values[0] !== "run" && values[0] !== "always")
      return go("report", { ...freshRequest, answer: say(state.language, "cancelled"), status: "cancelled" });
    return confirmed(state, { always: values[0] === "always", plan: state.plan });
  }
  const { plan } = state;
  const first = values[0];
  if (!plan || first === undefined) return again(state, ask);
  const { namespace, name } = splitValue(ask, first);
  let { entities } = state;
  if (namespace !== undefined) entities = remember(entities, "namespace", { value: namespace, origin: "picked" });
  if (values.length === 1) entities = remember(entities, ask.parameter, { value: name, origin: "picked" });
  const keys = [...state.settled, ask.parameter, ...(namespace === undefined ? [] : ["namespace"])];
  const rest = state.reply?.kind === "text" && values.length === 1 ? restOf(state.reply.text, first) : "";
  return answered({ entities, rest, settled: keys, plan: settled(plan, { ask, values, parts }) });
};
