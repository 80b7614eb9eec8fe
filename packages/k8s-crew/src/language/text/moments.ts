import { readNumber } from "../numbers.ts";

/** A moment as it is said. Only the clock of the answer knows when that was. */
export type Moment = {
  /** Days before today. */
  readonly back?: number;
  /** Monday is 1. `lastWeek`: that of the week before. */
  readonly weekday?: number;
  readonly lastWeek?: true;
  /** Minutes since midnight; a whole day where none are said. */
  readonly minutes?: number;
  /** An hour alone, whose half of the day stands elsewhere. */
  readonly bare?: true;
};

export type MomentPatterns = { readonly moment: string; readonly bareHour: string };

const weekdaysEn = ["mon", "tues?", "wed(?:nes)?", "thu(?:rs)?", "fri", "sat(?:ur)?", "sun"] as const;
const weekdaysZh = ["一", "二", "三", "四", "五", "六", "[日天]"] as const;

const weekdayEn = "(?<![\\w-])(?:last |this |past )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?![\\w-])";
const weekdayZh = "(?:上个?|本|这个?)?(?:周|星期|礼拜)[一二三四五六日天](?!\\p{Script=Han}?[次个])";
const dayEn = `(?<![\\w-])(?:yesterday|today|last night|this (?:morning|afternoon|evening))(?![\\w-])|${weekdayEn}`;
const dayZh = `前天|昨天|昨日|昨晚|昨夜|今天|今日|今早|今晨|${weekdayZh}`;
const part = "凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|半夜|深夜|晚";
const hour = "(?:[01]?\\d|2[0-4])";
const clock = [
  `(?<![\\w.:/-])${hour}(?::[0-5]\\d){1,2}(?:\\s?[ap]\\.?m\\b\\.?)?(?![\\w:/]|\\.\\d)`,
  `(?<![\\w.:/-])(?:1[0-2]|0?[1-9])\\s?[ap]\\.?m\\b\\.?(?![\\w-])`,
  `(?<![\\w.:/-])${hour}\\s?点(?:钟|半|一刻|[0-5]?\\d分?)?(?![建意要问个])`,
  `(?<=${part}|天|日|早|晨|到|至)[一二两三四五六七八九十]{1,2}点(?:钟|半|一刻)?`,
  `(?<![\\p{Script=Han}])(?:十[一二]?|[两三四五六七八九])点(?:钟|半)?(?![建意要问个])`,
].join("|");

/** `bareHour`: the hour that a range begins with, where only its end says what it is. */
export const momentPatterns: MomentPatterns = {
  moment: `(?:(?:(?:${dayEn}|${dayZh})\\s?(?:的|at\\s|around\\s)?\\s?)?(?:(?:${part})\\s?)?(?:${clock})(?:\\s(?:on\\s)?(?:${dayEn}))?|${weekdayEn}|${weekdayZh})`,
  bareHour: `(?<![\\w.:/-])${hour}(?=\\s?(?:and|to|until|till|-|–|到|至)\\s?${hour}(?:\\s?[ap]\\.?m|\\s?点))`,
};

export const readMoment = (text: string): Moment | undefined => {
  const day = dayOf(text);
  const said = minutesOf(text);
  if (said === undefined) return Object.keys(day).length === 0 ? undefined : day;
  const isBare = /^\s*\d{1,2}\s*$/u.test(text);
  return { ...inItsHalf(day, said, text), ...(isBare ? { bare: true } : {}) };
};

const night = /昨晚|昨夜|last night|夜里|半夜|深夜/iu;
const late = /下午|傍晚|晚|夜|afternoon|evening|last night/iu;

/** “昨晚 10 点” is late, “昨晚 2 点” early on the next day, and “下午 3 点” 15:00. */
const inItsHalf = (day: Moment, minutes: number, text: string): Moment => {
  const isEarly = night.test(text) && minutes < 6 * 60;
  if (isEarly) return { ...day, minutes, ...(day.back === undefined ? {} : { back: Math.max(0, day.back - 1) }) };
  const isHalf = late.test(text) && minutes < 12 * 60 && !/[ap]\.?m/iu.test(text);
  const isNoon = /中午/u.test(text) && minutes < 4 * 60;
  return { ...day, minutes: isHalf || isNoon ? minutes + 12 * 60 : minutes };
};

const backs: readonly (readonly [RegExp, number])[] = [
  [/前天/u, 2],
  [/昨|yesterday|last night/iu, 1],
  [/今|today|this (?:morning|afternoon|evening)/iu, 0],
];

const dayOf = (text: string): Moment => {
  const index = [
    ...weekdaysEn.map((name) => new RegExp(`\\b${name}day\\b`, "iu")),
    ...weekdaysZh.map((name) => new RegExp(`(?:周|星期|礼拜)${name}`, "u")),
  ].findIndex((pattern) => pattern.test(text));
  if (index >= 0) return { weekday: (index % 7) + 1, ...(/上/u.test(text) ? { lastWeek: true } : {}) };
  const back = backs.find(([pattern]) => pattern.test(text))?.[1];
  return back === undefined ? {} : { back };
};

const minutesOf = (text: string): number | undefined => {
  const [, hours, minutes, half] =
    /(?<![\d:])(\d{1,2})(?::(\d{2}))?(?::\d{2})?\s?(?:([ap])\.?m)?/iu.exec(text.replace(/点.*$/u, "")) ?? [];
  const written = /([一二两三四五六七八九十]{1,2})点/u.exec(text)?.[1];
  const value = hours === undefined ? readNumber(written ?? "") : Number(hours);
  if (value === undefined) return undefined;
  const at = half === undefined ? value : (value % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  return at * 60 + (minutes === undefined ? pastHour(text) : Number(minutes));
};

const pastHour = (text: string): number => {
  if (/点半/u.test(text)) return 30;
  return /点一刻/u.test(text) ? 15 : Number(/点(\d{1,2})/u.exec(text)?.[1] ?? 0);
};
