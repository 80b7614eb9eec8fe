import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

/** What is said when a conversation turns: a plan that is left, small talk beside a question, an amount that is corrected. */
const words = {
  planPutAway: {
    zh: "刚才的计划（{title}）没有执行，先放下了；想接着做就说“回到刚才的计划”。",
    en: "The plan ({title}) was put away and did not run; say “back to the plan” to return to it.",
  },
  hello: { zh: "你好！", en: "Hello!" },
  welcome: { zh: "不客气！", en: "You're welcome!" },
  program: { zh: "我是一个程序，不是真人。", en: "I am a program, not a person." },
  notMine: {
    zh: "这个我帮不上忙，我只管 Kubernetes 集群。",
    en: "I can't help with that: I only know about Kubernetes clusters.",
  },
  oneOfSeveral: {
    zh: "还有 {count} 个修改，一个一个确认，先是这个：",
    en: "{count} changes are waiting; each is asked on its own. This one first:",
  },
  amountNow: { zh: "好的，改成 {value}。", en: "All right, {value} it is." },
  changedNothing: {
    zh: "什么都没改：这次对话里我没有修改过集群。",
    en: "Nothing: no change was made to a cluster in this conversation.",
  },
  changedThese: {
    zh: "这次对话里，经你同意改过 {count} 处（先做的在前）：\n{changes}",
    en: "{count} {count|change|changes} in this conversation, with your consent, the first one first:\n{changes}",
  },
  notFoundMeans: {
    zh: "意思是：在上面说的地方，没有名称里带这个词的对象。常见的原因是名字拼错了、它在别的命名空间或集群里，或者已经被删除。可以说出另一个名字或地方，或者先列出那里有什么。",
    en: "It means that nothing with that in its name was in the places that were looked at. Mostly the name is misspelled, it is in another namespace or cluster, or it was deleted. Name another thing or place, or list what is there first.",
  },
  whichOther: {
    zh: "“另一个”是相对哪一个？还没有选过，请直接说编号或名称。",
    en: "The other than which? None was taken yet: say a number or a name.",
  },
  whichSide: {
    zh: "刚才比的是 {sides}。{place} 要和哪一个比？",
    en: "{sides} were held side by side. Which of them is {place} to be compared with?",
  },
  compareThese: { zh: "对比 {side} 和 {place} 的{noun}", en: "compare the {noun} of {side} and {place}" },
  isOtherSide: {
    zh: "{place} 已经是比的另一边了，这一边要哪个？",
    en: "{place} is the other side already; which one for this side?",
  },
  /** Requests in words that the rules read. */
  inNamespace: { zh: "命名空间 {namespace} 里 {named}", en: "{named} in namespace {namespace}" },
  /** Between requests that follow one another; the rules read it. */
  thenNext: { zh: "，然后", en: ", then " },
} as const;

export type DialogueWord = keyof typeof words;

export const sayDialogue = (language: Language, word: DialogueWord, slots: Slots = {}): string =>
  fill(words[word][language], slots);
