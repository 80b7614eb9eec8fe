import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

/** Sentences of leading somebody on: questions about choices, what was assumed, what is not where it was looked for. */
const guidedWords = {
  thatIs: { zh: "是 {choice}。", en: "That is {choice}." },
  theseAre: { zh: "有几个一样：{choices}。", en: "Several are alike: {choices}." },
  noneIs: { zh: "列表里没有一个是这样的。", en: "None of the list is." },
  untold: { zh: "从这个列表里看不出来。", en: "This list does not tell." },
  adviseTroubled: {
    zh: "一般先看出问题的那个：{choice}。",
    en: "The one in trouble is usually worth seeing first: {choice}.",
  },
  adviseNewest: {
    zh: "都没有明显的问题。一般先看最新的那个：{choice}。",
    en: "None is in obvious trouble. The newest is usually worth seeing first: {choice}.",
  },
  adviseNothing: {
    zh: "从这个列表里看不出该选哪个，得你来定。",
    en: "This list does not tell which one; that is for you to decide.",
  },
  nowGuided: {
    zh: "好的，我会一步步带你选。想直接查找就输入 /direct。",
    en: "All right, I lead you step by step. Type /direct to have me search right away.",
  },
  nowDirect: {
    zh: "好的，我会直接查找，只在有几个匹配时才问你。想一步步来就输入 /guided。",
    en: "All right, I search right away and ask only where several things match. Type /guided to be led step by step.",
  },
  isGuided: { zh: "方式：一步步引导（/direct 改为直接查找）", en: "I lead step by step (/direct: search right away)" },
  isDirect: { zh: "方式：直接查找（/guided 改为一步步引导）", en: "I search right away (/guided: lead step by step)" },
  lastList: { zh: "上一个列表", en: "last list" },
  lastResult: { zh: "上一步", en: "last step" },
  lastSurvey: { zh: "检查集群", en: "looked over the clusters" },
  undone: { zh: "好的，撤销刚才的假设：{what}。", en: "All right, I take back what I assumed: {what}." },
  nothingAssumed: {
    zh: "上一个回答没有假设任何东西。哪里不对？直接说出对的名称、命名空间或集群就行；/context 可以看我记住了什么。",
    en: "Nothing was assumed for the last answer. Say the name, namespace or cluster that is right; /context shows what I remember.",
  },
  cannotUndo: {
    zh: "上一步已经改了集群，不能用一个词撤销：\n  {changed}\n要改回去，请说出要改成什么，我会先给你看再执行。",
    en: "The last step changed the cluster, which one word does not take back:\n  {changed}\nSay what it should be instead; I show you the call before I run it.",
  },
  elsewhere: {
    zh: "{nothing}它在{places}。你要看哪个？",
    en: "{nothing} It is in {places}. Which one do you want?",
  },
  takenElsewhere: {
    zh: "{nothing}它在 {namespace}，看的是那里的 {name}（不对就说“撤销”）。",
    en: "{nothing} It is in {namespace}: {name} there was read (say “undo” if that is wrong).",
  },
  norElsewhere: {
    zh: "{nothing}其他命名空间里也没有“{said}”。",
    en: "{nothing} No other namespace has a “{said}” either.",
  },
  noNamespace: {
    zh: "命名空间 {namespace} 不存在（{where}）。现有的命名空间：{names}。",
    en: "There is no namespace {namespace} in {where}. There are: {names}.",
  },
  noNamespaceNear: {
    zh: "命名空间 {namespace} 不存在（{where}）。是不是 {names}？",
    en: "There is no namespace {namespace} in {where}. Did you mean {names}?",
  },
  thisCluster: { zh: "当前集群", en: "the current cluster" },
  thatCluster: { zh: "集群 {cluster}", en: "cluster {cluster}" },
  listEverywhere: { zh: "列出所有命名空间的{things}", en: "List {things} in all namespaces" },
  listThere: { zh: "列出命名空间 {namespace} 的{things}", en: "List {things} in namespace {namespace}" },
  findEverywhere: { zh: "在所有命名空间里查找 {name}", en: "Find {name} in all namespaces" },
  findInCluster: { zh: "在 {cluster} 集群里查找 {name}", en: "Find {name} in cluster {cluster}" },
  seeThere: { zh: "列出命名空间 {namespace} 的 Pod", en: "List pods in namespace {namespace}" },
  typeYes: {
    zh: "还没有执行：同意就输入“{word}”（或“{too}”这样明确的同意），别的回答都不会执行。",
    en: "Nothing has been run: type “{word}”, or another plain yes (such as {too}), to agree; anything else runs nothing.",
  },
  willNot: { zh: "好的，不会动它，什么都没有执行。", en: "All right, I will not. Nothing was run." },
  noted: { zh: "好的，记下了。", en: "All right, noted." },
  andWhat: { zh: "那{what}呢", en: "and {what}?" },
  noMore: { zh: "没有更多了，刚才已经全部列出。", en: "There is no more; that was all." },
  narrow: {
    zh: "（共 {total} 个，先列出 {shown} 个；输入名称的一部分可以缩小范围）",
    en: " ({shown} of {total}; type a part of a name to narrow them down)",
  },
} as const;

export type GuidedWord = keyof typeof guidedWords;

export const sayGuided = (language: Language, word: GuidedWord, slots: Slots = {}): string =>
  fill(guidedWords[word][language], slots);
