import type { Ask } from "../../choices/types.ts";
import type { CallRecord, Language } from "../../output/output.ts";
import type { Read } from "../../overview/types.ts";
import { callKey } from "../../plan/source.ts";
import { formatAge } from "../../results/age.ts";
import { say } from "../../words/conversation-words.ts";
import type { Parts } from "../parts.ts";
import { verdictAge } from "../reads/max-age.ts";
import { kindListed } from "../repair/evidence.ts";
import type { State } from "../state.ts";
import type { Shelf } from "../turn.ts";

/** Younger than this, a kept result is as good as a new one, and its age is no news. Milliseconds. */
const newsAfterMs = 1_000;

/** Choices that were read for the question itself are news once the person has left it for so long. Milliseconds. */
const choicesNewsAfterMs = 15_000;

/** How old the oldest kept result is that the answer rests on, and how to read it anew. */
export const ageNote = (parts: Parts, state: State): readonly string[] => {
  const { record, shelf } = parts.turn();
  const live = new Set(record.calls.filter(({ cached }) => !cached).map(callKey));
  const ages = [...restsOn(parts, state)].flatMap((key) => {
    const result = live.has(key) ? undefined : shelf.results.get(key);
    const age = result?.cached ? parts.settings.now() - result.readAt : 0;
    return age >= newsAfterMs ? [age] : [];
  });
  return ages.length === 0 ? [] : [say(state.language, "fromCache", { age: ageText(Math.max(...ages)) })];
};

/**
 * The calls of the plan; and where there is none, or something was judged, everything else that this turn has read: for a
 * verdict only what is young enough to have been used. Names of places may be older, and say nothing about how things are.
 */
const restsOn = (parts: Parts, { plan, status }: State): ReadonlySet<string> => {
  const { calls } = parts.turn().record;
  if (plan === null) return new Set(status === "ok" ? calls.filter(isOfThings).map(callKey) : []);
  const limit = verdictAge(parts.settings.maxAgeMs);
  const isUsed = (call: CallRecord) => call.resource !== "cluster" && call.ageMs <= limit;
  const judged = isJudged(parts.turn().shelf) ? calls.filter(isUsed) : [];
  return new Set([...plan.steps, ...judged].map(callKey));
};

const isOfThings = ({ resource }: CallRecord): boolean => resource !== "cluster" && resource !== "namespace";

/** Whether more was made of the results than to show them. */
const isJudged = ({ surveys, looks, causes, timelines, users, ...byCall }: Shelf): boolean =>
  surveys.length + looks.length + timelines.length > 0 ||
  causes !== undefined ||
  users !== undefined ||
  [byCall.details, byCall.diagnoses, byCall.reaches, byCall.drains, byCall.further].some(({ size }) => size > 0);

/** The question with when its choices were read: by the lists of their own kind, else by whatever tells of them. */
export const withReadAt = (parts: Parts, ask: Ask, seen: readonly Read[]): Ask => {
  if (ask.choices.length === 0) return ask;
  const own = seen.filter((call) => kindListed(parts, call) === ask.parameter);
  const results = (own.length > 0 ? own : seen).flatMap((call) => {
    const result = parts.turn().shelf.results.get(callKey(call));
    return result?.outcome === "ok" ? [result] : [];
  });
  const at = Math.min(...results.map(({ readAt }) => readAt));
  return results.length === 0 ? ask : { ...ask, read: { at, kept: results.some(({ cached }) => cached) } };
};

/** How old the choices of a question are, where they were kept; "" where that is no news. */
export const choicesAge = ({ read }: Ask, { language, now }: { readonly language: Language; readonly now: number }) => {
  const age = read === undefined ? 0 : now - read.at;
  const isNews = read !== undefined && age >= (read.kept ? newsAfterMs : choicesNewsAfterMs);
  return isNews ? say(language, "choicesFromCache", { age: ageText(age) }) : "";
};

const ageText = (ms: number): string => formatAge(Math.round(ms / 1_000));
