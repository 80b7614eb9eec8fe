import { callKey } from "../../plan/source.ts";
import type { Plan, Step } from "../../plan/types.ts";
import { listOf } from "../../words/fill.ts";
import { namedThing } from "../../words/nouns.ts";
import { reasonFor } from "../../words/reasons.ts";
import { saySafety } from "../../words/safety-words.ts";
import { layOut } from "../answers/lay-out.ts";
import type { Parts } from "../parts.ts";
import { placeOf } from "../place-of.ts";
import { readAnew } from "../reads/read-all.ts";
import type { State } from "../state.ts";
import { checkAfterWrite, isCheckOf } from "./check-after-write.ts";
import { changeOf } from "./current-value.ts";
import { writtenState } from "./written-state.ts";

/** Changes of a plan that were sent. */
export const madeIn = (plan: Plan | null): readonly Step[] =>
  (plan?.steps ?? []).filter(({ done, effect, failed }) => done && effect !== "read" && failed === undefined);

/** The changes that were made, as they were sent; null where there are none. */
export const changedBy = (parts: Parts, { plan }: State): string | null => {
  const made = sentWell(parts, plan);
  return made.length === 0 ? null : made.map(callKey).join("\n  ");
};

const sentWell = (parts: Parts, plan: Plan | null): readonly Step[] =>
  madeIn(plan).filter((step) => outcomeOf(parts, step) === "ok");

/** Changes that are kept in mind. */
const changesLimit = 50;

/** The changes of the conversation, with those of this plan. */
export const changesSoFar = (parts: Parts, state: Pick<State, "language" | "plan" | "changes">): readonly string[] => {
  const changed = sentWell(parts, state.plan).map((step) => `${changeInWords(parts, state, step)} [${step.tool}]`);
  return [...state.changes, ...changed].slice(-changesLimit);
};

const outcomeOf = (parts: Parts, step: Step) => parts.turn().shelf.results.get(callKey(step))?.outcome;

/** A change that waits or was made, as a person says it: what, to what, and where. */
export const changeInWords = (parts: Parts, { language }: Pick<State, "language">, step: Step): string => {
  const { cluster, namespace, name } = placeOf(parts, step);
  const place = [
    ...(changeOf(parts, step)?.to === undefined ? [] : [changeOf(parts, step)?.to ?? ""]),
    ...(namespace === undefined ? [] : [namedThing(language, "namespace", namespace)]),
    ...(cluster === undefined ? [] : [namedThing(language, "cluster", cluster)]),
  ];
  const what = reasonFor(language, { verb: step.verb, resource: step.resource, name });
  return place.length === 0 ? what : saySafety(language, "inPlace", { what, place: listOf(language, place) });
};

/** What of a plan was sent and how it stands now, and what of it was not: for a plan that is left for something else. */
export const madeAndLeft = async (parts: Parts, state: State): Promise<string> => {
  const { language } = state;
  const plan = await checked(parts, state);
  const made = madeIn(plan).map((step) => {
    if (outcomeOf(parts, step) !== "ok") return layOut(parts, state, step)?.text ?? "";
    const check = plan?.steps.find((other) => isCheckOf(other, step));
    const now = check && writtenState(parts, { ...state, plan }, check);
    const done = saySafety(language, "done", { change: changeInWords(parts, state, step) });
    return [done, now ?? saySafety(language, "notChecked")].join(language === "zh" ? "" : " ");
  });
  return [...made, ...leftIn(parts, { language, plan })].filter((line) => line !== "").join("\n");
};

/** The same where nothing can be looked at any more. */
export const sentAndLeft = (parts: Parts, state: Pick<State, "language" | "plan">): readonly string[] => {
  const sent = madeIn(state.plan).flatMap((step) => {
    if (outcomeOf(parts, step) !== "ok") return parts.turn().shelf.results.get(callKey(step))?.text ?? [];
    return saySafety(state.language, "done", { change: changeInWords(parts, state, step) });
  });
  return [...sent, ...leftIn(parts, state)];
};

const leftIn = (parts: Parts, { language, plan }: Pick<State, "language" | "plan">): readonly string[] =>
  (plan?.steps ?? [])
    .filter(({ done, effect }) => !done && effect !== "read")
    .map((step) => saySafety(language, "notRun", { change: changeInWords(parts, { language }, step) }));

/** The plan with the reads that check what it changed. */
const checked = async (parts: Parts, state: State): Promise<Plan | null> => {
  const { plan } = state;
  const check = checkAfterWrite(parts, state);
  if (plan === null || check === undefined) return plan;
  await readAnew(parts, [check], { signal: parts.turn().signal, maxAgeMs: 0 });
  return checked(parts, { ...state, plan: { ...plan, steps: [...plan.steps, { ...check, done: true }] } });
};
