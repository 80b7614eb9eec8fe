import { say } from "../words/report-words.ts";
import type { AnswerContext } from "./answer-context.ts";
import { errorLines, excerptLog } from "./log-excerpt.ts";
import { placeOf, thingOf } from "./place.ts";

/** A log that was asked for by a number of lines is shown in full up to this. */
const mostLines = 2_000;
const mostBytes = 256_000;

/** How servers put it in a sentence of their own that there is no log. It is no line of one. */
const saysNothing =
  /^[^\n]{0,400}\b(?:has not logged any messages? yet|no logs? (?:available|found)|logs? (?:is|are) empty)\b[^\n]{0,20}$/i;

/** A log under its heading, cut to a readable length; or only its error lines, with how many there are. */
export function logAnswer(whole: string, context: AnswerContext): string {
  const { language, lines, previous } = context;
  const thing = thingOf(context);
  const place = placeOf(context);
  if (whole.trim() === "" || saysNothing.test(whole.trim())) return say(language, "logEmpty", { thing, place });
  const log = lines === undefined ? whole : lastLines(whole, lines);
  if (context.quality !== "errors" && context.quality !== "broken") {
    const budget = lines === undefined ? {} : { maxLines: mostLines, maxBytes: mostBytes };
    const heading = say(language, previous === true ? "previousLogHeading" : "logHeading", { thing, place });
    return `${heading}\n\n${excerptLog(log, { language, ...budget }).text.trimEnd()}`;
  }
  const total = log.trimEnd().split("\n").length;
  const errors = errorLines(log);
  if (errors.length === 0) return say(language, "logNoErrors", { thing, place, total });
  const text = errors.map((line) => `${line.number}: ${line.text}`).join("\n");
  return `${say(language, "logErrors", { thing, place, total, count: errors.length })}\n\n${excerptLog(text, { language }).text}`;
}

const lastLines = (log: string, count: number): string => log.trimEnd().split("\n").slice(-count).join("\n");
