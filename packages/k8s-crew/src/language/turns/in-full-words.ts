import type { Verb } from "../../catalog/types.ts";
import { unknownWords } from "../requests/request.ts";
import { normalize } from "../text/normalize.ts";
import type { Language } from "../types.ts";
import type { ShortTurn } from "./short-turn.ts";
import { turnsOfLists } from "./turns-of-lists.ts";
import { turnsOfPlaces } from "./turns-of-places.ts";
import { turnsOfThings } from "./turns-of-things.ts";

/** What a conversation is about when a short message comes: what was asked, of which kind, and the thing that was looked at. */
export type SpokenBefore = {
  readonly verb: Verb;
  readonly resource: string;
  /** That kind in words, several. */
  readonly things: string;
  /** The node that the thing runs on, where that was seen. */
  readonly node?: string;
  /** The two things that a list showed, where it showed no more. */
  readonly pair?: {
    readonly kind: string;
    readonly one: string;
    readonly other: string;
    readonly onePlace: string;
    readonly otherPlace: string;
  };
  readonly subject?: {
    readonly resource: string;
    readonly name: string;
    readonly workload: string;
    readonly namespace: string;
  };
};

/** In order: the first that fits counts. */
const turns: readonly ShortTurn[] = [...turnsOfPlaces, ...turnsOfThings, ...turnsOfLists];

const longest = 80;
const other: Readonly<Record<Language, Language>> = { en: "zh", zh: "en" };

/** “And the previous one”, “它的 service”, “n in dev?” in full words; undefined where a message says something else. */
export const inFullWords = (message: string, language: Language, before: SpokenBefore): string | undefined => {
  const text = normalize(message).trim();
  if (text.length > longest) return undefined;
  for (const turn of turns.filter((each) => isFitting(each, before))) {
    const match = turn.said[language].exec(text) ?? turn.said[other[language]].exec(text);
    const isNamed = turn.named !== true || unknownWords(text).includes(match?.groups?.what ?? "");
    const full = match !== null && isNamed ? filled(turn.full[language], { ...match.groups }, before) : undefined;
    if (full !== undefined) return full;
  }
  return undefined;
};

const isFitting = ({ after, among, of }: ShortTurn, { verb, resource, subject }: SpokenBefore): boolean =>
  (after === undefined || after.includes(verb)) &&
  (among === undefined || among.includes(resource)) &&
  (of === undefined || (subject !== undefined && of.includes(subject.resource)));

/** Undefined where something that the words need is not known. */
const filled = (
  words: string,
  groups: Readonly<Record<string, string | undefined>>,
  { things, node, pair, subject }: SpokenBefore,
): string | undefined => {
  const values: Readonly<Record<string, string | undefined>> = { things, node, ...pair, ...subject, ...groups };
  const isKnown = (key: string) => key in groups || (values[key] ?? "") !== "";
  const keys = [...words.matchAll(/\{(\w+)\}/gu)].map(([, key = ""]) => key);
  return keys.every(isKnown) ? words.replace(/\{(\w+)\}/gu, (_, key: string) => values[key] ?? "") : undefined;
};
