import type { Language } from "../output/output.ts";
import { fill, listOf } from "./fill.ts";

/** What became of changes, where a person stopped the turn that made them. */
const words = {
  stopped: { zh: "已停止。", en: "Stopped." },
  nothing: { zh: "没有做任何改动。", en: "Nothing was changed." },
  made: { zh: "停止前已完成：{calls}。", en: "This was done before: {calls}." },
  unknown: {
    zh: "已经发出、结果未知：{calls}。重试前请先查看现状。",
    en: "Sent before, and not known what became of it: {calls}. Look at it before you repeat it.",
  },
} as const;

export type Stopped = {
  /** Calls in words: those that came to their end, and those of which nothing was heard. */
  readonly made: readonly string[];
  readonly unknown: readonly string[];
};

export const sayStopped = (language: Language, { made, unknown }: Stopped): string => {
  const told = (word: "made" | "unknown", calls: readonly string[]) =>
    calls.length === 0 ? [] : [fill(words[word][language], { calls: listOf(language, calls) })];
  const changes = [...told("made", made), ...told("unknown", unknown)];
  const sentences = changes.length === 0 ? [words.nothing[language]] : changes;
  return [words.stopped[language], ...sentences].join(language === "zh" ? "" : " ");
};
