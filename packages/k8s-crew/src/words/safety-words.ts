import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

/** What is said so that nothing is taken, changed or left undone without a word. */
const words = {
  tied: {
    zh: "有 {count} 个并列，都看了：{names}。",
    en: "{count} of them tie, so all are shown: {names}.",
  },
  onlyThis: { zh: "是 {name} 吗？", en: "Do you mean {name}?" },
  inPlace: { zh: "{what}（{place}）", en: "{what} ({place})" },
  done: { zh: "已执行：{change}。", en: "Done: {change}." },
  notChecked: { zh: "结果没有读到，还没有检查。", en: "How it is now could not be read." },
  notRun: { zh: "没有执行：{change}。", en: "Not run: {change}." },
} as const;

export const saySafety = (language: Language, word: keyof typeof words, slots: Slots = {}): string =>
  fill(words[word][language], slots);
