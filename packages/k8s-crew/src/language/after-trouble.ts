import { normalize } from "./normalize.ts";

/** What a person asks of a trouble that they were just told of: what to do about it, or since when it is so. */
export type TroubleQuestion = "remedy" | "began";

const lead = "(?:那么?|所以|好的?|嗯|请问|and|so|then|ok(?:ay)?|well|but|um)?[\\s,，]*";
const thing = "(?:这个?|它们?|他们?|这种情况|这个问题|问题|it|this|that|them|these|the (?:problem|issue|error))";
const doing = "(?:修复?|解决|处理|搞定?|弄好?|恢复|改|办|应对|整|救)";
const mending = "(?:fix|solve|resolve|repair|mend|recover from|handle|deal with|get rid of|address|do about)";
const ending = "(?:了|呢|啊|吧|吗|才好|才行|please|now|then|\\s)*[?？.。!！]*$";

const patterns: readonly (readonly [TroubleQuestion, readonly string[]])[] = [
  [
    "remedy",
    [
      `${thing}?[\\s]*(?:我|我们)?(?:应该|该|要|得|能|可以)?(?:怎么|如何|咋|怎样)(?:来|去|才能)?${doing}(?:一下)?${thing}?`,
      `(?:我|我们)?(?:应该|该|要)做(?:什么|点什么|些什么)`,
      `(?:有|有没有)(?:什么|啥)?(?:办法|解决办法|解决方案|建议)`,
      `(?:解决办法|解决方案|修复方法)(?:是什么|是啥|呢)?`,
      `how (?:do|can|could|should|would|to|might) ?(?:i|we|you|one)? ?${mending} ?${thing}?`,
      `what (?:should|can|could|do|must|shall) (?:i|we) (?:do|try|change)(?: about ${thing}| next)?`,
      `what(?:'s| is| would be) the (?:fix|solution|remedy)(?: for ${thing})?`,
      `(?:any|is there an?) (?:fix|solution|remedy|way to ${mending} ${thing})(?: for ${thing})?`,
      `what (?:now|to do)(?: about ${thing})?`,
    ],
  ],
  [
    "began",
    [
      `${thing}?(?:是|都)?(?:从|打)?(?:什么时候|啥时候|何时|几点|几时|多久以?前)(?:就)?(?:开始|出现|发生|坏|挂|出问题|变成)(?:的|了|这样|掉|这样的|的问题)*`,
      `${thing}?(?:从)?(?:什么时候|啥时候|何时)起`,
      `${thing}?(?:已经|都)?(?:挂|坏|持续|这样|出问题|出现|故障|崩|异常|不正常)(?:了|有)?(?:多久|多长时间|几天|多少时间)`,
      `(?:多久|多长时间)了`,
      `since when(?: (?:is|has|was) ${thing}.{0,30})?`,
      `when (?:did|has) ${thing} (?:start|begin|begun|started|happen|break|fail|go down|stop working)(?: \\w+){0,2}`,
      `how long (?:has|have|is) ${thing} (?:been )?(?:like (?:this|that)|so|down|broken|failing|crashing|going on|happening|not ready|unhealthy|in this state)(?: for)?`,
      `how long ago did ${thing} (?:start|begin|happen|break|fail)`,
      `how long (?:already|now)`,
    ],
  ],
];

const readers = patterns.map(
  ([question, sources]) =>
    [question, new RegExp(`^${lead}(?:${sources.map((source) => `(?:${source})`).join("|")})${ending}`, "iu")] as const,
);

/** Undefined when the message says anything else. */
export const troubleQuestionIn = (message: string): TroubleQuestion | undefined => {
  const text = normalize(message).replace(/[’]/gu, "'").trim();
  return text.length > 80 ? undefined : readers.find(([, reader]) => reader.test(text))?.[0];
};
