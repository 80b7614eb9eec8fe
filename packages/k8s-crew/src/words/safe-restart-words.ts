import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";
import { namedThing } from "./nouns.ts";

/** Whether something is down while it restarts. */
const words = {
  state: {
    zh: "{thing}（命名空间 {namespace}）现在 {ready}/{desired} 就绪。",
    en: "{thing} in namespace {namespace} is {ready}/{desired} ready now.",
  },
  noneRuns: { zh: "它缩到了 0，没有可以重启的 Pod。", en: "It is scaled to 0: there is no pod to restart." },
  singleOrdered: {
    zh: "它只有 1 个副本，而且 StatefulSet 先停旧的再起新的：重启期间会中断。PVC 里的数据会保留，只在内存或 emptyDir 里的会丢。",
    en: "It has one replica, and a StatefulSet stops the old pod before it starts the new one: it is down while it restarts. Data in its volume claims stays; what is only in memory or an emptyDir is lost.",
  },
  ordered: {
    zh: "StatefulSet 从编号最大的开始，一次重启一个，先停旧的再起新的：每个副本会依次中断一会儿，能不能承受取决于应用自己的复制和选主。",
    en: "A StatefulSet restarts one pod at a time, the highest number first, and stops each before it starts it anew: each replica is down in turn, and whether that is felt is up to the replication of the application.",
  },
  singleRolled: {
    zh: "它只有 1 个副本：默认先起新的、就绪后再停旧的，不会中断；更新策略是 Recreate，或没有就绪探针时，会有一段中断。",
    en: "It has one replica: by default the new pod is ready before the old one stops, so nothing is down; with the strategy Recreate, or without a readiness probe, it is for a while.",
  },
  rolled: {
    zh: "默认先起新的、就绪后再停旧的，一批批换：有就绪探针、更新策略不是 Recreate 时不会中断。",
    en: "By default new pods are ready before old ones stop, a few at a time: with a readiness probe, and unless its strategy is Recreate, nothing is down.",
  },
  nodeByNode: {
    zh: "DaemonSet 默认一个节点一个节点地换，先停旧的再起新的：每个节点上会依次中断一会儿。",
    en: "A DaemonSet is restarted node by node, each pod stopped before the new one starts: each node is without it for a while.",
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type RestartWord = Exclude<keyof typeof words, "state">;

export const saySafeRestart = (language: Language, word: RestartWord): string => words[word][language];

type Listed = Slots & { readonly resource: string; readonly name: string };

export const listedState = (language: Language, { resource, name, ...slots }: Listed): string =>
  fill(words.state[language], { ...slots, thing: namedThing(language, resource, name) });
