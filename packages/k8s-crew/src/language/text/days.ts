import { type SaidHours, takeHours } from "./clock-times.ts";
import { normalize } from "./normalize.ts";

/** A stretch of time that is said in words. Only the clock of the answer knows when that was. */
export type TimeWord =
  | "night"
  | "dawn"
  | "morning"
  | "noon"
  | "afternoon"
  | "weekend"
  | "lastWeek"
  | "yesterday"
  | "today"
  | "week";

/** `open`: from its beginning until now (“since last night”). `rollout`: since whatever was rolled out last. */
export type SaidTime =
  | { readonly word: TimeWord | "rollout"; readonly open?: true }
  | { readonly word: "hours"; readonly hours: SaidHours; readonly open?: true };

const words: readonly (readonly [TimeWord, RegExp])[] = [
  [
    "night",
    /昨晚|昨夜|昨天?(?:晚上|夜里|半夜|深夜|夜间)|(?:夜里|半夜|深夜|夜间)|(?<![\w-])(?:last night|overnight|(?:during|in) the night)(?:'?s)?(?![\w-])/iu,
  ],
  ["dawn", /凌晨|(?<![\w-])(?:early this morning|in the small hours)(?![\w-])/iu],
  ["weekend", /周末|(?<![\w-])(?:the|last|this|past) weekend(?![\w-])/iu],
  ["lastWeek", /上周|上个?星期|(?<![\w-])last week(?![\w-])/iu],
  ["yesterday", /昨天|昨日|(?<![\w-])yesterday(?![\w-])/iu],
  ["morning", /今早|今晨|早上(?!好)|早晨|今天?上午|(?<![\w-])this morning(?![\w-])/iu],
  ["noon", /中午|午饭|(?<![\w-])(?:since|around|at|from) (?:noon|lunch(?:time)?)(?![\w-])/iu],
  ["afternoon", /下午(?!好)|(?<![\w-])this afternoon(?![\w-])/iu],
  ["today", /今天|今日|(?<![\w-])(?:today|since midnight)(?![\w-])/iu],
  ["week", /本周|这周|这个?星期|(?<![\w-])this week(?![\w-])/iu],
];

const rollout =
  /(?<![\w-])(?:since|after) (?:the |our |my |that |this |last |latest |today's )*(?:deploy(?:ment)?|release|rollout|update|upgrade|push)(?![\w-])|(?:发布|发版|上线|部署|升级|更新)(?:了)?(?:之后|以后|以来|后)/iu;

const untilNow =
  /(?<![\w-])(?:since|ever since|starting|from)(?![\w-])|[从自打].{0,12}(?:起|开始|到现在)|以来|之后|以后/iu;

/** What a message says of a time, where it is no number of hours or days. */
export const timeIn = (message: string): SaidTime | undefined => {
  const text = normalize(message);
  if (rollout.test(text)) return { word: "rollout" };
  const taken = takeHours(text);
  if (taken !== undefined) return { word: "hours", hours: taken.hours, ...(taken.open ? { open: true as const } : {}) };
  const word = words.find(([, pattern]) => pattern.test(text))?.[0];
  return word && { word, ...(untilNow.test(text) ? { open: true as const } : {}) };
};

const whole =
  /全部|完整|所有的?(?:日志|事件)|不限时间|(?<![\w-])(?:all (?:of )?(?:the |its )?(?:logs?|events)|(?:the )?(?:full|entire|whole|complete))(?![\w-])/iu;

/** “The full log”, “全部日志”: nothing is left out for its age. */
export const wantsAllOfIt = (message: string): boolean => whole.test(normalize(message));
