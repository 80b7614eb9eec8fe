import type { Language } from "../output/output.ts";

const sentences = {
  aboutAssistant: {
    zh: "我是一个程序，不是真人：我通过集群的工具读取真实数据来回答，任何改动都会先征得你的同意。可以试试：",
    en: "I am a program, not a person. I answer from what the cluster's tools read, and change nothing without your consent. You could try:",
  },
} satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** What is said of the assistant itself. */
export const sayOfItself = (language: Language): string => sentences.aboutAssistant[language];
