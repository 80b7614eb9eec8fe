import type { Language } from "../language/types.ts";
import { fill, type Slots } from "./fill.ts";

type Texts = Readonly<Record<Language, string>>;

/** What is wrong with a plan: told to the model that made it, and, as `told`, to the person whose request it was. */
export type Problem = Texts & { readonly told: Texts };

/** For a person, where the words for the model would be an order to nobody. */
const toldWords: { readonly [word: string]: Texts } = {
  noMoreTools: { zh: "它只要求看更多工具", en: "it only asked for further tools" },
  noReply: { zh: "计划里什么也没有", en: "its plan holds nothing" },
  noCalls: { zh: "计划里没有任何调用", en: "its plan has no calls" },
  otherLanguage: { zh: "它没有用中文回答", en: "it answered in another language" },
};

const words = {
  noTool: { zh: "没有名为“{tool}”的工具。", en: "There is no tool “{tool}”." },
  noParameter: {
    zh: "{tool} 没有参数 {unknown}；它的参数是：{names}。",
    en: "{tool} has no parameter {unknown}; it has: {names}.",
  },
  noMoreTools: { zh: "不能再看更多工具了。", en: "No further tools can be shown." },
  noReply: { zh: "不调用工具时必须写 reply。", en: "A plan without tools needs a reply." },
  noCalls: { zh: "计划里没有任何调用。", en: "The plan has no calls." },
  tooManyCalls: {
    zh: "计划里有 {count} 个调用，最多 {limit} 个。",
    en: "The plan has {count} calls; {limit} are the limit.",
  },
  otherLanguage: { zh: "回答必须用中文。", en: "The answer has to be in English." },
  wasAsked: { zh: "用户要的是：{doing}。", en: "It was asked: {doing}." },
  notDone: { zh: "用户要的是：{doing}；没有调用在做这件事。", en: "It was asked: {doing}; no call does that." },
  leftOut: {
    zh: "用户说了 {role} 是“{value}”，计划里没有。",
    en: "“{value}” was said as the {role} and is not in the plan.",
  },
  notSaid: { zh: "没有人说过 {role} 是“{value}”。", en: "“{value}” was not said as the {role}." },
  notAsked: {
    zh: "用户没有要求：{doing}。改什么只由用户决定，这样的步骤不要放进计划。",
    en: "It was not asked: {doing}. What is changed is for the person to decide; leave such a step out of the plan.",
  },
  otherNumber: { zh: "{value} 不是用户说的数目。", en: "{value} is not the number that was said." },
} as const;

type ProblemWord = keyof typeof words;

/** The slots may hold words of the language. */
export const problem = (word: ProblemWord, slotsIn: (language: Language) => Slots = () => ({})): Problem => {
  const filled = (texts: Texts) => ({ zh: fill(texts.zh, slotsIn("zh")), en: fill(texts.en, slotsIn("en")) });
  return { ...filled(words[word]), told: filled(toldWords[word] ?? words[word]) };
};
