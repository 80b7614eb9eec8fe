import type { Catalog } from "../catalog/types.ts";
import type { Language } from "../output/output.ts";
import { lists } from "./needs.ts";

/** A request without parameters that needs no model: what the person sees, and what to send to take it. */
export type QuickCommand = { readonly label: string; readonly message: string };

type Words = { readonly zh: string; readonly en: string };

type Row = {
  readonly label: Words;
  readonly message: Words;
  /** What is sent instead where the conversation is about a namespace. */
  readonly within?: Words;
  /** As a next step says it. */
  readonly asStep?: Words;
  /** The server has to list one of these. */
  readonly lists: readonly string[];
};

const survey: readonly string[] = ["cluster", "node", "pod"];

/** What is offered at the start and in help, in this order; the first six are what people ask for most. */
const table: readonly Row[] = [
  {
    label: { zh: "列出所有集群", en: "List clusters" },
    message: { zh: "列出所有集群", en: "list all clusters" },
    lists: ["cluster"],
  },
  {
    label: { zh: "查看集群资源总览", en: "Cluster overview" },
    message: { zh: "查看集群资源总览", en: "cluster overview" },
    lists: survey,
  },
  {
    label: { zh: "显示所有命名空间", en: "List namespaces" },
    message: { zh: "显示所有命名空间", en: "list all namespaces" },
    lists: ["namespace"],
  },
  {
    label: { zh: "查看集群状态", en: "Cluster status" },
    message: { zh: "查看集群状态", en: "cluster status" },
    asStep: { zh: "集群状态怎么样", en: "cluster status" },
    lists: survey,
  },
  {
    label: { zh: "查看节点", en: "Nodes" },
    message: { zh: "列出所有节点", en: "list nodes" },
    lists: ["node"],
  },
  {
    label: { zh: "有问题的 Pod", en: "Problem pods" },
    message: { zh: "列出所有命名空间里有问题的 pod", en: "list broken pods in all namespaces" },
    within: { zh: "列出命名空间 {namespace} 里有问题的 pod", en: "list broken pods in namespace {namespace}" },
    asStep: { zh: "哪些 pod 有问题", en: "which pods are broken" },
    lists: ["pod"],
  },
  {
    label: { zh: "最近的告警事件", en: "Recent warnings" },
    message: { zh: "列出所有命名空间最近的告警事件", en: "recent warning events in all namespaces" },
    within: { zh: "列出命名空间 {namespace} 最近的告警事件", en: "recent warning events in namespace {namespace}" },
    lists: ["event"],
  },
  {
    label: { zh: "刷新缓存", en: "Refresh" },
    message: { zh: "/refresh", en: "/refresh" },
    lists: [],
  },
];

/** The quick commands that the tools at hand can serve; `beside` other requests, without those that are among them. */
export const quickCommandsFor = (
  catalog: Catalog,
  language: Language,
  beside: readonly QuickCommand[] = [],
): readonly QuickCommand[] => {
  const offered = new Set(beside.map(({ message }) => bare(message)));
  return served(catalog)
    .filter(({ label, message, asStep }) =>
      [label, message, asStep].every((words) => words === undefined || !offered.has(bare(words[language]))),
    )
    .map(({ label }) => ({ label: label[language], message: label[language] }));
};

/** `within`: the namespace of the conversation that it keeps to. */
type Behind = { readonly language: Language; readonly message: string; readonly within?: string };

/** The request behind a quick command that was typed, with or without brackets, in either language; else undefined. */
export const quickMessage = (
  catalog: Catalog,
  typed: string,
  { namespace }: { readonly namespace?: string | undefined } = {},
): Behind | undefined => {
  const said = bare(typed);
  for (const language of ["zh", "en"] as const) {
    const row = served(catalog).find(({ label, message }) =>
      [label, message].some((words) => bare(words[language]) === said),
    );
    if (row === undefined) continue;
    const { label, within, message } = row;
    // Who types “in all namespaces” means all of them.
    const inside = bare(label[language]) === said && namespace !== undefined ? within : undefined;
    const kept = inside === undefined || namespace === undefined ? {} : { within: namespace };
    return { language, message: (inside ?? message)[language].replace("{namespace}", namespace ?? ""), ...kept };
  }
  return undefined;
};

const served = (catalog: Catalog): readonly Row[] =>
  table.filter(({ lists: some }) => some.length === 0 || some.some((resource) => lists(catalog, resource)));

/** Words without the brackets and the punctuation around them, in one form of width and case. */
export const bare = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/^[\s[【〔「『]+|[\s\]】〕」』.。!！]+$/gu, "")
    .replace(/\s+/gu, " ")
    .toLowerCase();
