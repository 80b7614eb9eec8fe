import type { Language } from "../language/types.ts";
import { say } from "../words/investigation-words.ts";

/** Words joined by hyphens that are no names: of these and such words everyday language is made. */
const everyday = new Set(
  "of in up down out off the to on non re pre post self auto back end level side based wide run time memory read write only term long short high low new old well known so called single multi cross real over under image pull crash loop node pod disk not ready cluster name space service case best first last".split(
    " ",
  ),
);

const joined = /(?<![\p{L}\p{N}-])[a-z0-9]+(?:[-.][a-z0-9]+)+(?![\p{L}\p{N}-])/gu;

/** Names that no result, fact or message holds are marked: a model may have made them up. */
export const withUnknownMarked = (text: string, known: string, language: Language): string => {
  const unknown = unknownNamesIn(text, known);
  return text.replace(joined, (name) => (unknown.includes(name) ? say(language, "unknownName", { name }) : name));
};

/** The names in a text that `known` does not hold. */
export const unknownNamesIn = (text: string, known: string): readonly string[] => {
  const lower = known.toLowerCase();
  return (text.match(joined) ?? []).filter((name) => isName(name) && !lower.includes(name));
};

const isName = (word: string): boolean =>
  word.includes("-") && (!word.split(/[-.]/u).some((part) => everyday.has(part)) || /\d/u.test(word));

/** Addresses to click on: with a scheme or without its name, of the web, or with something behind a question mark. */
const link =
  /\b[a-z][a-z0-9+.-]*:\/\/[^\s<>"'，。；）)]+|(?<![\w:/])\/\/[\w-]+(?:\.[\w-]+)+[^\s<>"'，。；）)]*|\bwww\.[^\s<>"'，。；）)]+|\b[\w-]+(?:\.[\w-]+)+\/[^\s<>"'，。；）)]*\?[^\s<>"'，。；）)]+/giu;

/** The links in a text that `known` does not hold as they stand: what was read may have been put behind them. */
export const unknownLinksIn = (text: string, known: string): readonly string[] =>
  (text.match(link) ?? []).map((each) => each.replace(/[.,;:!?]+$/u, "")).filter((each) => !known.includes(each));

/** Such links are left out, which is said: to follow one would hand on what it carries. */
export const withoutUnknownLinks = (text: string, known: string, language: Language): string => {
  const plain = withoutMarkup(text, known, language);
  return unknownLinksIn(plain, known)
    .toSorted((one, other) => other.length - one.length)
    .reduce((left, each) => left.replaceAll(each, say(language, "unknownLink")), plain);
};

/** `[text](target)`, `![text](target)`: whoever shows it as a page follows it, an image even unasked. */
const written = /!?\[([^\]\n]*)\]\(\s*<?([^)\s>]*)>?[^)\n]*\)/gu;
/** Elements that fetch, run or ask for something. `<none>` and the like are no markup. */
const element =
  /<\/?(?:a|img|script|iframe|style|link|svg|form|input|button|video|audio|source|object|embed|meta|base)(?:\s[^<>]*)?\/?>/giu;

const withoutMarkup = (text: string, known: string, language: Language): string =>
  text
    .replace(written, (_, words: string, target: string) =>
      known.includes(target) ? `${words} ${target}` : `${words} ${say(language, "unknownLink")}`.trim(),
    )
    .replace(element, (tag) =>
      /\b(?:href|src|action|srcset|data|url)\s*=/iu.test(tag) ? say(language, "unknownLink") : "",
    );
