import type { AskedFact, Question } from "../condition.ts";
import { factsByNoun } from "../lexicon/fact-frames.ts";
import { factQuestions } from "../lexicon/facts.ts";
import { normalize } from "../text/normalize.ts";
import { isGrammar, readPieces } from "../text/phrases.ts";

/** A question for one fact, and the text without its words. */
export type TakenFact = {
  readonly fact: AskedFact;
  readonly rest: string;
  /** Only the word for it was said, which may be that of a kind as well. */
  readonly byNoun: boolean;
};

/** The facts that a normalized text may ask for, likeliest first: “which node is redis-0 on”, “redis-0 在哪个节点上”. */
export function* factsIn(said: string): Generator<TakenFact> {
  if (said.length > longest) return;
  const text = said.replace(courtesy, "");
  // Spaces between Chinese and Latin words are a matter of taste.
  const compact = text.replace(/(?<=\p{Script=Han})[^\S\n]+|[^\S\n]+(?=\p{Script=Han})/gu, "");
  for (const { fact, noun, patterns } of askedFacts) {
    if (noun?.test(text) === false && !noun.test(compact)) continue;
    for (const { before, after, unless, isHan } of patterns) {
      if (unless?.test(text)) continue;
      const rest = without(isHan ? compact : text, before, after);
      if (rest !== undefined) yield { fact, rest, byNoun: noun !== undefined };
    }
  }
}

/** A longer text is a story that is told, or pasted: no part of it is a question for one fact. */
const longest = 300;

/** What people say after a question, which is no part of it. */
const courtesy =
  /(?<=\S)(?:[\s,]+(?:rn|atm|btw|pls|plz|please|thx|thanks|right now|currently|at the moment))+(?=[\s?.!]*$)/iu;

/** Whether a question for a fact is all that is said, so that only what was spoken of before can be meant. */
export const asksFactOnly = (text: string): boolean =>
  [...factsIn(normalize(text))].some(({ rest }) =>
    readPieces(rest).every((piece) => isGrammar(piece, "filler") || piece.meaning.is === "mark"),
  );

const wordStart = String.raw`(?<![A-Za-z0-9_-])`;
const wordEnd = String.raw`(?![A-Za-z0-9_-])`;

const patternOf = (source: string | undefined): RegExp | undefined => {
  if (source === undefined) return undefined;
  const start =
    /^[\p{Script=Han}]|^\^/u.test(source.replace(/^(?:\(\?:)+/u, "")) || /\p{Script=Han}/u.test(source)
      ? ""
      : wordStart;
  const end = /\p{Script=Han}/u.test(source) ? "" : wordEnd;
  return new RegExp(`${start}(?:${source.replaceAll(/ (?=[^?]|$)/gu, String.raw`\s+`)})${end}`, "iu");
};

const patternsOf = (questions: readonly Question[]) =>
  questions.map(({ before, after, unless }) => ({
    before: patternOf(before),
    after: patternOf(after),
    unless: unless === undefined ? undefined : new RegExp(unless, "iu"),
    isHan: /\p{Script=Han}/u.test(`${before ?? ""}${after ?? ""}`),
  }));

/** Fields that are named before questions in words of their own; `noun`: without it the field is not asked for. */
const askedFacts: readonly {
  readonly fact: AskedFact;
  readonly noun?: RegExp;
  readonly patterns: ReturnType<typeof patternsOf>;
}[] = [
  ...factsByNoun.map(({ fact, noun, questions }) => ({
    fact,
    noun: new RegExp(noun, "iu"),
    patterns: patternsOf(questions),
  })),
  ...factQuestions.map(([fact, questions]) => ({ fact, patterns: patternsOf(questions) })),
];

/** Both parts are said, in their order, unless the second may be left out; what stands between and around them is left. */
const without = (text: string, before: RegExp | undefined, after: RegExp | undefined): string | undefined => {
  const first = before?.exec(text);
  if (before !== undefined && !first) return undefined;
  const start = first ? first.index + first[0].length : 0;
  const head = first ? text.slice(0, first.index) : "";
  const tail = text.slice(start);
  if (after === undefined) return `${head} ${tail}`;
  const second = [...tail.matchAll(new RegExp(after.source, "giu"))].find(([said]) => said.trim() !== "");
  if (!second) return after.test("") ? `${head} ${tail}` : undefined;
  return `${head} ${tail.slice(0, second.index)} ${tail.slice(second.index + second[0].length)}`;
};
