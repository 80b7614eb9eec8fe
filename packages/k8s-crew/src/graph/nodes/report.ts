import { say } from "../../words/conversation-words.ts";
import { sayReply } from "../../words/reply-words.ts";
import { answerFacts, limitNotes } from "../answers/begun.ts";
import { statusOf } from "../answers/failed.ts";
import { kubectlLines } from "../answers/kubectl-lines.ts";
import { lookBack } from "../answers/look-back.ts";
import { outsideSteps } from "../answers/outside-steps.ts";
import { goesOnAt } from "../answers/shown-rows.ts";
import { sightOf } from "../answers/sight.ts";
import { teach } from "../answers/teach.ts";
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
    for (const limit of limitNotes(parts, state)) warn(turn, limit);
    const explained = state.explanation === "" ? [] : [`${say(state.language, "explanation")}\n${state.explanation}`];
    const answer = [answerFacts(parts, state), ...explained].filter((part) => part !== "").join("\n");
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
      ...statusOf(parts, state),
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
