import type { TimeWord } from "../language/text/days.ts";

/** From when until when, in milliseconds since the epoch. */
export type TimeSpan = { readonly from: number; readonly to: number };

/** Days from today and hours of the day, where the person is. */
type Hours = readonly [days: number, from: number, to: number];

const ofDay: Readonly<Record<Exclude<TimeWord, "weekend" | "lastWeek" | "week">, Hours>> = {
  night: [-1, 18, 32],
  dawn: [0, 0, 6],
  morning: [0, 6, 12],
  noon: [0, 12, 14],
  afternoon: [0, 12, 18],
  yesterday: [-1, 0, 24],
  today: [0, 0, 24],
};

/** When that was: the latest that has begun, and never beyond now. */
export function spanOf(word: TimeWord, now: number): TimeSpan {
  const [days, from, to] = hoursOf(word, now);
  const begins = hourOf(now, days, from);
  // What has not begun today was said of yesterday.
  const back = begins > now ? 1 : 0;
  return { from: hourOf(now, days - back, from), to: Math.min(now, hourOf(now, days - back, to)) };
}

function hoursOf(word: TimeWord, now: number): Hours {
  const sinceMonday = (new Date(now).getDay() + 6) % 7;
  if (word === "week") return [-sinceMonday, 0, 24 * 7];
  if (word === "lastWeek") return [-sinceMonday - 7, 0, 24 * 7];
  // On a Saturday or Sunday it is this one.
  if (word === "weekend") return sinceMonday >= 5 ? [5 - sinceMonday, 0, 48] : [-sinceMonday - 2, 0, 48];
  return ofDay[word];
}

function hourOf(now: number, days: number, hours: number): number {
  const date = new Date(now);
  date.setHours(0, 0, 0, 0);
  date.setDate(date.getDate() + days);
  date.setHours(hours);
  return date.getTime();
}
