/** Words that hold places side by side, as patterns. What is held stays for whoever reads the rest. */
const cues: readonly RegExp[] = [
  /\b(?:what(?:'s| is| are)? )?(?:the )?(?:differences?|diff) (?:of|in)\b/iu,
  /\b(?:what(?:'s| is| are)? )?(?:the )?(?:differences?|diff)(?: between)?\b/iu,
  /\bhow (?:do|does|is|are) (?=.*\b(?:differ|different|compare)\b)/iu,
  /\b(?:compare|comparing|comparison of|contrast)\b/iu,
  /\b(?:differ|different|compared?)(?: (?:from|with|to|against))?\b/iu,
  /\b(?:is|are|does|do) (?=.+\b(?:ahead of|behind|newer than|older than|in sync with|more \w+ than|less \w+ than)\b)/iu,
  /\bwhich (?:one |of them )?(?:uses?|takes?|needs?|consumes?|eats?|has) (?:more|less)\b(?=.*\bor\b)/iu,
  /\b(?:is|are) (?:the )?same (?=.+ (?:in|on|of|as) )/iu,
  /\b(?:are|is) (?=.+\bthe same\b)/iu,
  /\bthe same\b/iu,
  /(?:对比|比较|比一比|比对|对照)(?:一下|下)?/u,
  /(?:之间)?(?:有|存在)?(?:什么|啥|哪些|何)?的?(?:区别|不同|差别|差异|不一样)(?:吗|么|在哪里?|是什么)?/u,
  /(?:谁|哪个|哪一个)(?:更|比较)?(?:占|吃|耗|用)(?:的|得)?(?=.*(?:内存|cpu|资源))/iu,
  /(?:版本)?(?:差多少|相差多少|差距|差在哪里?|差在哪儿|差哪儿?了?|哪里不一样|哪里不同|哪儿不一样|有啥不同|不同在哪|区别在哪)/u,
  /(?:是不是|是否|都)?(?:一样|相同|一致)(?:吗|么|不)?/u,
];

/** Joining words that only stand between what is compared. */
const between =
  /\s+(?:vs\.?|versus|against|with|to|or|compared (?:to|with)|ahead of|behind|newer than|older than|in sync with)\s+|\s?还是\s?/iu;

/** “web v1 and v2”: the second has the name of the first. */
const versions = /([\w.-]+)\s?(?:的\s?)?\b(v\d[\w.]*)\s?(和|与|跟|\band\b)\s?(v\d[\w.]*)/iu;

const zhMore = "(?:更|还)?(?:新|旧|老|高|低|多|少|领先|落后)";

/** Sentences whose two things stand apart from each other, and the same with both side by side. */
const asPairs: readonly (readonly [sentence: RegExp, pair: string])[] = [
  [versions, "$1-$2 $3 $1-$4"],
  [
    /\b(?:does|do|is) (\S+) (?:us\w+|need\w*|tak\w+|eat\w*|consum\w+) (?:more|less) (\w+) than (\S+)/iu,
    "compare $2 of $1 and $3",
  ],
  [
    /\b(?:has|have|does|do|is|are|runs?) (\S+) (?:have |run |running |on )?(?:the )?same (?:version of )?(\S+)(?: version)? (?:as|like) (\S+)/iu,
    "compare $2 in $1 and $3",
  ],
  [
    new RegExp(
      `([\\w.-]+)\\s?(?:里)?的\\s?([\\w.-]+)\\s?(?:版本)?(?:是不是|是否|有没有)?(?:(?<!对)比(?![较对例如])|落后于?|领先于?|新于|旧于)\\s?([\\w.-]+)\\s?(?:里?的)?(?:版本)?(?:${zhMore})?(?:一些|一点)?(?:吗|么)?`,
      "iu",
    ),
    "对比 $1 和 $3 的 $2",
  ],
];

/** A sentence that compares, with its things joined by “and” so that each can be read for itself. */
export const takeComparison = (said: string): string | undefined => {
  const text = asPairs.reduce((paired, [sentence, pair]) => paired.replace(sentence, pair), said);
  if (!cues.some((cue) => cue.test(text)) && !/\s(?:vs\.?|versus)\s/iu.test(text)) return undefined;
  const joined = text.replace(between, " and ");
  return cues.reduce((rest, cue) => rest.replace(cue, " "), joined);
};
