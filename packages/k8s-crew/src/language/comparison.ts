/** Words that hold places side by side, as patterns. What is held stays for whoever reads the rest. */
const cues: readonly RegExp[] = [
  /\b(?:what(?:'s| is| are)? )?(?:the )?(?:differences?|diff) (?:of|in)\b/iu,
  /\b(?:what(?:'s| is| are)? )?(?:the )?(?:differences?|diff)(?: between)?\b/iu,
  /\bhow (?:do|does|is|are) (?=.*\b(?:differ|different|compare)\b)/iu,
  /\b(?:compare|comparing|comparison of|contrast)\b/iu,
  /\b(?:differ|different|compared?)(?: (?:from|with|to|against))?\b/iu,
  /\b(?:is|are) (?:the )?same (?=.+ (?:in|on|of|as) )/iu,
  /\b(?:are|is) (?=.+\bthe same\b)/iu,
  /\bthe same\b/iu,
  /(?:对比|比较|比一比|比对|对照)(?:一下|下)?/u,
  /(?:之间)?(?:有|存在)?(?:什么|啥|哪些|何)?的?(?:区别|不同|差别|差异|不一样)(?:吗|么|在哪里?|是什么)?/u,
  /(?:版本)?(?:差多少|相差多少|差距)/u,
  /(?:是不是|是否|都)?(?:一样|相同|一致)(?:吗|么|不)?/u,
];

/** Joining words that only stand between what is compared. */
const between = /\s+(?:vs\.?|versus|against|with|to|compared (?:to|with))\s+/iu;

/** A sentence that compares, with its things joined by “and” so that each can be read for itself. */
export const takeComparison = (text: string): string | undefined => {
  if (!cues.some((cue) => cue.test(text)) && !/\s(?:vs\.?|versus)\s/iu.test(text)) return undefined;
  const joined = text.replace(between, " and ");
  return cues.reduce((rest, cue) => rest.replace(cue, " "), joined);
};
