import { anyOf } from "../text/pattern.ts";

/**
 * How people tell, or ask, that something changes by itself. None of it asks for the change: “老重启” is a complaint, “does
 * it restart a lot” a question.
 */

/** What stands right before a Chinese verb that nobody is asked to do; each line lists phrases, separated by commas. */
const bySelf: readonly string[] = [
  "老, 老是, 老爱, 总, 总是, 总爱, 一直, 一直在, 还在, 又, 又在, 又双叒, 频频, 频繁, 频繁地, 经常, 常常, 时不时, 时不时地, 时不时就, 反复, 反复地, 不停, 不停地, 不停的, 不断, 不断地",
  "一天到晚, 从早到晚, 整天, 成天, 没完没了, 没完没了地, 一个劲, 一个劲地, 老在, 总在, 一会儿就, 没几分钟就, 过一会儿就, 隔三岔五, 一再, 屡次, 时常, 没日没夜地",
  "天天, 每天, 每天都, 动不动, 动不动就, 没事就, 三天两头, 隔三差五, 偶尔, 偶尔会, 自己, 自己就, 自动, 自动地, 无故, 无缘无故, 莫名, 莫名其妙, 莫名其妙地, 莫名其妙就, 疯狂, 狂, 随机",
];

/** What asks whether, when or how often it is so. */
const whether: readonly string[] = [
  "会, 会不会, 会自动, 会自己, 有没有, 有没有自己, 是不是, 是不是在, 是否, 什么时候, 啥时候, 何时, 几点, 几时, 多久",
];

export const toldBefore: readonly string[] = [...bySelf, ...whether, "为什么, 为啥, 怎么会, 怎么又, 怎么老"];

const every = "隔(?:一会儿?|一阵|几分钟|[^，,。\\s]{1,8}?)就|每隔?[^，,。\\s]{1,8}?就?";
const often =
  "a lot|all the time|constantly|continuously|continually|often|so often|too often|too much|frequently|regularly|repeatedly|randomly|nonstop|non-stop|again and again|over and over(?: again)?|like crazy|every (?:few |couple of |other |\\d+ )?(?:seconds?|secs?|minutes?|mins?|hours?|days?|night|morning)|by (?:itself|themselves|its own)|on (?:its|their) own";
const always = "always|constantly|continuously|forever|repeatedly|randomly|still|frequently|often";

/** Restarts that are told or asked about, and the words that the tables have for them. */
export const toldRestarts: readonly (readonly [told: RegExp, meant: string])[] = [
  [
    new RegExp(
      `(?:${anyOf(bySelf)}|${every})(?:都|就|在|会|被|地|的)*重启(?!次数|了?[几多]|最|策略|原因|记录|过吗)`,
      "giu",
    ),
    " 频繁重启 ",
  ],
  [/有没有\s?(?<what>[^，,。?？]{0,12}?)重启(?=[的吗呢啊?？\s]*$)/giu, "有哪些$<what>重启过"],
  [
    new RegExp(`${anyOf(whether)}(?:被|就|又)*重启(?:了|过)?的?(?!次数|了?[几多]|最|策略|原因|记录)`, "giu"),
    "重启了几次",
  ],
  [
    new RegExp(
      `(?<![\\w-])(?:(?:does|do|did) )?(?:(?:${always}|keep|keeps|would|will) )*restart(?:s|ing)? (?:${often})(?![\\w-])`,
      "giu",
    ),
    "keeps restarting",
  ],
  [new RegExp(`(?<![\\w-])(?:is|are|'s|'re) (?:${always}) restarting(?![\\w-])`, "giu"), " keeps restarting"],
  [
    /(?<![\w-])(?:(?:is|are) )?(?:stuck )?(?:in )?(?:a |an )?(?:endless )?restart(?:ing)?[ -]loops?(?![\w-])/giu,
    " keeps restarting",
  ],
];

const aside = "(?:(?:hi|hey|so|and|but|ok|okay|well|hmm|wait|tell me|do you know)[\\s,]+)*";

/** How sentences begin, up to the verb, that ask what happened, happens or may be done: “do the restart” is none of them. */
export const asksOfChange: readonly RegExp[] = [
  new RegExp(
    `^\\s*${aside}(?:who(?:'s|se|m)?|how often|how many|which|what(?:'s)?|did|does|was|were|has|had)(?![\\w-])`,
    "iu",
  ),
  new RegExp(`^\\s*${aside}when (?:did|do|does|was|were|is|are|has|have|had|will|would)(?![\\w-])`, "iu"),
  new RegExp(`^\\s*${aside}(?:is|are) (?!it|there|you)`, "iu"),
  new RegExp(
    `^\\s*${aside}(?:do|have|might) (?:the(?= \\S)|these|those|any|my|our|we|they|pods?|some|anyone|anybody)(?![\\w-])`,
    "iu",
  ),
  new RegExp(`^\\s*${aside}will (?!you|u(?!\\w))`, "iu"),
  new RegExp(
    `^\\s*${aside}(?:k8s|kubernetes|it|they|the (?:cluster|scheduler|kubelet|operator|hpa|autoscaler|controller|system)) (?:will|would|keeps?|may|might|can|does|should)(?![\\w-])`,
    "iu",
  ),
  /^\s*(?:是)?谁(?!.{0,4}(?:帮|来|给))/u,
];
