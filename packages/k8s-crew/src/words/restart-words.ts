import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

/** How often something was restarted in which nothing wrong was found. */
const words = {
  never: {
    zh: "它没有重启过：从 {age} 前创建到现在，重启 0 次。",
    en: "It has not restarted: 0 restarts since it was created {age} ago.",
  },
  noneOfThem: {
    zh: "它的 {pods} 个 Pod 都没有重启过（最早的创建于 {age} 前；之前被替换掉的 Pod 不算）。",
    en: "None of its {pods} pods has restarted (the oldest was created {age} ago; pods that were replaced before are not counted).",
  },
  some: {
    zh: "创建（{age} 前）以来一共重启了 {count} 次，现在在运行。",
    en: "{count} {count|restart|restarts} since it was created {age} ago; it runs now.",
  },
  someAndLast: {
    zh: "创建（{age} 前）以来一共重启了 {count} 次，最近一次在 {last} 前，之后一直在运行。",
    en: "{count} {count|restart|restarts} since it was created {age} ago, the last one {last} ago; it has run since.",
  },
  before: {
    zh: "{thing} 的容器 {container} 上一次为什么结束：",
    en: "Why the run before of container {container} in {thing} ended:",
  },
  /** What ended before was read in its log; the use of CPU and memory was not. */
  unlookedUsage: { zh: "没有看：CPU 和内存用量。", en: "Not looked at: CPU and memory usage." },
  unlooked: {
    zh: "没有看：日志内容、CPU 和内存用量。",
    en: "Not looked at: what the log says, CPU and memory usage.",
  },
} as const;

export const sayRestarts = (language: Language, word: keyof typeof words, slots: Slots = {}): string =>
  fill(words[word][language], slots);
