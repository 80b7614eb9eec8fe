import { inFormOf, parameterOf } from "../catalog/arguments.ts";
import type { Catalog, Verb } from "../catalog/types.ts";
import { changeWished, numbersIn, type Request, unknownWords } from "../language/index.ts";
import { admit } from "../plan/admit.ts";
import type { DraftStep, Mentions, Step } from "../plan/types.ts";
import { type Problem, problem } from "../words/plan-problems.ts";
import { contextOf } from "./rules/reading-context.ts";
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
  return [...amountUnsaid(step, saying), ...imageUnsaid(step, saying), ...wrong];
};

const amountUnsaid = (step: Step, saying: Saying): readonly Unsaid[] => {
  const { turn, catalog, reading } = saying;
  const entry = catalog.get(step.tool);
  const parameter = entry && parameterOf(entry, "replicas");
  const value = parameter && step.args[parameter.name];
  if (parameter === undefined || value === undefined) return [];
  const asked = askedIn(reading);
  // How many “two more” come to is worked out from what there is.
  const isRelative = asked?.replicasBy !== undefined;
  const said = [...numbersSaid(turn), ...impliedBy(changeWished(turn.message, contextOf(turn)).verbs)];
  if (!isRelative && said.some((number) => inFormOf(parameter, number) === value)) return [];
  return [{ parameter: parameter.name, problem: problem("otherNumber", () => ({ value: String(value) })) }];
};

/** “And api too” means the number that was said before. */
const numbersSaid = ({ message, history, last }: PlannerInput): readonly number[] => {
  const numbers = numbersIn(message);
  if (numbers.length > 0 || last === undefined) return numbers;
  return numbersIn(history.findLast(({ role }) => role === "user")?.text ?? "");
};

/** To stop something is to leave none of it, to start it is to have one. */
const impliedBy = (verbs: readonly Verb[]): readonly number[] =>
  verbs.flatMap((verb) => (verb === "stop" ? [0] : verb === "start" ? [1] : []));

/** An image is what somebody said: its name, and its version unless that is whichever is the latest. */
const imageUnsaid = (step: Step, { turn, catalog, reading }: Saying): readonly Unsaid[] => {
  const entry = catalog.get(step.tool);
  const parameter = entry && parameterOf(entry, "image");
  const value = parameter && step.args[parameter.name];
  if (parameter === undefined || typeof value !== "string" || value === "") return [];
  const told = [turn.message, ...turn.history.map(({ text }) => text)].join("\n").toLowerCase();
  const [, name = value, version = "latest"] = /^(.*?)(?::([\w.-]+)|@\S+)?$/u.exec(value.toLowerCase()) ?? [];
  const isSaidAlready =
    askedIn(reading)?.image === value || (has(told, name) && (version === "latest" || has(told, version)));
  return isSaidAlready
    ? []
    : [{ parameter: parameter.name, problem: problem("notSaid", () => ({ value, role: "image" })) }];
};

/** As a word of its own: “cart” is not said by “cart-service”. */
const has = (text: string, word: string): boolean =>
  text.split(/[^a-z0-9./_-]+/u).some((each) => each.replace(/[.]+$/u, "") === word);

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
