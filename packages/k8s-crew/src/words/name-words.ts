import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

const sentences = {
  nowhere: {
    zh: "在所有命名空间的 Pod、工作负载、服务、PVC 以及节点里都没有找到“{said}”，在配置、密钥、Ingress 等其他类型里也没有。",
    en: "Found no “{said}” among the pods, workloads, services and claims of all namespaces, nor among the nodes, nor among ConfigMaps, Secrets, Ingresses and the like.",
  },
  near: { zh: "名称相近的有：{names}。", en: "Near to it in name: {names}." },
  alsoCalled: { zh: "还有叫这个名字的：{kinds}。", en: "That is also the name of: {kinds}." },
  inCluster: {
    zh: "“{said}”不在集群 {here} 里，在 {clusters} 里找到了：下面看的是那里的。",
    en: "“{said}” is not in cluster {here}; it is in {clusters}, and what follows is from there.",
  },
  inClusters: {
    zh: "“{said}”不在集群 {here} 里，这几个集群里有：{clusters}。你要看哪个？",
    en: "“{said}” is not in cluster {here}, but these clusters have it: {clusters}. Which one?",
  },
  norThere: { zh: "在其他集群（{clusters}）里也没有找到。", en: "Nor is it in the other clusters ({clusters})." },
  otherClustersUnseen: {
    zh: "它也可能在其他集群里（{clusters}），但这个服务器不能选择集群，看不到那里。",
    en: "It may be in another cluster ({clusters}), which this server cannot look into, because it cannot choose one.",
  },
  nodeRestart: {
    zh: "节点 {node} 不是通过 Kubernetes 重启的：机器由管它的人或云平台重启。之前先停止往上调度，再把上面的 Pod 挪走：\n  {cordon}\n  {drain}\n机器起来以后再放开：\n  {uncordon}\n（以上都没有执行。）",
    en: "Node {node} is not restarted through Kubernetes: the machine is, by whoever runs it. Before that, keep new pods off it and move those that are there:\n  {cordon}\n  {drain}\nOnce it is back:\n  {uncordon}\n(Nothing of this has been run.)",
  },
} satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** What is said of a name that was held against what there is. */
export const sayName = (language: Language, key: keyof typeof sentences, slots: Slots): string =>
  fill(sentences[key][language], slots);
