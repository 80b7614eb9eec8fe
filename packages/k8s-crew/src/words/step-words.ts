import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

/** What is said of steps that are offered: those below an answer, and those of a plan. */
const words = {
  noSuch: {
    zh: "下面只有 {count} 项可选，这里面有编号不存在，所以什么都没执行。请说其中的编号，或直接说要做什么。",
    en: "There {count|is|are} only {count} to choose from and not every number is one of them, so nothing was run. Say which, or say what you want.",
  },
  whyPlan: {
    zh: "上面是我打算依次查看的内容，还没有执行。确认后才会开始；也可以先改或取消。",
    en: "The steps above are what I would look at, one after another; none has run yet. They run once you agree; change them or cancel.",
  },
} as const;

export const sayStep = (language: Language, word: keyof typeof words, slots: Slots = {}): string =>
  fill(words[word][language], slots);
