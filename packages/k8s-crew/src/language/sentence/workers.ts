import { isUsualNamespace } from "../lexicon/usual-names.ts";
import { meaningOfWord } from "../text/phrases.ts";
import type { ReadAs } from "../types.ts";

/** A text with the name that it says in several words written as names are. */
export type CalledWorker = { readonly text: string; readonly corrected: readonly ReadAs[] };

const plain = "[a-z][a-z\\d]{1,30}";

/** “The payment worker”; one of many, or of a number, is a node. */
const calledWorker = new RegExp(
  `(?<![\\w-])(?<said>(?:${plain} )?${plain} worker)(?![\\w-])(?!\\s?(?:nodes?|machines?|pools?|节点|机器|主机|\\d))`,
  "iu",
);

/** What machines are told apart by. */
const machines =
  /^(?:gpu|cpu|arm|amd|linux|windows|spot|k8s|kube|kubernetes|cluster|bare|virtual|physical|idle|busy|spare)$/iu;

/**
 * Nodes are called workers, and so are programs: with a plain word before it that is no place, a worker is a program,
 * whose name has both words.
 */
export const withWorkerCalled = (text: string, places: readonly string[]): CalledWorker => {
  const words = calledWorker.exec(text)?.groups?.said?.split(" ") ?? [];
  const before = words.slice(0, -1);
  const own = before.slice(before.findLastIndex((word) => !mayCall(word, places)) + 1);
  const [article = ""] = before.slice(0, -own.length).slice(-1);
  if (own.length === 0 || ofMany.test(article)) return { text, corrected: [] };
  const said = [...own, words.at(-1) ?? ""].join(" ");
  const meant = said.toLowerCase().replaceAll(" ", "-");
  return { text: text.replace(said, meant), corrected: [{ said, meant }] };
};

const ofMany = /^(?:an?|any|each|every|some|one|which|no|another)$/iu;

const mayCall = (word: string, places: readonly string[]): boolean =>
  meaningOfWord(word) === undefined &&
  !machines.test(word) &&
  !ofMany.test(word) &&
  !isUsualNamespace(word) &&
  !places.some((place) => place.toLowerCase() === word.toLowerCase());
