import type { Verb } from "../../catalog/types.ts";
import type { Language } from "../types.ts";

/**
 * A way to say something short after an answer, and the same said in full. `{x}` in the full words is a group of the
 * pattern, or what the conversation is about (`SpokenBefore`).
 */
export type ShortTurn = {
  readonly said: Readonly<Record<Language, RegExp>>;
  readonly full: Readonly<Record<Language, string>>;
  /** Only after one of these. */
  readonly after?: readonly Verb[];
  /** Only where a list of these was asked for. */
  readonly among?: readonly string[];
  /** Only of a thing of these kinds; without it no thing is needed. */
  readonly of?: readonly string[];
  /** What is named has to be a word of no other meaning. */
  readonly named?: true;
};

const lead = String.raw`^(?:(?:ok(?:ay)?|so|and|n|&|now|then|but|well|please|can you|could you|can i see|show me|show|see|get|give me|list|what(?:'s| is| are)|whats|which(?: is| are)?|what about|how about|check|only|just)[\s,]+)*`;
const hanLead =
  "^(?:那么?|好的?|嗯|所以|再|帮我|给我|请|麻烦|顺便|也|只|就|看看?|看下|看一下|查一?下?|列一?下|列出|还有|,|\\s)*";
const hanTail = "\\s*(?:是)?(?:哪个|哪些|谁|什么|啥|多少)?(?:呢|吧|吗|呀|啊|也|一下|看看|看下|发我)*[\\s?.!。]*$";

/** What may stand behind in English. */
export const tail = String.raw`(?:[\s,]+(?:please|pls|plz|then|now|too|as well|also|again))*[\s?.!]*$`;

/** These words alone, with what people say before and behind. */
export const en = (words: string): RegExp => new RegExp(`${lead}(?:${words})${tail}`, "iu");
export const zh = (words: string): RegExp => new RegExp(`${hanLead}(?:${words})${hanTail}`, "iu");

const noNames =
  "me|it|its|that|this|these|those|they|them|we|you|he|she|one|any|some|there|here|anything|something|everything|more|else|what|why|how|who";

/** What may be called so: a word that points at something or asks is no name. */
export const nameAs = (group: string): string =>
  `(?<${group}>(?!(?:${noNames})\\b)(?=[\\w.-]*[A-Za-z])[A-Za-z0-9][\\w.-]*[A-Za-z0-9])`;
