import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

const sentences = {
  nowhereAmong: {
    zh: "这个集群的{kinds}里都没有找到“{said}”，其他类型没能查看。",
    en: "Found no “{said}” among the {kinds} of this cluster; other kinds could not be looked through.",
  },
  cannotReach: {
    zh: "这个服务器不能选择集群，看不到 {cluster}。",
    en: "This server cannot choose a cluster, so it cannot look at {cluster}.",
  },
  noSuchCluster: {
    zh: "没有叫“{cluster}”的集群（有 {clusters}），这个服务器也不能选择集群。",
    en: "There is no cluster named “{cluster}” (there are {clusters}), nor can this server choose one.",
  },
  onlyConnected: {
    zh: "这个服务器不能选择集群：下面只有它所连接的那一个。",
    en: "This server cannot choose a cluster: below is only the one that it is connected to.",
  },
  rowInstead: {
    zh: "当前连接的服务器没有可以做到这件事的工具（{doing}），下面是列表里的那一行。",
    en: "The connected server has no tool that can do this ({doing}); below is what its list tells.",
  },
  eventNamesOnly: {
    zh: "另有 {count} 个事件只读到名称：这个服务器的列表不含类型、原因和内容。",
    en: "Of {count} more {count|event|events} only the names were read: this server's list shows no type, reason or message.",
  },
  eventsOfOne: {
    zh: "这个服务器只能查看单个{thing}的事件。",
    en: "This server lists the events of one {thing} at a time.",
  },
} satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** What is said where a server serves only a part of what was asked. */
export const sayServed = (language: Language, key: keyof typeof sentences, slots: Slots = {}): string =>
  fill(sentences[key][language], slots);
