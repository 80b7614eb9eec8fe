import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

/** What is said of where a change goes, at its card and at the questions on the way to it. */
const words = {
  yes: { zh: "是，{place}。", en: "Yes: it is in {place}." },
  no: { zh: "不是，在{place}。", en: "No: it is in {place}." },
  notCluster: { zh: "不是集群 {cluster}：在{place}。", en: "Not cluster {cluster}: it is in {place}." },
  assured: {
    zh: "要做的就是：{change}。对不对由你看，不对就直说改成什么。",
    en: "This is what it would do: {change}. Check it; if it is wrong, say plainly what it should be.",
  },
  moveByWord: {
    zh: "问一句不会改变什么；要换地方就直说，比如“不，在 {other}”。",
    en: "A question changes nothing; to move it, say so plainly, such as “no, in {other}”.",
  },
  untold: {
    zh: "这个我在这里答不了。{change}，还没有执行。",
    en: "I cannot answer that here. {change}: nothing has been run.",
  },
  undecided: {
    zh: "还没有定，也什么都没有执行；问一句不会替你选，要哪个请直说。",
    en: "Nothing is settled yet and nothing has been run. A question picks nothing: say plainly which it is.",
  },
  undecidedOf: {
    zh: "还没有定，也什么都没有执行。要 {choice} 就直接说“{choice}”。",
    en: "Nothing is settled yet and nothing has been run. If it is to be {choice}, say “{choice}”.",
  },
  movedCluster: { zh: "现在是集群 {now}（之前：{before}）。", en: "Now in cluster {now} (before: {before})." },
  movedNamespace: { zh: "现在是命名空间 {now}（之前：{before}）。", en: "Now in namespace {now} (before: {before})." },
  toNumber: { zh: "{doing}（到 {replicas}）", en: "{doing} (to {replicas})" },
  took: { zh: "选的是 {value}。", en: "Taken: {value}." },
  othersToo: {
    zh: "一起放弃的还有 {count} 个：{changes}。",
    en: "Dropped with it ({count}): {changes}.",
  },
} as const;

export const sayPlaced = (language: Language, word: keyof typeof words, slots: Slots = {}): string =>
  fill(words[word][language], slots);
