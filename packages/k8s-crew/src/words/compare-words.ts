import type { Language } from "../conversation/output.ts";
import { fill, type Slots } from "./fill.ts";

const sentences = {
  compared: { zh: "对比 {noun}：{sides}。", en: "{noun} side by side: {sides}." },
  side: { zh: "{label} 有 {count} 个", en: "{label} has {count}" },
  unread: { zh: "{label} 没有读到（{why}）", en: "{label} could not be read ({why})" },
  onlyIn: { zh: "只在 {label}：{names}", en: "Only in {label}: {names}" },
  same: { zh: "两边相同：{names}", en: "The same: {names}" },
  allSame: { zh: "没有发现区别。", en: "No differences found." },
  untold: {
    zh: "{names} 没有读到镜像，是否相同未知。",
    en: "No image could be read of {names}; whether they are the same is unknown.",
  },
  differs: { zh: "不同：", en: "Different:" },
} satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export const sayCompared = (language: Language, sentence: keyof typeof sentences, slots: Slots = {}): string =>
  fill(sentences[sentence][language], slots);
