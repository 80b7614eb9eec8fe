import type { Fact, YesNo } from "../language/condition.ts";
import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

const sentences = {
  yes: { zh: "是的，", en: "Yes, " },
  hasSome: { zh: "有，", en: "Yes, " },
  no: { zh: "不，", en: "No, " },
  notSo: { zh: "没有，", en: "No, " },
  none: { zh: "{thing} 没有{field}。", en: "{thing} has no {field}." },
  suspended: {
    zh: "{thing} 已暂停（suspend: true），不会按计划{schedule}启动新的 Job。",
    en: "{thing} is suspended (suspend: true): it starts no new jobs on its schedule {schedule}.",
  },
  scheduled: {
    zh: "{thing} 没有暂停（suspend: false），按计划{schedule}执行。",
    en: "{thing} is not suspended (suspend: false): it runs on its schedule {schedule}.",
  },
  held: { zh: "{thing} 已暂停（suspend: true）。", en: "{thing} is suspended (suspend: true)." },
  goesOn: { zh: "{thing} 没有暂停。", en: "{thing} is not suspended." },
  scaledToNone: { zh: "{thing} 的副本数是 0，没有在跑。", en: "{thing} is scaled to 0 replicas: nothing of it runs." },
  scaledUp: {
    zh: "{thing} 没有停：期望 {desired} 个副本，就绪 {ready} 个。",
    en: "{thing} is not stopped: {ready} of {desired} replicas are ready.",
  },
  paused: {
    zh: "{thing} 的更新已暂停（spec.paused: true）：改动会等到恢复后才上线，现有的 Pod 照常运行（期望 {desired} 个，就绪 {ready} 个）。",
    en: "{thing} is paused (spec.paused: true): changes wait until it is resumed, while its pods run on ({ready} of {desired} ready).",
  },
  privileged: { zh: "{thing} 里有特权容器（privileged: true）。", en: "{thing} has a privileged container." },
  unprivileged: { zh: "{thing} 里没有特权容器。", en: "{thing} has no privileged container." },
  onHostNetwork: {
    zh: "{thing} 用的是主机网络（hostNetwork: true）。",
    en: "{thing} uses the network of its node (hostNetwork: true).",
  },
  ownNetwork: {
    zh: "{thing} 没有用主机网络，Pod 有自己的 IP。",
    en: "{thing} does not use the network of its node: its pods have addresses of their own.",
  },
  secretKeys: {
    zh: "{thing} 里存的是机密，这里从不显示它的值，只说有哪些键：{value}。",
    en: "{thing} holds a secret: its values are never shown here, only its keys: {value}.",
  },
  readSecret: {
    zh: "有权限的人可以自己看：{command}",
    en: " Whoever may read it can do so themselves: {command}",
  },
  sameFor: { zh: "{things} 也一样。", en: " So it is for {things}." },
  lets: {
    zh: "{thing} 允许扩容（allowVolumeExpansion: true）。",
    en: "{thing} lets claims be expanded (allowVolumeExpansion: true).",
  },
  letsNot: {
    zh: "{thing} 不允许扩容（allowVolumeExpansion: false）。",
    en: "{thing} does not let claims be expanded (allowVolumeExpansion: false).",
  },
} satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type FactSentence = keyof typeof sentences;

export const sayFact = (language: Language, sentence: FactSentence, slots: Slots = {}): string =>
  fill(sentences[sentence][language], slots);

/** Facts that Chinese denies with 没有 though it is asked whether they are so: 没有暂停, 没有用主机网络. */
const deniedByHaving: ReadonlySet<Fact> = new Set<Fact>(["suspended", "hostNetwork", "privileged", "bound", "traffic"]);

export type Judged = { readonly verdict: boolean | undefined; readonly asks: YesNo["asks"]; readonly fact: Fact };

/** “Yes, …”, “没有，…”: the sentence after what it comes to; the sentence alone where nobody asked, or it is undecided. */
export const afterVerdict = (language: Language, judged: Judged | undefined, sentence: string): string => {
  if (judged?.verdict === undefined) return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
  return `${sayFact(language, judged.verdict ? yesTo(judged) : noTo(judged))}${sentence}`;
};

const yesTo = ({ asks }: Judged): FactSentence => (asks === "has" ? "hasSome" : "yes");
const noTo = ({ asks, fact }: Judged): FactSentence => (asks === "is" && !deniedByHaving.has(fact) ? "no" : "notSo");
