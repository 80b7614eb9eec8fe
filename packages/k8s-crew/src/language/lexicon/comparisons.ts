import type { Field } from "../condition.ts";

/** Words that ask what is alike and what is not. */
export const sameness: readonly RegExp[] = [
  /\b(?:compar\w*|contrast\w*|vs\.?|versus|diffs?|differ(?:s|ed|ing|ent|ently|ence|ences)?|drift\w*|deviat\w*)\b/iu,
  /\b(?:same|identical|equal|alike|in sync|out of sync|match(?:es|ing)?|line up|lines up|side by side)\b|\bas \w+ as\b/iu,
  /\bbetween\b.+\band\b/iu,
  /对比|对照|对一对|比较|比一比|比比|比对|区别|差别|差异|差距|差(?:在|多少|哪|什么|啥|了|几)|对一下|[和跟与同拿][^，。]{1,40}(?:相|来)?比|出入|偏差/u,
  /不同|不一样|一样|一致|相同|同一个|同步|对得上|对不上|一个样|有变化/u,
];

/** Words that ask which of several has more of something, or whether one has. */
export const comparative: readonly RegExp[] = [
  /\b(?:more|fewer|less|most|fewest|least|bigger|biggest|larger|largest|smaller|smallest|older|oldest|newer|newest|younger|youngest|higher|highest|lower|lowest|greater|heavier|heaviest|ahead|behind|hungrier|faster|slower|latest)\b/iu,
  /(?:哪个|哪一个|哪边|哪台|哪家|谁)[^，。？]*[多少大小老旧新早晚高低占吃耗快慢]/u,
  /[比较](?!如|例|方)[^，。？]*[多少大小老旧新早晚高低占吃耗快慢]/u,
  /领先|落后/u,
];

/** What stands beside a place that lacks something another one has; `@` is the place. */
export const lacking: readonly string[] = [
  String.raw`@\s*(?:\w+\s+)?(?:does ?n[o']?t|doesnt|has ?n[o']?t|hasnt|lacks?|is missing|misses|without)(?![a-z])`,
  String.raw`\b(?:missing|absent|lacking|not|only|exclusive)\s(?:in|from|on|to)\s@`,
  String.raw`(?:只在|只有|仅在)\s*@`,
  String.raw`@\s*(?:集群|环境|命名空间)?\s*(?:里面?|上面?|中|那边)?\s*(?:却|还|就)?\s*(?:没有|没|缺|少)`,
];

/** Places that are meant without their names. */
export const everyPlace =
  /\b(?:both|across|two|three|all|each|every|between|my|our|the)\s(?:of\s)?(?:the\s|our\s|my\s)?(?:two\s|three\s|different\s)?(?:clusters|environments|envs|contexts)\b|\b(?:each|every) (?:cluster|environment|env|context)\b|(?:两|二|俩|几|三|四|各|多|所有|每)个?(?:集群|环境)|(?:集群|环境)(?:之间|间)|两边|两头|各边/iu;

/** A single other place is held against the one where the conversation is. */
export const againstHere =
  /\b(?:as|from|with|to|than|against|match(?:es)?|vs\.?|versus)\s+(?:(?:in|on|what|the one)\s+)*$|(?:和|跟|与|同|比|对比|对照)\s*$/iu;

/** The place where the conversation is, called by what it is. */
export const mainCluster =
  /主集群|主站|主那边|(?:这|当前|本|现在这)(?:个|边)?集群|(?:比|和|跟|与)(?:这边|这里|主)|\b(?:main|primary|current|this|home)(?: (?:cluster|one|site))\b|\b(?:than|as|with|to|from) (?:here|the (?:main|primary|current))\b/iu;

/** What things are held side by side by, by the words for it. */
export const aspects: readonly (readonly [field: Field, words: RegExp])[] = [
  ["image", /\b(?:images?|versions?|tags?|releases?|builds?)\b|镜像|版本/iu],
  ["replicas", /\b(?:replicas?|replica counts?|instances?|copies|scal(?:e|ed|ing))\b|副本|实例/iu],
  ["limits", /\b(?:limits?|resources?)\b|限制|上限|限额|资源/iu],
  ["requests", /\b(?:requests?|resources?)\b|请求|申请|资源/iu],
  [
    "env",
    /\benv(?:ironment)?[ -]?var(?:iable)?s?\b|\benv (?:of|for)\b|\b(?:same|different) env\b|[\w-] env\s*\??$|的\s?env(?![a-z])|环境变量/iu,
  ],
  ["data", /\b(?:keys|values|data|contents?|settings|entries)\b|内容|键值|配置项/iu],
  [
    "age",
    /\b(?:older|oldest|newer|newest|younger|youngest|ages?|created|deployed|longer)\b|更?老|更?旧|更?新|早|晚|创建/iu,
  ],
  ["ports", /\bports?\b|端口/iu],
  ["serviceAccount", /\bservice ?accounts?\b|服务账[号户]/iu],
  ["restarts", /\brestart(?:s|ed|ing)?\b|重启/iu],
];

/** What is in use is measured, not set. */
export const usage =
  /\b(?:us(?:e|es|ing|age)|eat(?:s|ing)?|consum\w+|tak(?:e|es|ing)|hog\w*|burn\w*|hungr\w+)\b(?=.*\b(?:cpu|mem(?:ory)?|ram|resources?)\b)|\b(?:cpu|mem(?:ory)?|ram)\b.*\b(?:us(?:e|es|ed|age)|consumption)\b|\b(?:more|less|most|least)\s(?:cpu|mem(?:ory)?|ram)\b|\b(?:the )?(?:cpu|memory|ram) of\b|\b(?:higher|highest|lower|lowest)\s(?:cpu|mem(?:ory)?|ram)\b|(?:内存|cpu)[^，。限请]{0,8}(?:高|低)|[占吃耗用][^，。]*(?:内存|cpu|资源)|(?:内存|cpu|资源)[^，。]*(?:占|吃|耗|用)/iu;

/** How many there are is asked. */
export const counting =
  /\b(?:how many|number of|count)\b|\b(?:more|fewer|most|fewest)\s\w+|数量|个数|几个|多少个|多还是|[多少](?:吗|么|呢)?[?？]?$/iu;

/** Words around a comparison that no table knows and that are no names. */
export const noNames =
  /^(?:does?n?t|don?t|hasn?t|isn?t|aren?t|what'?s|how'?s|where'?s|who'?s|there'?s|anything|something|everything|nothing|candidates?|vars?|variables?|env|change[ds]?|between|besides?|compared|kubectl|one|two|three|four|five|environments?|envs?|rn|u|ur|btw|wise)$/iu;
