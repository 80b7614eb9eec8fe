import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

/** What `/refresh` and `/cache` say. */
const words = {
  dropped: {
    zh: "已清除缓存里可能与{what}有关的 {count} 条，接下来会重新读取。",
    en: "Dropped {count} kept {count|result|results} that may tell of {what}; they are read anew.",
  },
  nothingKept: {
    zh: "缓存里没有与{what}有关的内容，没有清除什么。",
    en: "Nothing is kept that tells of {what}; nothing was dropped.",
  },
  otherClusters: {
    zh: "目前没有读到叫 {cluster} 的集群；已知的集群：{clusters}。",
    en: "No cluster {cluster} is known here; those that are known: {clusters}.",
  },
  unknownScope: {
    zh: "没看懂要刷新什么（“{said}”），没有清除任何缓存。可以说 /refresh（全部）、/refresh namespace <名称>、/refresh cluster <名称>，或一种资源，例如 /refresh pods。",
    en: "I do not know what to refresh (“{said}”), so nothing was dropped. Say /refresh for everything, /refresh namespace <name>, /refresh cluster <name>, or a kind such as /refresh pods.",
  },
  inPlace: { zh: "{place} 的 {kind} ", en: "{kind} in {place}" },
  placed: { zh: "{kind} {name} ", en: "{kind} {name}" },
  ofKind: { zh: " {kind} ", en: "{kind}" },
  cacheEmpty: { zh: "缓存是空的。", en: "The cache is empty." },
  cacheKept: { zh: "缓存里有 {count} 条结果：", en: "{count} {count|result is|results are} kept:" },
  cacheRow: {
    zh: "  {what}：{count} 条，最旧的在 {age} 前读取，{left} 后失效，{size}",
    en: "  {what}: {count}, the oldest read {age} ago, {left} left, {size}",
  },
  cacheSums: {
    zh: "到现在为止，{hits} 次读取由缓存回答，省下约 {saved}；{sent} 次问了服务器。",
    en: "So far {hits} {hits|read was|reads were} answered from the cache, which saved about {saved}; {sent} went to the servers.",
  },
  cacheHow: {
    zh: "输入 /refresh 清空，或只清除一部分，例如 /refresh namespace dev。",
    en: "/refresh empties it; /refresh namespace dev, for example, drops a part.",
  },
} satisfies { readonly [word: string]: { readonly [language in Language]: string } };

export const sayCache = (language: Language, word: keyof typeof words, slots: Slots = {}): string =>
  fill(words[word][language], slots);
