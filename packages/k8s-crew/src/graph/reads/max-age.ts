import { showsHealth } from "../../cache/kinds.ts";
import { verdictMaxAgeMs } from "../../cache/policy.ts";
import type { Focus, Plan, Step } from "../../plan/types.ts";
import type { Parts, Settings } from "../parts.ts";
import type { State } from "../state.ts";

/**
 * How old a kept result may be. An answer is a verdict (a survey, a diagnosis, which nodes are not ready) and rests on
 * nothing older than `verdictMaxAgeMs`, unless it plainly lists what there is of a kind that shows no health. That and
 * choices go by the cache policy, and a list says how old it is. A request to read anew takes nothing that was kept, nor
 * does a change that is counted from what there is: “two more” of what was there before is another number.
 */
export const maxAgeFor = ({ plan, work, fresh }: State, { maxAgeMs }: Settings): number | undefined => {
  if (fresh || plan?.steps.some(({ replicasBy, done }) => replicasBy !== undefined && !done)) return 0;
  return work?.for === "executor" && plan && !listsPlainly(plan) ? verdictAge(maxAgeMs) : maxAgeMs;
};

/** Parts that take nothing older than a verdict may rest on. */
export const judging = (parts: Parts): Parts => ({
  ...parts,
  settings: { ...parts.settings, maxAgeMs: verdictAge(parts.settings.maxAgeMs) },
});

/** Parts that take nothing that was kept: where it is to be said that there is none of a name. */
export const readingLive = (parts: Parts): Parts => ({ ...parts, settings: { ...parts.settings, maxAgeMs: 0 } });

export const verdictAge = (maxAgeMs: number | undefined = verdictMaxAgeMs): number =>
  Math.min(maxAgeMs, verdictMaxAgeMs);

const listsPlainly = ({ view, focus, steps }: Plan): boolean =>
  view === "call" && isPlain(focus) && steps.every(listsOnly);

const listsOnly = ({ verb, resource, only, part, diagnose, reach, drain }: Step): boolean =>
  verb === "list" &&
  only === undefined &&
  !showsHealth(resource) &&
  isPlain(part?.focus ?? {}) &&
  !diagnose &&
  !reach &&
  !drain;

/** How many are shown judges nothing; every other wish about a list may, a name that none may have among them. */
const plainly: ReadonlySet<string> = new Set<keyof Focus>(["first", "counted", "more"]);

const isPlain = (focus: Focus): boolean =>
  Object.entries(focus).every(([wish, value]) => value === undefined || plainly.has(wish));
