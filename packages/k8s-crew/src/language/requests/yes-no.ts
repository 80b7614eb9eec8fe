import type { YesNo } from "../condition.ts";

/** The yes or no that is wanted, and of what: that something is so, that there is some of it, that it came out well. */
export const yesNoIn = (text: string): YesNo["asks"] | undefined => {
  if (!wanted.test(text)) return undefined;
  if (outcome.test(text)) return "done";
  return some.test(text) ? "has" : "is";
};

const wanted =
  /^(?:(?:so|and|but|hey|ok|well|wait|um|hi),? )*(?:is|are|isn't|aren't|does|do|doesn't|don't|did|didn't|has|have|hasn't|was|were)\b|,? (?:right|yes|no|correct|isn't it|is it|or not|y\/n)[?!.\s]*$|(?:吗|没有|没|么|吧|不|对不对|对吧|是吧)[?？!！。.\s]*$|有没有|是不是|是否|有无|设没设|配没配/iu;

const outcome =
  /\b(?:finish(?:ed)?|succe(?:ed|eded|ssful)|complet(?:e|ed)|passe?d?|go(?:ne)? (?:through|well|ok|fine)|work(?:ed)? out|made? it)\b|成功|完成|跑完|做完|执行完|做好|跑好/iu;

const some =
  /\b(?:have|has|had|any|there|got|set|configured|defined|with|use|uses|mount|mounts)\b|有没有|有无|是否有|(?<!没)有|[设配加挂打带用开]了|设没设|配没配|设置|配置/iu;
