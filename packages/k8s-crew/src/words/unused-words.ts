import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

const sentences = {
  some: {
    zh: "{total} 个{noun}里有 {count} 个没有被任何 Pod、CronJob 或缩到 0 的工作负载引用：",
    en: "{count} of {total} {noun} {count|is|are} referred to by no pod, CronJob or workload scaled to 0:",
  },
  none: {
    zh: "{total} 个{noun}都有人用：Pod、CronJob 或缩到 0 的工作负载引用了它们。",
    en: "None is unused: pods, CronJobs or workloads scaled to 0 refer to all {total} {noun}.",
  },
  empty: { zh: "没有{noun}。", en: "There are no {noun}." },
  beyond: {
    zh: "控制器和程序通过 API 自己读取的看不出来，删除前请再确认。",
    en: "What controllers and programs read by themselves, through the API, cannot be seen: check before you delete.",
  },
  images: {
    zh: "哪些镜像没人用，这里看不出来：集群只知道 Pod 正在用的镜像，节点上多余的镜像由 kubelet 自己回收，镜像仓库里的要到仓库那边查。可以列出正在用的镜像，拿去和仓库对比。",
    en: "Which images nothing uses cannot be told from here: the cluster knows the images that pods run, the kubelet removes spare ones from its node by itself, and what a registry holds only the registry knows. Ask for the images in use to hold them against the registry.",
  },
  emptyNamespaces: {
    zh: "除 default 和 kube-* 外的 {total} 个命名空间里有 {count} 个没有 Pod：",
    en: "{count} of {total} namespaces {count|has|have} no pod (default and kube-* are not counted):",
  },
  noEmpty: {
    zh: "除 default 和 kube-* 外的 {total} 个命名空间里都有 Pod。",
    en: "None is empty: there are pods in all {total} namespaces (default and kube-* are not counted).",
  },
  onlyPods: {
    zh: "只看了 Pod：缩到 0 的工作负载、PVC、ConfigMap 等可能还在里面，删除前请再看一眼。",
    en: "Only pods were looked for. Workloads scaled to 0, claims or ConfigMaps may still be in there: look again before you delete.",
  },
  untold: {
    zh: "另有 {count} 个{noun}无法判断：可能是 Ingress 的证书，或者同一命名空间里有 Pod 没有说明引用了什么。指定一个命名空间再问，可以看得更细。",
    en: "Of {count} {noun} it cannot be told: an Ingress may use it as its certificate, or pods of its namespace did not tell what they refer to. Ask for one namespace to look closer.",
  },
  usersUnread: {
    zh: "没有看{what}（{cause}），它们可能在用",
    en: "{what} were not looked at ({cause}) and may use some of these",
  },
  emptyUntold: {
    zh: "哪些命名空间里没有 Pod 无法判断：没有读到 Pod 列表。",
    en: "Which namespaces have no pod cannot be told: the pods could not be listed.",
  },
} satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** Sentences about what nothing uses. */
export const sayUnused = (language: Language, sentence: keyof typeof sentences, slots: Slots): string =>
  fill(sentences[sentence][language], slots);
