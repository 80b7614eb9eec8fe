import type { Language } from "../language/types.ts";
import { fill, type Slots } from "./fill.ts";

/** What is said about an investigation: what is assumed, what speaks for and against it, what is read, why it ends. */
const words = {
  steps: { zh: "怎么查的：", en: "How it was looked into:" },
  round: { zh: "{number}. 推测：{text}", en: "{number}. Hypothesis: {text}" },
  unsure: { zh: "还没有推测", en: "none yet" },
  for: { zh: "   支持：{text}", en: "   For: {text}" },
  against: { zh: "   反对：{text}", en: "   Against: {text}" },
  read: { zh: "   接着看了：{calls}", en: "   Read next: {calls}" },
  refused: { zh: "   没有看：{call}（{why}）", en: "   Not read: {call} ({why})" },
  unknown: { zh: "没有这样的工具或参数", en: "there is no such tool or parameter" },
  not_read: { zh: "它可能会修改东西", en: "it may change something" },
  outside: { zh: "不在这次同意查看的范围里", en: "outside of the place that was agreed to" },
  repeated: { zh: "已经看过", en: "read before" },
  incomplete: { zh: "缺少参数", en: "a parameter is missing" },
  over_limit: { zh: "超过了上限", en: "over the limit" },
  stopped: { zh: "停止：{why}", en: "Stopped: {why}" },
  found: { zh: "已经有结论。", en: "there is a conclusion." },
  rounds: { zh: "已经查了 {rounds} 轮，到了上限。", en: "{rounds} rounds are the limit." },
  reads: { zh: "已经看了 {reads} 次，到了上限。", en: "{reads} reads are the limit." },
  nothing_new: { zh: "想看的都已经看过。", en: "what it wanted to read had been read." },
  refusedAll: { zh: "想看的都不能看。", en: "nothing that it wanted to read may be read." },
  failed: { zh: "模型没有给出可用的回答。", en: "the model gave no answer that could be used." },
  budget: {
    zh: "模型的使用上限已用完，以上是到此为止查到的。",
    en: "the model's limit is used up; this is what was found until then.",
  },
  outsideStep: { zh: "在范围之外再看：{call}", en: "Look outside of that place as well: {call}" },
  unknownName: { zh: "{name}（结果里没有这个名字）", en: "{name} (a name that no result has)" },
  unknownLink: { zh: "（一个结果里没有的链接，已去掉）", en: "(a link that no result has, left out)" },
  progress: { zh: "第 {number} 轮：{text}", en: "Round {number}: {text}" },
  reading: { zh: "，接着看 {calls}", en: "; reading {calls}" },
} as const;

export type InvestigationWord = keyof typeof words;

export const say = (language: Language, word: InvestigationWord, slots: Slots = {}): string =>
  fill(words[word][language], slots);
