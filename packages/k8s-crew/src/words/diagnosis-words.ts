import type { Language } from "../output/output.ts";
import type { Cause } from "./causes/cause.ts";
import { type CauseKey, causes } from "./causes/causes.ts";
import { addressOf } from "./documentation.ts";
import { fill, type Slots } from "./fill.ts";

/** What a piece of evidence is. The words of the cluster stand in the slots, untranslated. */
const evidence = {
  status: { zh: "{what} 的状态是 {status}", en: "{what} is {status}" },
  ended: {
    zh: "上次结束：{reason}，退出码 {code}{ago}；共重启 {restarts} 次",
    en: "last end: {reason}, exit code {code}{ago}; {restarts} {restarts|restart|restarts}",
  },
  endedOnce: { zh: "已结束：{reason}，退出码 {code}{ago}", en: "ended: {reason}, exit code {code}{ago}" },
  log: { zh: "{container} 日志的最后几行：", en: "last lines of {container}'s log:" },
  previousLog: { zh: "{container} 重启前日志的最后几行：", en: "last lines of {container}'s log before its restart:" },
  currentLog: {
    zh: "没有读到 {container} 重启前的日志，这是当前日志的最后几行；重启前的可以用下面的命令看：",
    en: "nothing came of {container}'s log before its restart; these are the last lines of the current one, the command shows the earlier one:",
  },
  unreadLog: {
    zh: "没有读到 {container} 重启前的日志，可以用下面的命令看：",
    en: "nothing came of {container}'s log before its restart; the command shows it:",
  },
  event: { zh: "事件 {reason}{ago}：{message}", en: "event {reason}{ago}: {message}" },
  message: { zh: "状态里的说明：{message}", en: "its status says: {message}" },
  condition: { zh: "状况 {type}={status}{reason}：{message}", en: "condition {type}={status}{reason}: {message}" },
  conditionPlain: { zh: "状况 {type}={status}{reason}", en: "condition {type}={status}{reason}" },
  field: { zh: "{field}：{value}", en: "{field}: {value}" },
  labels: { zh: "{what} 的标签：{labels}", en: "labels of {what}: {labels}" },
  matchesNone: { zh: "带标签 {selector} 的 Pod：0 个", en: "pods with the labels {selector}: 0" },
  initRole: {
    zh: "{container} 是 init 容器：它成功结束之前，{names} 不会启动",
    en: "{container} is an init container: {names} starts only after it has succeeded",
  },
  sidecarRole: {
    zh: "{container} 是 sidecar（会一直运行的 init 容器）：它没就绪，Pod 就不就绪",
    en: "{container} is a sidecar (an init container that goes on running): the pod is not ready without it",
  },
  keys: { zh: "{what} 里现有的键：{names}", en: "keys of {what}: {names}" },
  absent: { zh: "{what} 不存在", en: "{what} does not exist" },
  present: { zh: "现有的{what}：{names}", en: "{what} that exist: {names}" },
  alike: { zh: "另有 {count} 个也是这样：{names}", en: "{count} more like this: {names}" },
} as const;

export type EvidenceWord = keyof typeof evidence;

/** The words of a diagnosis around its causes. */
const words = {
  headline: { zh: "{thing}{place}：{state}", en: "{thing}{place}: {state}" },
  inNamespace: { zh: "（命名空间 {namespace}{cluster}）", en: " (namespace {namespace}{cluster})" },
  inCluster: { zh: "（集群 {cluster}）", en: " (cluster {cluster})" },
  clusterToo: { zh: "，集群 {cluster}", en: ", cluster {cluster}" },
  found: { zh: "发现 {count} 个问题", en: "{count} {count|problem|problems} found" },
  healthy: {
    zh: "没有发现问题（看了什么见下）",
    en: "nothing wrong found (what was looked at stands below)",
  },
  nothingFound: {
    zh: "在看到的范围内没有发现问题（没有看到的见下）",
    en: "nothing found in what was looked at (what was not stands below)",
  },
  missing: {
    zh: "{thing}{place}不存在。",
    en: "{thing}{place} does not exist.",
  },
  unseen: { zh: "{thing}{place}读不到：{cause}。", en: "{thing}{place} could not be read: {cause}." },
  evidence: { zh: "依据", en: "evidence" },
  likely: { zh: "可能的原因：{why}", en: "Likely cause: {why}" },
  next: { zh: "下一步：{next}", en: "What to do: {next}" },
  source: { zh: "参考：{source}", en: "See: {source}" },
  lookedAt: { zh: "看过：{what}。", en: "Looked at: {what}." },
  notLookedAt: { zh: "没有看到：{what}。", en: "Not looked at: {what}." },
  because: { zh: "{what}（{cause}）", en: "{what} ({cause})" },
  sightOne: { zh: "{noun} {name}", en: "{noun} {name}" },
  sightSome: { zh: "{count} 个{noun}", en: "{count} {noun}" },
  sightList: { zh: "{noun}列表", en: "the list of {noun}" },
  sightDetails: { zh: "{what} 的详情", en: "details of {what}" },
  eventsOf: { zh: "{names} 的事件", en: "events of {names}" },
  events: { zh: "它们的事件", en: "their events" },
  itsEvents: { zh: "它的事件", en: "its events" },
  log: { zh: "日志", en: "the log" },
  previousLog: { zh: "重启前的日志", en: "the log before the restart" },
  ago: { zh: "（{age}前）", en: " ({age} ago)" },
  worst: { zh: "最要紧的 {count} 个，查到的原因：", en: "Why, for the {count} that {count|matters|matter} most:" },
  noCause: { zh: "{thing}：在看到的范围内没有找到原因。", en: "{thing}: no cause found in what was looked at." },
  andMore: {
    zh: "还有 {count} 个没有查原因（{names}）：可以问“{example}”。",
    en: "{count} more {count|was|were} not looked into ({names}): ask “{example}”.",
  },
  askWhy: { zh: "{namespace} 里的 {thing} 为什么有问题", en: "why is {thing} in namespace {namespace} failing" },
  askWhyNode: { zh: "{thing} 怎么了", en: "what is wrong with {thing}" },
} as const;

type Word = keyof typeof words;

/** A sentence of a diagnosis in a language, its `{slots}` filled. */
export const say = (language: Language, word: Word, slots: Slots = {}): string => fill(words[word][language], slots);

export const evidenceText = (language: Language, word: EvidenceWord, slots: Slots): string =>
  fill(evidence[word][language], slots);

/** The sentences of a cause: what is wrong, what is likely behind it, and what to do. */
export const causeText = (
  language: Language,
  key: CauseKey,
  slots: Slots,
): {
  readonly title: string;
  /** The title where it begins a sentence. */
  readonly opening: string;
  readonly why: string;
  readonly next: string;
  readonly source: string;
} => {
  const { title, why, next, source }: Cause = causes[key];
  return {
    title: fill(title[language], slots),
    opening: fill(opened(title[language]), slots),
    why: fill(why[language], slots),
    next: fill(next[language], slots),
    source: addressOf(language, source),
  };
};

/** The same as far as its slots are known: what nobody told is left out, and a sentence that would say nothing with it. */
export const knownCauseText = (language: Language, key: CauseKey, slots: Slots): ReturnType<typeof causeText> => {
  const { title, why, next, source }: Cause = causes[key];
  const isKnown = (part: string) => [...part.matchAll(/\{(\w+)/g)].every(([, slot = ""]) => slots[slot] !== undefined);
  const orNothing = (part: string) => (isKnown(part) ? part : "");
  const spoken = title[language]
    .replaceAll(bracketedPart, orNothing)
    .replace(/\bcontainer \{container\}/, (part) => (isKnown(part) ? part : "the container"))
    .replaceAll(/(?: of)?[：:]? ?\{\w+(?:\|[^}]*)?\}/g, orNothing);
  const told = tidied(fill(spoken, slots), language);
  const sentences = (text: string) => {
    const parts = text.replaceAll(bracketedPart, orNothing).split(/(?<=[。；])|(?<=\.)\s+/);
    return tidied(fill(parts.filter(isKnown).join(language === "zh" ? "" : " "), slots), language);
  };
  return {
    title: told,
    opening: opened(told),
    why: sentences(why[language]),
    next: sentences(next[language]),
    source: addressOf(language, source),
  };
};

const bracketedPart = / ?[（(][^（()）]*[)）]/g;

/** Without the gaps that a slot left. */
const tidied = (text: string, language: Language): string => {
  const single = text.replaceAll(/ {2,}/g, " ").trim();
  return language === "zh" ? single.replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, "") : single;
};

/** With a capital, unless it begins with a name. */
const opened = (sentence: string): string =>
  /^[a-z]+[ ,]/.test(sentence) ? sentence.slice(0, 1).toUpperCase() + sentence.slice(1) : sentence;
