import type { Suspect } from "../language/lexicon/guesses.ts";
import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

/** What was supposed to be the cause, as it is named in an answer. */
const named: Readonly<Record<Suspect, Readonly<Record<Language, string>>>> = {
  memory: { zh: "内存", en: "memory" },
  cpu: { zh: "CPU", en: "CPU" },
  disk: { zh: "存储", en: "storage" },
  resources: { zh: "资源", en: "resources" },
  probe: { zh: "探针", en: "a probe" },
  image: { zh: "镜像", en: "the image" },
  configuration: { zh: "配置", en: "the configuration" },
  code: { zh: "程序自己", en: "the program itself" },
  dependency: { zh: "它依赖的服务", en: "something that it depends on" },
  network: { zh: "网络", en: "the network" },
  node: { zh: "节点", en: "the node" },
  permission: { zh: "权限", en: "permissions" },
  quota: { zh: "配额", en: "a quota" },
  certificate: { zh: "证书", en: "a certificate" },
  selector: { zh: "标签和选择器", en: "labels and selectors" },
};

const sentences = {
  yes: { zh: "是{what}的问题：{title}。", en: "Yes, it is {what}: {title}." },
  /** One of two that were supposed. */
  this: { zh: "是{what}的问题，不是{others}：{title}。", en: "It is {what}, not {others}: {title}." },
  no: {
    zh: "看到的不是{what}的问题，而是：{title}。",
    en: "Nothing that was seen points to {what}; what is wrong is: {title}.",
  },
  open: {
    zh: "是不是{what}的问题，从看到的还不能断定：{title}。",
    en: "Whether it is {what} cannot be told from what was seen: {title}.",
  },
  saying: { zh: "{title}，日志写着“{line}”", en: "{title}; its log says “{line}”" },
  nothing: {
    zh: "没有看到{what}方面的迹象（看了什么、没看什么见下）。",
    en: "Nothing that was looked at points to {what} (what was and was not is told below).",
  },
} satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export const nameOfSuspect = (language: Language, suspect: Suspect): string => named[suspect][language];

/** How a supposition fares. */
export const sayGuess = (language: Language, key: keyof typeof sentences, slots: Slots): string =>
  fill(sentences[key][language], slots);
