import type { YesNo } from "../condition.ts";

/** The yes or no that is wanted, and of what: that something is so, that there is some of it, that it came out well. */
export const yesNoIn = (text: string): YesNo["asks"] | undefined => {
  if (!wanted.test(text)) return undefined;
  if (outcome.test(text)) return "done";
  return some.test(text) ? "has" : "is";
};

/** Whether there is any is asked: yes or no is the answer, and what there is comes after it. */
export const asksWhether = (text: string): boolean => asking.some((pattern) => pattern.test(text));

const wanted =
  /^(?:(?:so|and|but|hey|ok|well|wait|um|hi),? )*(?:is|are|isn't|aren't|does|do|doesn't|don't|did|didn't|has|have|hasn't|was|were)\b|,? (?:right|yes|no|correct|isn't it|is it|or not|y\/n)[?!.\s]*$|(?:吗|没有|没|么|吧|不|对不对|对吧|是吧)[?？!！。.\s]*$|有没有|是不是|是否|有无|设没设|配没配/iu;

const outcome =
  /\b(?:finish(?:ed)?|succe(?:ed|eded|ssful)|complet(?:e|ed)|passe?d?|go(?:ne)? (?:through|well|ok|fine)|work(?:ed)? out|made? it)\b|成功|完成|跑完|做完|执行完|做好|跑好/iu;

const some =
  /\b(?:have|has|had|any|there|got|set|configured|defined|with|use|uses|mount|mounts)\b|有没有|有无|是否有|(?<!没)有|[设配加挂打带用开]了|设没设|配没配|设置|配置/iu;

const asking: readonly RegExp[] = [
  /有没有|有无|是否|是不是有|能不能看出|看得出|看出.{0,4}(?:什么|啥|点)/u,
  /(?:吗|么|没|没有|嘛|不)[\s?？。!！~]*$/u,
  /^\s*(?:(?:hey|hi|pls|please|so|ok|and|also)[\s,]+)*(?:any\b|anything\b|is\b|are\b|was\b|were\b|do\b|does\b|did\b|has\b|have\b|got any\b|(?:can|could) (?:you|we|i) (?:see|find|spot)\b)/iu,
  /\b(?:any|anything|something)\b[^?]*\?\s*$/iu,
  /\berrors?\b[^?]{0,40}\?\s*$/iu,
];
