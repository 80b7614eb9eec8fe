import type { Language } from "../conversation/output.ts";
import { fill, type Slots } from "./fill.ts";

/** Sentences of leading somebody on: questions about choices, what was assumed, what is not where it was looked for. */
const guidedWords = {
  thatIs: { zh: "是 {choice}。", en: "That is {choice}." },
  theseAre: { zh: "有几个一样：{choices}。", en: "Several are alike: {choices}." },
  noneIs: { zh: "列表里没有一个是这样的。", en: "None of the list is." },
  untold: { zh: "从这个列表里看不出来。", en: "This list does not tell." },
  adviseTroubled: {
    zh: "一般先看出问题的那个：{choice}。",
    en: "The one in trouble is usually worth seeing first: {choice}.",
  },
  adviseNewest: {
    zh: "都没有明显的问题。一般先看最新的那个：{choice}。",
    en: "None is in obvious trouble. The newest is usually worth seeing first: {choice}.",
  },
  adviseNothing: {
    zh: "从这个列表里看不出该选哪个，得你来定。",
    en: "This list does not tell which one; that is for you to decide.",
  },
  narrow: {
    zh: "（共 {total} 个，先列出 {shown} 个；输入名称的一部分可以缩小范围）",
    en: " ({shown} of {total}; type a part of a name to narrow them down)",
  },
} as const;

export type GuidedWord = keyof typeof guidedWords;

export const sayGuided = (language: Language, word: GuidedWord, slots: Slots = {}): string =>
  fill(guidedWords[word][language], slots);
