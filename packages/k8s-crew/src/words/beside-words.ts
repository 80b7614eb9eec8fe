import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

const sentences = {
  ofLimit: {
    zh: "{name} 的{measure}用了 {used}，是上限 {bound} 的 {percent}%。",
    en: "{name} uses {used} of {measure}, {percent}% of its limit of {bound}.",
  },
  ofLimitEach: {
    zh: "{name} 的 {count} 个 Pod 各用了 {used} {measure}，是上限 {bound} 的 {percent}%。",
    en: "Each of the {count} pods of {name} uses {used} of {measure}, {percent}% of its limit of {bound}.",
  },
  nearest: {
    zh: "离上限最近的是 {name}：{measure}用了 {used}，是上限 {bound} 的 {percent}%。",
    en: "Nearest to its limit is {name}: it uses {used} of {measure}, {percent}% of {bound}.",
  },
  overRequest: {
    zh: "{name} 的{measure}用了 {used}，比请求的 {bound} 多 {difference}（{percent}%）。",
    en: "{name} uses {used} of {measure}, {difference} more than the {bound} that it requests ({percent}%).",
  },
  underRequest: {
    zh: "{name} 的{measure}用了 {used}，比请求的 {bound} 少 {difference}（{percent}%）。",
    en: "{name} uses {used} of {measure}, {difference} less than the {bound} that it requests ({percent}%).",
  },
  overRequestEach: {
    zh: "{name} 的 {count} 个 Pod 各用了 {used} {measure}，比请求的 {bound} 多 {difference}（{percent}%）。",
    en: "Each of the {count} pods of {name} uses {used} of {measure}, {difference} more than the {bound} that it requests ({percent}%).",
  },
  underRequestEach: {
    zh: "{name} 的 {count} 个 Pod 各用了 {used} {measure}，比请求的 {bound} 少 {difference}（{percent}%）。",
    en: "Each of the {count} pods of {name} uses {used} of {measure}, {difference} less than the {bound} that it requests ({percent}%).",
  },
  most: {
    zh: "与请求相比用得最多的是 {name}：{measure}用了 {used}，请求 {bound}（{percent}%）。",
    en: "Most used against what it requests is {name}: {used} of {measure}, {bound} requested ({percent}%).",
  },
  noLimit: {
    zh: "{name} 没有设{measure}上限，现在用了 {used}。",
    en: "{name} has no {measure} limit; it uses {used} now.",
  },
  noRequest: {
    zh: "{name} 没有设{measure}请求，现在用了 {used}。",
    en: "{name} requests no {measure}; it uses {used} now.",
  },
  untold: {
    zh: "{name} 的{measure}用了 {used}；它设了多少，没有读到。",
    en: "{name} uses {used} of {measure}; what it is set to could not be read.",
  },
  noUse: {
    zh: "没有读到 {name} 的用量（需要 metrics-server）。它设的是：",
    en: "The use of {name} could not be read (it takes metrics-server). What it is set to:",
  },
  noneFull: {
    zh: "没有节点满了（CPU、内存或 Pod 数达到 {full}% 算满）。最满的是 {name}：{how}。",
    en: "No node is full (at {full}% of its CPU, memory or pods). The fullest is {name}: {how}.",
  },
  full: { zh: "满了的节点：{names}。最满的是 {name}：{how}。", en: "Full: {names}. The fullest is {name}: {how}." },
  howFull: {
    zh: "CPU {cpu}，内存 {memory}，Pod {pods}",
    en: "CPU {cpu}, memory {memory}, {pods} pods",
  },
  nowhere: {
    zh: "有 {count} 个 Pod 没有说明在哪个节点上，没算在内。",
    en: "{count} {count|pod|pods} did not tell where they run and are not counted.",
  },
  byUse: {
    zh: "这是按现在的用量算的。能不能再放新的 Pod，还要看已被请求走的量：kubectl describe nodes。",
    en: "This is what is in use. Whether new pods fit depends on what is requested: kubectl describe nodes.",
  },
  nothingOfNodes: {
    zh: "没有读到节点的用量和容量。",
    en: "Neither the use nor the capacity of the nodes could be read.",
  },
  fits: {
    zh: "放得下：还能再放 {total} 个 {name}，要放 {more} 个（每个请求 {asks}）。",
    en: "Yes, {more} more fit: there is room for {total} more of {name} (each requests {asks}).",
  },
  fitsNot: {
    zh: "放不下：只能再放 {total} 个 {name}，要放 {more} 个（每个请求 {asks}）。",
    en: "No, not {more} more: there is room for {total} more of {name} (each requests {asks}).",
  },
  nothingAsked: { zh: "没有设请求，只看 Pod 数", en: "nothing, so only the number of pods counts" },
  amounts: { zh: "{cpu} CPU、{memory} 内存", en: "{cpu} CPU and {memory} of memory" },
  noSuch: {
    zh: "没有找到 {name} 的 Pod，不知道每个要多少资源。",
    en: "No pod of {name} was found, so what one more would request is not known.",
  },
  roomUntold: {
    zh: "没有读到节点的可分配量或 {name} 的请求量，算不出来。",
    en: "What the nodes have, or what {name} requests, could not be read, so this cannot be worked out.",
  },
  leftOut: { zh: "没算的节点：{names}。", en: "Nodes that take no such pods and do not count: {names}." },
  roomSilent: {
    zh: "有 {count} 个 Pod 没有说明请求多少，所以实际余量可能更少。",
    en: "{count} {count|pod|pods} did not tell what they request, so there may be less room.",
  },
  roomBeyond: {
    zh: "配额、亲和性、污点容忍和存储卷没算在内。",
    en: "Quotas, affinity, tolerations and volumes are not counted.",
  },
  selects: {
    zh: "选中 {name} 的 Pod 的 Service：{services}。",
    en: "{count|Service|Services} {services} {count|selects|select} the pods of {name}.",
  },
  selectsNone: {
    zh: "没有 Service 选中 {name} 的 Pod（它的标签：{labels}）。",
    en: "No service selects the pods of {name} (labels: {labels}).",
  },
  labelsUntold: {
    zh: "没有读到 {name} 的 Pod 的标签，不知道哪个 Service 选中它。",
    en: "The labels of the pods of {name} could not be read, so which service selects them is not known.",
  },
  cpu: { zh: "CPU", en: "CPU" },
  memory: { zh: "内存", en: "memory" },
} satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type BesideSentence = keyof typeof sentences;

export const sayBeside = (language: Language, sentence: BesideSentence, slots: Slots = {}): string =>
  fill(sentences[sentence][language], slots);
