import { inFormOf, parameterOf } from "../catalog/arguments.ts";
import type { Catalog } from "../catalog/types.ts";
import { numbersIn, type Request, unknownWords } from "../language/index.ts";
import { admit } from "../plan/admit.ts";
import type { DraftStep, Mentions, Step } from "../plan/types.ts";
import { type Problem, problem } from "../words/plan-problems.ts";
import type { PlannerInput, PlannerReply } from "./types.ts";

type Saying = {
  readonly turn: PlannerInput;
  readonly catalog: Catalog;
  /** What the rules read of the same message. */
  readonly reading: PlannerReply | undefined;
};

/** An argument of a change that is not what was said, with what to tell who made it. */
type Unsaid = { readonly parameter: string; readonly problem: Problem };

/** Where a change has another amount, name or place than the message tells, or one that nobody told. */
export const unsaidOf = (reply: PlannerReply, saying: Saying): readonly Problem[] =>
  reply.kind === "plan" ? reply.steps.flatMap((draft) => unsaidIn(draft, saying).map(({ problem }) => problem)) : [];

/**
 * A plan without what contradicts what was said: what the rules read of the same changes, else each such argument is
 * left out and asked for. Nothing of it comes to a card.
 */
export const withoutUnsaid = (reply: PlannerReply, saying: Saying): PlannerReply => {
  if (reply.kind !== "plan" || unsaidOf(reply, saying).length === 0) return reply;
  const { reading, catalog } = saying;
  const verbs = (steps: readonly DraftStep[]) => steps.map(({ tool }) => catalog.get(tool)?.verb).join();
  if (reading?.kind === "plan" && reading.view === reply.view && verbs(reading.steps) === verbs(reply.steps))
    return reading;
  const steps = reply.steps.map((draft) => {
    const unsaid = unsaidIn(draft, saying).map(({ parameter }) => parameter);
    return {
      ...draft,
      args: Object.fromEntries(Object.entries(draft.args).filter(([name]) => !unsaid.includes(name))),
    };
  });
  return { ...reply, steps };
};

const unsaidIn = (draft: DraftStep, saying: Saying): readonly Unsaid[] => {
  const admission = admit(draft, saying.catalog, "check");
  if (admission.kind === "rejected" || admission.step.effect === "read") return [];
  const { step } = admission;
  const wrong = (["cluster", "namespace", "name"] as const).flatMap((role) => {
    const value = step.mentions[role];
    const parameter = parameterIn(step, saying, role);
    return value === undefined || parameter === undefined || isSaid(role, value, saying)
      ? []
      : [{ parameter, problem: problem("notSaid", () => ({ value, role })) }];
  });
  return [...amountUnsaid(step, saying), ...wrong];
};

const amountUnsaid = (step: Step, { turn, catalog, reading }: Saying): readonly Unsaid[] => {
  const entry = catalog.get(step.tool);
  const parameter = entry && parameterOf(entry, "replicas");
  const value = parameter && step.args[parameter.name];
  if (parameter === undefined || value === undefined) return [];
  const numbers = numbersIn(turn.message);
  // How many “two more” come to is worked out from what there is.
  const isRelative = askedIn(reading)?.replicasBy !== undefined;
  if (!isRelative && (numbers.length === 0 || numbers.some((number) => inFormOf(parameter, number) === value)))
    return [];
  return [{ parameter: parameter.name, problem: problem("otherNumber", () => ({ value: String(value) })) }];
};

const parameterIn = (step: Step, { catalog }: Saying, role: keyof Mentions): string | undefined => {
  const entry = catalog.get(step.tool);
  return entry && parameterOf(entry, role, step.resource)?.name;
};

/**
 * A place was said now, or the conversation is there; a name that was not said is what the conversation is about, unless
 * another name was said in full.
 */
const isSaid = (role: "cluster" | "namespace" | "name", value: string, { turn, reading }: Saying): boolean => {
  const given = value.toLowerCase();
  const words = wordsIn(turn.message);
  if (words.includes(given) || askedIn(reading)?.[role] === value) return true;
  const names = unknownWords(turn.message).map((word) => word.toLowerCase());
  if (names.some((word) => given.includes(word))) return true;
  if (role === "name") return !names.some((word) => isFullName(word) && !isPlace(word, turn));
  const before = turn.history.some(({ role: who, text }) => who === "user" && wordsIn(text).includes(given));
  return before || turn.entities[role]?.value === value;
};

const wordsIn = (text: string): readonly string[] =>
  text.toLowerCase().match(/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?/gu) ?? [];

/** Words with a hyphen inside are names of things, not of the language. */
const isFullName = (word: string): boolean => /^[a-z0-9.]+(?:-[a-z0-9.]+)+$/u.test(word);

const isPlace = (word: string, { known }: PlannerInput): boolean =>
  [...(known.cluster ?? []), ...(known.namespace ?? [])].includes(word);

const askedIn = (reading: PlannerReply | undefined): Request | undefined =>
  reading?.kind === "plan" ? reading.asked : undefined;
