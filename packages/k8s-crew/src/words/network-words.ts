import type { Language } from "../output/output.ts";
import type { PolicyRule, PolicyRules } from "../results/policy-rules.ts";
import { fill, listOf, type Slots } from "./fill.ts";

const sentences = {
  letsIn: { zh: "{thing}{pods}允许的入站：{rules}；{other}", en: "{thing} {pods}lets in {rules}; {other}" },
  letsNothingIn: {
    zh: "{thing}{pods}不放行任何入站流量；{other}",
    en: "{thing} {pods}lets nothing in; {other}",
  },
  letsOut: { zh: "允许的出站：{rules}。", en: "it lets out {rules}." },
  letsNothingOut: { zh: "不放行任何出站流量。", en: "it lets nothing out." },
  openOut: { zh: "不限制出站。", en: "what goes out is not restricted by it." },
  openIn: { zh: "{thing}{pods}不限制入站；{other}", en: "{thing} {pods}does not restrict what comes in; {other}" },
  pods: { zh: "（作用于 {selector} 的 Pod）", en: "(for pods {selector}) " },
  allPods: { zh: "（作用于该命名空间的所有 Pod）", en: "(for all pods of its namespace) " },
  ruleIn: { zh: "来自 {peers} 的{ports}", en: "{ports} from {peers}" },
  ruleOut: { zh: "去往 {peers} 的{ports}", en: "{ports} to {peers}" },
  anybody: { zh: "任何地址", en: "anywhere" },
  allPorts: { zh: "所有端口", en: "all ports" },
  noPolicies: {
    zh: "那里没有 NetworkPolicy{place}：就网络策略而言，谁都可以访问那里的 Pod，那里的 Pod 也可以访问任何地方。",
    en: "there is no NetworkPolicy{place}: as far as these go, anybody may reach its pods, and they may reach anything.",
  },
  allReady: { zh: "{thing} 的 {desired} 个副本全部就绪。", en: "{thing} has all of its {desired} replicas ready." },
  someReady: {
    zh: "{thing} 要 {desired} 个副本，就绪的只有 {ready} 个。",
    en: "{thing} has only {ready} of {desired} replicas ready.",
  },
  noneWanted: { zh: "{thing} 的副本数设成了 0。", en: "{thing} is scaled to 0 replicas." },
  readyUntold: {
    zh: "{thing} 要 {desired} 个副本；就绪几个，此服务器没有返回。",
    en: "{thing} is set to {desired} replicas; how many of them are ready, this server does not tell.",
  },
  path: { zh: "{path} 转到服务 {backend}（{thing}）。", en: "{path} goes to service {backend} ({thing})." },
  noNodePort: { zh: "{thing} 没有 NodePort（类型是 {type}）。", en: "{thing} has no NodePort (its type is {type})." },
  noEndpoints: {
    zh: "没有：{thing} 背后没有就绪的端点，访问它没有 Pod 响应。",
    en: "No, {thing} has no ready endpoints: no pod answers behind it.",
  },
  endpoints: {
    zh: "有：{thing} 背后有 {count} 个就绪的端点：{value}。",
    en: "Yes, {thing} has {count} ready {count|endpoint|endpoints}: {value}.",
  },
  dns: {
    zh: "{thing} 在集群内的 DNS 名是 {value}（同一命名空间里用 {name} 即可；cluster.local 是默认域，集群可能改过）。",
    en: "{thing} is reached inside the cluster as {value} (from its own namespace {name} is enough; cluster.local is the usual domain, a cluster may have another).",
  },
} satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export const sayNetwork = (language: Language, sentence: keyof typeof sentences, slots: Slots = {}): string =>
  fill(sentences[sentence][language], slots);

/** What a policy lets through, in a sentence. */
export const trafficText = (language: Language, thing: string, { selector, ingress, egress }: PolicyRules): string => {
  const pods = selector === "" ? sayNetwork(language, "allPods") : sayNetwork(language, "pods", { selector });
  const other =
    egress === undefined
      ? sayNetwork(language, "openOut")
      : egress.length === 0
        ? sayNetwork(language, "letsNothingOut")
        : sayNetwork(language, "letsOut", { rules: rulesText(language, "ruleOut", egress) });
  const slots = { thing, pods, other };
  if (ingress === undefined) return sayNetwork(language, "openIn", slots);
  return ingress.length === 0
    ? sayNetwork(language, "letsNothingIn", slots)
    : sayNetwork(language, "letsIn", { ...slots, rules: rulesText(language, "ruleIn", ingress) });
};

const rulesText = (language: Language, sentence: "ruleIn" | "ruleOut", rules: readonly PolicyRule[]): string =>
  listOf(
    language,
    rules.map(({ peers, ports }) =>
      sayNetwork(language, sentence, {
        ports: ports.length === 0 ? sayNetwork(language, "allPorts") : ports.join(", "),
        peers: peers.map((peer) => (peer === "*" ? sayNetwork(language, "anybody") : peer)).join(", "),
      }),
    ),
  );
