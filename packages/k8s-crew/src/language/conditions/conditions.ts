import type { Condition } from "../condition.ts";
import { setting } from "../lexicon/conditions.ts";
import type { Taking } from "../text/pattern.ts";
import { takeAges } from "./conditions-age.ts";
import { takeFeatures } from "./conditions-features.ts";
import { takeNumbers } from "./conditions-numbers.ts";
import { takeRestarts } from "./conditions-restart.ts";
import { takeImages } from "./conditions-text.ts";

/** What is taken out of a text, and the text without it. */
export type TakenConditions = { readonly conditions: readonly Condition[]; readonly rest: string };

/** Words of logs and of what happened: numbers and times beside them are theirs. */
const ofLogs = /日志|\blogs?\b|\btail\b/iu;

/**
 * Takes out of a normalized text what rows have to meet: numbers (“more than 5 restarts”), ages, what is missing or in
 * use. Each reader takes its own and hands on the rest.
 */
export const takeConditions = (text: string): TakenConditions => {
  if (ofLogs.test(text)) return { conditions: [], rest: text };
  const readers: readonly ((text: string) => Taking)[] = [
    takeNumbers,
    takeRestarts,
    takeAges,
    takeFeatures,
    ...(setting.test(text) ? [] : [takeImages]),
  ];
  return readers.reduce<TakenConditions>(
    ({ conditions, rest }, read) => {
      const taken = read(rest);
      return { conditions: [...conditions, ...taken.conditions], rest: taken.rest };
    },
    { conditions: [], rest: text },
  );
};
