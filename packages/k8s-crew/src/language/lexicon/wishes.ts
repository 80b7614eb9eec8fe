import { numberPattern } from "../numbers.ts";

type Wish = readonly [wish: RegExp, request: string];

/**
 * “把 x 停了”, “x 先停掉”, “x 停了吧” ask for it; “x 停了”, “x 副本归零了” tell or ask that it is so. Who or what did it, and
 * when it was, is no part of a wish.
 */
const asked = "(?:帮我|给我|请|麻烦你?|你|先|现在)*";
const noWish =
  "为什么|为啥|为何|怎么|什么|啥|谁|哪|几|多少|是不是|是否|有没有|会不会|能不能|要不要|如果|要是|万一|昨|刚|已经?|被|自己|自动|突然|又|老是|总";
const stopped = `(?<what>(?:(?!${noWish})[^，。,？?]){1,40}?)`;
const forNow = "(?:先|暂时|暂且|临时|现在|都|全)*";
const bareStop = "(?:停掉|关掉|关停|下掉|停用|下线|停)(?:一下)?";
const hanStop = "(?:停掉|关掉|关停|下掉|停用|下线|停)(?:一下|下来)?了?";
const noReplicas = "副本数?(?:先|都|全部?)*(?:归零|清零|归 ?0|(?:缩|调|降|设|改|减)(?:到|成|为) ?(?:0|零) ?个?)";
const toNone = `(?:[，,、；\\s]*(?:也就是|即|就是)?(?:把|将)?${noReplicas})`;
const end = "(?:吧|呗)?[。.!！\\s]*$";

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
  [new RegExp(`^${asked}(?:把|将)${stopped}${forNow}给?${hanStop}${toNone}?${end}`, "u"), "把 $<what> 缩容到 0 个副本"],
  [
    new RegExp(`^${asked}${stopped}${forNow}(?:${bareStop}|${hanStop}(?:吧|呗))${toNone}?${end}`, "u"),
    "把 $<what> 缩容到 0 个副本",
  ],
  [new RegExp(`^${asked}${hanStop}\\s?${stopped}${toNone}${end}`, "u"), "把 $<what> 缩容到 0 个副本"],
  [
    /^\s*(?:(?:请|麻烦|帮我|给我|先|现在|快)\s?)*(?:停掉|关掉|停用|停下|停止)\s?(?<what>(?:[A-Za-z\d][\w.-]*\s?(?:里面?|下面?|中)?的\s?)?[A-Za-z\d][\w./-]*(?:\s?(?:这个|那个)?(?:服务|应用|deployment|deploy))?)(?:吧|呗|一下)?[。.!！]*$/iu,
    "把 $<what> 缩容到 0 个副本",
  ],
  [new RegExp(`^${asked}(?:把|将)${stopped}的?${noReplicas}(?:一下|了)?${end}`, "u"), "把 $<what> 缩容到 0 个副本"],
  [
    new RegExp(`^${asked}${stopped}的?${noReplicas}(?:一下)?(?:了?(?:吧|呗))?${end}`, "u"),
    "把 $<what> 缩容到 0 个副本",
  ],
  [
    /^\s*(?:(?:please|pls|can you|could you|now|let's|just|i want to|we need to)\s+)*(?:stop|halt|park)\s+(?:the\s+)?(?<what>(?!(?:it|that|this|them|these|those|all|everything|anything|here|now|there|please|me|us|for|at|in|on|after|with|a|an|\w+ing)(?![\w./-]))[\w./-]+(?:\s+(?:in|on)\s+[\w./-]+)?)(?:\s+(?:for now|for a while|for the moment|temporarily|tonight|please))*[.!]*\s*$/iu,
    "scale $<what> to 0",
  ],
];

/** “Bump web up to three replicas” is no wish for a list of what has up to three. */
const targets: readonly Wish[] = [
  [
    new RegExp(
      String.raw`\b(?:bump|bring|take|raise|push|increase|reduce|lower|scale|set|move|get)\b(?<what>[^?.,;]{0,60}?)\b(?:up|down|back) to (?<count>${numberPattern})\s+(?:replicas?|instances?|copies|pods)\b`,
      "iu",
    ),
    "scale $<what> to $<count> replicas",
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

/** How to mend something is told by what is wrong with it. */
const mends: readonly Wish[] = [
  [
    /^\s*(?:(?:and|so|ok|okay|then|please|can you|could you),?\s+)*(?:how (?:do|can|could|should|would) (?:i|we|you|one)|how to|help me|help us)?\s*(?:fix|repair|mend)(?: the)? (?<what>(?!it\b|this\b|that\b|them\b|these\b|those\b|all\b|the\b)[^?.,;]{2,60}?)[?.!\s]*$/iu,
    "what is wrong with $<what>",
  ],
  [
    /^(?<what>(?:(?!怎么|如何|这|那|它|问题|我)[^，。,？?]){2,50}?)(?:的问题|挂了|坏了|出问题了)?(?:应该|该|要|得)?(?:怎么|如何|咋)(?:修|修复|修好|解决|处理|办|弄好|搞定)(?:呢|啊|吗|一下)?[?？!！。\s]*$/u,
    "$<what> 怎么了",
  ],
];

/** Whether it is well again is told by what is wrong with it. */
const wellAgain: readonly Wish[] = [
  [
    /^\s*(?:(?:and|so|ok|okay|now),?\s+)*is (?<what>it|that|this)(?: now)? (?:fixed|solved|resolved|repaired|better|back|up again|working again|healthy again|ok again|fine again|running again|good again)(?: now| again| yet| already)*[?.!\s]*$/iu,
    "why is $<what> failing",
  ],
  [
    /^\s*(?:(?:and|so|ok|okay|now),?\s+)*(?:what'?s|what is|whats) (?:still )?(?:wrong|the (?:problem|matter|issue|trouble)) with (?<what>it|that one|this one|them)(?: now)?[?.!\s]*$/iu,
    "why is $<what> failing",
  ],
  [
    /^(?:它|这个|那个)?(?:现在|这下|已经)?(?:修好|修复|解决|恢复|恢复正常|好|搞定|正常)了(?:吗|么|没有?|没)[?？。.!\s]*$/u,
    "它怎么了",
  ],
];

/** A verb whose second word stands behind what it is done to. */
const apart: readonly Wish[] = [
  [/\broll (?<what>[^?.,;]{1,50}?) back\b(?! to\b)/iu, "roll back $<what>"],
  [
    /\b(?:switch|go|revert|take) (?<what>[^?.,;]{1,50}?) back to (?:the )?(?:previous|last|old|former|earlier) (?:version|revision|release|one)\b/iu,
    "roll back $<what>",
  ],
];

/** What runs somewhere is told by its pods, in whatever state. */
const running: readonly Wish[] = [
  [/(?:啥|什么|一个)(?:东西|服务)?(?:也|都)(?:没有?)(?:在)?(?:跑|运行|部署)(?:着|了|起来)?/u, "列出 pod"],
  [
    /\bwhat(?:'?s| is| all is| do we have| have we got| are we)? (?:currently |actually |still |all )?(?:runn?ing|runs|run|deployed)(?! (?:out|low|into|short|slow|hot|the|a|an|behind)\b)(?= (?:in|on|there|here|under|inside|at)\b|[?.!\s]*$)/iu,
    "list pods",
  ],
  [
    /(?:都|现在|目前)?(?:在)?(?:跑|运行|部署)(?:了|着|的)?(?:都)?(?:是)?(?:些|一些)?(?:啥|什么|哪些)(?:东西|服务|应用|程序)?(?=[呢啊呀吗?？!。.]*$)/u,
    "列出 pod",
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

/** What is on a node is told by its pods, what keeps traffic out by the policies. */
const told: readonly Wish[] = [
  [
    /\bwhat(?:'?s| is| all is| else is)? (?:currently |still |sitting |scheduled |placed )?on (?=(?:the )?(?:node|machine|host|ip-)\b)/iu,
    "list pods on ",
  ],
  [
    /(?<=(?:节点|机器|主机|node)\s?[\w.-]+\s?上面?)(?:都|还|现在)?有(?:些)?(?:啥|什么|哪些)(?:东西)?(?=[呢啊呀吗?？!。.]*$)/iu,
    "有哪些 pod",
  ],
  [
    /\bwhat(?:'?s| is)? (?:blocking|filtering|restricting|limiting|isolating|denying) (?:the |all |my )?(?:network |ingress |egress |incoming |outgoing )?(?:traffic|access|connections?|network)\b(?: (?:in)?to| from| of| for| in)?/iu,
    "list network policies in",
  ],
  [
    /(?:是)?(?:什么|谁|哪些|哪个)(?:策略|规则)?(?:在)?(?:挡|拦|限制|阻止|屏蔽)(?:住|着)?了?\s?(?<what>[\w-]+)\s?的?(?:流量|访问|网络)/u,
    "$<what> 里的网络策略",
  ],
];

/** What is said of a log in other words than its own. */
const odd =
  "(?:weird|strange|odd|unusual|suspicious|fishy|interesting|funny|off|alarming|bad|ugly|nasty|wrong|worrying|stupid|relevant)";
const grumbling = "(?:whin|moan|complain|grumbl|bitch|rant|yell|scream|cry|mutter|babbl|ramble?|chatter|shout)ing";
const logged: readonly Wish[] = [
  [
    new RegExp(`\\b(?:anything|something|any|some)(?:thing)? ${odd}(?= (?:in|from|inside)\\b.*\\blogs?\\b)`, "iu"),
    "any errors",
  ],
  [
    new RegExp(`(?<=\\blog(?:s|ging|ged)? )(?:anything|something|any|some)(?:thing)? ${odd}(?=[\\s?.!]*$)`, "iu"),
    "any errors",
  ],
  [
    /(?<=(?:日志|log)s?\s?(?:里面?|中|内容)?)(?:有没有|有什么|有啥|有)(?:什么|啥)?(?:异常|可疑|奇怪|不对劲|不正常|特别|猫腻)的?(?:内容|东西|地方|信息)?/iu,
    "有没有报错",
  ],
  [
    new RegExp(
      `\\bwhat (?:the )?(?<what>[a-z][\\w.-]*\\w)(?:'s)?(?: pods?)? (?:(?:is|was|has been|keeps|are)(?: on)? )?(?:${grumbling}|going on|on) about\\b`,
      "iu",
    ),
    "logs of $<what>",
  ],
  [
    /(?<what>[a-z][\w.-]*\w)\s?(?:那边|那里|里面)?(?:刚才|最近|现在)?(?:都|一直|老是?|又|还|到底|究竟)*在?(?:打印|输出|刷|吐|叨叨|嚷嚷|喊|骂|抱怨|念叨|嘀咕|唠叨|报)(?:了|的)?(?:些|点)?(?:啥|什么)(?:东西|内容|玩意儿?)?(?=[\s呢啊呀?？。!！]*$)/iu,
    "$<what> 的日志",
  ],
  [
    /(?<what>[a-z][\w.-]*\w)\s?(?:刚才|最近|现在)?(?:都|一直|老是?|又|还|到底|究竟)*在?(?:报|抛)(?:了|的)?(?:些|点)?(?:啥|什么)(?:错|异常|错误)(?=[\s呢啊呀?？。!！]*$)/iu,
    "$<what> 的日志里的报错",
  ],
  [
    /\b(?:the )?(?:only |just )?error[ -]?(?:level )?(?:lines?|messages?|entries)\b(?: (?:from|of|in)(?= ))?/iu,
    "error logs of",
  ],
  [/error\s?(?:级别)?的?(?:那?几行|行|内容)/iu, "错误日志"],
  [
    /[,，。]?\s?日志(?:里|上|中)?(?:有没有|有无|有)?(?:什么|啥|点|些)?(?:线索|端倪|蛛丝马迹|说法|提示)(?:没有?|吗|么|不)?(?=[\s?？。!！]*$)/u,
    "，查一下原因，看报错",
  ],
  [
    /[,，。]?\s?(?:从)?日志(?:里|上|中)?(?:能不能|能否|能|可以|可)?看(?:得)?出(?:来)?(?:点|些)?(?:啥|什么|问题|端倪|原因|毛病)?(?:不|吗|么|来)?(?=[\s?？。!！]*$)/u,
    "，查一下原因，看报错",
  ],
];

/** How the night was. */
const nights: readonly Wish[] = [
  [
    /\b(?:how (?:was|did|were)(?: things| it| everything)?|was it a (?:quiet|calm|rough|busy)|(?:quiet|calm|rough|busy)|anything (?:bad |interesting |wrong )?(?:during|from|over|in)?)(?: (?:the|go))? ?(?:last night|night|overnight)(?: go)?(?=[\s?.!]*$)/iu,
    "what happened last night",
  ],
];

/** What is asked or said of the codes that something answers with. */
const answering: readonly Wish[] = [
  [
    /^\s*(?:is |are |why is |why are )?(?:the )?(?<what>[a-z][\w.-]*\w)(?: pods?)?(?: (?:is|are|still|now|keeps?))*(?: (?:throwing|giving|returning|getting|serving|spitting|sending|full of|throws|gives|returns|gets)(?: out| back| me| us| a lot of| lots of| many| so many| only| tons of)*)? (?<code>5\d\d|5xx)(?:'?s| errors?)?[\s?!.]*$/iu,
    "why is $<what> giving $<code> errors",
  ],
  [
    /(?:最近|今天|刚才|现在)?(?:有没有|有无|有)(?:报|返回|出现|出)?过?\s?(?<code>[45]\d\d|5xx)(?:错误|的?请求|状态码)?(?:吗|么|没有?)?(?=[\s?？。]*$)/u,
    "的日志里有没有 $<code>",
  ],
];

/** Nothing stands behind a service: why, is what is asked. */
const lacking: readonly Wish[] = [
  [/(?:怎么|咋)(?=(?:会)?(?:一个|啥|什么|一点|半个)?[^，。？?]{0,12}(?:都|也)(?:没有?|不))/u, "为什么"],
];

/**
 * Wishes that name what should be different and not the verb that does it, as patterns, and the request that they come
 * to.
 */
export const wishes: readonly Wish[] = [
  ...starts,
  ...told,
  ...targets,
  ...mends,
  ...wellAgain,
  ...apart,
  ...asking,
  ...stops,
  ...running,
  ...logged,
  ...nights,
  ...answering,
  ...lacking,
];
