import type { Language } from "../language/types.ts";
import { fill, type Slots } from "./fill.ts";

/** What is said at a shown plan: questions about it, and changes that it cannot take. */
const words = {
  onlyReads: {
    zh: "不会。每一步都只是读取，不会改动集群里的任何东西。",
    en: "It changes nothing: every step only reads.",
  },
  writes: {
    zh: "会：其中 {count} 步会修改集群。每个修改执行前都会再单独给你看，你确认了才执行。",
    en: "It changes something in {count} {count|step|steps}. Each change is shown on its own and runs only when you agree to it.",
  },
  takes: {
    zh: "最多 {count} 次调用，能同时读的会一起读。具体多久取决于服务器，执行时会显示进度，随时可以按 Ctrl-C 停下。",
    en: "At most {count} {count|call|calls}, side by side where possible. How long that takes is up to the server; progress is shown, and Ctrl-C stops it.",
  },
  step: { zh: "第 {number} 步：{reason}。", en: "Step {number}: {reason}." },
  logsThere: {
    zh: "日志已经在第 {number} 步里：出问题的对象会读它的日志。想看某一个的日志，计划之后说“看 NAME 的日志”。计划没有变。",
    en: "Logs are part of step {number}: it reads those of what is in trouble. For one log, ask “logs of NAME” after this. The plan stays as it is.",
  },
  noLogs: {
    zh: "日志要看某一个对象的：计划之后说“看 NAME 的日志”。计划没有变。",
    en: "A log is of one thing: ask “logs of NAME” after this. The plan stays as it is.",
  },
} as const;

export const sayPlan = (language: Language, word: keyof typeof words, slots: Slots = {}): string =>
  fill(words[word][language], slots);
