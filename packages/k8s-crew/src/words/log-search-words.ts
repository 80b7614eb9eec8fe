import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

/** What several logs say of what was looked for in them. */
const sentences = {
  holding: {
    zh: "在 {pods} 个 Pod 的日志里{place}，读到的 {total} 行中有 {count} 行含有“{text}”：",
    en: "{count} of the {total} {total|line|lines} that were read in the logs of {pods} pods{place} {count|holds|hold} “{text}”:",
  },
  holdingNone: {
    zh: "在 {pods} 个 Pod 的日志里{place}，读到的 {total} 行中没有一行含有“{text}”。",
    en: "None of the {total} {total|line|lines} that were read in the logs of {pods} pods{place} holds “{text}”.",
  },
  errors: {
    zh: "在 {pods} 个 Pod 的日志里{place}，读到的 {total} 行中有 {count} 行错误：",
    en: "{count} of the {total} {total|line|lines} that were read in the logs of {pods} pods{place} {count|tells|tell} of an error:",
  },
  errorsNone: {
    zh: "在 {pods} 个 Pod 的日志里{place}，读到的 {total} 行中没有发现错误。",
    en: "None of the {total} {total|line|lines} that were read in the logs of {pods} pods{place} tells of an error.",
  },
  ofPods: { zh: "{names}：", en: "{names}{count|:| (the same in each):}" },
  ofPodsNone: { zh: "读的是：{names}。", en: "These were read: {names}." },
} satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export const sayLogSearch = (language: Language, key: keyof typeof sentences, slots: Slots): string =>
  fill(sentences[key][language], slots);
