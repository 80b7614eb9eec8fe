import type { Verb } from "../catalog/types.ts";
import type { Language } from "../conversation/output.ts";
import { resourceWord } from "./conversation-words.ts";
import { fill } from "./fill.ts";

/** Why a call is made, by its verb. `{what}` is the resource, with the name where one was said. */
const reasons: { readonly [verb in Verb | "default"]?: { readonly zh: string; readonly en: string } } = {
  list: { zh: "列出{what}", en: "List {what}" },
  get: { zh: "读取{what}", en: "Read {what}" },
  describe: { zh: "查看{what}的详细信息", en: "Look closely at {what}" },
  logs: { zh: "读取{what}的日志", en: "Read the logs of {what}" },
  top: { zh: "查看{what}的资源用量", en: "See what {what} uses" },
  scale: { zh: "调整{what}的副本数", en: "Change the replicas of {what}" },
  restart: { zh: "重启{what}", en: "Restart {what}" },
  delete: { zh: "删除{what}", en: "Delete {what}" },
  explain: { zh: "解释{what}", en: "Explain {what}" },
  default: { zh: "{verb} {what}", en: "{verb} {what}" },
};

export const reasonFor = (
  language: Language,
  call: { readonly verb: Verb; readonly resource: string; readonly name?: string | undefined },
): string => {
  const resource = resourceWord(language, call.resource);
  const plural = call.verb === "list" && call.name === undefined && language === "en" ? `${resource}s` : resource;
  const what = call.name === undefined ? plural : `${resource} ${call.name}`;
  const spaced = language === "zh" && /^\w/.test(what) ? ` ${what} ` : what;
  const template = reasons[call.verb] ?? reasons.default;
  return fill(template?.[language] ?? "", { what: spaced, verb: call.verb }).trim();
};
