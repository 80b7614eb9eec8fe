import type { Condition, Field } from "../condition.ts";
import { featureFields, partsOfFields, pressureWords } from "../lexicon/conditions.ts";
import { anyOf, inTurn, keyOf, linesOf, type Taking, takeAll } from "../text/pattern.ts";

/** “without limits”, “没有设置探针的”, “有 endpoints 的”, “under memory pressure”: what something has or lacks. */
export const takeFeatures = (text: string): Taking =>
  inTurn(text, [
    ...lacking.map(
      (pattern) => (rest: string) => takeAll(rest, pattern, ({ groups }) => featureIn(groups?.field ?? "", "missing")),
    ),
    ...having.map(
      (pattern) => (rest: string) => takeAll(rest, pattern, ({ groups }) => featureIn(groups?.field ?? "", "present")),
    ),
    ...pressures.map(
      ({ pattern, type }) =>
        (rest: string) =>
          takeAll(rest, pattern, () => [pressureOf(type)]),
    ),
  ]);

const field = `(?<field>${anyOf(linesOf(featureFields))})`;
const filling = String.raw`(?:(?:any|a|an|the|set|defined|proper|explicit|ready)\s)*`;
const setEn = String.raw`(?:\s(?:set|defined|configured|specified|at all))?`;
const setZh = "(?:设置|设定|设|配置|配|加上?|加|定义|指定|填|写|限定)";

const lacking = [
  String.raw`(?<![A-Za-z])(?:(?:that|which)\s)?(?:without|with no|with zero|missing|lacking|lack|lacks|(?:have|has|having) no|(?:do not|don'?t|does not|doesn'?t|did not|didn'?t) (?:have|set|define|specify)|no)\s${filling}${field}${setEn}`,
  String.raw`${field}\s(?:(?:is|are)\s(?:not set|missing|unset|undefined|absent|empty|not defined|not configured))`,
  `(?:没有|没|未|缺少|缺乏|缺|无|不带|不设)(?:${setZh})?(?:过|了|任何|对应的|可用的|可用)?\\s?${field}`,
  `${field}\\s?(?:没有|没|未|为空|是空|缺失|为零)(?:${setZh})?(?:的|了)?`,
].map((pattern) => new RegExp(pattern, "iu"));

const having = [
  String.raw`(?<![A-Za-z])(?:(?:that|which)\s)?(?:with|having|have|has)\s${filling}${field}${setEn}(?=\s|[,.?!]|$)`,
  `(?:设置了|设了|配置了|配了|加了|带有|带了|有)\\s?${field}(?=的)`,
].map((pattern) => new RegExp(pattern, "iu"));

const featureIn = (said: string, comparison: "missing" | "present"): readonly Condition[] => {
  const name: Field | undefined = keyOf(featureFields, said);
  const part = partsOfFields.find(([word]) => word.test(said))?.[1];
  return name === undefined ? [] : [{ field: name, comparison, ...(part === undefined ? {} : { value: part }) }];
};

const pressures = pressureWords.map(([type, words]) => ({
  type,
  pattern: new RegExp(
    String.raw`(?:(?<![A-Za-z])(?:with|under|having|have|has|in)\s)?(?:有|处于|出现)?\s?(?:${words.replaceAll(" ", String.raw`\s*`)})(?:的)?`,
    "iu",
  ),
}));

const pressureOf = (type: string): Condition =>
  type === ""
    ? { field: "pressure", comparison: "present" }
    : { field: "pressure", comparison: "contains", value: type };
