import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

/** Why a value that was asked for is none, and that a change would change nothing. */
const words = {
  noNumber: {
    zh: "“{said}”不是数字，请给一个数字，例如 3。",
    en: "“{said}” is not a number. Give a number, such as 3.",
  },
  noWholeNumber: {
    zh: "副本数要是整数，不能是 {said}。",
    en: "Replicas come in whole numbers; {said} is none.",
  },
  belowNone: {
    zh: "副本数不能是负数（{said}），最少是 0。",
    en: "There cannot be {said} replicas; the fewest is 0.",
  },
  tooMany: {
    zh: "{said} 个副本太多了：一个集群最多支持约 {most} 个 Pod。",
    en: "{said} replicas are too many: a cluster is built for at most {most} pods.",
  },
  notOffered: {
    zh: "“{said}”不在可选的里面。",
    en: "“{said}” is not one of the choices.",
  },
  noYesOrNo: { zh: "请回答“是”或“否”。", en: "Answer yes or no." },
  notTaken: { zh: "“{said}”不能用：{problem}", en: "“{said}” cannot be used: {problem}" },
  alreadyReplicas: {
    zh: "{thing} 已经设为 {value} 个副本，不用改，没有执行任何操作。",
    en: "{thing} is already set to {value} {value|replica|replicas}. There is nothing to change, and nothing was run.",
  },
  alreadyImage: {
    zh: "{thing} 用的已经是镜像 {value}，不用改，没有执行任何操作。",
    en: "{thing} already runs image {value}. There is nothing to change, and nothing was run.",
  },
} as const;

export type AmountWord = keyof typeof words;

export const sayAmount = (language: Language, word: AmountWord, slots: Slots = {}): string =>
  fill(words[word][language], slots);
