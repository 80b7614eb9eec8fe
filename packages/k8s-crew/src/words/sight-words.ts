import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

/** What is said of clusters in which nothing wrong was found: well is only what was wholly looked at. */
const words = {
  allWell: {
    zh: "，没有发现问题。",
    en: ", nothing wrong found.",
  },
  wellInKinds: {
    zh: "，{kinds}没有发现问题，其他的没有看（见下方）。",
    en: ", nothing wrong found in {kinds}; other kinds were not looked at (see below).",
  },
  wellAsFarAsSeen: {
    zh: "，读到的部分没有发现问题，但没有全部读到（见下方）。",
    en: ", nothing wrong in what was read, but not everything was read (see below).",
  },
  healthy: { zh: "健康", en: "healthy" },
  kindsWell: { zh: "{kinds}：未发现问题", en: "{kinds}: nothing found" },
  nothingFound: { zh: "看过的未发现问题", en: "nothing found in what was looked at" },
  asFarAsRead: { zh: "读到的部分未发现问题", en: "nothing found as far as read" },
  unreadReadiness: {
    zh: "此服务器的列表不说 Pod 是否就绪：Running 的 {count} 个里可能有没就绪的（问“哪些 pod 没就绪”会逐个看）。",
    en: "This server's list does not say whether pods are ready: of the {count} that {count|is|are} Running some may not be (“which pods are not ready” looks at them one by one).",
  },
  lookedAt: { zh: "看过：{kinds}。", en: "Looked at: {kinds}." },
  notLookedAt: {
    zh: "没有看：{kinds}（“健康检查”会一起看）。",
    en: "Not looked at: {kinds} (“health check” looks at these too).",
  },
} as const;

export const saySight = (language: Language, word: keyof typeof words, slots: Slots = {}): string =>
  fill(words[word][language], slots);
