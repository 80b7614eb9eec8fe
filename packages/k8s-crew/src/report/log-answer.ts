import { sayLog } from "../words/log-words.ts";
import { say } from "../words/report-words.ts";
import type { AnswerContext } from "./answer-context.ts";
import { excerptLog } from "./log-excerpt.ts";
import { numbered, searchedIn, searchesLog, wantedText } from "./log-search.ts";
import { shortTimes } from "./log-times.ts";
import { placeOf, thingOf } from "./place.ts";

/** A log that was asked for by a number of lines is shown in full up to this. */
export const mostLines = 2_000;
const mostBytes = 256_000;

/** A log under its heading, cut to a readable length; or only its error lines, with how many there are. */
export function logAnswer(text: string, context: AnswerContext): string {
  const whole = shortTimes(text, context.width);
  const { language, lines, previous } = context;
  const thing = writerOf(context);
  const place = placeOf(context);
  if (whole.trim() === "") return say(language, "logEmpty", { thing, place });
  const log = lines === undefined ? whole : lastLines(whole, lines);
  if (!searchesLog(context)) {
    const budget = lines === undefined ? {} : { maxLines: mostLines, maxBytes: mostBytes };
    const heading = say(language, previous === true ? "previousLogHeading" : "logHeading", { thing, place });
    return `${heading}\n\n${excerptLog(log, { language, ...budget }).text.trimEnd()}`;
  }
  const searched = searchedIn(log, context);
  const count = searched.lines.length;
  const slots = { thing, place, text: wantedText(context), total: searched.total, count };
  const lead = context.yesNo !== undefined ? sayLog(language, count === 0 ? "no" : "yes", {}) : "";
  const heading =
    context.holding === undefined
      ? say(language, count === 0 ? "logNoErrors" : "logErrors", slots)
      : sayLog(language, count === 0 ? "noneHolds" : "holding", slots);
  if (count === 0) return `${lead}${heading}`;
  const found = searched.lines.slice(-(context.lastMatching ?? count));
  const left = count - found.length;
  const note = left > 0 ? `\n${sayLog(language, "earlierOnes", { count: left })}` : "";
  return `${lead}${heading}\n\n${excerptLog(numbered({ lines: found }), { language }).text}${note}`;
}

/** Whose log it is: the thing, and of several containers the one that wrote it. */
const writerOf = (context: AnswerContext): string => {
  const { container, language } = context;
  const thing = thingOf(context);
  return container === undefined ? thing : sayLog(language, "containerOf", { container, thing });
};

const lastLines = (log: string, count: number): string => log.trimEnd().split("\n").slice(-count).join("\n");
