import type { Condition } from "../condition.ts";

/** Phrases of a table's lines, the longest first, as the alternatives of a pattern. A space may be left out or doubled. */
export const anyOf = (lines: readonly string[]): string => {
  const phrases = lines.flatMap((line) => line.split(",")).map((phrase) => phrase.trim());
  const ordered = phrases.filter((phrase) => phrase !== "").toSorted((left, right) => right.length - left.length);
  return `(?:${withSharedEdges(ordered).join("|")})`;
};

/** Neighbours with the same edges stand between them together: a pattern is compiled for each of its letters. */
const withSharedEdges = (phrases: readonly string[]): readonly string[] => {
  const runs: { readonly edges: Edges; readonly phrases: string[] }[] = [];
  for (const phrase of phrases) {
    const edges = edgesOf(phrase);
    const last = runs.at(-1);
    if (last?.edges.start === edges.start && last.edges.end === edges.end) last.phrases.push(phrase);
    else runs.push({ edges, phrases: [phrase] });
  }
  return runs.map(({ edges: { start, end }, phrases: alike }) => `${start}(?:${alike.map(spaced).join("|")})${end}`);
};

/** A text as a part of a pattern that matches just it. */
export const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);

type Edges = { readonly start: string; readonly end: string };

/** Case aside, a Latin word is a whole word; a Chinese phrase stands anywhere. */
const edgesOf = (phrase: string): Edges => ({
  start: /^[a-z0-9]/iu.test(phrase) ? "(?<![A-Za-z0-9])" : "",
  end: /[a-z0-9]$/iu.test(phrase) ? "(?![A-Za-z0-9])" : "",
});

const spaced = (phrase: string): string => literally(phrase).replace(/ /gu, String.raw`\s*`);

/** The key of the table whose phrases a text is one of. */
export const keyOf = <Key extends string>(
  table: Readonly<Partial<Record<Key, readonly string[]>>>,
  said: string,
): Key | undefined => {
  for (const key in table) if (new RegExp(`^${anyOf(table[key] ?? [])}$`, "iu").test(said.trim())) return key;
  return undefined;
};

/** All phrases of a table. */
export const linesOf = (table: Readonly<Partial<Record<string, readonly string[]>>>): readonly string[] =>
  Object.values(table).flatMap((lines) => lines ?? []);

/** What a reader took out of a text, and the text without it. */
export type Taking = { readonly conditions: readonly Condition[]; readonly rest: string };

/**
 * Takes what a pattern matches as long as it stands for a condition. What is taken leaves a space, so that what stood
 * apart stays apart.
 */
export const takeAll = (
  text: string,
  pattern: RegExp,
  conditionsOf: (match: RegExpExecArray) => readonly Condition[],
): Taking => {
  const conditions: Condition[] = [];
  let rest = text;
  for (let count = 0; count < mostConditions; count += 1) {
    const match = pattern.exec(rest);
    const found = match === null ? [] : conditionsOf(match);
    if (match === null || found.length === 0) break;
    conditions.push(...found);
    rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`;
  }
  return { conditions, rest };
};

/** A person says few conditions; more come from a text that is no request. */
const mostConditions = 5;

/** Several readers one after another. */
export const inTurn = (text: string, readers: readonly ((text: string) => Taking)[]): Taking =>
  readers.reduce<Taking>(
    ({ conditions, rest }, read) => {
      const taken = read(rest);
      return { conditions: [...conditions, ...taken.conditions], rest: taken.rest };
    },
    { conditions: [], rest: text },
  );
