import { ordinaryWords } from "../lexicon/ordinary-words.ts";
import { thingIn } from "../sentence/things.ts";
import { hasPart } from "../text/has-part.ts";
import { lazily } from "../text/lazily.ts";
import { literally } from "../text/pattern.ts";
import { meaningOfWord, readPieces, resourceOfWord } from "../text/phrases.ts";
import type { Language } from "../types.ts";
import { unitsOf } from "./units.ts";

/** A text in which names are slots, and what they stand for. */
export type Masked = { readonly text: string; readonly names: readonly string[]; readonly isPlace?: true };

export type Naming = {
  readonly language: Language;
  /** Names that lists have shown, or that were spoken of. */
  readonly known: readonly string[];
  /** Something was spoken of, which “it” means. */
  readonly spokenOf: boolean;
  /** Whether an example has the word: then it is most likely none of a thing. */
  knows(unit: string): boolean;
};

/** The most words that are tried as the name. */
const mostTried = 4;

/** The ways to read a text by what in it is a name: surely one, perhaps one, what is pointed at, or none. */
export const maskedWays = (text: string, naming: Naming): readonly Masked[] => {
  const words = [...text.matchAll(/[A-Za-z0-9][\w./-]*[A-Za-z0-9]/gu)].map(([word]) => word);
  const unread = new Set(readPieces(text).flatMap(({ text: word, meaning }) => (meaning.is === "word" ? [word] : [])));
  const sure = [...new Set(words.filter((word) => isName(word, naming)))];
  const perhaps = [
    ...new Set(
      words.filter(
        (word) => !sure.includes(word) && unread.has(word) && mayBeName(word, naming) && !isOfSomebody(text, word),
      ),
    ),
  ];
  const called = sure.length + perhaps.length === 0 ? thingIn(text) : undefined;
  if (called !== undefined) return [masked(called.text, [called.meant])];
  if (sure.length > 2) return [];
  const tried = perhaps.slice(0, mostTried);
  const more = sure.length === 2 ? [] : tried.map((word) => inOrder(text, [...sure, word]));
  const pairs = sure.length > 0 ? [] : tried.flatMap((one, index) => tried.slice(index + 1).map((two) => [one, two]));
  const named = [...(sure.length > 0 ? [sure] : []), ...more, ...pairs].map((names) =>
    masked(text, inOrder(text, names)),
  );
  // A word in Latin letters that means nothing else is the name of something in a Chinese sentence.
  const isNamed = sure.length > 0 || (perhaps.length > 0 && naming.language === "zh");
  return isNamed ? named : [{ text, names: [] }, ...named, ...pointing(text, naming)];
};

const inOrder = (text: string, names: readonly string[]): readonly string[] =>
  names.toSorted((left, right) => text.indexOf(left) - text.indexOf(right));

const masked = (text: string, names: readonly string[]): Masked => {
  const slotted = names.reduce((rest, name, index) => withSlot(rest, name, index === 0 ? "{name}" : "{other}"), text);
  const kind = kindBeside(slotted);
  return {
    text: slotted.replace(besideName, "{name}"),
    names: names.map((name, index) => (index === 0 ? `${kind}${name}` : name)),
  };
};

const withSlot = (text: string, name: string, slot: string): string =>
  text.replace(new RegExp(`(?<![\\w./-])${literally(name)}(?![\\w-])`, "iu"), ` ${slot} `).trim();

/** What a thing is called beside its name: said of nearly anything, or its kind. */
const besideName =
  /(?:\b(?:the |my |our |that |this )?(?:service|app|application|thing|pod|deployment|node|job|cronjob|statefulset|configmap|secret|ingress)\s+|(?:服务|应用|程序|组件|节点)\s*)?\{name\}(?:\s+(?:service|app|application|thing|pod|deployment|node|job|cronjob|statefulset|configmap|secret|ingress)\b|\s*(?:这个|那个)?(?:服务|应用|程序|组件|节点|任务|家伙|玩意儿?|东西))?/iu;

const kindBeside = (text: string): string => {
  const [beside = ""] = besideName.exec(text) ?? [];
  const words = beside.match(/[a-z]+|节点/giu) ?? [];
  const kind = words.find(
    (word) => !["name", "service"].includes(word.toLowerCase()) && resourceOfWord(word) !== undefined,
  );
  return kind === undefined ? "" : `${kind} `;
};

/** Written as names are, or known as one. */
const isName = (word: string, { known, knows }: Naming): boolean => {
  const lower = word.toLowerCase();
  if (word.length > 2 && known.some((name) => name.toLowerCase() === lower)) return true;
  const isFree = meaningOfWord(word) === undefined && !unitsOf(word).every(knows);
  if (isFree && word.length > 2 && known.some((name) => hasPart(name.toLowerCase(), lower))) return true;
  return (
    isFree &&
    /[A-Za-z]/u.test(word) &&
    /[a-z\d]-[a-z\d]|[a-z]\d+$|[a-z]_[a-z]|[a-z]\.[a-z]/iu.test(word) &&
    !numbered.test(word)
  );
};

/** “4gi”, “502s”, “10m”: a number, not a name. */
const numbered = /^\d+[a-z]{0,3}$/iu;

const mayBeName = (word: string, { knows }: Naming): boolean =>
  /^[a-z]{3,}$/iu.test(word) &&
  !ordinary().has(word.toLowerCase()) &&
  !unitsOf(word).every(knows) &&
  unitsOf(word).length > 0;

/** “My uncle” runs in no cluster. */
const isOfSomebody = (text: string, word: string): boolean =>
  new RegExp(`\\b(?:my|your|his|her|their|mr|mrs|ms) ${literally(word)}\\b`, "iu").test(text);

const ordinary = lazily(() => new Set(ordinaryWords.flatMap((line) => line.split(",")).map((word) => word.trim())));

const pronouns = {
  en: /\b(?:it|its|that thing|this thing|this one|that one|this guy|that guy|the thing)\b/iu,
  zh: /它|这货|那货|这玩意儿?|那玩意儿?|这家伙|那家伙|这东西|那东西/u,
} as const;
const itself = { en: "it", zh: "它" } as const;

/** “What's it moaning about”, “又在叫唤啥”: what was spoken of. */
const pointing = (text: string, { language, spokenOf }: Naming): readonly Masked[] => {
  if (!spokenOf) return [];
  const names = [itself[language]];
  if (pronouns[language].test(text)) return [{ text: text.replace(pronouns[language], " {name} "), names }];
  return language === "zh" ? [{ text: `{name} ${text}`, names }] : [];
};
