import type { Language, QuickCommand } from "./types.ts";

const table: Readonly<Record<Language, readonly QuickCommand[]>> = {
  zh: [
    { label: "列出所有集群", message: "列出所有集群" },
    { label: "查看集群资源总览", message: "查看集群资源总览" },
    { label: "显示所有命名空间", message: "显示所有命名空间" },
    { label: "查看集群状态", message: "查看集群状态" },
    { label: "查看节点", message: "列出所有节点" },
    { label: "有问题的 Pod", message: "列出所有命名空间里有问题的 pod" },
    { label: "最近的告警事件", message: "列出所有命名空间最近的告警事件" },
  ],
  en: [
    { label: "List clusters", message: "list all clusters" },
    { label: "Cluster overview", message: "cluster overview" },
    { label: "List namespaces", message: "list all namespaces" },
    { label: "Cluster status", message: "cluster status" },
    { label: "Nodes", message: "list nodes" },
    { label: "Problem pods", message: "list broken pods in all namespaces" },
    { label: "Recent warnings", message: "recent warning events in all namespaces" },
  ],
};

/** Requests that need no parameter and no model, to offer at the start and in the help. */
export const quickCommands = (language: Language): readonly QuickCommand[] => table[language];
