import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

const sentences = {
  nowhere: {
    zh: "在所有命名空间的 Pod、工作负载、服务、PVC 以及节点里都没有找到“{said}”，在配置、密钥、Ingress 等其他类型里也没有。",
    en: "Found no “{said}” among the pods, workloads, services and claims of all namespaces, nor among the nodes, nor among ConfigMaps, Secrets, Ingresses and the like.",
  },
  near: { zh: "名称相近的有：{names}。", en: "Near to it in name: {names}." },
  alsoCalled: { zh: "还有叫这个名字的：{kinds}。", en: "That is also the name of: {kinds}." },
} satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** What is said of a name that was held against what there is. */
export const sayName = (language: Language, key: keyof typeof sentences, slots: Slots): string =>
  fill(sentences[key][language], slots);
