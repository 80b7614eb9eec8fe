import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

const words = {
  open: {
    zh: "网络策略上，{from}可以访问{to}：读到的 NetworkPolicy 都不限制。",
    en: "{from} can reach {to} as far as NetworkPolicies go: none of them restricts it.",
  },
  allowed: {
    zh: "{from}能访问{to}：NetworkPolicy {names} 放行了它{ports}。",
    en: "{from} can reach {to}: NetworkPolicy {names} lets it through{ports}.",
  },
  blocked: {
    zh: "{from}不能访问{to}：NetworkPolicy {names} 没有放行它。",
    en: "{from} cannot reach {to}: NetworkPolicy {names} does not let it through.",
  },
  blockedOut: {
    zh: "{from}不能访问{to}：NetworkPolicy {names} 不让它往那里发出流量。",
    en: "{from} cannot reach {to}: NetworkPolicy {names} does not let it send there.",
  },
  anybody: {
    zh: "{to}的入站没有 NetworkPolicy 限制：网络策略上，集群里任何 Pod 都可以访问它。",
    en: "No NetworkPolicy restricts what comes in to {to}: as far as these go, any pod of the cluster can reach it.",
  },
  only: {
    zh: "能访问{to}的，只有 NetworkPolicy 放行的：",
    en: "Only what NetworkPolicies let through can reach {to}:",
  },
  untold: {
    zh: "NetworkPolicy 读不到（或太多），{to}放行了谁无法判断。",
    en: "The NetworkPolicies could not be read (or are too many), so it cannot be told who may reach {to}.",
  },
  noSource: {
    zh: "没有找到叫“{name}”的 Pod，所以只能说明{to}放行了谁。",
    en: "No pod is called “{name}”, so only who may reach {to} can be told.",
  },
  sought: {
    zh: "没有找到叫“{sought}”的东西。{to}所在命名空间里限制入站的 NetworkPolicy：",
    en: "Nothing is called “{sought}”. NetworkPolicies of the namespace of {to} that restrict what comes in:",
  },
  soughtNone: {
    zh: "没有找到叫“{sought}”的东西；{to}所在的命名空间里没有限制入站的 NetworkPolicy。",
    en: "Nothing is called “{sought}”; no NetworkPolicy of the namespace of {to} restricts what comes in.",
  },
  letsIt: { zh: "（放行了它）", en: " (lets it through)" },
  letsItNot: { zh: "（没有放行它）", en: " (does not let it through)" },
  policy: {
    zh: "  - {name}（选中 {selector}）放行：{allows}",
    en: "  - {name} (selects {selector}) lets through: {allows}",
  },
  nobody: { zh: "谁也不放行", en: "nobody" },
  everybody: { zh: "所有来源", en: "everybody" },
  everyPod: { zh: "所有 Pod", en: "every pod" },
  onPorts: { zh: "（只限端口 {ports}）", en: " (only on ports {ports})" },
  way: {
    zh: "访问地址：Service {name}（{ports}），后面有 {ready} 个就绪的 Pod。",
    en: "The way there: Service {name} ({ports}), with {ready} ready {ready|pod|pods} behind it.",
  },
  noWay: {
    zh: "没有 Service 指向它，只能用 Pod 的 IP 访问。",
    en: "No Service leads to it; it is reached by its pods' IPs only.",
  },
  deadWay: {
    zh: "Service {name} 后面没有就绪的 Pod，现在连不上。",
    en: "Service {name} has no ready pod behind it, so nothing answers now.",
  },
  untoldRest: {
    zh: "读不出来的：网络插件是否真的执行这些策略、服务网格或集群级策略、防火墙，以及程序自己的认证。",
    en: "What no read tells: whether the network plugin enforces policies, service meshes and cluster-wide policies, firewalls, and logins of the programs themselves.",
  },
  test: { zh: "实际试一下：", en: "To try it:" },
} as const;

export type ReachWord = keyof typeof words;

/** Sentences about what the network lets through. */
export const sayReach = (language: Language, word: ReachWord, slots: Slots = {}): string =>
  fill(words[word][language], slots);
