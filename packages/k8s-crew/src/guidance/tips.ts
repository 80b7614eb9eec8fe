import type { Language } from "../conversation/output.ts";

/**
 * One thing worth knowing, by what was just done. First key that fits is taken: `verb resource`, then `verb`.
 * Source: kubernetes.io documentation, pages named in each row.
 */
const tips: { readonly [done: string]: { readonly zh: string; readonly en: string; readonly page: string } } = {
  "logs pod": {
    zh: "查看日志之前先看 Pod 的事件，往往能更快发现部署、调度或健康检查的问题。",
    en: "A pod's events often show deployment, scheduling or health-check problems sooner than its logs.",
    page: "tasks/debug/debug-application/debug-pods",
  },
  "list pod": {
    zh: "STATUS 为 Running 不等于就绪：READY 列显示通过就绪检查的容器数。",
    en: "Running is not the same as ready: the READY column counts the containers that pass their readiness probe.",
    page: "concepts/workloads/pods/pod-lifecycle",
  },
  "describe pod": {
    zh: "容器反复退出时，用“上一次的日志”看它退出前说了什么。",
    en: "When a container keeps exiting, its previous logs tell what it said before it died.",
    page: "tasks/debug/debug-application/debug-running-pod",
  },
  "list event": {
    zh: "事件默认只保留一小时，更早的问题要看日志或监控。",
    en: "Events are kept for one hour by default; look at logs or metrics for older problems.",
    page: "reference/command-line-tools-reference/kube-apiserver",
  },
  "top node": {
    zh: "调度看的是 requests 而不是实际用量：用量低的节点也可能已经排满。",
    en: "The scheduler looks at requests, not at usage: a node with little load can still be full.",
    page: "concepts/configuration/manage-resources-containers",
  },
  "list namespace": {
    zh: "给常用的工作单独建命名空间，权限、配额和清理都会更简单。",
    en: "Give each application a namespace of its own: permissions, quotas and clean-up get simpler.",
    page: "concepts/overview/working-with-objects/namespaces",
  },
  health: {
    zh: "先处理节点和调度问题，再看单个 Pod：前者常常是后者的原因。",
    en: "Look at nodes and scheduling before single pods: the first is often the cause of the second.",
    page: "tasks/debug/debug-cluster",
  },
};

export const tipFor = (
  done: { readonly view: string; readonly verb: string; readonly resource: string },
  language: Language,
): string | null => {
  const key = done.view === "call" ? `${done.verb} ${done.resource}` : done.view;
  return tips[key]?.[language] ?? null;
};
