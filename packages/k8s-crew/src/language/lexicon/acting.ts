/**
 * Words that ask that something be done about a thing, without saying what: “make it work again”, “搞定它”. They stand
 * beside the verbs of `intents.ts`, which say what.
 */

/** Each line lists phrases, separated by commas. */
export const actingWords: readonly string[] = [
  "fix, repair, heal, mend, restore, recover, rescue, revive, resurrect, unblock, unstick, solve, resolve, remedy, patch up, clean it up",
  "make it work, make it run, make it go, make them work, get it working, get it running, get it going, get it back, bring it back, bring back, get it up, get them up, back up and running, work again, working again, running again",
  "sort out, sort it out, sort this out, deal with, take care of, handle it, handle this, handle that, do something, do your thing, do what it takes, do whatever it takes, do it, do that, go ahead, make it so, over to you, your call",
  "kick it, nudge, spin up, spin down, bring up, bring down, take down, take out, take offline, shut down, turn off, turn on, switch off, switch on, stop, halt, free up, make room, grow, shrink, move",
  "has to go, have to go, must go, needs to go, need to go, should be gone, want it gone, want them gone",
  "修好, 修一下, 修下, 修一修, 修复, 修理, 修它, 修了它, 帮我修, 搞定, 搞好, 弄好, 整好, 搞起来, 弄起来, 整起来, 拉起来, 跑起来, 活过来, 复活, 救活, 救一下, 救救, 抢救",
  "解决掉, 解决一下, 解决它, 处理掉, 处理一下, 处理下, 处理它, 收拾, 摆平, 想想办法, 想个办法, 想办法, 做点什么, 做点事, 帮忙弄, 动手, 照做, 就这么办, 就这样办, 就这么做, 按你说的, 交给你, 你看着办",
  "让它, 让他们, 恢复正常, 恢复一下, 恢复它, 恢复服务, 下线, 停掉, 关掉, 停用, 下掉, 挪走, 迁走, 腾出, 弄走, 踢掉, 不要了, 不想要, 别留",
];

/** The same, where one word does not tell: each is a pattern of a clause. */
export const actingPatterns: readonly RegExp[] = [
  /^(?:(?:please|pls|now|just|then|and|so|ok|okay|can you|could you|would you|will you|let's|i want (?:you )?to|we need to|i need (?:you )?to|go|help me(?: to)?)\s+)*(?:make(?! (?:me |us )?(?:a|an|the|some)? ?(?:table|list|summary|report|overview|plan|guess))|let(?! me| us)|give(?! me| us)|bring(?! me| us)|put(?! it in a| that in a)|turn|switch|add|kick|take|start(?! with| by| from)|bump|open|close|move|run)\b/iu,
  /\b(?:need|needs|want|wants|wanted|at|to|with|on|down to|up to) (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|more|fewer|another|some more) (?:more )?(?:replicas?|copies|copy|instances?|pods?)\b/iu,
  /(?:把|将|给|让)[^，。,.？?！!]{1,40}?(?:停|关|换|改|调|加|减|挪|迁|移|弄|搞|整|扩|缩|升|降|删|起|开|修)/u,
  /(?:停|关|换|改|调|挪|弄|搞|整|升|降|开|起|加|减)(?:掉|一下|下去|成|到|好|吧|大|小|走|几个|一个|两个)/u,
  /(?:跑|开|起)一?个(?!不)/u,
  /(?:跑|开|起|要|加|减|留)\s?(?:\d+|[一二两三四五六七八九十]+|几)\s?(?:份|个副本|个实例|个 ?pod|台)/iu,
];

/** A clause that asks how, what or whether asks for no deed. */
export const askingClause =
  /\b(?:how|what|why|which|who|whose|when|where|should (?:i|we)|shall i|is there|are there|does|did|has|have (?:i|we|you|they|it)|was|were|is it|is that)\b|怎么|怎样|如何|为什么|为啥|什么|啥|谁|哪|几个人|多少|是不是|是否|有没有|能不能告诉|[吗么呢]\s*[?？。]*$|了没/iu;
