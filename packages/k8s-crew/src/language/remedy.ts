import { normalize } from "./normalize.ts";

/** “How do I fix it”, “怎么办”: nothing but a question for what to do about what was just told. */
export const asksForRemedy = (message: string): boolean => {
  const text = normalize(message)
    .toLowerCase()
    .replace(/[\s.,!?~，。！？]+$/u, "")
    .trim();
  return english.test(text) || han.test(text);
};

const it =
  "(?:(?:the|this|that|these|those) (?:problem|issue|error|failure|trouble)s?|it|this|that|them|these|those|all (?:of )?(?:this|that|them))";
const mend = "(?:fix|solve|resolve|repair|mend|address|handle|correct|remedy|cure|sort out|deal with|get rid of)";
const english = new RegExp(
  `^(?:(?:and|so|ok|okay|then|but|well|great|now|please|pls)[, ]+)*(?:how (?:do|can|could|should|would|might) (?:i|we|you|one) ${mend}(?: ${it})?(?: now| then| please)?|how to ${mend}(?: ${it})?|how (?:is|can|could|should) ${it} (?:be )?(?:fixed|solved|resolved|repaired)|what (?:should|can|could|do|must|shall|would) (?:i|we|you) (?:do|suggest|recommend|advise)(?: about ${it}| with ${it}| to ${mend} ${it}| now| next| then| here)*|what (?:now|next)|now what|what to do(?: about ${it}| now| next)?|(?:what'?s|what is|is there|any)(?: the| a| any)? (?:fix|solution|remedy|cure|workaround|advice)(?: for ${it})?|(?:can|could) (?:you|we|i) ${mend} ${it}|${mend} ${it}|and the fix|the fix)$`,
  "u",
);

const han =
  /^(?:那么?|所以|然后|好吧?|嗯|请问|你说|这|这个|这些|它|它们|这种情况|这个问题|这些问题|这问题|问题|出现这种情况|遇到这种情况)*[,，]?(?:我|我们|咱们|你)?(?:该|应该|应|要|得|可以|能|需要|现在|到底|又)*(?:怎么|如何|咋|怎样|咋样)(?:才能|去|能|来|可以)?(?:修|修复|修好|修理|解决|处理|处置|办|弄|搞|搞定|整|整改|治|恢复|排除|做|破)(?:它|这个|这些|这个问题|这些问题|一下|好|掉|呢|啊|吗|才好|比较好|最好)*$|^(?:那么?|所以|有没有|有啥|有什么|给个|给我|说说|讲讲)*(?:什么|啥|个)?(?:解决办法|解决方法|解决方案|处理办法|处理方法|修复方法|修复办法|修法|办法|对策|建议|解法)(?:吗|呢|没有?|是什么|有哪些)?$|^(?:那么?|所以)?(?:我|我们)?(?:接下来|下一步|现在|然后)?(?:该|应该|要|得|可以|需要)(?:做|干)(?:什么|啥|些什么)$|^(?:接下来|下一步|现在|然后)(?:怎么办|怎么做|咋办|做什么|干什么|该做什么|该怎么办|该怎么做)$|^(?:帮我|请|麻烦|能不能|你能|能|可以)*(?:修|修复|修好|解决|处理|搞定)(?:一下|下|好)?(?:它|这个|这个问题|这些问题)?(?:吗|吧)?$/u;

/** “还有别的问题吗”, “and the others?”: what else is wrong where something was just looked into. */
export const asksForOthers = (message: string): boolean =>
  others.test(
    normalize(message)
      .toLowerCase()
      .replace(/[\s.,!?~，。！？]+$/u, "")
      .trim(),
  );

const others =
  /^(?:and |so |ok |okay )*(?:(?:is|are) there )?(?:(?:any(?:thing)?|something) else(?: (?:is )?(?:wrong|broken|failing|down|not healthy|unhealthy))?(?: (?:there|here))?|(?:any )?(?:other|more|further) (?:problems?|issues?|troubles?|errors?)(?: (?:there|here))?|what else(?: is)? (?:wrong|broken|failing|down)(?: (?:there|here))?|what about (?:the )?(?:others|rest)|(?:and )?the others|and the rest)$|^(?:那|那么)?(?:还有|有|还)(?:没有|没|什么|啥|哪些)?(?:别的|其他|其它|另外|另外的|其余的?)的?(?:问题|毛病|异常|故障|有问题的|不正常的|挂的|坏的)(?:吗|么|没有?|呢)?$|^(?:那|那么)?(?:其他的?|其它的?|别的|另外的|其余的)(?:都)?(?:呢|有没有问题|有问题吗|怎么样|还好吗|正常吗|都正常吗|都好吗)$/u;
