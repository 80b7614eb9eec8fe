import type { Language } from "../conversation/output.ts";

export type QuickCommand = { readonly label: string; readonly message: string };

/** Commands that need nothing more; shown at the start and in help, run by their label without a model. */
const table: readonly { readonly zh: string; readonly en: string }[] = [
  { zh: "查看集群状态", en: "cluster status" },
  { zh: "列出所有集群", en: "list clusters" },
  { zh: "查看集群资源总览", en: "cluster overview" },
  { zh: "显示所有命名空间", en: "list namespaces" },
  { zh: "列出节点", en: "list nodes" },
  { zh: "哪些 pod 有问题", en: "which pods are broken" },
  { zh: "最近的警告事件", en: "recent warning events" },
];

export const quickCommands = (language: Language): readonly QuickCommand[] =>
  table.map((row) => ({ label: row[language], message: row[language] }));
