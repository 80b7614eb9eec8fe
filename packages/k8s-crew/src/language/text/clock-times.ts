import { type Moment, type MomentPatterns, momentPatterns, readMoment } from "./moments.ts";
import { normalize } from "./normalize.ts";

/** Hours that are said: from when, and until when where that is said as well. */
export type SaidHours = { readonly from: Moment; readonly to?: Moment };

export type TakenHours = {
  readonly hours: SaidHours;
  /** Until now, and not only then (“since 3pm”). */
  readonly open: boolean;
  /** The words that say it, and the text without them. */
  readonly said: string;
  readonly rest: string;
};

const { moment, bareHour }: MomentPatterns = momentPatterns;

const between = new RegExp(
  `(?:(?<![\\w-])(?:between|from)\\s|从\\s?|在\\s?)?(?<from>${moment}|${bareHour})\\s?(?:(?<![A-Za-z])(?:and|to|until|till)(?![A-Za-z])|[-–—~～到至])\\s?(?<to>${moment}|(?<now>now(?![\\w-])|现在|目前))(?:\\s?(?:之间|期间|这段时间|这段))?`,
  "iu",
);
const single = new RegExp(
  `(?<since>(?<![\\w-])(?:ever since|since|from|after|starting(?: at| on)?)\\s|[从自打]\\s?)?(?:(?<![\\w-])(?:at|around|about|on|by)\\s|在\\s?)?(?<from>${moment})(?<until>\\s?(?:以来|之后|以后|过后|起|开始|onwards?))?(?:左右)?`,
  "iu",
);

/** What every hour and day of the week has; most messages say none. */
const hint = /\d\s?[ap]\.?m|\d:\d|点|day|周|星期|礼拜/iu;

/** Takes hours and days of the week out of a text: they are when something was, and never what something is called. */
export const takeHours = (message: string): TakenHours | undefined => {
  const text = normalize(message);
  if (!hint.test(text)) return undefined;
  const range = between.exec(text);
  const match = range ?? single.exec(text);
  const from = readMoment(match?.groups?.from ?? "");
  if (match === null || from === undefined) return undefined;
  const { groups = {} } = match;
  const to = range === null ? undefined : readMoment(groups.to ?? "");
  return {
    hours: { from: halfOf(from, to), ...(to === undefined ? {} : { to }) },
    open: groups.now !== undefined || (range === null && (groups.since ?? groups.until) !== undefined),
    said: match[0].trim(),
    rest: `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`.replace(/[^\S\n]{2,}/gu, " "),
  };
};

/** “Between 2 and 4pm”: the half of the day is said once. */
const halfOf = (from: Moment, to: Moment | undefined): Moment =>
  from.bare && from.minutes !== undefined && (to?.minutes ?? 0) >= noon && from.minutes + noon < (to?.minutes ?? 0)
    ? { ...from, minutes: from.minutes + noon }
    : from;

const noon = 12 * 60;
