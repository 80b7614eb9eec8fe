/**
 * Sentences that say of one thing that something is wrong with it, as people tell it: what it does not do, keeps doing
 * or has stopped doing. `what` is the thing, two words at most with its kind.
 */
const notASubject =
  "(?:who|what|whats|which|why|how|when|where|can|could|is|are|do|does|did|will|would|should|please|pls|show|list|get|tell|find|check|i|we|you|they|he|she|it|its|this|that|these|those|there|nobody|somebody|someone|something|anything|everything|nothing|all|some|any|no|not|if|because|since|after|before|and|but|so|users?|customers?|people|clients?|pods?|nodes?|services?|deployments?|jobs?|deploys?|rollouts?|releases?|kubectl)";
const kind =
  "(?:pods?|pvc|claim|volume|service|svc|deployment|deploy|statefulset|sts|daemonset|job|cronjob|ingress|hpa|node|worker|app|server|container)";
const start = `^\\s*(?:(?:hey|hi|help|hmm|ok|so|the|our|my|urgent|asap)[,:!]?\\s+)*(?<what>(?!${notASubject}\\b)[a-z][\\w.-]*[a-z\\d](?: (?!${notASubject}\\b|wont|cant|doesnt|didnt|isnt|keeps?|just|still|never|failed|fails?|stuck|hangs?|gives?|returns?|throws?|died|broke|feels?|looks?|piles?|stopped|refuses|crashed|has|was|got)[a-z][\\w.-]*[a-z\\d])?(?: ${kind})?)`;
const aside = "(?:\\s+(?:just|still|suddenly|now|all|again|also|really|apparently|pod|pods))*\\s+";
const does =
  "(?:wo ?n'?t|does ?n'?t|did ?n'?t|has ?n'?t|never|refuses to|fails? to|failed to|is not|is ?n'?t|was ?n'?t)";
const deeds =
  "(?:pull(?:ing)?|start(?:ing|ed)?|boot(?:ing)?|com(?:e|ing) (?:back )?up|bind(?:ing)?|bound|mount(?:ing|ed)?|schedul\\w+|be scheduled|scal(?:e|ing)|load(?:ing)?|open(?:ing)?|run|ran|finish(?:ing|ed)?|complet\\w+|keep(?:ing)? up|stay(?:ing)? (?:up|alive)|deploy(?:ing)?|roll(?:ing)? ?out|fir(?:e|ing)|consum\\w+|process\\w*|answer\\w*|work(?:ing)?|attach\\w*|provision\\w*|respond\\w*|get(?:ting)? (?:its|the|an?) \\w+|happy)";
const states =
  "(?:is (?:stuck|hung|hanging|frozen|acting up|piling up|backed up|flapping|flaky|unhappy|misbehaving|sick|toast|borked|busted|hosed|screwed|wonky|weird|funny|lagging|choking|struggling)|acting up|piling up|piles up|backing up|hangs|feels? (?:off|weird|wrong)|looks? (?:off|sick|dead|broken)|(?:gives?|giving|returns?|returning|throws?|throwing|spits?) (?:me |us |out )?(?:an? |lots? of |only )?(?:50\\d|errors?|timeouts?)s?|died|crashed|broke|fell over|went down|stopped (?:working|responding|consuming))";
const repeats = "keeps? (?:on )?(?:getting |being )?(?:\\w+ing|\\w+ed)";

type SymptomSentence = { readonly pattern: RegExp; readonly language: "zh" | "en" };

const en = [
  new RegExp(`${start}${aside}(?:${does}|ca ?n'?t|cannot|can not)(?:\\s+(?:even|properly|ever))*\\s+${deeds}\\b`, "iu"),
  new RegExp(`${start}${aside}${repeats}\\b(?! (?:on|in) which)`, "iu"),
  new RegExp(`${start}${aside}${states}\\b`, "iu"),
];

const zhAside = "(?:\\s|怎么|老是?|一直|又|总是?|突然|好像|貌似|感觉|还|都|就|死活|这个?|那个?|的|在|服务|任务|里)*";
const zh = [
  new RegExp(
    `^(?:(?:昨晚|昨天|今天|今早|刚才|夜里|那个|这个|我们的|我的|咱们的)的?)*\\s*(?<what>[a-z][\\w.-]*[a-z\\d](?:\\s?(?:pod|pvc|service|svc|deployment|job|cronjob|ingress|statefulset))?)${zhAside}(?:镜像)?(?:拉不(?:下来|到|动|了)|没跑(?:成|起来|完)|没(?:有)?(?:成功|执行成)|没起来|绑不上|挂不上|挂载不(?:上|了)|调度不(?:上|了|出去)|不干活|不消费|不动了|堆积|积压|卡着|没反应|抽风|不对劲|有毛病|不行了|罢工|扩不(?:上去|出来|了)|报\\s?50\\d|下不来|更新不(?:了|上去)|挂载失败|拉取失败)`,
    "iu",
  ),
];

export const symptomSentences: readonly SymptomSentence[] = [
  ...en.map((pattern) => ({ pattern, language: "en" as const })),
  ...zh.map((pattern) => ({ pattern, language: "zh" as const })),
];
