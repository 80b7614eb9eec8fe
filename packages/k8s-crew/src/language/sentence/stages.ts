import { stageWords } from "../lexicon/usual-names.ts";
import { hasPart } from "../text/has-part.ts";

/**
 * Writes "生产" as the known name that means it, where exactly one does: "生产的 pod" is of `production` or of
 * `prod-cluster`. Names that carry the Chinese word themselves are left to be found by it.
 */
export const nameStages = (text: string, known: readonly string[]): string =>
  stageWords.reduce((written, [zh, names]) => {
    if (!written.includes(zh) || known.some((name) => name.includes(zh))) return written;
    const name = nameOfStage(names, known);
    return name === undefined ? written : written.replaceAll(zh, ` ${name} `);
  }, text);

const nameOfStage = (stages: readonly string[], known: readonly string[]): string | undefined => {
  const exact = known.filter((name) => stages.includes(name.toLowerCase()));
  const like =
    exact.length > 0 ? exact : known.filter((name) => stages.some((stage) => hasPart(name.toLowerCase(), stage)));
  return like.length === 1 ? like[0] : undefined;
};

/** Whether two places are called after the same stage: `production` and `eks-prod-1`. */
export const sameStage = (one: string, other: string): boolean =>
  stageWords.some(([, names]) =>
    [one, other].every((place) => names.some((name) => hasPart(place.toLowerCase(), name))),
  );
