import type { Language } from "../types.ts";

/** Without "yes" and "no": an approval asks for these in every language. */
const englishWords = new Set([
  ...[
    "a",
    "an",
    "the",
    "is",
    "are",
    "was",
    "do",
    "does",
    "did",
    "can",
    "could",
    "would",
    "will",
    "should",
    "i",
    "my",
    "me",
    "we",
    "our",
  ],
  ...[
    "you",
    "your",
    "it",
    "its",
    "this",
    "that",
    "these",
    "those",
    "what",
    "which",
    "who",
    "why",
    "how",
    "when",
    "where",
    "show",
    "list",
  ],
  ...[
    "please",
    "thanks",
    "thank",
    "hello",
    "hi",
    "hey",
    "in",
    "on",
    "of",
    "for",
    "to",
    "from",
    "with",
    "and",
    "or",
    "not",
  ],
  ...[
    "whats",
    "hows",
    "wheres",
    "whos",
    "isnt",
    "arent",
    "doesnt",
    "dont",
    "cant",
    "everything",
    "anything",
    "something",
  ],
  ...["broken", "wrong"],
  ...["all", "any", "check", "give", "tell", "want", "need", "about", "there", "mean", "means", "one", "last", "first"],
]);

/** Quoted text and code are not what a person speaks. */
const quotedText = /`[^`]{0,2000}`|"[^"\n]{0,2000}"|“[^”\n]{0,2000}”/gu;

/**
 * The language that a message is written in. Chinese sentences carry many English terms ("看下 pod 的 logs") and stay
 * Chinese; an English sentence may quote a Chinese word. A message without words of either (`dev`, `2`, `get pods -n
 * dev`) has no language of its own: `fallback`.
 */
export const detectLanguage = (text: string, fallback: Language): Language => {
  const spoken = text.slice(0, 6000).normalize("NFKC").replace(quotedText, " ");
  const han = [...spoken.matchAll(/\p{Script=Han}/gu)].length;
  const english = [...spoken.toLowerCase().matchAll(/(?<![\w-])[a-z]+(?![\w-])/gu)].filter(([word]) =>
    englishWords.has(word),
  ).length;
  if (han === 0) return english === 0 ? fallback : "en";
  return english >= 2 && english * 2 > han ? "en" : "zh";
};
