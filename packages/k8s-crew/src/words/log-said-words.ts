import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

/** What the logs of something say that was asked about its errors, or about being slow. */
const sentences = {
  wellBut_errors: {
    zh: "状态没有问题，但日志里有错误（见下）",
    en: "its state is fine, but its log tells of errors (below)",
  },
  wellBut_slow: {
    zh: "状态没有问题，但日志里有相关的内容（见下）",
    en: "its state is fine, but its log has something on that (below)",
  },
  some_errors: {
    zh: "日志里有错误：{pods} 个 Pod 最近的 {total} 行里有 {count} 行：",
    en: "Its log tells of errors: {count} of the last {total} {total|line|lines} of {pods} {pods|pod|pods}:",
  },
  none_errors: {
    zh: "日志里没有错误：{pods} 个 Pod 最近的 {total} 行（{names}）都看过。",
    en: "Its log tells of no error: none in the last {total} {total|line|lines} of {pods} {pods|pod|pods} ({names}).",
  },
  some_slow: {
    zh: "日志里和慢有关的（错误、警告、超时、限流、重试）：{pods} 个 Pod 最近的 {total} 行里有 {count} 行：",
    en: "What its log says of it (errors, warnings, timeouts, throttling, retries): {count} of the last {total} {total|line|lines} of {pods} {pods|pod|pods}:",
  },
  none_slow: {
    zh: "日志里看不出慢在哪：{pods} 个 Pod 最近的 {total} 行（{names}）里没有错误、警告、超时、限流和重试。",
    en: "Its log does not tell why: no errors, warnings, timeouts, throttling or retries in the last {total} {total|line|lines} of {pods} {pods|pod|pods} ({names}).",
  },
  part: { zh: "{names} 的容器 {container}：", en: "container {container} of {names}:" },
  earlier: { zh: "（更早的 {count} 行没有显示）", en: "({count} earlier {count|line is|lines are} not shown)" },
} satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export const sayLogSaid = (language: Language, key: keyof typeof sentences, slots: Slots): string =>
  fill(sentences[key][language], slots);
