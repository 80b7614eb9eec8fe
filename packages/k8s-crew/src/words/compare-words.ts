import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

const sentences = {
  compared: { zh: "对比 {noun}：{sides}。", en: "{noun} side by side: {sides}." },
  side: { zh: "{label} 有 {count} 个", en: "{label} has {count}" },
  unread: { zh: "{label} 没有读到（{why}）", en: "{label} could not be read ({why})" },
  onlyIn: { zh: "只在 {label}：{names}", en: "Only in {label}: {names}" },
  same: { zh: "两边相同：{names}", en: "The same: {names}" },
  allSame: { zh: "没有发现区别。", en: "No differences found." },
  allSameBy: { zh: "没有发现区别（比的是{fields}）。", en: "No differences found (compared by {fields})." },
  onlyKind: {
    zh: "只比了 {noun}；想比别的，请说出类型，比如“对比 ConfigMap”。",
    en: "Only {noun} were compared; for another kind, name it (“compare the ConfigMaps”).",
  },
  untold: {
    zh: "{names} 没有读到镜像，是否相同未知。",
    en: "No image could be read of {names}; whether they are the same is unknown.",
  },
  differs: { zh: "不同：", en: "Different:" },
  thingsDiffer: { zh: "{names} 有区别：{fields}。", en: "{names} differ in {fields}." },
  thingsSame: { zh: "{names} 在这些方面相同：{fields}。", en: "{names} are the same in {fields}." },
  placesDiffer: { zh: "{name} 在 {labels} 不同：{fields}。", en: "{name} is not the same in {labels}: {fields}." },
  placesSame: { zh: "{name} 在 {labels} 相同：{fields}。", en: "{name} is the same in {labels}: {fields}." },
  alsoSame: { zh: "相同：{fields}。", en: "The same: {fields}." },
  missing: { zh: "{label} 里没有 {name}。", en: "{label} has no {name}." },
  notFound: { zh: "没有找到 {name}。", en: "{name} was not found." },
  most: { zh: "{field}最多的是 {name}（{value}）。", en: "{name} has the most {field} ({value})." },
  larger: { zh: "{field}更大的是 {name}（{value}）。", en: "{name} is the larger one ({field} {value})." },
  older: { zh: "更早创建的是 {name}（{value} 前）。", en: "{name} is the older one (created {value} ago)." },
  equal: { zh: "{field}一样：{value}。", en: "Equal {field}: {value}." },
  moreOf: { zh: "{label} 更多。", en: "{label} has more." },
  asMany: { zh: "一样多。", en: "Equally many." },
  usesMost: { zh: "用得更多的是 {name}：{field} {value}。", en: "{name} uses the most: {field} {value}." },
  noUsage: { zh: "没有读到 {names} 的用量。", en: "No usage could be read of {names}." },
  usageOfNodes: { zh: "正在使用的量：", en: "In use now:" },
  usage: { zh: "正在使用的量（各 Pod 之和）：", en: "In use now (all pods of each together):" },
} satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export const sayCompared = (language: Language, sentence: keyof typeof sentences, slots: Slots = {}): string =>
  fill(sentences[sentence][language], slots);
