import type { RequestFields } from "../types.ts";

const weekday = "(?:mon|tues|wednes|thurs|fri|satur|sun)day";
const pastTime = new RegExp(
  String.raw`\b(?:last (?:${weekday}|week|month|night|year)|yesterday|(?:\d+|an?|one|two|three|four|five|a few|several) (?:hours?|days?|weeks?|months?|years?) ago|back then|at that time|(?:on|this) ${weekday})\b|昨天|前天|昨晚|昨夜|上周|上个?星期|上个?月|去年|前几天|(?:\d+|[一两二三四五六七八九十几]+)个?(?:小时|天|周|星期|月|年)(?:以|之)?前|当时|那时候?`,
  "iu",
);

const night =
  /(?:昨晚|昨夜|昨天夜里|昨天半夜).{0,8}(?:太平|消停|安稳|平安|怎么样|咋样|如何|还好|正常|顺利|没事)|\bhow (?:was|were|did)\b.*\b(?:last night|overnight)\b/iu;

/** How many ran last Tuesday, and what was used then: no list tells, because none is kept. Of what has a time of its own one may ask. */
export const asOfThePast = (fields: RequestFields, text: string): RequestFields => {
  const { verb, resource, counted, quality, conditions = [], name, fact } = fields;
  // How the night was is told by what happened in it.
  if ((fields.view === "status" || fields.view === "health") && name === undefined && night.test(text))
    return { ...fields, view: "changes" };
  const states = verb === "top" || (verb === "list" && (counted === true || quality === "running"));
  const timed = resource === "event" || fact !== undefined || conditions.some(({ field }) => field === "age");
  return states && !timed && name === undefined && pastTime.test(text) ? { ...fields, past: true } : fields;
};
