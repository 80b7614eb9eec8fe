import type { Verb } from "../../catalog/types.ts";
import { en, nameAs, type ShortTurn, zh } from "./short-turn.ts";

const ofThem = "(?: (?:ones?|of (?:them|those|these|'?em)|that|which|who|have|has|were|got|are|is|do|did))*";
const lists: readonly Verb[] = ["list", "top"];

/** What of a list is meant, said by what sets it apart. */
export const turnsOfLists: readonly ShortTurn[] = [
  {
    said: {
      en: en(
        "(?:how (?:do|are) (?:they|these|the two|both) (?:differ|different)|(?:the )?(?:differences?|diff)(?: (?:between|of) (?:them|the two|these|those|these two|both))?|different(?: (?:between|about|in) (?:them|the two|these|those|these two|both))?|compare (?:them|the two|these|those|both|these two|those two)|are (?:they|these|the two|both)(?: two)? the same)",
      ),
      zh: zh(
        "(?:这|那|它们?)?(?:两个?|俩|二者|两者)?(?:之间)?(?:有)?(?:什么|啥|哪些)?的?(?:区别|不同|差别|差异|不一样)(?:在哪里?|是什么|是啥)?|(?:对比|比较|比)(?:一下|下|一比)?(?:这|那|它们?)?(?:两个?|俩)|(?:这|那)?(?:两个|俩)(?:一样|相同)(?:吗|么|不)",
      ),
    },
    full: {
      en: "compare {kind} {one} in {onePlace} and {kind} {other} in {otherPlace}",
      zh: "对比 {onePlace} 的 {kind} {one} 和 {otherPlace} 的 {kind} {other}",
    },
    after: lists,
  },
  {
    said: {
      en: en(
        `(?:(?:the|those|which|who|any)${ofThem} )?(?:ever )?restarted(?: ones?| pods?)?(?: before| already| lately)?`,
      ),
      zh: zh("(?:哪些|哪几个|哪个|有哪些|其中)?(?:有|有过|曾经)?重启过的?"),
    },
    full: { en: "which of those {things} have at least one restart", zh: "这些 {things} 里哪些重启次数大于 0" },
    after: lists,
    among: ["pod"],
  },
  {
    said: {
      en: en(
        "(?:the )?(?<what>(?:first|top) (?:\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|few))(?: of (?:them|those|these)| ones)?",
      ),
      zh: zh("(?<what>前\\s?(?:\\d{1,2}|[一二两三四五六七八九十]{1,2})\\s?[个条项])"),
    },
    full: { en: "the {what} of those {things}", zh: "这些 {things} 里的{what}" },
    after: lists,
  },
  {
    said: {
      en: en(`(?:(?:the|which|who)${ofThem} )?(?:biggest|largest|heaviest|hungriest)(?: ones?| pods?)?`),
      zh: zh("(?:哪个|其中|里面)?(?:最大|最重|最吃资源)的?(?:那?个|一个)?"),
    },
    full: { en: "which of those {things} use the most memory", zh: "这些 {things} 里哪些占内存最多" },
    after: lists,
    among: ["pod", "node"],
  },
  {
    said: {
      en: en(`(?:(?:the|those|which)${ofThem} )?(?:broken|failing|bad|failed|unhealthy)(?: ones?)?`),
      zh: zh("(?:哪些|哪几个|哪个)?(?:有问题|坏掉?|异常|挂掉?|崩溃?掉?|出错|不正常)了?的?"),
    },
    full: { en: "which of those {things} are broken", zh: "这些 {things} 里哪些有问题" },
    after: lists,
    among: ["pod", "node", "deployment", "statefulset", "daemonset", "job"],
  },
  {
    said: {
      en: en(`(?:the|those|which)${ofThem} (?:running )?on (?:node )?${nameAs("what")}`),
      zh: zh(`(?:跑|运行)?在\\s?${nameAs("what")}\\s?(?:节点)?上?的(?:有)?`),
    },
    full: { en: "which of those {things} are on node {what}", zh: "这些 {things} 里哪些在节点 {what} 上" },
    after: lists,
    among: ["pod"],
  },
  {
    said: {
      en: en("sort(?:ed)? by (?:time|date|age|creation)"),
      zh: zh("按(?:创建)?(?:时间|年龄|先后)(?:排序?|排一?下)?"),
    },
    full: { en: "those {things}, newest first", zh: "这些 {things} 按创建时间从新到旧排序" },
    after: lists,
  },
];
