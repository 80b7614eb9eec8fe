import type { Done } from "../next-steps.ts";
import { practiceTips } from "./practice.ts";
import { troubleTips } from "./troubles.ts";
import type { Sign, Tip } from "./types.ts";

/** Every tip there is; of equally narrow ones the first is shown. */
export const tips: readonly Tip[] = [...troubleTips, ...practiceTips];

/** What an answer showed, for a tip to fit it. `words`: states and reasons, in the words of Kubernetes. */
export type Lesson = {
  readonly done: Done;
  readonly signs: readonly Sign[];
  readonly words: readonly string[];
};

/** The narrowest tip that fits and was not shown yet. */
export const tipFor = (lesson: Lesson, shown: readonly string[]): Tip | undefined =>
  tips
    .filter((tip) => !shown.includes(tip.key) && fits(tip, lesson))
    .map((tip) => ({ tip, rank: rankOf(tip) }))
    .toSorted((one, other) => other.rank - one.rank)[0]?.tip;

const rankOf = ({ done, state, sign }: Tip): number =>
  (state === undefined ? 0 : 4) +
  (sign === undefined ? 0 : 2) +
  (done === undefined ? 0 : 1) +
  (sign === "troubleshooting" ? 8 : 0);

const fits = ({ done, state, sign }: Tip, lesson: Lesson): boolean =>
  (done === undefined || wasDone(done, lesson.done)) &&
  (state === undefined || lesson.words.some((word) => state.test(word))) &&
  (sign === undefined ? lesson.done.outcome === "ok" && !lesson.done.wrote : lesson.signs.includes(sign));

const wasDone = (wanted: string, { view, verb, resource }: Done): boolean =>
  view === "call" ? wanted === `${verb} ${resource}` || wanted === `${verb} *` : wanted === view;
