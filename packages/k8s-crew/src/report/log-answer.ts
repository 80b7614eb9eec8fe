import { sayLog } from "../words/log-words.ts";
import { say } from "../words/report-words.ts";
import type { AnswerContext } from "./answer-context.ts";
import { errorLines, excerptLog } from "./log-excerpt.ts";
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
  if (context.holding !== undefined) return linesHolding(log, context.holding, context);
  if (context.quality !== "errors" && context.quality !== "broken") {
    const budget = lines === undefined ? {} : { maxLines: mostLines, maxBytes: mostBytes };
    const heading = say(language, previous === true ? "previousLogHeading" : "logHeading", { thing, place });
    return `${heading}\n\n${excerptLog(log, { language, ...budget }).text.trimEnd()}`;
  }
  const total = log.trimEnd().split("\n").length;
  const errors = errorLines(log);
  if (errors.length === 0) return say(language, "logNoErrors", { thing, place, total });
  const found = errors.slice(-(context.lastMatching ?? errors.length));
  const shown = found.map((line) => `${line.number}: ${line.text}`).join("\n");
  const left = errors.length - found.length;
  const note = left > 0 ? `\n${sayLog(language, "earlierOnes", { count: left })}` : "";
  return `${say(language, "logErrors", { thing, place, total, count: errors.length })}\n\n${excerptLog(shown, { language }).text}${note}`;
}

/** Whose log it is: the thing, and of several containers the one that wrote it. */
const writerOf = (context: AnswerContext): string => {
  const { container, language } = context;
  const thing = thingOf(context);
  return container === undefined ? thing : sayLog(language, "containerOf", { container, thing });
};

const linesHolding = (log: string, wanted: readonly string[], context: AnswerContext): string => {
  const { language } = context;
  const thing = writerOf(context);
  const place = placeOf(context);
  const lines = log.trimEnd().split("\n");
  const found = lines.flatMap((text, index) => (holdsAll(text, wanted) ? [`${index + 1}: ${text}`] : []));
  const text = wanted.map((each) => each.replaceAll("|", " / ")).join(", ");
  const counts = { thing, place, text, total: lines.length, count: found.length };
  if (found.length === 0) return sayLog(language, "noneHolds", counts);
  return `${sayLog(language, "holding", counts)}\n\n${excerptLog(found.join("\n"), { language }).text}`;
};

const holdsAll = (line: string, wanted: readonly string[]): boolean => {
  const text = line.toLowerCase();
  return wanted.every((each) => each.split("|").some((part) => text.includes(part.toLowerCase())));
};

const lastLines = (log: string, count: number): string => log.trimEnd().split("\n").slice(-count).join("\n");
