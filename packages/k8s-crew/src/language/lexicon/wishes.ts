type Wish = readonly [wish: RegExp, request: string];

/** To stop what a workload runs and keep it is to run none of it. A question for it asks for no change. */
const stops: readonly Wish[] = [
  [
    /^\s*(?:(?:please|pls|can you|could you|now|let's|just|i want to|we need to)\s+)*(?:turn|switch|shut|power|take) (?<what>(?!it\b|that\b)[\w./-]+) (?:off|down|offline)\b(?<rest>[^?;]*)/iu,
    "scale $<what> to 0 $<rest>",
  ],
  [
    /^\s*(?:(?:please|pls|can you|could you|now|let's|just|i want to|we need to)\s+)*(?:turn off|switch off|shut down|shut off|power off|power down|stop running)\s+(?<what>[^?.,;]{1,60}?)(?:\s+(?:for now|for a while|for the moment|temporarily|tonight|please))*(?<end>[?.,;!]*)\s*$/iu,
    "scale $<what> to 0$<end>",
  ],
  [
    /^(?<what>(?:(?!为什么|为啥|怎么|谁|哪|是不是|有没有)[^，。,？?]){1,40}?)(?:先|暂时|临时|现在)?(?:给)?(?:停掉|关掉|停了|关停|停一下|停用|下线|先停)(?:一下|了)?(?:吧|呗)?[。.!！]*$/u,
    "把 $<what> 缩容到 0 个副本",
  ],
];

/** “What is unused that we can delete” asks what there is, and for no deletion. */
const doAway = "delete|remove|throw away|throw out|get rid of|clean up|clear out|purge|drop|kill|trash";
const ended = "(?:old|completed|finished|failed|evicted|done|dead|stale|stopped|terminated|leftover|orphaned|unused)";
const asking: readonly Wish[] = [
  [
    new RegExp(
      `(?<what>\\b(?:what|which|any)\\b[^?.]{0,40}?) (?:can|could|may|should) (?:i|we|you) (?:safely )?(?:${doAway})\\b`,
      "iu",
    ),
    "$<what>",
  ],
  [
    new RegExp(
      `^(?:can|could|may|should) (?:i|we) (?:safely )?(?:${doAway}) (?:the |all |all the |those |any )?(?<what>[^?.]{0,30}\\b${ended}\\b[^?.]{0,30}s\\b[^?.]*)`,
      "iu",
    ),
    "list $<what>",
  ],
  [
    new RegExp(
      `^(?<what>[^?.]{0,40}\\b${ended}\\b[^?.]{0,20}s) (?:that |which )?(?:i|we|you) (?:can|could|may|should)(?: safely)? (?:${doAway})\\b`,
      "iu",
    ),
    "list $<what>",
  ],
  [
    /^(?<what>[^，。？?]{0,30}(?:旧|老|完成|跑完|失败|结束|驱逐|废弃)[^，。？?]{0,6}(?:job|pod|任务|副本集|replicaset)s?)\s?(?:都)?(?:可以|能|能不能|可不可以)(?:都|直接|全)?(?:被)?(?:清理掉?|清掉?|删掉?|删除|删了)(?:了)?(?:吗|么|不)?[?？]?$/iu,
    "列出 $<what>",
  ],
  [
    new RegExp(
      `(?<what>\\b(?:what(?:'?s)?|which|anything|something|is there|are there)\\b[^?.]{0,60}?)\\b(?:that )?(?:we|i|you|one)?\\s*(?:can|could|may|might|should)(?: safely)?(?: be)? (?:${doAway})d?\\b`,
      "iu",
    ),
    "$<what>",
  ],
  [
    /(?<what>(?:有没有|有什么|有啥|有哪些|哪些|什么|啥)[^，。,？?]{0,30}?)(?:是)?(?:可以|能|能够|该|应该)(?:直接|安全地?|放心)?(?:被)?(?:清理掉?|清掉|删掉|删除|删|干掉|扔掉|移除|清除)(?:的)?(?:吗|么)?(?=[?？!。.]*$)/u,
    "$<what>",
  ],
];

/** What runs somewhere is told by its pods, in whatever state. */
const running: readonly Wish[] = [
  [
    /\bwhat(?:'?s| is| all is| do we have| have we got| are we)? (?:currently |actually |still |all )?(?:runn?ing|runs|run|deployed)(?! (?:out|low|into|short|slow|hot|the|a|an|behind)\b)(?= (?:in|on|there|here|under|inside|at)\b|[?.!\s]*$)/iu,
    "list pods",
  ],
  [
    /(?:都|现在|目前)?(?:在)?(?:跑|运行|部署)(?:了|着|的)?(?:都)?(?:是)?(?:些|一些)?(?:啥|什么|哪些)(?:东西|服务|应用|程序)?(?=[呢啊呀吗?？!。.]*$)/u,
    "列出 pod",
  ],
];

const count = String.raw`(?:\d{1,3}|an?|one|two|three|four|five|six|another)`;
const copies = "(?:instances?|replicas?|copies|copy|pods?)";
/** “Add 2 replicas to web”, “one more pod for web”, “scale web down by 1”, “web 少一个副本”: by how many is read elsewhere. */
const moreOrLess: readonly Wish[] = [
  [
    new RegExp(
      `\\b(?:add|remove|drop|put up|take away)\\s+${count}\\s+(?:more\\s+|extra\\s+)?${copies}\\s+(?:to|for|of|from|on)\\s+(?<what>[^?.,;]{1,60})`,
      "iu",
    ),
    "scale $<what>",
  ],
  [
    new RegExp(
      `\\b(?:give me |i need |we need |add |get )?${count}\\s+(?:more|fewer|less|extra|additional)\\s+(?<what>(?!${copies}\\b)[\\w./-]+)\\s+${copies}\\b(?<rest>[^?.,;]*)`,
      "iu",
    ),
    "scale $<what> $<rest>",
  ],
  [
    new RegExp(
      `\\b(?:give me |i need |we need |add |get )?${count}\\s+(?:more|fewer|less|extra|additional)\\s+${copies}\\s+(?:of|for|on|to|from)\\s+(?<what>[^?.,;]{1,60})`,
      "iu",
    ),
    "scale $<what>",
  ],
  [
    new RegExp(
      `\\b(?:scale(?: up| down| out| in)?|(?:increase|decrease|raise|reduce|lower|bump)(?: the)?(?: number of)?(?: ${copies} of)?)\\s+(?<what>(?:(?!memory|cpu|limit|request|storage|disk|timeout)[^?.,;]){1,40}?)(?:'s)?(?: ${copies})?\\s+(?:up |down )?by\\s+${count}(?! ?%)(?: ${copies})?\\b(?<rest>[^?.,;]*)`,
      "iu",
    ),
    "scale $<what> $<rest>",
  ],
  [
    /(?:把|给|将)?\s?(?<what>[^，。,？?]{1,40}?)(?:的)?(?:副本|实例)?数?(?:要|需要|想)?(?:减少|减掉?|少|缩掉)(?:上|了)?\s?(?:[一两二三四五六七八九十\d]+)\s?个(?:实例|副本|(?<![A-Za-z])(?:replicas?|pods?)(?![A-Za-z]))?/iu,
    "缩容 $<what>",
  ],
];

/** To run again what was scaled away. */
const starts: readonly Wish[] = [
  [
    /\b(?:turn|switch|bring|spin|power)\s+(?:the\s+)?(?<what>(?!it\b|that\b|on\b|up\b)[\w./-]+)\s+back\s+(?:on|up)\b(?:\s+with|\s+at)?(?<rest>[^?;]*)/iu,
    "scale $<what> $<rest>",
  ],
  [
    /\b(?:bump|take|bring)\s+(?<what>[^?.,;]{1,60}?)\s+(?:up\s+|down\s+)?to\s+(?=(?:\d{1,3}|one|two|three|four|five|six)\s+(?:instances?|replicas?|copies|pods?)\b)/iu,
    "scale $<what> to ",
  ],
];

/**
 * Wishes that name what should be different and not the verb that does it, as patterns, and the request that they come
 * to. “Two more” is not “two”: the number is left out.
 */
export const wishes: readonly Wish[] = [
  ...moreOrLess,
  ...starts,
  [
    /\b(?:(?:i|we|you)(?:'d| would)? (?:\w+ )?(?:need|want|like)|give|add|get|spin up|start|bring up|launch|run|put up)\b(?<what>[^?.,;]{0,60}?)\b(?:(?:\w+ )?more|additional|extra|another)\b(?<kind>[^?.,;]{0,40}?)\b(?:instances?|replicas?|copies|copy)\b(?<rest>[^?.,;]*)/iu,
    "scale $<kind> $<what> $<rest>",
  ],
  [
    /(?<what>[^，。,？?]{0,40}?)(?:要|需要|想)?(?:多|再|多给)?(?:增加|加|扩|起|开|跑)上?\s?(?:点|些|几个|一些|[一两二三四五六七八九十\d]+\s?个)\s?(?:实例|副本|(?<![A-Za-z])(?:replicas?|instances?)(?![A-Za-z]))(?!数|到|成|为|至)/iu,
    "扩容 $<what>",
  ],
  [
    /(?<what>[^，。,？?]{1,40}?)的?(?:副本|实例)数?(?:要|需要)?(?:再|多)(?:多|再)?(?:增加|加|扩|起|开)上?\s?(?:点|些|几个|一些|[一两二三四五六七八九十\d]+\s?个)/iu,
    "扩容 $<what>",
  ],
  [
    /(?:再|多)(?:给我|帮我)?(?:增加|加|扩|起|开|跑)\s?(?:点|些|几个|一些|[一两二三四五六七八九十\d]+\s?个)\s?(?<what>[^，。,？?]{1,40}?)的?(?:副本|实例)/iu,
    "扩容 $<what>",
  ],
  ...asking,
  ...stops,
  ...running,
];
