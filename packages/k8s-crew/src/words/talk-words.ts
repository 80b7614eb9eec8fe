import type { Language } from "../output/output.ts";

const sentences = {
  aboutAssistant: {
    zh: "我是一个程序，不是真人：我通过集群的工具读取真实数据来回答，任何改动都会先征得你的同意。可以试试：",
    en: "I am a program, not a person. I answer from what the cluster's tools read, and change nothing without your consent. You could try:",
  },
  whyWhat: {
    zh: "你问的是什么的“为什么”？说出对象，例如“web-1 为什么起不来”，我就去查原因。",
    en: "Why what? Name the thing, as in “why does web-1 not start”, and I look for the cause.",
  },
} satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** What is said of the assistant itself, and where nothing was spoken of yet. */
export const sayInTalk = (language: Language, sentence: keyof typeof sentences): string =>
  sentences[sentence][language];
