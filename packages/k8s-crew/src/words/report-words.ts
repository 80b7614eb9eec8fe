import type { Language } from "../conversation/output.ts";

/** The words around results. */
const words = {
  count: { zh: "共 {count} 个{what}", en: "{count} {what}" },
  countBy: { zh: "共 {count} 个{what}：{groups}", en: "{count} {what}: {groups}" },
  none: { zh: "没有{what}", en: "There are no {what}" },
  noneSuch: { zh: "没有符合条件的{what}（共 {total} 个）", en: "None of the {total} {what} match" },
  noneIn: { zh: "{place}没有{what}", en: "There are no {what} in {place}" },
  more: { zh: "还有 {count} 行没有显示", en: "{count} more rows are not shown" },
  linesShown: {
    zh: "（显示 {shown} 行，共 {total} 行；可以说“最后 N 行”或“最近 10 分钟”缩小范围）",
    en: "({shown} of {total} lines shown; say “last N lines” or “last 10 minutes” to choose)",
  },
  logsOf: { zh: "{name} 的日志：", en: "Logs of {name}:" },
  noLogs: { zh: "{name} 没有日志输出。", en: "{name} has written no log." },
  noErrorsInLog: {
    zh: "{name} 的日志里没有报错的行（共 {total} 行）。",
    en: "No line of the {total} in the log of {name} speaks of an error.",
  },
  detailsOf: { zh: "{name} 的详细信息：", en: "{name} in detail:" },
  secretHidden: { zh: "Secret 的值不会显示。", en: "Values of a Secret are never shown." },
  failed: { zh: "没有成功：{cause}", en: "That did not work: {cause}" },
  done: { zh: "已执行：{text}", en: "Done: {text}" },
  place: { zh: "命名空间 {namespace} ", en: "namespace {namespace}" },
  cluster: { zh: "集群 {cluster} ", en: "cluster {cluster}" },
  emptyAnswer: { zh: "服务器没有返回内容。", en: "The server returned nothing." },
  podState: {
    zh: "状态 {status} · 重启 {restarts} 次 · 节点 {node} · 已创建 {age}",
    en: "{status} · {restarts} restarts · node {node} · {age} old",
  },
  container: { zh: "容器 {name}：{state}", en: "container {name}: {state}" },
  lastExit: { zh: "上次退出：{reason}（退出码 {code}）", en: "last exit: {reason} (exit code {code})" },
  cut: {
    zh: "（内容较长，只显示前 {shown} 行，共 {total} 行）",
    en: "(long; the first {shown} of {total} lines are shown)",
  },
} as const;

/** What helps against each outcome that is not `ok`. */
const remedies: { readonly [outcome: string]: { readonly zh: string; readonly en: string } } = {
  not_found: {
    zh: "可能刚被删除或名字有变，可以列出来看看。",
    en: "It may have been deleted or renamed; list what is there.",
  },
  forbidden: { zh: "当前身份没有权限，请向管理员申请。", en: "You lack the permission; ask an administrator." },
  timeout: { zh: "服务器没有及时回应，请稍后再试。", en: "The server did not answer in time; try again." },
  unavailable: { zh: "请检查集群和网络，然后再试。", en: "Check the cluster and the network, then try again." },
  invalid: { zh: "", en: "" },
  too_big: { zh: "请缩小范围。", en: "Ask for less." },
  cancelled: { zh: "", en: "" },
  failed: { zh: "", en: "" },
};

export const reportWord = (
  language: Language,
  word: keyof typeof words,
  slots: Readonly<Record<string, string | number>> = {},
): string => words[word][language].replace(/\{(\w+)\}/g, (whole, slot) => String(slots[slot] ?? whole));

export const remedyOf = (language: Language, outcome: string): string => remedies[outcome]?.[language] ?? "";
