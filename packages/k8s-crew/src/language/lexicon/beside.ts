/** What is used, against what may be used or was asked for. */
const used = String.raw`\b(?:us(?:e|es|ed|ing|age)|consum\w+|tak(?:es|ing)|eat(?:s|ing)?|actual(?:ly)?|real(?:ly)?)\b`;
const bound = String.raw`(?:limits?|requests?|requested|requesting|reservations?|reserved|asked for)`;
const hanUsed = "(?:用量|实际|使用|占用|用了|在用|吃了?|用得?到)";
const hanBound = "(?:requests?|limits?|请求|申请|限制|上限|限额|预留)";
const hanHeld = "(?:差|比|跟|和|与|对比|离|距离?|超|接近|快到|到了|快满|占|百分|多远|够|几成|之间)";

export const useAgainst: readonly RegExp[] = [
  new RegExp(
    String.raw`${used}.*\b(?:vs\.?|versus|against|compared (?:to|with)|relative to|out of|than|over|above|below|under|near|close to|within|exceed\w*)\b.*\b${bound}\b`,
    "iu",
  ),
  new RegExp(String.raw`\b${bound}\b.*\b(?:vs\.?|versus|against|compared (?:to|with)|and|than)\b.*${used}`, "iu"),
  /\b(?:how )?(?:close|near|far|nearest|closest)\b.*\b(?:to|from|off|of|under|below)\b.*\blimits?\b/iu,
  new RegExp(
    String.raw`\b(?:exceed(?:s|ing)?|over|above|hit(?:s|ting)?|reach(?:es|ing)?|at|hits|approach(?:es|ing)?|near(?:ing)?)\b (?:its|their|the|of its) (?:cpu |memory |mem |resource )?${bound}\b`,
    "iu",
  ),
  /\b(?:percent|percentage|%|share|much|fraction) of (?:its|the|their) (?:cpu |memory |mem )?(?:limits?|requests?)\b/iu,
  /\b(?:headroom)\b(?!.*\b(?:nodes?|clusters?)\b)/iu,
  new RegExp(`(?=.*${hanUsed})(?=.*${hanBound})(?=.*${hanHeld})`, "iu"),
  new RegExp(
    `(?=.*(?:内存|cpu|资源))(?=.*${hanBound}).*(?:离|距离?|接近|快到|快满|超过|超出|超了|到顶|到上限|逼近|几成|百分之)`,
    "iu",
  ),
  /(?:限制|上限|limits?|请求|requests?)[^。]{0,14}(?:多少|多大)[^。]{0,6}(?:实际|现在|在)?(?:用|占|吃)(?:了)?(?:多少|多大)/iu,
  /(?:快|要)(?:到|达到|碰到|超过?)(?:了)?(?:内存|cpu)?(?:上限|限制|limit)/iu,
];

/** It is set, or asked for by itself; and what is counted by quotas and nodes is no limit of containers. */
export const notUse =
  /\b(?:quotas?|nodes?|raise|increase|set|bump|lower|without|no limits?|missing|which .* have no)\b|配额|节点|调|改|没有?设|没有?配/iu;

/** Words of such a question that name nothing. */
export const useWords =
  /\b(?:what|whats|what's|show(?: me)?|tell me|compare|memory|mem|ram|cpu|usage|use[sd]?|using|vs\.?|versus|against|compared|relative|to|with|its|it|the|their|limits?|requests?|requested|requesting|reserv\w+|asked|how|close|near\w*|closest|far|is|are|was|from|off|more|less|than|actual(?:ly)?|current(?:ly)?|real(?:ly)?|much|percent(?:age)?|headroom|does|do|have|has|left|over|above|under|below|exceed\w*|hit\w*|approach\w*|reach\w*|getting|consum\w+|consumption|out|now|right|really|resource|any|and|for|of|at|share|fraction|still|there|between|difference|gap)\b|[%?？]|内存|cpu|处理器|资源|用量|使用量?|实际|占用|用了|在用|的?请求|申请(?:的|了)?|限制|上限|限额|预留|跟|和|与|对比|比一?比|离|距离?|还有|还差|差(?:了|距)?|相差|多少|多远|多大|超过?(?:了|没有?)?|超出|接近|快到?(?:了)?|到了|到顶|逼近|占|百分之?几?|几成|够不?够?|吗|么|呢|是不是|有没有|没有?|了|现在|目前|看看|看下|比较|之间|吃|要|requests?|limits?/giu;

/** Which nodes have how much left: by what is used, and by how many pods they take. */
export const fullNodes: readonly RegExp[] = [
  /\b(?:nodes?|machines?|workers?|hosts?|boxes)\b.*\b(?:full|fullest|crowded|overloaded|overcommitted|packed|maxed(?: out)?|at capacity|saturated|tight|headroom|most free|least free|space left|room left|spare capacity|free capacity|capacity left|room|emptiest|most room|under load)\b(?! for \d)/iu,
  /\b(?:full|fullest|crowded|overloaded|packed|emptiest|headroom|spare capacity|room left|most room)\b.*\b(?:nodes?|machines?|workers?)\b/iu,
  /(?:节点|机器|node|worker|台)[^，。]{0,12}(?:满|挤|撑|爆|余量|剩余|空闲|空余|还有(?:多少)?(?:资源|空间|余量|地方)|最空|吃紧|紧张|过载)/iu,
  /(?:满|挤|最空|余量|剩余|空闲|过载)[^，。]{0,6}(?:节点|机器|node)/iu,
];

/** Of disks no list of nodes tells. */
export const notNodes = /\b(?:disks?|volumes?|pvcs?|storage)\b|磁盘|硬盘|存储|卷/iu;

/** Whether so many more of a thing find a place. */
export const roomFor: readonly RegExp[] = [
  /\b(?:room|space|capacity|resources?)\b.*?\bfor (?<count>\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|another|a few)(?: (?:more|extra|additional|other))?(?: (?:replicas?|pods?|copies|instances?) (?:of|for))?(?: the)? (?<name>[A-Za-z][\w.-]*[\w])/iu,
  /\b(?:can|could|would|will|do) (?:we|i|it|the cluster|\w+) (?:fit|host|take|run|handle|squeeze in|hold) (?<count>\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|another) (?:more |extra |additional |other )(?:replicas?|pods?|copies|instances?)?(?: ?(?:of|for))?(?: the)? ?(?<name>[A-Za-z][\w.-]*[\w])/iu,
  /(?:还能|够不够|够|放得下|装得下|塞得下|跑得下)[^，。]{0,8}?(?:再)?(?:加|放|起|扩|跑|塞|装|部署)?(?:得下)?\s?(?<count>\d{1,4}|一|两|二|三|四|五|六|七|八|九|十)\s?(?:个|份|副本)+(?:副本|实例|pod)?的?\s?(?<name>[A-Za-z][\w.-]*[\w])/iu,
  /(?<name>[A-Za-z][\w.-]*[\w])\s?(?:的)?(?:要是|如果)?(?:还能|再)(?:再)?(?:加|放|起|扩|跑|塞|装)(?:得下)?\s?(?<count>\d{1,4}|一|两|二|三|四|五|六|七|八|九|十)\s?(?:个|份)(?:副本|实例|pod)?[^。]{0,10}(?:放得下|装得下|塞得下|跑得下|够|资源|空间|位置)/iu,
  /(?<name>[A-Za-z][\w.-]*[\w])\s?还能(?:再)?(?:加|放|起|扩|跑|塞|装)(?:得下)?\s?(?<count>\d{1,4}|一|两|二|三|四|五|六|七|八|九|十)\s?(?:个|份)(?:副本|实例|pod)?(?:吗|么|不)/iu,
];
