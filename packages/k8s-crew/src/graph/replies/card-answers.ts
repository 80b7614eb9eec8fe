import type { Ask } from "../../choices/types.ts";
import { type Effect, effectOfChange } from "../../guidance/change-effects.ts";
import { type CardQuestion, cardQuestionIn } from "../../language/index.ts";
import type { Step } from "../../plan/types.ts";
import { sayCard } from "../../words/card-words.ts";
import { listOf } from "../../words/fill.ts";
import { placeOf } from "../place-of.ts";
import { clusterOfChange } from "../writes/cluster-of-change.ts";
import type { Replying } from "./understood.ts";

/** What is asked about a change that waits for consent, from what was read for its card. Undefined: nothing is. */
export const cardAnswer = (replying: Replying, said: string): string | undefined => {
  const { state, ask } = replying;
  const question = cardQuestionIn(said);
  const step = state.plan?.steps.find(({ id }) => id === ask.stepId);
  return question && step ? answers[question](replying, step) : undefined;
};

const answers: Readonly<Record<CardQuestion, (replying: Replying, step: Step) => string>> = {
  why: ({ state: { language } }) => sayCard(language, "why"),
  now: ({ state: { language }, ask }) => {
    const now = ask.consent?.change?.from;
    return now === undefined || now === null ? sayCard(language, "nowUnknown") : sayCard(language, "now", { now });
  },
  where: ({ parts, state: { language } }, step) => {
    const { namespace } = placeOf(parts, step);
    const cluster = clusterOfChange(parts, step);
    const place = listOf(language, [
      ...(namespace === undefined ? [] : [sayCard(language, "inNamespace", { namespace })]),
      cluster === undefined ? sayCard(language, "here") : sayCard(language, "inCluster", { cluster }),
    ]);
    return sayCard(language, "where", { place });
  },
  effect: ({ state: { language }, ask }, step) => {
    const told = sayCard(language, effectOf(step, ask), { loss: ask.consent?.loss ?? "" }).trim();
    const data = step.verb === "delete" && step.resource === "pod" ? [sayCard(language, "podData")] : [];
    return [told, ...data, sayCard(language, "yours")].join(language === "zh" ? "" : " ");
  },
};

const effectOf = ({ verb }: Step, { consent }: Ask): Effect => {
  const [from, to] = [consent?.change?.from, consent?.change?.to].map((value) =>
    value === undefined || value === null ? undefined : Number(/\d+/u.exec(value)?.[0]),
  );
  return effectOfChange(verb, { from, to });
};
