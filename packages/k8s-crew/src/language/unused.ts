import { unusedWords, usedByPods } from "./lexicon/unused.ts";
import { readNarrowed, type Situation } from "./read-sentence.ts";
import type { RequestFields } from "./types.ts";

/** “Unused configmaps”: things that no pod refers to. */
export const readUnused = (text: string, situation: Situation): RequestFields | undefined => {
  if (!unusedWords.test(text)) return undefined;
  const look = situation.language === "zh" ? "列出" : "list";
  const {
    conditions: _,
    quality: __,
    refersBack: ___,
    ...fields
  } = readNarrowed(`${look} ${text.replace(unusedWords, " ")}`, situation);
  const { verb, resource = "", name, kind } = fields;
  if (kind !== "request" || verb !== "list" || !usedByPods.has(resource) || name !== undefined) return undefined;
  return { ...fields, unused: true };
};
