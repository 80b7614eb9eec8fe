import { parameterOf } from "../catalog/arguments.ts";
import { sayPlaced } from "../words/card-place-words.ts";
import { reasonFor } from "../words/reasons.ts";
import { sayReply } from "../words/reply-words.ts";
import { sayUnasked } from "../words/unasked-words.ts";
import type { Gap } from "./fill-types.ts";

/** A question about a change says which change it is, and that each of several is confirmed on its own. */
export const changeAsked = (gap: Gap, question: string, several: boolean): string => {
  const { language } = gap.knowledge;
  if (gap.step.effect === "read") return question;
  const change = sayReply(language, "changeAsked", { doing: doingAt(gap), question });
  const gapBetween = language === "zh" ? "" : " ";
  const asked = gap.step.proposed === true ? `${sayUnasked(language, "proposed")}${gapBetween}${change}` : change;
  return several ? `${asked}${gapBetween}${sayReply(language, "oneByOne")}` : asked;
};

/** The change with the number it sets, so that a wrong one is seen before anything else is asked. */
export const doingAt = ({ step, entry, knowledge: { language } }: Gap): string => {
  const doing = doingOf({ step, language });
  const parameter = parameterOf(entry, "replicas");
  const replicas = parameter && step.args[parameter.name];
  return replicas === undefined ? doing : sayPlaced(language, "toNumber", { doing, replicas: String(replicas) });
};

/** `删除 Pod`, `delete Pod web-1`: as it stands within a sentence. */
export const doingOf = ({ step, language }: { step: Gap["step"]; language: "zh" | "en" }): string => {
  const { name } = step.mentions;
  const doing = reasonFor(language, { verb: step.verb, resource: step.resource, name });
  return language === "en" ? `${doing.charAt(0).toLowerCase()}${doing.slice(1)}` : doing;
};
