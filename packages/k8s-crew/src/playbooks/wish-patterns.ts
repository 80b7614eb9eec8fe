/**
 * Wishes whose words stand apart and in any order, so that no list of phrases holds them. `of`: the playbook;
 * `kindless`: not where a kind is named, which is asked for on its own (“unused configmaps”).
 */
export type WishPattern = { readonly of: string; readonly pattern: RegExp; readonly kindless?: true };

const unusedEn =
  "(?:unused|orphan(?:ed|s)?|zombies?|stale|dangling|obsolete|abandoned|forgotten|left ?overs?|junk|garbage|cruft|clutter|dead ?weight|rotting|rotten|dusty|collecting dust|gathering dust)";
const unusedZh =
  "(?:没(?:有)?(?:什么|啥)?人(?:再|在)?(?:使)?用|没在用|用不(?:到|上|着)|不(?:再)?用了?的|没用|闲置|废弃|多余|残留|遗留|僵尸|吃灰|白占|占着茅坑|占(?:着)?地方|垃圾)";
const release = "(?:release|deploy(?:ment)?|roll-?out|update|upgrade)";
const releaseZh = "(?:上线|发布|发版|部署|更新|升级|滚动更新)";
const negated =
  "(?:did ?n['o]?t|does ?n['o]?t|has ?n['o]?t|have ?n['o]?t|wo ?n['o]?t|ca ?n['o]?t|never|not|no longer|failed to)";

const cleanUp = [
  /\b(?:anything|something|what|things?|stuff|junk)(?: \w+){0,4}? (?:we|i|you|one) (?:can|could|may|might) (?:safely |just )?(?:get rid of|ditch|nuke|throw (?:out|away)|chuck(?: out| away)?|toss(?: out)?|scrap|bin|trash|drop|do without)\b|\b(?:rotting|rotten|collecting dust|gathering dust)\b/iu,
  /\b(?:lying|laying|hanging|sitting|left|kicking) (?:around|over|behind)\b/iu,
  /\b(?:nobody|no ?one|nothing|no (?:team|person)) (?:\w+ )?(?:uses?|needs?|using|wants?|misses)\b/iu,
  new RegExp(
    `\\b${unusedEn}\\b(?:\\s+(?:stuff|things?|resources?|objects?|bits))?(?=\\s*(?:[?.!,]|$|in\\b|on\\b|here\\b|there\\b|around\\b|to\\b|that\\b|we\\b|i\\b|lying\\b))`,
    "iu",
  ),
  /\b(?:can|could|should|may|might) (?:we|i|you) (?:safely |just )?(?:get rid of|ditch|nuke|throw (?:out|away)|bin|trash)(?: (?:anything|something|things?|stuff|here|now|in .*))?\s*[?.!]*$/iu,
  /^(?:please |pls |let'?s |can you |could you |time to |help me |i want to |need to )*(?:tidy|clean|clear)(?:ing)?(?:[ -]?(?:up|out))?(?: (?:the|this|our|my))?(?: (?:cluster|place|mess|namespace|things?|stuff|house|a bit|here))*(?: pls| please)?[\s?.!,]*$/iu,
  new RegExp(
    `(?:有(?:没有|啥|什么|哪些)?|哪些|哪个|什么|啥|看看|查(?:一)?下|找(?:一)?下|列(?:一)?下).{0,10}${unusedZh}`,
    "iu",
  ),
  new RegExp(`${unusedZh}(?:了)?的?(?:都|全部?|统统|通通|给我|一起)*(?:删|清|干)(?:掉|了|除|理)?`, "iu"),
  new RegExp(
    `\\b(?:delete|remove|drop|kill|purge|clean(?: up)?) (?:all|everything|whatever|anything)(?: (?:that is|that's|which is|of the|the))? ${unusedEn}`,
    "iu",
  ),
  new RegExp(`${unusedZh}(?:了)?的?(?:东西|资源|玩意儿?|对象)`, "iu"),
  new RegExp(`(?:清|删|扔|收拾|打扫|整理|处理).{0,6}${unusedZh}`, "iu"),
  /(?:可以|能|该|要|应该|好)(?:清|删|扔|干)(?:理|掉|除|了)?(?:点|些|一下)?(?:啥|什么|哪些|的(?:东西|吗|么)?$|的(?:东西|资源))/iu,
  /^(?:帮我|帮忙|请|麻烦|来)?(?:清理|打扫|收拾|整理|大扫除)(?:一下|下|一清|清)?(?:集群|环境|现场|卫生|屋子)?(?:吧|呗|啊)?[\s。！!？?]*$/iu,
];

const afterRelease = [
  new RegExp(
    `\\b(?:after|since|following) (?:the |our |that |this |today'?s |my |last |latest |yesterday'?s )*${release}\\b`,
    "iu",
  ),
  new RegExp(
    `\\b${release}s?\\b(?: \\w+){0,2} (?:is |are |seems? |got |gets |looks? )?(?:stuck|hanging|hangs|hung|frozen|broke|botched|${negated} (?:go|finish|complete|progress|roll))`,
    "iu",
  ),
  new RegExp(
    `${releaseZh}(?:完|了|之|以)?(?:后|之后|以后).{0,8}(?:不对|有?问题|挂|异常|怪|坏|慢|报错|崩|出事|不行|故障)`,
    "iu",
  ),
  new RegExp(`${releaseZh}.{0,4}(?:卡住|卡着|卡了|不动|没反应|半天|一直没(?:完|好)|没完没了)`, "iu"),
];

const jobs = [
  new RegExp(
    `^(?:the |our |my |some |a )?(?:scheduled |nightly |batch |cron ?)*(?:jobs?|crons?|cron ?jobs?|batch(?:es)?)\\b.{0,20}\\b${negated} (?:run|fire|finish|start|complete|work|execute|go|trigger)`,
    "iu",
  ),
  /^(?:昨晚|昨天|今天|今早|夜里|凌晨)?的?(?:备份|定时任务|任务|跑批|报表|作业)(?:昨晚|昨天|今天|今早|夜里|凌晨)?(?:都)?(?:跑|执行|成功|完成)(?:了|完|成)*(?:没有?|吗|么|不)[?？]?$/iu,
  /^(?:昨晚|昨天|今天|今早|夜里|凌晨)?的?(?:定时任务|计划任务|任务|跑批|批处理|批任务|cronjob|job).{0,6}(?:没(?:有)?(?:跑|执行|成功|触发|完成|起来)|漏跑|失败了)/iu,
];

const certificates = [
  // Not what is called after certificates: “tls-worker is not ready”.
  /(?<![\w-])(?:certs?|certificates?|tls|ssl)(?![\w-]).{0,40}\b(?:expir\w*|valid|renew\w*|run(?:ning)? out|out of date|outdated|ok|okay|fine|problem|issue)\b/iu,
  /\bexpir\w+ (?:certs?|certificates?)\b/iu,
  /证书.{0,8}(?:过期|到期|失效|有效|续|还好|没问题|出问题|不对)/iu,
  /(?:过期|到期|快要?过期)的?证书/iu,
  // No kind of its own holds them: the Secrets do, whose names and dates are looked up.
  /^\s*(?:please |pls |can you )*(?:list|show|get|see|check|what|which|any)(?: me| us| all| of| the| our| my| your| tls| ssl)* (?:certs?|certificates?)(?: do we have| are there| have we got| we have)?(?: (?:in|of|on) .{1,60})?[\s?.!]*$/iu,
  /^(?:请|帮我|麻烦)*(?:列出?(?:一下)?|看看?(?:一?下)?|查看?(?:一?下)?|显示|展示)(?:所有|全部|一下|有哪些)?的?(?:tls|ssl|https)?\s?证书(?:列表|清单|情况|状态)?[\s。!！?？]*$/iu,
  /^(?:现在|都|我们)?有(?:哪些|什么|啥)\s?(?:tls|ssl|https)?\s?证书[\s。!！?？]*$/iu,
];

const peak = [
  /\b(?:ready|prepared|good|fit|set|sized|enough) for (?:the |our |a |this |tomorrow'?s |next )*(?:black friday|cyber monday|sales?|launch|peak|event|holidays?|christmas|xmas|new year|traffic|load|rush|spike|campaign|weekend|season)\b/iu,
  /\b(?:survive|handle|withstand|cope with|hold up (?:under|to)|take) (?:the |our |a |this |next |that |more |twice the |double the |\d+x |christmas |xmas |holiday |launch |weekend |sale )*(?:black friday|cyber monday|sales?|launch|peak|event|traffic|load|rush|spike|campaign)\b/iu,
  /(?:双十一|双11|双十二|双12|618|大促|秒杀|促销|高峰|春节|国庆|年会|流量|活动|开学|压测).{0,14}(?:扛|顶|撑|抗|hold|准备|没问题|能行|行不行|够不够|够用|稳不稳)/iu,
];

/** Of what is named by its kind it asks which are in trouble. */
const holdingOut = [/(?:扛|顶|撑|抗|hold)(?:得|不)住/iu];

const savings = [
  /\b(?:bleeding|burning|wasting|throwing away|losing|leaking) (?:too much |so much )?(?:money|cash|budget)\b/iu,
  /\b(?:cheaper|cut (?:the |our )?(?:bill|costs?|spend\w*)|(?:cloud|infra\w*) (?:bill|costs?|spend\w*)|over-?provisioned)\b/iu,
  /(?:账单|成本|费用|开销|花销).{0,6}(?:高|贵|降|省|大|优化|爆)|(?:省|节约|节省)(?:点|些)?(?:钱|成本|费用|资源)|烧钱|太贵了/iu,
];

const tour = [
  /\b(?:give me|show me|take me on|want|need) (?:the |a |an |some )?(?:quick |short |grand |little )?(?:tour|walk-?through|intro(?:duction)?|lay of the land|orientation)\b/iu,
  /\b(?:show|walk) me (?:around|through (?:it|this|everything|the cluster))\b/iu,
  /\b(?:new here|new to this (?:cluster|team|place)|just joined|first day|taking over|took over|inherited this)\b/iu,
  /(?:新人|新来|刚来|刚接手|接手|接班|交接|第一天|新同学).{0,10}(?:看看|看下|看一看|介绍|带|熟悉|了解|讲讲|过一遍|有啥|有什么|$)/iu,
  /(?:带我|领我)(?:看看|转转|转一圈|逛逛|熟悉|过一遍|介绍一下)(?:这个?集群|环境|情况|一下)?(?:吧|呗)?[。！!？?\s]*$/iu,
];

const network = [
  /\b(?:can'?t|cannot|can not|could ?n['o]?t|failed to|fails? to|unable to) resolve\b|\bdns (?:is |seems? )?(?:down|broken|dead|failing|fails|flaky|slow|weird|wonky)\b/iu,
  /\bis it (?:us|our side) or (?:the )?(?:network|them|internet)\b/iu,
  /(?:解析不(?:了|到|出)|dns.{0,4}(?:挂|坏|不通|有问题|失败|异常|解析))/iu,
];

const rows = (of: string, patterns: readonly RegExp[], kindless?: true): readonly WishPattern[] =>
  patterns.map((pattern) => ({ of, pattern, ...(kindless === undefined ? {} : { kindless }) }));

/** The first that a message holds decides. */
export const wishPatterns: readonly WishPattern[] = [
  ...rows("clean-up", cleanUp, true),
  ...rows("failed-jobs", jobs),
  ...rows("after-deployment", afterRelease),
  ...rows("certificates", certificates),
  ...rows("peak-readiness", peak),
  ...rows("peak-readiness", holdingOut, true),
  ...rows("cost-idle", savings),
  ...rows("tour", tour),
  ...rows("network-unreachable", network),
];
