import type { Language } from "../output/output.ts";
import { fill } from "./fill.ts";

/** What became of changes, where a person stopped the turn that made them. */
const words = {
  nothing: { zh: "已停止。没有做任何改动。", en: "Stopped. Nothing was changed." },
  made: { zh: "已停止。停止前已完成：{calls}。", en: "Stopped. This was done before: {calls}." },
  unknown: {
    zh: "已停止。已经发出、结果未知：{calls}。重试前请先查看现状。",
    en: "Stopped. Sent before, and not known what became of it: {calls}. Look at it before you repeat it.",
  },
} as const;

export const sayStopped = (language: Language, word: keyof typeof words, calls = ""): string =>
  fill(words[word][language], { calls });
