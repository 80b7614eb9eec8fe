import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

/** What is said of replies, and of what was asked, changed or listed before. */
const words = {
  questionPutAway: {
    zh: "“{message}”还没查，先放下了；想接着做就说“回到刚才的问题”。",
    en: "“{message}” is put aside; say “back to my question” to go on with it.",
  },
  changePutAway: {
    zh: "“{message}”还没执行，什么都没改，先放下了；想接着做就说“回到刚才的问题”。",
    en: "“{message}” is put aside: nothing was changed. Say “back to my question” to go on with it.",
  },
  changeAsked: { zh: "要做的修改：{doing}。{question}", en: "Change: {doing}. {question}" },
  changeWaits: {
    zh: "（{doing}还没有执行，问完这个再请你确认。）",
    en: "(The change waits until this is answered: {doing}.)",
  },
  alsoLeft: {
    zh: "同一句里的“{message}”不在这次修改里，之后会说明。",
    en: "“{message}” is not a part of this change; what becomes of it is told after it.",
  },
  scaleBack: { zh: "要改回去，就说“{request}”。", en: "To put it back, say “{request}”." },
  /** A request that the rules read. */
  scaleTo: {
    zh: "把 {namespace} 里 {name} 的副本改成 {count}",
    en: "scale {name} in {namespace} to {count}",
  },
  cannotUndoEarlier: {
    zh: "上一个回答没有改动任何东西。这次对话里最后一次修改是：\n  {changed}\n要改回去，请说出要改成什么，我会先给你看再执行。",
    en: "The last answer changed nothing. The last change in this conversation was:\n  {changed}\nSay what it should be instead; I show you the call before I run it.",
  },
  oneByOne: {
    zh: "可以一次说几个（“都要”“1 和 3”），每一个都会单独请你确认。",
    en: "Several at once will do (“all of them”, “1 and 3”); each is confirmed on its own.",
  },
  placeForChange: {
    zh: "要{doing}，我需要先知道它在哪个命名空间（Namespace）里。你知道吗？如果不确定，我可以列出所有的命名空间供你选择。",
    en: "All right. To {doing} I need to know its namespace. Do you know it? If you are not sure, I can list all namespaces for you to choose from.",
  },
  eachWithKubectl: {
    zh: "刚才列出的 {count} 个，可以用 kubectl 逐个来：",
    en: "For the {count} that were listed, with kubectl:",
  },
  andMore: { zh: "  ……还有 {count} 条，换个名称即可。", en: "  … and {count} more, the same way." },
  runnerUnknown: {
    zh: "没写命令的：{names}。从名称看不出是谁在管理它们（可能是 Job 或 DaemonSet），先查看一下其中一个的详情。",
    en: "No command for {names}: the names do not tell what runs them (a Job or a DaemonSet, perhaps). Describe one of them first.",
  },
} as const;

export type ReplyWord = keyof typeof words;

export const sayReply = (language: Language, word: ReplyWord, slots: Slots = {}): string =>
  fill(words[word][language], slots);
