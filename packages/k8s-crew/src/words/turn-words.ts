import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

/** What is said about how a message goes on from the last answer. */
const words = {
  andThere: { zh: "那命名空间 {namespace} 呢", en: "and in namespace {namespace}?" },
  anotherCluster: { zh: "换个集群", en: "switch cluster" },
  whichNamespace: {
    zh: "应该看哪个命名空间？直接说名称，我就到那里再看一次。",
    en: "Which namespace should it be? Say its name, and I look there.",
  },
  whichNamespaceOf: {
    zh: "应该看哪个命名空间？直接说名称，我就到那里再看一次。现有：{names}。",
    en: "Which namespace should it be? Say its name, and I look there. There are: {names}.",
  },
  furtherReading: {
    zh: "关于 {term}，我这里能讲的就是上面那些；文档里讲得更细：{page}",
    en: "That is all I can say of {term} myself; the documentation goes further: {page}",
  },
  lastRun: { zh: "上一次在 {age}前开始执行。", en: " It was last started {age} ago." },
  noRunYet: { zh: "看不到它执行过。", en: " It has not been started, as far as is told." },
  oneAtATime: {
    zh: "不会一次全删：每个改动单独确认。请说要删哪一个，例如“删除 dev 里的 pod web-1”；上面给出的命令可以自己一次执行。",
    en: "Nothing was deleted: each change is agreed to on its own. Say which one, as in “delete pod web-1 in dev”; you can run the commands above yourself, several at once.",
  },
  unchanged: {
    zh: "我没有改动任何东西：刚才的修改没有执行。现在的情况是：",
    en: "I have changed nothing: that change was not made. This is how it is now:",
  },
} as const;

export const sayTurn = (language: Language, word: keyof typeof words, slots: Slots = {}): string =>
  fill(words[word][language], slots);
