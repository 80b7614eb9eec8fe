import { formatAge } from "../results/age.ts";
import { type EventFacts, eventFacts } from "../results/event-facts.ts";
import { filterRows } from "../results/filter.ts";
import type { Row } from "../results/types.ts";
import { say } from "../words/report-words.ts";
import { sayServed } from "../words/served-words.ts";
import type { Answer, AnswerContext } from "./answer-context.ts";
import { fitEnd } from "./display-width.ts";
import { counted, cutShort, filterOf, nothingText, untold } from "./list-answer.ts";

const shownEvents = 20;
const longestMessage = 400;

/**
 * Events, warnings first and the newest first among them. Two lines each, because the message is what counts and a
 * table would cut it.
 */
export function eventsAnswer(rows: readonly Row[], context: AnswerContext): Answer {
  const { now, language, width, nameContains, sinceSeconds = Number.POSITIVE_INFINITY } = context;
  const { nameContains: _name, ...filter } = filterOf(context);
  const part = nameContains?.toLowerCase() ?? "";
  const about = rows.filter((row) => `${row.name} ${row.fields.object ?? ""}`.toLowerCase().includes(part));
  const recent = about.filter((row) => (eventFacts(row, now).ageSeconds ?? 0) <= sinceSeconds);
  const found = filterRows(recent, filter).toSorted((a, b) => rank(eventFacts(a, now)) - rank(eventFacts(b, now)));
  // Those of other things are none of what was asked for; whether the server held some back, all of them tell.
  const cut = cutShort(rows.length, context);
  if (found.length === 0) return { text: [nothingText(about, context), ...cut].join("\n"), rows: [] };
  const { skip = 0 } = context;
  // Names of events tell nothing; they stand for themselves only where nothing more was read of any.
  const told = found.filter(({ fields }) => Object.keys(fields).length > 0);
  const shown = told.length > 0 ? told : found;
  const blocks = shown.slice(skip, skip + shownEvents).map((row) => eventBlock(eventFacts(row, now), width));
  const hidden = shown.length - skip - shownEvents;
  const more = hidden > 0 ? ["", say(language, "more", { count: hidden })] : [];
  return {
    text: [
      counted(found, about.length, context),
      ...cut,
      "",
      ...blocks,
      ...more,
      ...namesOnly(found.length - told.length, context),
      ...untold(about, { ...context, nameContains: "" }),
    ].join("\n"),
    rows: found,
    ...(hidden > 0 ? { next: skip + shownEvents } : {}),
  };
}

/** Events of which a list of bare names told no more, and that were not read one by one. */
function namesOnly(count: number, { language }: AnswerContext): readonly string[] {
  return count === 0 ? [] : ["", sayServed(language, "eventNamesOnly", { count })];
}

/** Age in seconds; anything that is no warning comes after every warning. */
function rank({ warning, ageSeconds }: EventFacts): number {
  return (ageSeconds ?? 1e9) + (warning ? 0 : 1e12);
}

function eventBlock({ type, reason, object, message, ageSeconds, count }: EventFacts, width: number): string {
  const age = ageSeconds === undefined ? "" : formatAge(ageSeconds);
  const times = count === undefined || count < 2 ? "" : `x${count}`;
  const notes = [age, times].filter((note) => note !== "").join(", ");
  const title = [type, reason, object, notes === "" ? "" : `(${notes})`].filter((word) => word !== "").join("  ");
  const text = message.replace(/\s+/g, " ").trim();
  return text === "" ? fitEnd(title, width) : `${fitEnd(title, width)}\n  ${fitEnd(text, longestMessage)}`;
}
