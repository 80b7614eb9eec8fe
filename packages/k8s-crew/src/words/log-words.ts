import type { Language } from "../conversation/output.ts";
import { fill, type Slots } from "./fill.ts";

const sentences = {
  holding: {
    zh: "{thing} 的日志{place}：读到的 {total} 行里，有 {count} 行含有“{text}”：",
    en: "Log of {thing}{place}: {count} of the {total} {total|line|lines} that were read {count|holds|hold} “{text}”:",
  },
  oneOf: {
    zh: "它有几个 Pod，看的是 {name}；另外还有 {others}。",
    en: "It has several pods: this is {name}; the others are {others}.",
  },
  noneHolds: {
    zh: "{thing} 的日志{place}：读到的 {total} 行里，没有一行含有“{text}”。",
    en: "Log of {thing}{place}: none of the {total} {total|line|lines} that were read holds “{text}”.",
  },
} satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** What is said of the lines of a log that were looked for. */
export const sayLog = (language: Language, key: keyof typeof sentences, slots: Slots): string =>
  fill(sentences[key][language], slots);
