import { normalize } from "./normalize.ts";

/** A day that a time window begins with. Only the clock of the answer knows how long ago that is. */
export type Day = "today" | "yesterday" | "week";

const said: readonly (readonly [Day, RegExp])[] = [
  ["yesterday", /昨天|昨日|昨晚|昨夜|(?<![\w-])(?:yesterday|last night)(?![\w-])/iu],
  ["today", /今天|今日|今早|今晨|(?<![\w-])(?:today|this morning|since midnight)(?![\w-])/iu],
  ["week", /本周|这周|这个?星期|(?<![\w-])this week(?![\w-])/iu],
];

/** “Since yesterday”, “今天的”: the earliest day that a message speaks of. */
export const dayIn = (message: string): Day | undefined => {
  const text = normalize(message);
  return said.find(([, pattern]) => pattern.test(text))?.[0];
};

const whole =
  /全部|完整|所有的?(?:日志|事件)|不限时间|(?<![\w-])(?:all (?:of )?(?:the |its )?(?:logs?|events)|(?:the )?(?:full|entire|whole|complete))(?![\w-])/iu;

/** “The full log”, “全部日志”: nothing is left out for its age. */
export const wantsAllOfIt = (message: string): boolean => whole.test(normalize(message));
