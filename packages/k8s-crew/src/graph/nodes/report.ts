import type { CallResult } from "@k8s-copilot/crew";
import { unreachedCode } from "../../overview/down.ts";
import { headline, isNowhere } from "../../overview/render.ts";
import { callKey } from "../../plan/source.ts";
import type { Plan } from "../../plan/types.ts";
import { say } from "../../words/conversation-words.ts";
import { sayReply } from "../../words/reply-words.ts";
import { faultSentence } from "../../words/server-words.ts";
import { ageNote } from "../answers/age-note.ts";
import { answerText } from "../answers/answer.ts";
import { kubectlLines } from "../answers/kubectl-lines.ts";
import { leftNotes } from "../answers/left-notes.ts";
import { lookBack } from "../answers/look-back.ts";
import { outsideSteps } from "../answers/outside-steps.ts";
import { partialNotes } from "../answers/partial-notes.ts";
import { sandboxNote } from "../answers/sandbox-note.ts";
import { goesOnAt } from "../answers/shown-rows.ts";
import { sightOf } from "../answers/sight.ts";
import { teach } from "../answers/teach.ts";
import { unmetNotes } from "../answers/unmet.ts";
import type { Parts } from "../parts.ts";
import { placeOf } from "../place-of.ts";
import { furtherOffers } from "../reads/further.ts";
import type { Answered, State, Update } from "../state.ts";
import { warn } from "../turn.ts";
import { changeOf } from "../writes/current-value.ts";
import { changedBy, changesSoFar } from "../writes/made.ts";

/** Makes the answer: what was assumed, the facts, then the explanation; and remembers what was shown. */
export const report =
  (parts: Parts) =>
  async (state: State): Promise<Update> => {
    const turn = parts.turn();
    const facts = state.answer === "" ? answerText(parts, state) : state.answer;
    const limits = [...unmetNotes(parts, state), ...partialNotes(parts, state)];
    for (const limit of limits) warn(turn, limit);
    const answer = [
      ...sandboxNote(parts.settings, state.language),
      state.lead,
      ...turn.record.notes,
      ...limits,
      facts,
      ...leftNotes(state),
      ...ageNote(parts, state),
      ...(state.explanation === "" ? [] : [`${say(state.language, "explanation")}\n${state.explanation}`]),
    ]
      .filter((part) => part !== "")
      .join("\n");
    const sight = state.plan ? sightOf(parts, state, state.plan) : undefined;
    const seen = lookBack(parts, state, sight);
    const guided = { ...seen, ...(sight ? teach(parts, { ...state, ...seen }, sight) : {}) };
    const offered = [...outsideSteps(parts, state), ...furtherOffers(state)].slice(0, 2);
    return {
      ask: null,
      reply: null,
      lead: "",
      answer,
      account: turn.account.sums(),
      kubectl: kubectlLines(parts, state),
      messages: [
        { role: "user", text: state.message.slice(0, 2_000) },
        { role: "assistant", text: answer.slice(0, 2_000) },
      ],
      ...guided,
      ...(offered.length > 0 ? { nextSteps: [...offered, ...(guided.nextSteps ?? [])].slice(0, 3) } : {}),
      ...(state.plan === null ? {} : { answered: answeredNow(parts, state), changes: changesSoFar(parts, state) }),
      ...failure(parts, state),
    };
  };

/** What “undo” and “more” may be about next. */
const answeredNow = (parts: Parts, state: State): Answered => ({
  message: state.message,
  assumed: state.assumed,
  next: goesOnAt(parts, state),
  changed: changedBy(parts, state),
  ...backOf(parts, state),
});

/** How many there were before they were scaled is known from its card: the request that puts that back. */
const backOf = (parts: Parts, { plan, language }: State): Pick<Answered, "back"> => {
  const scaled = (plan?.steps ?? []).filter(({ done, effect }) => done && effect !== "read");
  const [step, ...others] = scaled;
  const count = step?.verb === "scale" ? /^replicas=(\d+)$/.exec(changeOf(parts, step)?.from ?? "")?.[1] : undefined;
  const { name, namespace } = step === undefined ? {} : placeOf(parts, step);
  return count === undefined || name === undefined || namespace === undefined || others.length > 0
    ? {}
    : { back: sayReply(language, "scaleTo", { name, namespace, count }) };
};

/**
 * When nothing came of a request, or of one of several things that were asked for, the status tells it, as an exit code
 * tells a script: every call of it failed, every cluster that was to be looked at, or it is nowhere.
 */
const failure = (parts: Parts, { plan, error, status, language }: State): Update => {
  if (status !== "ok" || plan === null) return { status, error };
  const { surveys } = parts.turn().shelf;
  if (plan.view !== "call" && isNowhere(surveys))
    return { status: "error", error: { code: "not_found", message: headline(surveys, language), remedy: "" } };
  const lost = plan.view === "call" ? undefined : unreachedCode(surveys);
  if (lost !== undefined)
    return { status: "error", error: { code: lost, message: headline(surveys, language), remedy: "" } };
  const first = plan.view === "call" ? firstFailed(parts, plan) : undefined;
  if (!first) return { status, error };
  const told = first.fault ? faultSentence(first.fault, language) : { message: first.message, remedy: "" };
  return { status: "error", error: { code: first.outcome, ...told } };
};

/** The first failure of what failed wholly: one kind of things that one part of the message asked for. */
const firstFailed = (parts: Parts, { steps }: Plan): CallResult | undefined => {
  const askedFor = new Map<string, CallResult[]>();
  for (const step of steps) {
    const result = parts.turn().shelf.results.get(callKey(step));
    const key = `${step.part?.index ?? ""} ${step.verb} ${step.resource}`;
    if (result !== undefined) askedFor.set(key, [...(askedFor.get(key) ?? []), result]);
  }
  return [...askedFor.values()].find((results) => results.every(({ outcome }) => outcome !== "ok"))?.[0];
};
