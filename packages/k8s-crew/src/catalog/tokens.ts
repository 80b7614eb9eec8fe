import { resources } from "./resources.ts";
import { chineseVerbWords } from "./verbs.ts";
import { anyResource, aspects, conjunctions, noise, phrases } from "./vocabulary.ts";

/** The words of a name in any style (`LIST_PODS`, `listPods`, `list-k8s-pods`, `查询Pod日志`), lower case, phrases joined. */
export const tokensOfName = (name: string): readonly string[] =>
  joinPhrases(splitName(name).flatMap((word) => (isHan(word) ? segment(word) : [word])));

/** The words of a sentence. Hyphenated words stay whole: “service-to-service” is no service. */
export const tokensOfText = (text: string): readonly string[] =>
  joinPhrases((text.match(/[\p{L}\p{N}'_-]+/gu) ?? []).flatMap(wordsOfText));

export const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** A name made comparable: `Pod_Name`, `pod-name` and `podName` are `podname`. */
export const normalise = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

const isHan = (word: string): boolean => /^\p{Script=Han}/u.test(word);

const splitName = (name: string): readonly string[] =>
  name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu}+)(\p{Lu}(?!s(?!\p{Ll}))\p{Ll})/gu, "$1 $2")
    .replace(/\p{Script=Han}+/gu, " $& ")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .map((word) => word.toLowerCase());

const wordsOfText = (word: string): readonly string[] =>
  hasHan(word) || word.includes("_")
    ? splitName(word).flatMap((part) => (isHan(part) ? segment(part) : [part]))
    : [word.toLowerCase()];

const dictionary: ReadonlySet<string> = new Set(
  [
    ...chineseVerbWords,
    ...resources.flatMap((resource) => resource.zh),
    ...[noise, conjunctions, aspects, anyResource].flatMap((words) => [...words]),
  ].filter((word) => /^\p{Script=Han}+$/u.test(word)),
);

const longestWord = Math.max(...[...dictionary].map((word) => word.length));

/** Cuts a run of Chinese at the longest known words; what lies between them stays together as one unknown word. */
const segment = (run: string): readonly string[] => {
  const words: string[] = [];
  let unknown = "";
  for (let at = 0; at < run.length; ) {
    const known = knownAt(run, at);
    if (known === undefined) {
      unknown += run[at];
      at += 1;
      continue;
    }
    if (unknown !== "") words.push(unknown);
    unknown = "";
    words.push(known);
    at += known.length;
  }
  return unknown === "" ? words : [...words, unknown];
};

const knownAt = (run: string, at: number): string | undefined => {
  for (let length = Math.min(longestWord, run.length - at); length > 0; length -= 1) {
    const word = run.slice(at, at + length);
    if (dictionary.has(word)) return word;
  }
  return undefined;
};

const joined: ReadonlyMap<string, string> = new Map([
  ...phrases,
  ...resources
    .flatMap((resource) => resource.words)
    .filter((word) => /[ -]/.test(word))
    .map((word) => [word.replace("-", " "), word.replace(/[ -]/g, "")] as const),
]);

/** Words with which a phrase begins. */
const beginnings: ReadonlySet<string> = new Set([...joined.keys()].map((phrase) => phrase.split(" ")[0] ?? ""));

/** Words per phrase that are looked for, longest first. */
const phraseLengths = [4, 3, 2] as const;

const joinPhrases = (words: readonly string[]): readonly string[] => {
  const result: string[] = [];
  for (let at = 0; at < words.length; ) {
    const phrase = phraseAt(words, at);
    result.push(phrase?.word ?? words[at] ?? "");
    at += phrase?.length ?? 1;
  }
  return result;
};

const phraseAt = (words: readonly string[], at: number): { word: string; length: number } | undefined => {
  if (!beginnings.has(words[at] ?? "")) return undefined;
  for (const length of phraseLengths) {
    if (at + length > words.length) continue;
    const text = words.slice(at, at + length).join(" ");
    const word = joined.get(text) ?? joinedPlural(text);
    if (word !== undefined) return { word, length };
  }
  return undefined;
};

const joinedPlural = (text: string): string | undefined => {
  const word = [/ies$/, /es$/, /s$/]
    .map((ending) => joined.get(text.replace(ending, ending.source === "ies$" ? "y" : "")))
    .find((found) => found !== undefined);
  return word === undefined ? undefined : `${word}s`;
};
