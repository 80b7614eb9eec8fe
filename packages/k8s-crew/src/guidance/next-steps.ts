import type { Catalog, Verb } from "../catalog/types.ts";
import type { Language, NextStep } from "../conversation/output.ts";
import { say, type Word } from "../words/conversation-words.ts";

/** What was just done, for choosing what may come next. */
export type Done = {
  readonly view: string;
  readonly verb: Verb | undefined;
  readonly resource: string;
  /** The thing that was looked at, or the one in the list that needs a look most. */
  readonly name: string | undefined;
  readonly namespace: string | undefined;
  /** Where the thing stands, when the conversation would look elsewhere. */
  readonly cluster?: string | undefined;
  readonly troubled: boolean;
  /** It was restarted, and the server can give the log of the run before. */
  readonly hasPreviousLog: boolean;
  /** All that was shown of it, `verb resource`: a diagnosis shows its events beside its log. */
  readonly shown: readonly string[];
};

type Suggestion = { readonly label: Word; readonly message: { readonly zh: string; readonly en: string } };

/** What a suggestion asks of the server. */
type Needs = readonly [verb: Verb, resource: string];

const logs: Suggestion = {
  label: "nextLogs",
  message: {
    zh: "看一下 {namespace} 里 pod {name} 的日志",
    en: "show the logs of pod {name} in namespace {namespace}",
  },
};
const previousLogs: Suggestion = {
  label: "nextPreviousLogs",
  message: {
    zh: "看一下 {namespace} 里 pod {name} 上一次的日志",
    en: "show the previous logs of pod {name} in namespace {namespace}",
  },
};
const describe: Suggestion = {
  label: "nextDescribe",
  message: { zh: "描述 {namespace} 里的 pod {name}", en: "describe pod {name} in namespace {namespace}" },
};
const events: Suggestion = {
  label: "nextEvents",
  message: {
    zh: "查看 {namespace} 里 pod {name} 的事件",
    en: "show the events of pod {name} in namespace {namespace}",
  },
};
const why: Suggestion = {
  label: "nextWhy",
  message: { zh: "{namespace} 里的 pod {name} 为什么有问题", en: "why is pod {name} in namespace {namespace} failing" },
};
const pods: Suggestion = {
  label: "nextPods",
  message: { zh: "列出命名空间 {namespace} 的 pod", en: "list pods in namespace {namespace}" },
};
const check: Suggestion = {
  label: "nextCheck",
  message: { zh: "检查 {namespace} 的健康状况", en: "check the health of namespace {namespace}" },
};
const overview: Suggestion = { label: "nextOverview", message: { zh: "查看集群资源总览", en: "cluster overview" } };
const namespaces: Suggestion = {
  label: "nextNamespaces",
  message: { zh: "显示所有命名空间", en: "list all namespaces" },
};
const broken: Suggestion = { label: "nextBroken", message: { zh: "哪些 pod 有问题", en: "which pods are broken" } };
const status: Suggestion = { label: "nextStatus", message: { zh: "集群状态怎么样", en: "cluster status" } };
const nodes: Suggestion = { label: "nextNodes", message: { zh: "列出节点", en: "list nodes" } };

/** Its controller makes a deleted pod anew, which is all that a restart is; a person has to type its name first. */
const recreate: Suggestion = {
  label: "nextRecreate",
  message: { zh: "删除 {namespace} 里的 pod {name}", en: "delete pod {name} in namespace {namespace}" },
};

/** What can be done about a thing where the server has no tool for what was wished. */
const instead: readonly (readonly [Suggestion, Needs])[] = [
  [describe, ["get", "pod"]],
  [logs, ["logs", "pod"]],
  [events, ["list", "event"]],
  [pods, ["list", "pod"]],
  [status, ["list", "node"]],
];

/** What stands in for a verb by other means. */
const detours: { readonly [verb in Verb]?: readonly [Suggestion, Needs] } = {
  restart: [recreate, ["delete", "pod"]],
};

/** What people look at next, by what they just looked at; the first three that apply are offered. */
const table: { readonly [done: string]: readonly Suggestion[] } = {
  status: [why, broken, overview, namespaces],
  overview: [broken, nodes, namespaces],
  health: [why, logs, events],
  "list pod": [why, logs, describe, events, check, status],
  "list node": [overview, broken, status],
  "list namespace": [pods, check, status],
  "list cluster": [status, overview, namespaces],
  "logs pod": [events, previousLogs, logs, describe, check],
  "describe pod": [logs, events, why],
  "get pod": [logs, events, why],
  "diagnose pod": [logs, describe, events, check],
  "list event": [logs, describe, pods],
  "top pod": [pods, overview, status],
  "top node": [overview, nodes, status],
  other: [pods, broken, status],
};

/** At most three next steps. One that lacks the name or the place it needs is left out; so is what was just done. */
export const nextStepsFor = (done: Done, language: Language): readonly NextStep[] => {
  const key = done.view === "call" ? `${done.verb} ${done.resource}` : done.view;
  return (table[key] ?? table.other ?? [])
    .filter((suggestion) => done.troubled || suggestion !== why)
    .filter((suggestion) => done.hasPreviousLog || suggestion !== previousLogs)
    .filter((suggestion) => !shownBy(suggestion).some((key) => done.shown.includes(key)))
    .flatMap((suggestion) => fillIn(suggestion, done, language))
    .slice(0, 3);
};

/** What shows the same as a suggestion would. */
const shownBy = (suggestion: Suggestion): readonly string[] => {
  if (suggestion === previousLogs) return ["previous logs pod"];
  if (suggestion === describe) return ["describe pod", "get pod"];
  return suggestion === logs ? ["logs pod"] : suggestion === events ? ["list event", "get event"] : [];
};

/** A name of one of these is the beginning of its pods' names. */
const withPods: readonly string[] = ["pod", "deployment", "statefulset", "daemonset", "replicaset", "job"];

type Wish = {
  readonly verb: Verb;
  readonly resource?: string | undefined;
  readonly name?: string | undefined;
  readonly namespace?: string | undefined;
};

/** Reads of the same thing, and a detour where there is one: at most three, all of which the server has tools for. */
export const insteadOf = (
  { verb, resource: wished, name: said, namespace }: Wish,
  { catalog, language }: { readonly catalog: Catalog; readonly language: Language },
): readonly NextStep[] => {
  const can = ([, [wanted, resource]]: readonly [Suggestion, Needs]) =>
    catalog.find({ verb: wanted, resource }).length > 0 ||
    (resource === "event" && catalog.find({ verb: wanted, resource, of: "pod" }).length > 0);
  const name = wished === undefined || withPods.includes(wished) ? said : undefined;
  const done: Done = {
    view: "call",
    verb,
    resource: "pod",
    name,
    namespace,
    troubled: false,
    hasPreviousLog: false,
    shown: [],
  };
  const offered = (rows: readonly (readonly [Suggestion, Needs])[]) =>
    rows.filter(can).flatMap(([suggestion]) => fillIn(suggestion, done, language));
  const detour = detours[verb];
  const around = detour === undefined ? [] : offered([detour]);
  return [...offered(instead).slice(0, 3 - around.length), ...around];
};

/** A namespace and its cluster, to stand where a message names the namespace. */
const placeIn: { readonly [language in Language]: (namespace: string, cluster: string) => string } = {
  zh: (namespace, cluster) => `${cluster} 集群的命名空间 ${namespace}`,
  en: (namespace, cluster) => `${namespace} of cluster ${cluster}`,
};

const fillIn = (suggestion: Suggestion, done: Done, language: Language): readonly NextStep[] => {
  const needs = (slot: string) => suggestion.message[language].includes(slot);
  if ((needs("{name}") && done.name === undefined) || (needs("{namespace}") && done.namespace === undefined)) return [];
  const slots = { name: done.name ?? "", namespace: done.namespace ?? "" };
  const place = done.cluster === undefined ? slots.namespace : placeIn[language](slots.namespace, done.cluster);
  const message = suggestion.message[language].replace("{name}", slots.name).replace("{namespace}", place);
  return [{ label: say(language, suggestion.label, slots), message }];
};
