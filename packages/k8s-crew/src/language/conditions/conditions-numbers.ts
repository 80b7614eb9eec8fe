import { parseQuantity } from "../../catalog/quantity.ts";
import type { Comparison, Condition, Field } from "../condition.ts";
import { afterNumber, comparisonWords, numberFields, setting } from "../lexicon/conditions.ts";
import { numberPattern, readNumber } from "../numbers.ts";
import { anyOf, inTurn, keyOf, linesOf, type Taking, takeAll } from "../text/pattern.ts";

/** “more than 5 restarts”, “内存超过 500Mi”, “重启 3 次以上”: a field, a comparison and a number, in any order. */
export const takeNumbers = (text: string): Taking =>
  inTurn(
    text,
    [...patterns, ...(setting.test(text) ? [] : exact)].map(
      (pattern) => (rest: string) => takeAll(rest, pattern, conditionsIn),
    ),
  );

const number = String.raw`(?<number>\d+(?:\.\d+)?\s?(?:[KMGT]i?B?|[kmg]i?b|m|%|兆)?(?![A-Za-z\d])|${numberPattern})`;
const comparison = `(?<comparison>${anyOf(linesOf(comparisonWords))})`;
const after = `(?<comparison>${anyOf(linesOf(afterNumber))})`;
const field = `(?<field>${anyOf(linesOf(numberFields))})`;
const times = String.raw`\s?(?:times?(?![A-Za-z])|次|个|cores?(?![A-Za-z])|核)?\s?`;
const lead = String.raw`(?:(?<![A-Za-z])(?:that|who|which)\s)?(?:(?<![A-Za-z])(?:with|having|have|has|had|using|use|uses|are|is|were|was)\s)?`;
const between = String.raw`\s?(?:的|了|过|数|次数|数量|在|(?:usage|count|is|are|of|value|been)(?![A-Za-z]))?\s?`;
const join = String.raw`\s?(?:of\s|的)?\s?`;

const patterns: readonly RegExp[] = [
  `${lead}${field}${between}${comparison}\\s?${number}${times}(?:以上|以下)?`,
  `${lead}${field}${between}${number}${times}${after}`,
  `${lead}${comparison}\\s?${number}${times}${join}${field}`,
  `${lead}${number}${times}${after}${join}${field}`,
  // “No memory limit” is none of what may be used, not of what is; “scale to 0 replicas” says what is to be.
  `${lead}(?<!\\bto\\s)(?<number>no|zero|0)\\s${field}(?!\\s(?:limits?|requests?)(?![A-Za-z]))`,
  `${lead}${field}\\s${comparison}\\s(?<number>once|twice)`,
  // “重启 0 次”, “一次都没重启过”: none of them.
  "(?<field>重启)(?:次数)?(?:为|是|了)?\\s?(?<number>0|零)\\s?次?(?:的)?",
  "(?<number>(?:一次(?:都|也)?|从来?|压根儿?)(?:没(?:有)?|未))(?<field>重启)过?的?",
].map((pattern) => new RegExp(pattern, "iu"));

const counted = `(?<field>${anyOf([...linesOf({ replicas: numberFields.replicas ?? [] }), ...linesOf({ restarts: numberFields.restarts ?? [] })])})`;

/** “Only one replica”, “单副本”: just so many, where nothing is set to that number. */
const exact: readonly RegExp[] = [
  String.raw`(?:(?<![A-Za-z])(?:that|which)\s)?(?<![A-Za-z])(?:with|having|have|has|got|run|runs|running)\s(?:(?:only|just|exactly|a)\s)?${number}[\s-]?${counted}`,
  String.raw`(?:(?<![A-Za-z])(?:with|having|have|has|run|runs|running|on|at)\s)?(?:(?:with|only|just)\s)?(?:a\s)?(?<![A-Za-z])(?<number>single)[\s-]${counted}`,
  `(?:只有|仅有|只剩下?|就|只跑了?|只开了?|有且只有)\\s?${number}\\s?[个次]?${counted}(?:的)?`,
  `${counted}\\s?数?(?:量)?(?:只有|仅有|只剩下?|是|为|就)\\s?${number}(?:个|次)?(?:的)?(?![\\d个])`,
  `(?<number>单)\\s?个?${counted}(?:的)?`,
].map((pattern) => new RegExp(pattern, "iu"));

/** A bare count of restarts is a count, a bare amount of memory is of mebibytes. */
const conditionsIn = ({ groups }: RegExpExecArray): readonly Condition[] => {
  const { field: said = "", comparison: words = "", number: amount = "" } = groups ?? {};
  const name: Field | undefined = keyOf(numberFields, said);
  const how: Comparison = keyOf(comparisonWords, words) ?? keyOf(afterNumber, words) ?? "equal";
  const value = name === undefined ? undefined : amountOf(name, amount.trim());
  return name === undefined || value === undefined ? [] : [{ field: name, comparison: how, value }];
};

const amountOf = (field: Field, amount: string): string | undefined => {
  if (/^(?:no|zero|零|.*[没未].*)$/iu.test(amount)) return "0";
  if (/^(?:single|单|once)$/iu.test(amount)) return "1";
  if (/^twice$/iu.test(amount)) return "2";
  if (amount.endsWith("%")) return amount;
  const spelled = amount.replace(/兆$/u, "Mi").replace(/\s+/gu, "").replace(/b$/iu, "");
  const quantity = field === "memory" && /^[\d.]+$/u.test(spelled) ? `${spelled}Mi` : memoryUnits(field, spelled);
  const number = parseQuantity(quantity) ?? readNumber(amount);
  return number === undefined ? undefined : String(number);
};

/** “500m” and “2g” of memory are mebibytes and gibibytes to whoever says them. */
const memoryUnits = (field: Field, amount: string): string =>
  field === "memory"
    ? amount.replace(/([kmgt])i?$/iu, (_, unit: string) => `${unit === "k" ? "K" : unit.toUpperCase()}i`)
    : amount;
