import type { SaidHours } from "../language/text/clock-times.ts";
import type { SaidTime, TimeWord } from "../language/text/days.ts";
import type { Moment } from "../language/text/moments.ts";

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

/** When what is said of a time was; nothing where it begins with what only the cluster knows. */
export function spanSaid(time: SaidTime, now: number): TimeSpan | undefined {
  if (time.word === "rollout") return undefined;
  if (time.open !== true) return time.word === "hours" ? spanOfHours(time.hours, now) : spanOf(time.word, now);
  const from = time.word === "hours" ? momentAt(time.hours.from, now) : spanOf(time.word, now).from;
  return { from, to: now };
}

const minute = 60_000;

/** Around one hour, where only that is said. */
const around = 30 * minute;

function spanOfHours({ from, to }: SaidHours, now: number): TimeSpan {
  const begins = momentAt(from, now);
  if (to !== undefined) return { from: begins, to: Math.min(now, endAt(to, begins, now)) };
  if (from.minutes === undefined) return { from: begins, to: Math.min(now, dayAfter(begins)) };
  return { from: begins - around, to: Math.min(now, begins + around) };
}

/** The latest such moment that has begun. */
function momentAt(moment: Moment, now: number): number {
  const hours = (moment.minutes ?? 0) / 60;
  const at = hourOf(now, -daysBack(moment, now), hours);
  const days = moment.weekday === undefined ? 1 : 7;
  return at > now ? hourOf(now, -daysBack(moment, now) - days, hours) : at;
}

/** The end of what began then: a moment without a day is the next of that hour, a day alone is over at its end. */
function endAt(moment: Moment, begins: number, now: number): number {
  if (moment.minutes === undefined) return dayAfter(momentAt(moment, now));
  if (moment.back !== undefined || moment.weekday !== undefined) {
    const at = momentAt(moment, now);
    return at > begins ? at : now;
  }
  const sameDay = hourOf(begins, 0, moment.minutes / 60);
  return sameDay > begins ? sameDay : hourOf(begins, 1, moment.minutes / 60);
}

function daysBack({ back, weekday, lastWeek }: Moment, now: number): number {
  const sinceMonday = (new Date(now).getDay() + 6) % 7;
  if (weekday === undefined) return back ?? 0;
  return lastWeek === true ? sinceMonday + 8 - weekday : (sinceMonday + 8 - weekday) % 7;
}

function dayAfter(at: number): number {
  return hourOf(at, 1, 0);
}

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
  date.setHours(Math.floor(hours), Math.round((hours % 1) * 60));
  return date.getTime();
}
