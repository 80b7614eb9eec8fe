import { followsNoStage, stagesByMeaning, stageWords } from "../lexicon/usual-names.ts";
import { hasPart } from "../text/has-part.ts";
import type { ReadAs } from "../types.ts";

/**
 * Writes "生产" as the known name that means it, where exactly one does: "生产的 pod" is of `production` or of
 * `prod-cluster`. Names that carry the Chinese word themselves are left to be found by it.
 */
export const nameStages = (text: string, known: readonly string[]): string =>
  stageWords.reduce((written, [zh, names]) => {
    if (!written.includes(zh) || known.some((name) => name.includes(zh))) return written;
    const name = nameOfStage(names, known);
    return name === undefined ? written : written.replace(new RegExp(`${zh}(?!${followsNoStage})`, "giu"), ` ${name} `);
  }, text);

const nameOfStage = (stages: readonly string[], known: readonly string[]): string | undefined => {
  const exact = known.filter((name) => stages.includes(name.toLowerCase()));
  const like =
    exact.length > 0 ? exact : known.filter((name) => stages.some((stage) => hasPart(name.toLowerCase(), stage)));
  return like.length === 1 ? like[0] : undefined;
};

/** Whether a message speaks of a stage that none of these names is called by. */
export const speaksOfStage = (text: string, known: readonly string[] = []): boolean =>
  stagesByMeaning.some(([said, own]) => said.test(text) && !known.some((name) => isCalled(name, own)));

/** A stage that nothing is called by, as the one place that means the same in another word. */
export const stageByMeaning = (
  text: string,
  known: readonly string[],
): { text: string; readAs: ReadAs } | undefined => {
  for (const [pattern, own, others] of stagesByMeaning) {
    const said = pattern.exec(text)?.[0];
    if (said === undefined || known.some((name) => isCalled(name, own) || text.includes(name))) continue;
    const [meant, ...more] = known.filter((name) => isCalled(name, others));
    if (meant !== undefined && more.length === 0)
      return { text: text.replace(said, ` ${meant} `), readAs: { said, meant } };
  }
  return undefined;
};

const isCalled = (name: string, words: readonly string[]): boolean =>
  words.some((word) => hasPart(name.toLowerCase(), word));

/** Whether two places are called after the same stage: `production` and `eks-prod-1`. */
export const sameStage = (one: string, other: string): boolean =>
  stageWords.some(([, names]) =>
    [one, other].every((place) => names.some((name) => hasPart(place.toLowerCase(), name))),
  );
