import type { Comparison, Condition } from "../condition.ts";
import { afterNumber, comparisonWords } from "../lexicon/conditions.ts";
import { numberPattern } from "../numbers.ts";
import { anyOf, inTurn, keyOf, linesOf, type Taking, takeAll } from "../text/pattern.ts";
import { secondsOfSpan, unitPattern } from "../text/quantities.ts";

/** “older than 7 days”, “created today”, “运行超过 3 天”, “今天新建的”: how long ago something came to be. */
export const takeAges = (text: string): Taking =>
  inTurn(
    text,
    patterns.map(
      ({ pattern, comparison }) =>
        (rest: string) =>
          takeAll(rest, pattern, ({ groups }) => conditionsIn(groups ?? {}, comparison)),
    ),
  );

const amount = `(?<amount>${numberPattern}|half an?|an?(?= )|半个?|几)\\s?(?<unit>${unitPattern})`;
const said = `(?<said>${anyOf(linesOf(comparisonWords))})`;
const saidAfter = `(?<said>${anyOf(linesOf(afterNumber))})`;
const birthEn = "(?<![A-Za-z])(?:created|started|deployed|launched|added|born|made)";
const birthZh = "(?:新创建|新建|创建|启动|部署|上线|新增|建立|建|起)";
const lifeZh = "(?:创建|运行|启动|存活|存在|跑|部署|年龄|寿命)(?:的)?(?:时间|时长)?(?:了|已经|已)?";
const lead = String.raw`(?:(?<![A-Za-z])(?:that|which)\s)?(?:(?<![A-Za-z])(?:are|is|were|was|have been|has been|been|with|whose|have|has|got)\s)?`;
const dayEn = "(?<day>today|yesterday|this week|this morning)";
const dayZh = "(?<day>今天|今日|今早|昨天|昨日|本周|这周|这个星期)";
const lastEn = String.raw`(?:(?:in|within|during|over)\s)?(?:the\s)?(?:last|past|previous)\s`;

/** A pattern that does not say how to compare has its comparison beside it. */
const patterns: readonly { readonly pattern: RegExp; readonly comparison?: Comparison }[] = [
  { source: String.raw`${lead}(?:older|longer) than ${amount}(?:\s(?:ago|old))?`, comparison: "more" as const },
  { source: String.raw`${lead}(?:younger|newer) than ${amount}(?:\s(?:ago|old))?`, comparison: "less" as const },
  {
    source: String.raw`${lead}(?:running|up|alive|existed|existing|age|an age|aged)\s(?:for\s|of\s)?${said}\s?${amount}`,
  },
  { source: String.raw`${lead}${said}\s?${amount}\s(?:old|ago|of age)` },
  { source: String.raw`${lead}${birthEn}\s${said}\s?${amount}(?:\sago)?` },
  { source: `(?:${lifeZh})?${said}\\s?${amount}(?:以上|以前|之前|前)?(?:${birthZh})?` },
  { source: `${lifeZh}\\s?${amount}${saidAfter}` },
  { source: String.raw`${lead}${birthEn}\s${lastEn}${amount}`, comparison: "less" as const },
  { source: String.raw`${lead}${birthEn}\s${lastEn}(?<unit>minute|hour|day|week)`, comparison: "less" as const },
  {
    source: `(?:在\\s?)?(?:最近|过去|近)的?\\s?${amount}(?:以内|之内|内|里)?(?:新|刚)?${birthZh}`,
    comparison: "less" as const,
  },
  { source: `${amount}(?:以前|之前|前)\\s?${birthZh}`, comparison: "more" as const },
  { source: String.raw`${lead}(?:newly\s)?${birthEn}\s(?:since\s)?${dayEn}` },
  { source: String.raw`new(?=\s(?:[a-z]+\s){1,2}${dayEn.replace("?<day>", "?:")})` },
  { source: `${dayZh}(?:才|刚|刚刚)?(?:新)?${birthZh}` },
].map(({ source, ...rest }) => ({ pattern: new RegExp(source, "iu"), ...rest }));

type Groups = Readonly<Record<string, string | undefined>>;

const conditionsIn = (groups: Groups, comparison: Comparison | undefined): readonly Condition[] => {
  const { amount: count, unit, day } = groups;
  if (unit === undefined) return dayIn(day ?? "today");
  const how = comparison ?? keyOf(comparisonWords, groups.said ?? "") ?? keyOf(afterNumber, groups.said ?? "");
  return how === undefined ? [] : [{ field: "age", comparison: how, value: String(secondsOfSpan(count, unit)) }];
};

/** Days begin at midnight where the person is, which only the clock of the answer knows. */
const dayIn = (day: string): readonly Condition[] => {
  const age = (comparison: Comparison, value: string): Condition => ({ field: "age", comparison, value });
  if (/昨|yesterday/iu.test(day)) return [age("at_most", "yesterday"), age("more", "today")];
  return [age("at_most", /周|星期|week/iu.test(day) ? "week" : "today")];
};
