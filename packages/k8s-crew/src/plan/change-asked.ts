import { reasonFor } from "../words/reasons.ts";
import { sayReply } from "../words/reply-words.ts";
import type { Gap } from "./fill-types.ts";

/** A question about a change says which change it is, and that each of several is confirmed on its own. */
export const changeAsked = ({ step, knowledge: { language } }: Gap, question: string, several: boolean): string => {
  if (step.effect === "read") return question;
  const asked = sayReply(language, "changeAsked", { doing: doingOf({ step, language }), question });
  return several ? `${asked}${language === "zh" ? "" : " "}${sayReply(language, "oneByOne")}` : asked;
};

/** `删除 Pod`, `delete Pod web-1`: as it stands within a sentence. */
export const doingOf = ({ step, language }: { step: Gap["step"]; language: "zh" | "en" }): string => {
  const { name } = step.mentions;
  const doing = reasonFor(language, { verb: step.verb, resource: step.resource, name });
  return language === "en" ? `${doing.charAt(0).toLowerCase()}${doing.slice(1)}` : doing;
};
