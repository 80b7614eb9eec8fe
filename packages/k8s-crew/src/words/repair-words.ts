import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";
import { namedThing } from "./nouns.ts";

/** What is said where something that was kept turned out to be no longer so, and was read again. */
const words = {
  appeared: {
    zh: "{thing} 是新出现的：之前读到的列表里还没有它，刚才重新读取了。",
    en: "{thing} is new: the list read before did not have it, so it was read again.",
  },
  vanished: {
    zh: "{thing} 已经不在了：刚才重新读取的列表里没有它。",
    en: "{thing} is gone: the list read just now no longer has it.",
  },
  absent: {
    zh: "{thing} 不存在：刚才读取的列表里没有它。",
    en: "{thing} does not exist: the list read just now does not have it.",
  },
  replaced: {
    zh: "现在由 {other} 接替它，看的是 {other}（不对就说“撤销”）。",
    en: "{other} has taken its place and is shown instead (say “undo” if that is wrong).",
  },
} as const;

export const sayRepair = (language: Language, word: keyof typeof words, slots: Slots): string =>
  fill(words[word][language], slots);

/** The same of a thing, which the sentence begins with. */
export const sayOfThing = (
  language: Language,
  word: "appeared" | "vanished" | "absent",
  { resource, name }: { readonly resource: string; readonly name: string },
): string => {
  const thing = namedThing(language, resource, name);
  return sayRepair(language, word, { thing: thing.charAt(0).toUpperCase() + thing.slice(1) });
};
