import { allChoices, among } from "../../choices/offer.ts";
import {
  afterthoughtIn,
  amountsIn,
  correctionIn,
  exactChoice,
  qualityOfOne,
  type Reply,
  readRefresh,
  readReply,
  readRequest,
  readRequests,
  returnsToQuestion,
  withoutAmounts,
} from "../../language/index.ts";
import { sayAmount } from "../../words/amount-words.ts";
import { withoutAssumed } from "../answers/after-answer.ts";
import { runCommand } from "../answers/commands.ts";
import { namesKept } from "../answers/refresh.ts";
import type { Parts } from "../parts.ts";
import type { State } from "../state.ts";
import { agentOptions, mayAskModel } from "../turn.ts";
import { applied, confirmed, newRequest } from "./applied.ts";
import { aside } from "./aside.ts";
import { withFields } from "./asked-about.ts";
import { choicesAnew } from "./choices-anew.ts";
import { consented } from "./consent.ts";
import { planCorrectedBy } from "./correct-plan.ts";
import { correctedAmount } from "./corrected-amount.ts";
import { isFullRequest } from "./full-request.ts";
import { informed } from "./informed.ts";
import { namedOther } from "./named-other.ts";
import { otherChoice } from "./other-choice.ts";
import { knownPlaces, movedTo } from "./other-place.ts";
import { otherSide } from "./other-side.ts";
import { isOtherWish } from "./other-wish.ts";
import { cameBackFrom } from "./parked.ts";
import { placeMeant } from "./place-meant.ts";
import { plainValueIn } from "./plain-value.ts";
import { planAnswer } from "./plan-answers.ts";
import { type PlanReply, planReplyOf } from "./plan-replies.ts";
import { placeQuestioned, questionsChange, undecidedStill } from "./question-of-change.ts";
import { readingReplied } from "./reading-replies.ts";
import { withAmounts } from "./settle.ts";
import { smallTalk } from "./small-talk.ts";
import { again, answered, go, type Replying, retryOf, type Understood } from "./understood.ts";
import { heldAs, namespacesIn } from "./where-held.ts";

/** What the reply to the pending question means: rules first, a model only for what they cannot map. */
export const understand = async (parts: Parts, state: State): Promise<Understood> => {
  const { ask, reply } = state;
  if (!ask || !reply) return { kind: "update", update: {} };
  const replying = { parts, state, ask };
  if (ask.kind === "approval") return consented(replying);
  if (reply.kind === "value") return valued(replying, reply.value);
  // A name that is shown is meant, whatever else its word could say: a namespace may be called “cancel”.
  const shown = ask.kind === "gap" ? exactChoice(reply.text.trim(), allChoices(ask)) : undefined;
  if (shown !== undefined) return taken(replying, { kind: "picked", values: [shown.value] });
  const back = cameBackFrom(state, reply.text);
  if (back !== undefined) return answered(back);
  if (ask.kind === "plan" && returnsToQuestion(reply.text)) return again(state, ask, { cost: 0 });
  const planTold = ask.kind === "plan" ? planAnswer(replying, reply.text) : undefined;
  if (planTold !== undefined) return again(state, ask, { lead: planTold, cost: 0 });
  const planReply = ask.kind === "plan" ? planReplyOf(parts, state, reply.text) : undefined;
  if (planReply) return planReplied(replying, planReply);
  const command =
    (await commanded(replying, reply.text)) ?? takenBack(replying, reply.text) ?? smallTalk(replying, reply.text);
  if (command) return command;
  return answeredBy(narrowing(replying, reply.text), reply.text);
};

const taken = (replying: Replying, reply: Reply): Understood =>
  replying.ask.kind === "reading" ? readingReplied(replying, reply) : applied(replying, reply);

/** A value that a program answers with is one of the choices; where none were listed, it is held against what there is. */
const valued = (replying: Replying, value: string): Understood => {
  const { ask, state } = replying;
  const choices = allChoices(ask);
  if (ask.kind === "plan" || choices.some((choice) => choice.value === value))
    return taken(replying, { kind: "picked", values: [value] });
  if (choices.length > 0) return again(state, ask, { lead: sayAmount(state.language, "notOffered", { said: value }) });
  return taken(replying, { kind: "typed", value });
};

/** A changed plan is shown again: a person agrees to what they have seen. */
const planReplied = (replying: Replying, reply: PlanReply): Understood => {
  const { state } = replying;
  if (reply.kind === "cancel") return applied(replying, { kind: "cancel" });
  if (reply.kind === "run") return confirmed({ ...state, plan: reply.plan }, reply.always);
  return answered({ plan: { ...reply.plan, edited: true }, lead: reply.note });
};

/** The request with how much of a log the reply asks for. */
const narrowing = (replying: Replying, text: string): Replying => {
  const { parts, state, ask } = replying;
  const plan = state.plan && withAmounts(state.plan, ask, { text, parts });
  return plan ? { ...replying, state: { ...state, plan } } : replying;
};

const answeredBy = async (replied: Replying, text: string): Promise<Understood> => {
  const asked = await withSeveral(replied, text);
  const placed = placeQuestioned(asked, text);
  if (placed !== undefined) return placed;
  if (await isFullRequest(asked, text)) return newRequest(asked);
  const undecided = await questioned(asked, text);
  if (undecided !== undefined) return undecided;
  const plainly = saidPlainly(asked, text);
  if (plainly !== undefined) return plainly;
  const meant = asked.ask.kind === "gap" ? await placeMeant(asked, text) : undefined;
  if (meant) return meant;
  const beside = await aside(asked, text);
  if (beside !== undefined) return again(asked.state, asked.ask, { ...beside, cost: 0 });
  const first = readAsReply(asked, text);
  const replying = await informed(asked, first.kind === "advise" ? "newest" : qualityOfOne(text));
  const { parts, state, ask } = replying;
  const read = replying === asked ? first : readAsReply(replying, text);
  const sameSide = otherSide(replying, read, text);
  if (sameSide !== undefined) return sameSide;
  if (read.kind === "picked" || ask.kind === "reading") return taken(replying, read);
  const corrected = planCorrectedBy(text, { parts, state, stepId: ask.stepId });
  if (corrected) return answered({ plan: corrected }, retryOf(replying));
  const moved = read.kind === "typed" || read.kind === "unclear" ? movedTo(text, replying) : undefined;
  if (moved) return answered({ plan: moved, rest: text }, retryOf(replying));
  const other =
    read.kind === "typed" && ask.kind === "gap" ? await namedOther(replying, { word: read.value, text }) : undefined;
  if (other) return other;
  const isOdd = ask.kind === "plan" && !ofPlans.includes(read.kind);
  if (isOdd && (await isOtherWish(replying, text))) return newRequest(replying);
  const isUnclear = isOdd || read.kind === "unclear" || (read.kind === "typed" && !ask.open);
  return applied(replying, isUnclear ? await askModel(replying) : read);
};

/** What is put as a question at the question of a change is answered, and picks nothing. */
const questioned = async (asked: Replying, text: string): Promise<Understood | undefined> => {
  if (!questionsChange(asked, text)) return undefined;
  const beside = await aside(asked, text);
  if (beside !== undefined) return again(asked.state, asked.ask, { ...beside, cost: 0 });
  const read = readAsReply(asked, text);
  if (!decidesNothing.includes(read.kind)) return undecidedStill(asked, text);
  return applied(read.kind === "advise" ? await informed(asked, "newest") : asked, read);
};

/** Replies that put no value into a call. */
const decidesNothing: readonly Reply["kind"][] = [
  "asks",
  "advise",
  "why",
  "back",
  "no",
  "cancel",
  "list_them",
  "new_request",
];

/** What says all in its own words: how much, another amount, the other of two, a value. */
const saidPlainly = (asked: Replying, text: string): Understood | undefined => {
  if (saysAmountOnly(asked, text)) return applied(asked, { kind: "unclear" });
  const said = correctedAmount(asked, text) ?? otherChoice(asked, text);
  if (said !== undefined) return said;
  const value = plainValueIn(asked, text);
  return value === undefined ? undefined : applied(asked, { kind: "typed", value });
};

/** “Last 5 lines only” says how much of what is asked for, and answers nothing. */
const saysAmountOnly = (replying: Replying, text: string): boolean =>
  Object.keys(amountsIn(text)).length > 0 && readAsReply(replying, withoutAmounts(text)).kind === "unclear";

/** What a reply to a plan may say, beside how it is changed. */
const ofPlans: readonly Reply["kind"][] = ["yes", "no", "cancel", "any", "why", "back", "new_request"];

/**
 * “Billing and qa”, “not the preview” where nothing was listed yet: which namespaces there are tells whether several are
 * named, and which have the thing, what is left when one is shut out.
 */
const withSeveral = async (replying: Replying, text: string): Promise<Replying> => {
  const { ask, parts, state } = replying;
  if (ask.parameter !== "namespace" || ask.choices.length > 0) return replying;
  const denied = correctionIn(text)?.denied ?? [];
  if (denied.length === 0 && !severalNames.test(text)) return replying;
  const places = [...new Set((await namespacesIn(replying)).flatMap(({ names }) => names))];
  // “Never mind, show me the nodes” denies no place.
  if (denied.some((word) => places.some((place) => place.includes(word.toLowerCase())))) return withHolders(replying);
  const listed = among(ask, places);
  const reply = readAsReply({ parts, state, ask: listed }, text);
  return reply.kind === "picked" && reply.values.length > 1 ? { parts, state, ask: listed } : replying;
};

/** The namespaces that have what is asked about. */
const withHolders = async (replying: Replying): Promise<Replying> => {
  const { ask, parts, state } = replying;
  const name = state.plan?.steps.find(({ id }) => id === ask.stepId)?.mentions.name;
  const found = name === undefined ? [] : await heldAs(replying, name);
  const namespaces = [...new Set(found.map(({ namespace }) => namespace))];
  return namespaces.length < 2 ? replying : { parts, state, ask: among(ask, namespaces) };
};

const severalNames = /[a-z0-9]\s*(?:[,，、&+]|\band\b|[和跟与]|以及|还有)\s*(?:the |also |in )*[a-z0-9]/iu;

const readAsReply = ({ parts, state, ask }: Replying, text: string): Reply => {
  const step = state.plan?.steps.find(({ id }) => id === ask.stepId);
  const read = readReply(text, {
    choices: withFields(ask, allChoices(ask)),
    shown: ask.choices.length,
    parameter: ask.parameter,
    multiple: ask.kind === "gap",
    ...(step === undefined ? {} : { verb: step.verb, changes: step.effect !== "read" }),
  });
  if (ask.parameter !== "namespace" || ask.choices.length > 0 || !["unclear", "new_request"].includes(read.kind))
    return read;
  // “It's in dev, the v2 one” says where, and more than that.
  const places = knownPlaces(parts, state, step);
  const { verb, namespace } = readRequests(text, { ...places, language: state.language }).requests[0]?.request ?? {};
  return verb === undefined && namespace !== undefined ? { kind: "typed", value: namespace } : read;
};

/** “Undo” where something was assumed on the way to the question. */
const takenBack = ({ state, ask }: Replying, text: string): Understood | undefined => {
  if (afterthoughtIn(text) !== "undo" || ask.kind !== "gap" || state.assumed.length === 0) return undefined;
  return { kind: "command", command: withoutAssumed(state, { message: state.message, assumed: state.assumed }) };
};

/** A command leaves the question open where it only tells something. */
const commanded = async ({ parts, state, ask }: Replying, text: string): Promise<Understood | undefined> => {
  const said = readRefresh(text, namesKept(parts, state)) ?? readRequest(text, {});
  const { kind, command = "", commandArgument = "" } = said;
  if (kind !== "command" && kind !== "help") return undefined;
  const told = kind === "help" ? kind : command;
  if (told === "refresh" && ask.kind === "gap" && state.plan)
    return choicesAnew({ parts, state, ask }, commandArgument);
  if (!telling.includes(told)) return newRequest({ parts, state, ask });
  // The names of places that the question leans on stay what they are.
  const {
    answer = "",
    known: _,
    ...update
  } = await runCommand(parts, state, { command: told, argument: commandArgument });
  return go("pause", { ...update, status: "ok", error: null, ask: { ...ask, lead: `${answer}\n` }, reply: null });
};

/** Commands after which the question stands. */
const telling: readonly string[] = [
  "help",
  "context",
  "tools",
  "guided",
  "direct",
  "cost",
  "models",
  "refresh",
  "cache",
];

const askModel = async ({ parts, state, ask }: Replying): Promise<Reply> => {
  const text = state.reply?.kind === "text" ? state.reply.text : "";
  const turn = parts.turn();
  if (!parts.clarifier || ask.choices.length === 0 || !mayAskModel(turn, state.language)) return { kind: "unclear" };
  const { reply } = await parts.clarifier(
    { message: text, language: state.language, question: ask.text, parameter: ask.parameter, choices: ask.choices },
    agentOptions(turn),
  );
  return reply;
};
