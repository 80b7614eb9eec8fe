import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

const sentences = {
  holding: {
    zh: "{thing} 的日志{place}：读到的 {total} 行里，有 {count} 行含有“{text}”：",
    en: "Log of {thing}{place}: {count} of the {total} {total|line|lines} that were read {count|holds|hold} “{text}”:",
  },
  /** Before what tells how many lines there are, where that was the question. */
  yes: { zh: "有。", en: "Yes. " },
  no: { zh: "没有。", en: "No. " },
  oneOf: {
    zh: "它有几个一样的 Pod，看的是 {name}（{why}）；另外还有 {others}（要换一个就说“另一个”或名称）。",
    en: "It has several like pods: this is {name} ({why}); {count|the other one is|the others are} {others} (say “the other one” or a name to see another).",
  },
  otherVersions: {
    zh: "另外还有 {names}，没有看（要看就说它的名称）。",
    en: "There is also {names}, which was not looked at (say its name to see it).",
  },
  containerOf: { zh: "{thing} 的容器 {container}", en: "container {container} of {thing}" },
  inTrouble: { zh: "状态是 {status}", en: "it is {status}" },
  restarted: { zh: "重启过 {restarts} 次", en: "it was restarted {restarts} {restarts|time|times}" },
  alike: { zh: "状态都一样", en: "they are alike" },
  newest: { zh: "最新的", en: "the newest" },
  earlierOnes: {
    zh: "（更早的还有 {count} 行，没有显示）",
    en: "({count} earlier {count|one is|ones are} not shown)",
  },
  noneHolds: {
    zh: "{thing} 的日志{place}：读到的 {total} 行里，没有一行含有“{text}”。",
    en: "Log of {thing}{place}: none of the {total} {total|line|lines} that were read holds “{text}”.",
  },
} satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** What is said of the lines of a log that were looked for. */
export const sayLog = (language: Language, key: keyof typeof sentences, slots: Slots): string =>
  fill(sentences[key][language], slots);
