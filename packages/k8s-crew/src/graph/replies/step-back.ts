import { parameterOf } from "../../catalog/arguments.ts";
import { stepsBack } from "../../language/index.ts";
import { sayChoice } from "../../words/choice-words.ts";
import type { State, Update } from "../state.ts";
import { planFrom } from "./correct-plan.ts";
import { again, answered, type Replying, type Understood } from "./understood.ts";

/** Questions in the order in which they are asked; what is below hangs on what is above. */
const levels = ["cluster", "namespace"] as const;
type Level = (typeof levels)[number];

/** “Back”: the question before this one is asked again, and what was answered since is open. */
export const steppedBack = (replying: Replying, text: string): Understood => {
  const { state, ask } = replying;
  const open = levels.filter((level) => isAnswered(replying, level));
  const level = open.at(-stepsBack(text)) ?? open[0];
  if (!state.plan || level === undefined)
    return again(state, ask, { lead: sayChoice(state.language, "atFirst"), cost: 0 });
  return answered(reopened(replying, level));
};

/** What a person began with is no answer to a question. */
const isAnswered = ({ parts, state, ask }: Replying, level: Level): boolean => {
  const step = state.plan?.steps.find(({ id }) => id === ask.stepId);
  const parameter = step && parts.catalog.get(step.tool);
  if (!step || !parameter || level === ask.parameter || (ask.parameter === "namespace" && level !== "cluster"))
    return false;
  const place = parameterOf(parameter, level);
  const isSettled =
    step.mentions[level] !== undefined ||
    (place !== undefined && step.args[place.name] !== undefined) ||
    state.settled.includes(level);
  const origin = state.entities[level]?.origin;
  return (
    ask.parameter !== "cluster" && place !== undefined && isSettled && origin !== "configured" && origin !== "single"
  );
};

const reopened = ({ parts, state, ask }: Replying, level: Level): Update => {
  const below = [...levels.slice(levels.indexOf(level)), ask.parameter];
  const plan = state.plan && planFrom(state.plan, level, { parts, stepId: ask.stepId });
  return {
    plan,
    entities: withoutKeys(state.entities, below),
    settled: state.settled.filter((key) => !below.includes(key)),
    assumed: state.assumed.filter((key) => !below.includes(key)),
    // Who goes back wants to choose anew.
    listed: level === "namespace" ? [...state.listed, level] : state.listed,
  };
};

const withoutKeys = (entities: State["entities"], keys: readonly string[]): State["entities"] =>
  Object.fromEntries(Object.entries(entities).filter(([key]) => !keys.includes(key)));
