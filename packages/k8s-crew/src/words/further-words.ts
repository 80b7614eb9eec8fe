import type { Language } from "../language/types.ts";
import { fill, type Slots } from "./fill.ts";

/** What is said about steps that are added because of what was found. */
const words = {
  podsOf: { zh: "{owner} 的 {count} 个 Pod", en: "{count} pods of {owner}" },
  andMore: { zh: "{names} 等（另有 {count} 个）", en: "{names} and {count} more" },
  added: {
    zh: "{number}. 追加（{effect}{cost}）：因为{because}，{look}",
    en: "{number}. Added ({effect}{cost}) because {because}: {look}",
  },
  adding: { zh: "追加第 {number} 步：因为{because}，{look}", en: "step {number} added because {because}: {look}" },
  outside: {
    zh: "没有追加（超出这次同意的范围，要看请选下一步）：因为{because}，{look}",
    en: "Not added, as it is outside of what was agreed to (take the next step to look) because {because}: {look}",
  },
  overLimit: {
    zh: "没有追加（最多追加 {steps} 步，每步最多 {calls} 次调用）：因为{because}，{look}",
    en: "Not added, as at most {steps} steps of {calls} calls are, because {because}: {look}",
  },
  noTool: {
    zh: "没有追加（这个服务器没有这样的工具，可以用 {command}）：因为{because}，{look}",
    en: "Not added, as this server has no tool for it (with kubectl: {command}), because {because}: {look}",
  },
  furtherStep: { zh: "{look}", en: "Look at {look}" },
  outsideStep: { zh: "{look}（超出刚才的范围）", en: "Look at {look} (outside of what was agreed to)" },
} as const;

export const sayFurther = (language: Language, word: keyof typeof words, slots: Slots): string =>
  fill(words[word][language], slots);
