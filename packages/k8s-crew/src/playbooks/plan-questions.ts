import { normalize } from "../language/text/normalize.ts";
import { type Meant, meantSteps } from "./read-edits.ts";

/** What a person asks about a plan before it runs: what a step is for, whether anything is changed, how long it takes. */
export type PlanQuestion =
  | ({ readonly kind: "steps" } & Meant)
  | { readonly kind: "effect" }
  | { readonly kind: "cost" };

/** Longer messages ask for more than a word about the plan. */
const longest = 80;

const changes = "change|break|modify|touch|write|delete|affect|restart|hurt|kill|do any(?:thing)? (?:bad|harm)";
const effect = new RegExp(
  [
    "会不会.{0,4}(?:改|动|影响|删|写|重启|出(?:事|问题))",
    "会.{0,4}(?:改|动|影响|删|写|重启|出(?:事|问题)).{0,8}(?:吗|么|嘛)",
    "(?:安全|有(?:没有)?(?:风险|危险|影响)|只读|只是(?:看|读))的?(?:吗|么|嘛|吧)[？?]?$|安不安全|有没有(?:风险|危险|影响)",
    "\\b(?:is|are) (?:this|it|that|they|these)(?: all)? (?:safe|read.?only|dangerous|risky|harmless)",
    `\\b(?:will|does|do|can|could|would|is) (?:this|it|that|they|any of (?:this|it|them)|anything)(?: going to)? (?:get )?(?:${changes})`,
  ].join("|"),
  "iu",
);
const cost =
  /要?(?:多久|多长时间|几分钟|多少时间)|多少次调用|\bhow (?:long|many calls|much time|expensive)\b|\bdoes (?:it|this) take long\b/iu;
const asking =
  /(?:干|做)(?:嘛|什么|啥)|干吗|什么意思|为(?:什么|啥|何)|有(?:什么|啥)用|啥意思|怎么(?:做|查|看)|\bwhy\b|\bwhat(?:'?s| is| does| do| are| would)?\b|\bexplain\b|解释|说明|\?$|？$/iu;
const words =
  /干(?:嘛|什么|啥|吗)|做(?:嘛|什么|啥)|什么意思|啥意思|为(?:什么|啥|何)|有(?:什么|啥)用|是|要|需要|怎么|解释|说明|\b(?:why|what(?:'?s| is| does| do| are| would)?|explain|do(?:es)?|is|are|it|for|about|you|need|we|to|mean|in|look(?:ing)? at|check(?:ing)?|of)\b|[?？]/giu;

/** “Why are the pods crashing” asks for something else than “why do you look at the pods”. */
const looking = /[看查列读步]|\b(?:need|look|check|list|include|read|steps?)\b/iu;
const counted = /步|\bsteps?\b|^\D{0,12}\d{1,2}\D{0,10}$/iu;

/** Undefined when the text asks nothing of the plan. `count`: its steps. */
export const planQuestionIn = (message: string, count: number): PlanQuestion | undefined => {
  const text = normalize(message).trim();
  if (text.length > longest) return undefined;
  if (effect.test(text)) return { kind: "effect" };
  if (cost.test(text)) return { kind: "cost" };
  if (!asking.test(text)) return undefined;
  const meant = meantSteps(text.replace(words, " "), count);
  const isOfPlan = meant.numbers.length > 0 ? counted.test(text) : looking.test(text) || text.split(/\s+/u).length < 4;
  return isOfPlan && meant.numbers.length + meant.resources.length > 0 ? { kind: "steps", ...meant } : undefined;
};
