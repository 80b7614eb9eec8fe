import type { Language } from "../conversation/output.ts";
import { fill, type Slots } from "./fill.ts";

const sentences = {
  some: {
    zh: "{total} 个{noun}里有 {count} 个没有被任何 Pod 引用：",
    en: "{count} of {total} {noun} {count|is|are} referred to by no pod:",
  },
  none: {
    zh: "{total} 个{noun}都有 Pod 引用。",
    en: "None is unused: pods refer to {total} of {total} {noun}.",
  },
  empty: { zh: "没有{noun}。", en: "There are no {noun}." },
  beyond: {
    zh: "只看了现有的 Pod：CronJob、缩到 0 的工作负载、Ingress 证书和控制器自己读取的不算在内，删除前请再确认。",
    en: "Judged by the pods there are. CronJobs, workloads scaled to 0, certificates of Ingresses and what controllers read by themselves do not count: check before you delete.",
  },
  untold: {
    zh: "另有 {count} 个{noun}无法判断：同一命名空间里有 {pods} 个 Pod 没有说明引用了什么。指定一个命名空间再问，可以看得更细。",
    en: "Of {count} {noun} it cannot be told: {pods} {pods|pod|pods} of the same {pods|namespace|namespaces} did not tell what they refer to. Ask for one namespace to look closer.",
  },
} satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** Sentences about what nothing uses. */
export const sayUnused = (language: Language, sentence: keyof typeof sentences, slots: Slots): string =>
  fill(sentences[sentence][language], slots);
