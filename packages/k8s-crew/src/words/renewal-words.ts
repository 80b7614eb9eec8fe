import type { Language } from "../output/output.ts";
import { fill, listOf, type Slots } from "./fill.ts";

/** What is said where tools or clusters are others than a moment ago. */
const words = {
  tools: { zh: "服务器 {server} 的工具有变化：{what}。", en: "Server {server} has other tools now: {what}." },
  clusters: {
    zh: "集群有变化：{what}。现在有：{now}。",
    en: "The clusters have changed: {what}. There are now: {now}.",
  },
  none: { zh: "没有集群", en: "none" },
  added: { zh: "新增 {names}", en: "new: {names}" },
  gone: { zh: "不再有 {names}", en: "gone: {names}" },
  andMore: { zh: "等 {count} 个", en: "{names} and {count} more" },
  stays: {
    zh: "默认集群现在是 {now}；本次对话仍在 {before}（要跟过去就说“切换到 {now}”）。",
    en: "The current cluster is now {now}; this conversation stays on {before} (say “switch to {now}” to follow).",
  },
  moved: { zh: "默认集群现在是 {now}。", en: "The current cluster is now {now}." },
  elsewhere: {
    zh: "名字没变，但现在指向另一个 API server：{names}。",
    en: "Under the same name, another API server now: {names}.",
  },
  notUsed: {
    zh: "在此期间工具有变化，所以没有采用刚才的回答，请求按现在的情况重新开始。",
    en: "The tools have changed meanwhile: your answer was not used, and the request begins anew with what there is now.",
  },
  notUsedThere: {
    zh: "在此期间集群或登录身份有变化，所以没有采用刚才的回答，请求按现在的情况重新开始。",
    en: "The clusters or the login have changed meanwhile: your answer was not used, and the request begins anew with what there is now.",
  },
  leftUndone: {
    zh: "在此期间集群或登录身份有变化，所以剩下的没有执行，也没有再查看已做的改动。还需要的话，请重新提出。",
    en: "The clusters or the login have changed meanwhile: what was left was not run, and what was done was not looked at again. Ask for it anew if you still want it.",
  },
} as const;

export const sayRenewal = (language: Language, word: keyof typeof words, slots: Slots = {}): string =>
  fill(words[word][language], slots);

type CameAndWent = { readonly added: readonly string[]; readonly gone: readonly string[] };

/** What came and what went, in a row. */
export const cameAndWent = (language: Language, { added, gone }: CameAndWent): string => {
  const parts = Object.entries({ added, gone } as const).flatMap(([word, names]) =>
    names.length === 0
      ? []
      : [sayRenewal(language, word === "added" ? "added" : "gone", { names: some(language, names) })],
  );
  return parts.join(language === "zh" ? "；" : "; ");
};

/** Names that are said; of more than these only how many there are. */
const namedLimit = 6;

const some = (language: Language, names: readonly string[]): string => {
  if (names.length <= namedLimit) return listOf(language, names);
  const first = listOf(language, names.slice(0, namedLimit - 1));
  if (language === "zh") return `${first} ${sayRenewal(language, "andMore", { count: names.length })}`;
  return sayRenewal(language, "andMore", { names: first, count: names.length - namedLimit + 1 });
};
