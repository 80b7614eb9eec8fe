import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

/** What is said to a question about a change: nothing is changed by asking. */
const words = {
  nothingDone: { zh: "什么都没有改。", en: "Nothing has been changed." },
  pod: {
    zh: "由控制器（Deployment、StatefulSet 等）管理的 Pod 会被重新创建，单独的 Pod 删了就没了。",
    en: "A pod that a controller runs (a Deployment, a StatefulSet) is made anew; a pod of its own is gone.",
  },
  workload: {
    zh: "它的 Pod 会一起被删掉，所提供的服务会中断。",
    en: "Its pods go with it, and what it serves is down.",
  },
  whose: {
    zh: "要不要做由你决定；先看看它的状态和日志会更稳妥。",
    en: "Whether to do it is for you to decide; a look at its state and its log first is the safer way.",
  },
  command: { zh: "用 kubectl 的话：\n  {command}", en: "With kubectl:\n  {command}" },
  noCommand: { zh: "kubectl 没有对应的一条命令。", en: "No single kubectl command does this." },
  offered: {
    zh: "也可以由我来做，列在下面，执行前还会请你确认。",
    en: "I can do it too: it stands below, and asks for your consent before it runs.",
  },
} as const;

export const sayOfChange = (language: Language, word: keyof typeof words, slots: Slots = {}): string =>
  fill(words[word][language], slots);
