import { say } from "../words/report-words.ts";
import type { AnswerContext } from "./answer-context.ts";
import { errorLines, excerptLog } from "./log-excerpt.ts";
import { placeOf, thingOf } from "./place.ts";

/** A log under its heading, cut to a readable length; or only its error lines, with how many there are. */
export function logAnswer(log: string, context: AnswerContext): string {
  const { language } = context;
  const thing = thingOf(context);
  const place = placeOf(context);
  if (log.trim() === "") return say(language, "logEmpty", { thing, place });
  if (context.quality !== "errors" && context.quality !== "broken") {
    return `${say(language, "logHeading", { thing, place })}\n\n${excerptLog(log, { language }).text.trimEnd()}`;
  }
  const total = log.trimEnd().split("\n").length;
  const errors = errorLines(log);
  if (errors.length === 0) return say(language, "logNoErrors", { thing, place, total });
  const text = errors.map((line) => `${line.number}: ${line.text}`).join("\n");
  return `${say(language, "logErrors", { thing, place, total, count: errors.length })}\n\n${excerptLog(text, { language }).text}`;
}
