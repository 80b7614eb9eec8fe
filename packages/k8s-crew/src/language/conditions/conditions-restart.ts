import type { Comparison, Condition } from "../condition.ts";
import { numberPattern } from "../numbers.ts";
import { inTurn, type Taking, takeAll } from "../text/pattern.ts";
import { secondsOfSpan, unitPattern } from "../text/quantities.ts";

/** “Restarted in the last hour”, “restarted today”, “昨晚重启过的”: when a pod was restarted last. */
export const takeRestarts = (text: string): Taking =>
  inTurn(
    text,
    patterns.map((pattern) => (rest: string) => takeAll(rest, pattern, ({ groups }) => conditionsIn(groups ?? {}))),
  );

const amount = `(?<amount>${numberPattern}|half an?|an?(?= )|半个?|几)?\\s?(?<unit>${unitPattern})`;
const restarted = String.raw`(?:(?<![A-Za-z])(?:that|which|were|was|have|has|had|got|been|are|did|do)\s)*(?<![A-Za-z])(?:restarted|rebooted|restarting|(?<=(?:pods?|containers?|what) (?:did )?)restart)`;
const which = String.raw`(?=(?:有|又|都)?\s?(?:[哪那]些|什么|谁|多少)?\s?(?:个|的)?\s?(?:pods?|容器组?|实例)?\s?(?:被|都|又|有)?重启(?:过|了|的))`;
const restartedZh = "(?:有)?(?:被)?重启(?:过|了)?的?";
const dayEn = "(?<day>today|yesterday|last night|overnight|this week|this morning)";
const dayZh = "(?<day>今天|今日|今早|昨天|昨日|昨晚|昨夜|夜里|本周|这周|这个?星期)";

const patterns: readonly RegExp[] = [
  `${restarted}\\s(?:(?:in|within|during|over)\\s)?(?:the\\s)?(?:last|past|previous)\\s${amount}`,
  `${restarted}\\s(?:since\\s)?${dayEn}`,
  `(?:在\\s?)?(?:最近|过去|近)的?\\s?${amount}(?:以内|之内|内|里)?(?:${which}|${restartedZh}(?<=[过了的]))`,
  `${dayZh}(?:${which}|${restartedZh}(?<=[过了的]))`,
].map((source) => new RegExp(source, "iu"));

type Groups = Readonly<Record<string, string | undefined>>;

const conditionsIn = ({ amount: count, unit, day = "" }: Groups): readonly Condition[] => {
  const last = (comparison: Comparison, value: string): Condition => ({ field: "lastRestart", comparison, value });
  if (unit !== undefined) return [last("at_most", String(secondsOfSpan(count, unit)))];
  if (/周|星期|week/iu.test(day)) return [last("at_most", "week")];
  if (/今|today|this morning/iu.test(day)) return [last("at_most", "today")];
  const word = /昨天|昨日|yesterday/iu.test(day) ? "yesterday" : "night";
  return [last("at_most", word), last("at_least", word)];
};
