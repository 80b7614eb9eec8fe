import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

/** What has to be said of how a request was taken. */
const words = {
  past: {
    zh: "集群不保存过去的状态，当时的情况查不到；下面是现在的情况（要看过去，请用监控系统）。",
    en: "The cluster keeps no history of this, so it cannot be told how it was then; this is how it is now (a monitoring system would know).",
  },
  otherClusters: {
    zh: "在{cluster}里没有找到“{said}”，也看了其他集群：",
    en: "“{said}” is not in {cluster}; the other clusters were looked into as well:",
  },
} as const;

export const sayOfRequest = (language: Language, word: keyof typeof words, slots: Slots = {}): string =>
  fill(words[word][language], slots);
