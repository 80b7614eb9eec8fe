import { normalize } from "../text/normalize.ts";

/** What a person asks of a trouble that they were just told of: why, what to do, since when it is so, or what else is wrong. */
export type TroubleQuestion = "cause" | "remedy" | "began" | "others";

const lead = "(?:(?:那么?|所以|好的?|嗯|请问|and|so|then|ok(?:ay)?|well|but|um)[\\s,，]*){0,3}";
const thing =
  "(?:这个?|它们?|他们?|这种情况|这个问题|问题|(?:the|this|that|these|those) (?:problem|issue|error|failure)s?|it|this|that|them|these)";
const doing = "(?:修复?好?|修理|排除|解决|处理|搞定?|弄好?|恢复|改|办|应对|整|救)";
const mending = "(?:fix|solve|resolve|repair|mend|recover from|handle|deal with|get rid of|address|do about)";
const ending = "(?:了|呢|啊|吧|吗|才好|才行|please|now|then|\\s)*[?？.。!！]*$";

const patterns: readonly (readonly [TroubleQuestion, readonly string[]])[] = [
  [
    "cause",
    [
      `(?:but |and )?why(?: not| so| though| is (?:that|this|it)(?: so)?)?`,
      `how come`,
      `(?:what'?s|what is) (?:its|it's|their|that one's|this one's) (?:problem|issue|deal|trouble|matter)`,
      `(?:它|这个|那个)(?:有|是|出)?(?:了)?(?:什么|啥)(?:问题|毛病|情况|状况)`,
      `why (?:is|isn't|does|doesn't|did|didn't|won't|can't|has|hasn't) ${thing}(?: [a-z]+){0,4}`,
      `${thing}?为(?:什么|啥)(?:一直|还|总是?|老是)?(?:不|没|没有|起不|会|在)[\\p{Script=Han}]{1,6}`,
      `(?:这|它)?(?:是)?(?:因为什么|为什么|为啥|为何|咋回事|怎么回事)(?:不行|会这样|这样|不是)?`,
    ],
  ],
  [
    "remedy",
    [
      `${thing}?[\\s]*(?:我|我们)?(?:应该|该|要|得|能|可以)?(?:怎么|如何|咋|怎样)(?:来|去|才能)?${doing}(?:一下)?${thing}?`,
      `(?:我|我们)?(?:应该|该|要)做(?:什么|点什么|些什么)`,
      `(?:有|有没有)(?:什么|啥)?(?:办法|对策|解决办法|解决方法|解决方案|处理办法|修复方法|建议)`,
      `(?:接下来|下一步|现在|然后)(?:该|应该|要)?(?:怎么办|怎么做|咋办|做什么|干什么)`,
      `(?:帮我|请|麻烦|能不能|你能|能|可以)*(?:修|修复|修好|解决|处理|搞定)(?:一下|下|好)?${thing}?`,
      `(?:解决办法|解决方案|修复方法)(?:是什么|是啥|呢)?`,
      `(?:那|你|还是)*(?:你|直接)(?:来|去|帮我)?(?:修|修复|修好|改|弄|弄好|搞定|处理|解决)(?:一下|下|了它?)?${thing}?`,
      `how (?:do|can|could|should|would|to|might) ?(?:i|we|you|one)? ?${mending} ?${thing}?`,
      `what (?:should|can|could|do|must|shall) (?:i|we) (?:do|try|change)(?: about ${thing}| next)?`,
      `what(?:'s| is| would be) the (?:fix|solution|remedy)(?: for ${thing})?`,
      `(?:any|is there an?) (?:fix|solution|remedy|way to ${mending} ${thing})(?: for ${thing})?`,
      `what (?:now|to do)(?: about ${thing})?`,
      `now what`,
      `(?:please |(?:can|could) you )?(?:fix|repair|mend) (?:${thing}|that)`,
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
  [
    "others",
    [
      `(?:(?:is|are) there )?(?:anything|something) else (?:that is |that's )?(?:wrong|broken|failing|down|unhealthy)(?: (?:there|here))?`,
      `(?:(?:is|are) there )?(?:any )?(?:other|more|further) (?:problems?|issues?|troubles?|errors?)(?: (?:there|here))?`,
      `what else(?: is)? (?:wrong|broken|failing|down)(?: (?:there|here))?`,
      `what about (?:the )?(?:others|rest)`,
      `the (?:others|rest)`,
      `(?:还有|有|还)(?:没有|没|什么|啥|哪些)?(?:别的|其他|其它|另外)的?(?:问题|毛病|异常|故障|有问题的|不正常的|挂的|坏的)(?:么|没有?)?`,
      `(?:其他的?|其它的?|别的|另外的|其余的)(?:都)?(?:有没有问题|有问题|怎么样|还好|正常|好)?`,
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

const ofOne = [
  `how (?:do|can|could|should|would|to|might) ?(?:i|we|you|one)? ?${mending} (.{1,70}?)`,
  `what(?:'s| is| would be) the (?:fix|solution|remedy) for (.{1,70}?)`,
  `what (?:should|can|could|do|must) (?:i|we) do about (.{1,70}?)`,
  `(?:please |(?:can|could) you )?(?:fix|repair|mend) (.{1,70}?)`,
  `(.{1,70}?)\\s*(?:应该|该|要|得|能)?(?:怎么|如何|咋|怎样)(?:来|去|才能)?${doing}(?:一下)?`,
  `(?:怎么|如何|咋|怎样)${doing}\\s*(.{1,70}?)`,
  `(?:帮我|请)?(?:修复?好?|解决|处理)(?:一下|下)?\\s*(.{1,70}?)`,
].map((source) => new RegExp(`^${lead}${source}${ending}`, "iu"));

/** What a remedy is asked for in words of its own: “the first one”, “payment-worker”, “第二个”. */
export const mendedThingIn = (message: string): string | undefined => {
  const text = normalize(message).replace(/[’]/gu, "'").trim();
  return text.length > 120
    ? undefined
    : ofOne.map((reader) => reader.exec(text)?.[1]).find((what) => what !== undefined);
};
