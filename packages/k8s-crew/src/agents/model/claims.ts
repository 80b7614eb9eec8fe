import { resourceByKey } from "../../catalog/resources.ts";
import { unknownLinksIn, unknownNamesIn } from "../../investigation/named.ts";
import { detectLanguage } from "../../language/index.ts";
import type { Language } from "../../output/output.ts";

/** What a model says of the cluster without having looked, or of itself without having done it. */
export type Claim = "deed" | "state" | "count" | "age" | "name" | "link";

const done =
  "restarted|deleted|removed|scaled|created|updated|patched|applied|fixed|rolled back|drained|cordoned|uncordoned|stopped|started|upgraded|installed|changed|killed|ran|run|executed|checked|looked|rolled out|deployed|set|paused|resumed|cleaned up|evicted|edited|labell?ed|reverted|increased|reduced";
const doings =
  "restart|deletion|removal|scaling|creation|update|rollback|rollout|drain|upgrade|deployment|cleanup|change";
const doingsInChinese =
  "重启|删除|删|扩容|缩容|扩缩容|扩|缩|创建|新建|修改|改|更新|升级|回滚|部署|执行|修复|停止|停|清理|排空|检查|查看|设置|调整|完成";

const deeds: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:I|we)(?:['’]ve| have)?(?: (?:just|already|now|successfully|also|went ahead and))* (?:${done})\b`,
    "iu",
  ),
  new RegExp(
    String.raw`\b(?:has|have|was|were|is|are) (?:now |just |been |already |successfully )+(?:${done})\b`,
    "iu",
  ),
  // “Run” and “set” begin an advice as well.
  new RegExp(
    String.raw`^(?:ok(?:ay)?[,.!]? |all )?(?:done|successfully|(?!(?:run|set)\b)(?:${done})(?=[\s.!]))(?!\s+by\b)`,
    "iu",
  ),
  new RegExp(
    String.raw`\bsuccessfully (?:${done})\b|\b(?:${doings}) (?:is |was )?(?:complete|completed|successful|succeeded|done|finished)\b`,
    "iu",
  ),
  new RegExp(
    String.raw`(?:已经?|刚刚?|刚才|成功)[^。！？，,\n]{0,16}(?:${doingsInChinese})|(?:${doingsInChinese})(?:好|完成|成功|完毕)了?`,
    "u",
  ),
  new RegExp(
    String.raw`(?:我|帮你|为你|替你|给你)[^。！？，,\n]{0,20}(?:${doingsInChinese})[^。！？，,\n吗]{0,12}了(?![吗么])`,
    "u",
  ),
];

const good = "healthy|fine|ok|okay|running|ready|up|normal|good|available|online|working|stable|fixed";
const bad = String.raw`down|crash\w*|pending|failing|failed|broken|unhealthy|not ready|notready|stuck|unavailable|full|offline|evicted|dead|high|low|slow|out of \w+|overloaded|unreachable|under \w+ ?pressure|OOM\w*|\w+BackOff`;

const states: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:all|everything|both|none)\b[^.!?\n]{0,40}\b(?:${good}|${bad})\b`, "iu"),
  new RegExp(
    String.raw`(?:\b(?:is|are|was|were|looks?(?: like)?|seems?|runs?)|(?:it|that|they|everything)['’](?:s|re))\b(?: \w+){0,2} ?\b(?:${good}|${bad})\b`,
    "iu",
  ),
  /\b(?:last|latest|previous|current) (?:[\w-]+ )?(?:failed|succeeded|crashed|finished|broke)\b/iu,
  /\b(?:no|any) (?:problems?|issues?|errors?|failures?)\b|\bnothing is (?:wrong|broken|down)\b/iu,
  /(?:都|全部|均|一切|整体|目前|现在|当前)[^。！？\n]{0,14}(?:正常|健康|就绪|运行|没(?:有)?问题|挂|异常|失败|不可用)/u,
  /(?:正在|处于|是)[^。！？\n]{0,10}(?:运行|崩溃|重启|等待|就绪|Running|Pending|Ready|NotReady|CrashLoopBackOff)/u,
  /没有?(?:发现)?(?:任何)?(?:问题|异常|错误|故障)/u,
  /(?:挂|崩|满|卡住?|坏|断|停|崩溃)了|(?:内存|磁盘|资源|空间|CPU)[^。！？\n]{0,4}(?:不足|不够|满|过高|很高)|(?:很|太|非常|特别|过)[慢高低忙]|(?:运行|一切|状态|均)正常|连不上|起不来|不可用|无法访问|崩溃了/u,
];

const kinds = [...resourceByKey.values()].flatMap(({ words }) => words.filter((word) => word.length > 2));
const kindsInChinese = [...resourceByKey.values()].flatMap(({ zh }) => zh);
const numbers = String.raw`(?<![\w.-])(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|no|several)`;

const counts: readonly RegExp[] = [
  new RegExp(String.raw`${numbers} (?:[\w-]+ ){0,2}(?:${kinds.join("|")})s?\b`, "iu"),
  new RegExp(
    String.raw`(?:\d+|[两三四五六七八九十]|没有)\s*(?:个|台|条|种)?\s*(?:[\w-]+\s*)?(?:${[...kinds, ...kindsInChinese].join("|")})`,
    "iu",
  ),
  /(?:重启|发生|出现)了?\s*\d+\s*次|\b\d+ (?:restarts?|times|errors?)\b/iu,
  /\d\s*(?:%|％|[KMGT]i?B?\b|millicores?|cores?\b)/u,
];

const ages: readonly RegExp[] = [
  /\b\d+ ?(?:s|m|h|d|sec(?:ond)?s?|min(?:ute)?s?|hours?|days?|weeks?|months?)\b/iu,
  /\b(?:an?|one|two|three|several|(?:a )?few) (?:seconds?|minutes?|hours?|days?|weeks?|months?) ago\b/iu,
  /\d+\s*(?:秒|分钟|个?小时|天|周|个?月)/u,
];

/** A sentence that says how things are in general, or asks or offers, says nothing of this cluster. */
const general =
  /\b(?:if|when|whenever|means?|usually|typically|often|generally|can|may|might|could|would|should|once|example|shall|want|let me)\b|\?$|如果|当.+时|表示|意味|通常|一般|往往|可能|可以|能够|会|应该|例如|比如|要不要|是否|吗？?$|？$|请/iu;

/** Of what was done even a sentence that goes on with an offer tells. */
const asked = /\b(?:if|can|could|would|should|shall|once|want)\b|\?$|？$|吗|如果|要不要|是否/iu;

/** Whether a sentence tells of how things stand, put as an offer, in general, or not. */
export const tellsOfCluster = (sentence: string): boolean =>
  [...states, ...counts, ...ages, ...deeds].some((pattern) => pattern.test(sentence.replace(wondering, "")));

/** “Whether there is trouble” says nothing of there being any. */
const wondering = /有没有|是不是|是否|\bwhether\b[^.!?]*/giu;

const sentencesOf = (text: string): readonly string[] =>
  text.split(/(?<=[.!?。！？])\s*|\n+/u).filter((sentence) => sentence.trim() !== "");

/** What a text claims; `known` is all that a person said and lists have shown. */
export const claimsIn = (text: string, known: string): readonly Claim[] => {
  const says = (patterns: readonly RegExp[], unless: RegExp) =>
    sentencesOf(text).some(
      (sentence) => !unless.test(sentence.trim()) && patterns.some((pattern) => pattern.test(sentence)),
    );
  const hasNames = unknownNamesIn(text, known).length > 0;
  return [
    ...(says(deeds, asked) ? (["deed"] as const) : []),
    ...(says(states, general) ? (["state"] as const) : []),
    ...(says(counts, general) ? (["count"] as const) : []),
    ...(says(ages, general) ? (["age"] as const) : []),
    ...(hasNames ? (["name"] as const) : []),
    ...(unknownLinksIn(text, known).length > 0 ? (["link"] as const) : []),
  ];
};

/** What tells of a thing's own history: how often, by whom, for what reason. */
const history =
  /\btimes\b|\b(?:by|because|due to|since|after|with)\b|\d+\s*次|多次|反复|被|因为?|由于|自动|控制器|内核|kubelet/iu;
const byOneself =
  /\b(?:I|we)\b|^(?:ok(?:ay)?[,.!]? )?(?:done|successfully)\b|\b(?:for you|as (?:you )?(?:asked|requested))\b|我|帮你|为你|替你|给你/iu;

/**
 * Whether a text, written after things were looked at, says that who wrote it did something. A container that was
 * restarted five times, or killed by the kernel, was not by who tells of it.
 */
export const claimsOwnDeed = (text: string): boolean =>
  sentencesOf(text).some(
    (sentence) =>
      claimsIn(sentence, sentence).includes("deed") && (byOneself.test(sentence.trim()) || !history.test(sentence)),
  );

/** Whether a text is in another language than it should be; a word or two is in none. */
export const isInOtherLanguage = (text: string, language: Language): boolean => {
  const words = text.match(/\p{Script=Han}|[A-Za-z']+/gu) ?? [];
  return words.length > 3 && detectLanguage(text, language) !== language;
};
