import { numberPattern } from "../numbers.ts";

/**
 * Wishes for more or fewer of something than there are, as patterns, and the request that they come to. `sign`: so many
 * (the group `count`; one where none is said; left open where `some` are meant) are added or taken away; `times`: there are to be
 * so many times as many.
 */
export type RelativeWish = {
  readonly wish: RegExp;
  readonly request: string;
  readonly sign?: 1 | -1;
  readonly times?: number;
};

const number = String.raw`(?:${numberPattern}|an?\b|one\b)`;
const copies = "(?:instances?|replicas?|copies|copy)";
const some = String.raw`(?<some>点|些|几个|一些|几)`;
const han = String.raw`(?:${some}|(?<count>${numberPattern})\s?个?)`;
const polite = String.raw`^\s*(?:(?:please|pls|can you|could you|now|let's|just|i want to|we need to|and|then|ok|okay),?\s+)*`;
/** What is measured has no replicas. */
const unmeasured = String.raw`(?!.*(?:\b(?:memory|mem|ram|cpu|disk|storage|limits?|requests?|quota|timeout)\b|内存|磁盘|存储|带宽|配额|(?<![a-z])cpu|时间))`;

/** `verb` may begin a request by itself, `as` stands after another verb. */
const times: readonly (readonly [verb: string, as: string, zh: string, times: number])[] = [
  [
    "double",
    "double|twice|2x",
    "翻倍|翻一倍|翻个倍|翻番|翻一番|加倍|加一倍|增加一倍|扩容?一倍|(?:扩容?|加|翻|增加)(?:到|成|至)?(?:原来的)?(?:两|二|2)倍",
    2,
  ],
  [
    "triple|treble",
    "triple|treble|thrice|3x",
    "翻两倍|翻三倍|(?:扩容?|加|翻|增加)(?:到|成|至)?(?:原来的)?(?:三|3)倍",
    3,
  ],
  ["quadruple", "quadruple|4x", "(?:扩容?|加|翻|增加)(?:到|成|至)?(?:原来的)?(?:四|4)倍", 4],
  ["halve", "halve", "减半|砍半|砍一半|减一半|减掉一半|减少一半|缩减?一半|缩容一半|缩(?:容|减)?(?:到|成|至)一半", 0.5],
];

const timesWishes: readonly RelativeWish[] = times.flatMap(([verb, as, zh, factor]) => [
  {
    wish: new RegExp(
      String.raw`${polite}${unmeasured}(?:${verb})\b(?:\s+(?:the|its|their))?(?:\s+(?:number|amount|count) of)?(?:\s+(?:${copies}|pods))?(?:\s+(?:count|number))?(?:\s+(?:of|for|in|on))?(?<what>[^?]{0,60}?)[.!\s]*$`,
      "iu",
    ),
    request: "scale $<what>",
    times: factor,
  },
  {
    wish: new RegExp(
      String.raw`${polite}${unmeasured}(?:scale|bump|take|bring)\b(?<what>[^?]{0,60}?)(?:\bup )?(?:\bto |\bby )?\b(?:${as})(?:\s+(?:the|its|as many))?(?:\s+(?:${copies}|size|pods))?[.!\s]*$`,
      "iu",
    ),
    request: "scale $<what>",
    times: factor,
  },
  {
    wish: new RegExp(
      String.raw`^${unmeasured}(?<what>[^，。,？?]{0,40}?)的?(?:副本|实例)?数?量?(?:再|先)?(?:${zh})(?:一下)?(?:吧|呗)?[。.!！\s]*$`,
      "iu",
    ),
    request: "扩容 $<what>",
    times: factor,
  },
]);

/** “Give me 2 more web pods”. */
const moreOf = (words: string, sign: 1 | -1): readonly RelativeWish[] => [
  {
    wish: new RegExp(
      String.raw`${polite}(?:give me |i need |we need |i want |we want |add |get |run )?(?<count>${number})\s+(?:${words})\s+(?<what>(?!${copies}\b|pods?\b)[\w./-]+)\s+(?:${copies}|pods?)\b(?<rest>[^?.,;]*)`,
      "iu",
    ),
    request: "scale $<what> $<rest>",
    sign,
  },
];

export const relativeWishes: readonly RelativeWish[] = [
  // “Give me 2 more shop pods”: with its name, pods are what is scaled.
  {
    wish: new RegExp(
      String.raw`\b(?:give me|get me|i need|we need|add|spin up|start)\s+(?<count>another|${number}(?=\s+(?:more|extra|additional)\b))\s+(?:more |extra |additional )?(?!${copies}\b|pods?\b)(?<what>[\w./-]+)\s+(?:${copies}|pods?)\b(?<rest>[^?.,;]*)`,
      "iu",
    ),
    request: "scale $<what> $<rest>",
  },
  {
    wish: new RegExp(
      String.raw`${polite}${unmeasured}(?:cut|reduce|scale|bring)(?: down)?\b(?<what>[^?]{0,60}?)(?:\bdown )?\b(?:in|by|to) half\b(?! an? dozen)(?<rest>[^?]*)$`,
      "iu",
    ),
    request: "scale $<what> $<rest>",
    times: 0.5,
  },
  ...timesWishes,
  {
    wish: new RegExp(
      String.raw`\b(?:(?:i|we|you)(?:'d| would)? (?:\w+ )?(?:need|want|like)|give|add|get|spin up|start|bring up|launch|run|put up)\b(?<what>[^?.,;]{0,60}?)(?:\b(?<count>${numberPattern}) )?\b(?:(?<some>(?:(?!${numberPattern})\w+ )?more)|more|additional|extra|another)\b(?<kind>[^?.,;]{0,40}?)\b${copies}\b(?<rest>[^?.,;]*)`,
      "iu",
    ),
    request: "scale $<kind> $<what> $<rest>",
    sign: 1,
  },
  ...moreOf("more|extra|additional", 1),
  ...moreOf("fewer|less", -1),
  {
    wish: new RegExp(
      String.raw`^${unmeasured}(?=.*(?:\b${copies}\b|\b(?:of|for|add|run|start)\b))(?:and |ok |okay |now |please |just |add |run |start )*(?<count>${number})(?: ${copies})? more(?: ${copies}| pods?)?(?: (?:of|for)\b)?(?<what>[^?.,;]{0,60}?)(?: please)?[.!\s]*$`,
      "iu",
    ),
    request: "scale $<what>",
    sign: 1,
  },
  {
    wish: new RegExp(
      String.raw`${polite}${unmeasured}(?:add|put up)\s+(?<count>${number})\s+(?:${copies}|pods?)\b(?: (?:to|of|for|on|in)\b)?(?<what>[^?.,;]*)`,
      "iu",
    ),
    request: "scale $<what>",
    sign: 1,
  },
  {
    wish: new RegExp(
      String.raw`${polite}${unmeasured}(?:remove|drop|take away|take|kill|cut|give up|shed)\s+(?<count>${number})\s+(?:of (?:the|its) )?${copies}\b(?: (?:from|off|of|for|away from)\b)?(?<what>[^?.,;]*)`,
      "iu",
    ),
    request: "scale $<what>",
    sign: -1,
  },
  {
    wish: new RegExp(
      String.raw`${unmeasured}\b(?:scale|run|make it|give|use)\b(?<what>[^?.,;]{0,60}?)\b(?<count>${number}) (?:fewer|less)(?: ${copies})?(?<rest>[^?.,;]*)`,
      "iu",
    ),
    request: "scale $<what> $<rest>",
    sign: -1,
  },
  // “Scale web to 2 more replicas” is no number of replicas, whatever the “to” says.
  {
    wish: new RegExp(
      String.raw`${polite}${unmeasured}(?:scale|bump|bring|take)\b(?<what>[^?.,;]{0,60}?)(?: up)? to (?<count>${number}) (?:more|extra|additional)\b(?: ${copies}| pods?)?(?<rest>[^?.,;]*)`,
      "iu",
    ),
    request: "scale $<what> $<rest>",
    sign: 1,
  },
  {
    wish: new RegExp(
      String.raw`^${unmeasured}(?:把|给)?(?<what>[^，。,？?]{0,40}?)(?:增加|扩容?|加|调|升)(?:到|成|至)(?:再)?多\s?${han}\s?(?:实例|副本|(?<![A-Za-z])(?:replicas?|instances?)(?![A-Za-z]))?`,
      "iu",
    ),
    request: "扩容 $<what>",
    sign: 1,
  },
  {
    wish: new RegExp(
      String.raw`${polite}${unmeasured}scale(?: (?:down|in))(?<what>[^?.,;]{0,60}?)\bby (?<count>${number})(?! ?(?:%|percent|times|x))(?: ${copies}| pods?)?(?<rest>[^?.,;]*)`,
      "iu",
    ),
    request: "scale $<what> $<rest>",
    sign: -1,
  },
  {
    wish: new RegExp(
      String.raw`${polite}${unmeasured}(?:scale\b(?<what>[^?.,;]{0,60}?)\b(?:down|in)|(?:reduce|decrease|lower)\b(?=[^?.,;]*\b(?:${copies}|pods)\b)(?<kind>[^?.,;]{0,60}?)) by (?<count>${number})(?! ?(?:%|percent|times|x))(?: ${copies}| pods?)?(?<rest>[^?.,;]*)`,
      "iu",
    ),
    request: "scale $<what> $<kind> $<rest>",
    sign: -1,
  },
  {
    wish: new RegExp(
      String.raw`${polite}${unmeasured}(?:scale(?<what>[^?.,;]{0,60}?)(?: (?:up|out))?|(?:increase|raise|bump|grow)\b(?=[^?.,;]*\b(?:${copies}|pods)\b)(?<kind>[^?.,;]{0,60}?)) by (?<count>${number})(?! ?(?:%|percent|times|x))(?: ${copies}| pods?)?(?<rest>[^?.,;]*)`,
      "iu",
    ),
    request: "scale $<what> $<kind> $<rest>",
    sign: 1,
  },
  {
    wish: new RegExp(
      String.raw`(?<what>[^，。,？?]{0,40}?)(?:要|需要|想)?(?:多|再|多给)?(?:增加|加|扩|起|开|跑)上?\s?${han}\s?(?:实例|副本|(?<![A-Za-z])(?:replicas?|instances?)(?![A-Za-z]))(?!数|到|成|为|至)`,
      "iu",
    ),
    request: "扩容 $<what>",
    sign: 1,
  },
  {
    wish: new RegExp(
      String.raw`(?<what>[^，。,？?]{0,40}?)的?(?:副本|实例)数?(?:要|需要)?(?:再|多)(?:多|再)?(?:增加|加|扩|起|开)上?\s?${han}`,
      "iu",
    ),
    request: "扩容 $<what>",
    sign: 1,
  },
  {
    wish: new RegExp(
      String.raw`(?:再|多)(?:给我|帮我)?(?:增加|加|扩|起|开|跑)\s?${han}\s?(?<what>[^，。,？?]{1,40}?)的?(?:副本|实例)`,
      "iu",
    ),
    request: "扩容 $<what>",
    sign: 1,
  },
  {
    wish: new RegExp(
      String.raw`^${unmeasured}(?:把|给)?(?<what>[^，。,？?]{0,40}?)(?:再|多)(?:多|再)?(?:加|扩|起|开)\s?${han}(?:吧|呗)?[。.!！\s]*$`,
      "iu",
    ),
    request: "扩容 $<what>",
    sign: 1,
  },
  {
    wish: new RegExp(
      String.raw`^${unmeasured}(?<what>[^，。,？?]{0,40}?)(?:再)?(?:减少|减掉|减去|减|去掉|下掉|缩掉|撤掉|少跑|少)\s?${han}\s?(?:实例|副本|(?<![A-Za-z])(?:replicas?|instances?)(?![A-Za-z]))`,
      "iu",
    ),
    request: "缩容 $<what>",
    sign: -1,
  },
  {
    wish: new RegExp(
      String.raw`^${unmeasured}(?<what>[^，。,？?]{0,40}?)的?(?:副本|实例)数?(?:再)?(?:减少|减掉|减去|减)\s?${han}`,
      "iu",
    ),
    request: "缩容 $<what>",
    sign: -1,
  },
];

/** A question for such a change, or one that was made, asks for none. */
export const asksOrTells =
  /为什么|为啥|怎么|如何|谁|什么时候|是不是|有没有|如果|会不会|要不要|该不该|了吗|了[？?]|\b(?:why|how|who|when|did|does|was|were|has|have|had|should|if|what)\b/iu;
