import type { Language } from "../language/types.ts";
import { fill, type Slots } from "./fill.ts";

/** What is said about plans for vague wishes: the plan, its question, its changes, its progress and its report. */
const words = {
  planOf: { zh: "我打算这样做（{title}；{place}）：", en: "I plan to do this ({title}; {place}):" },
  planFor: { zh: "我打算这样做（{title}）：", en: "I plan to do this ({title}):" },
  stepLine: { zh: "  {number}. {reason}", en: "  {number}. {reason}" },
  stepCall: { zh: "     [{effect}{cost}] {call}", en: "     [{effect}{cost}] {call}" },
  read: { zh: "读", en: "read" },
  write: { zh: "写，执行前会再确认", en: "write, asked for again before it runs" },
  destructive: { zh: "破坏性，执行前会再确认", en: "destructive, asked for again before it runs" },
  costCalls: { zh: " · {count} 次调用", en: " · {count} {count|call|calls}" },
  costAbout: { zh: " · 约 {count} 次调用", en: " · about {count} {count|call|calls}" },
  costExactly: { zh: "合计 {count} 次调用，{effects}。", en: "{count} {count|call|calls} in all, {effects}." },
  costTotal: {
    zh: "合计最多 {count} 次调用，{effects}。",
    en: "At most {count} {count|call|calls} in all, {effects}.",
  },
  onlyReads: { zh: "只读", en: "reads only" },
  withWrites: { zh: "含 {count} 个修改", en: "with {count} {count|change|changes}" },
  singly: {
    zh: "列表里没有状态时会再逐个读取（每种最多 {limit} 个）。",
    en: "Where a list has no states, things are read one by one as well (at most {limit} of a kind).",
  },
  unable: {
    zh: "这个服务器没有工具可以看：{kinds}",
    en: "This server has no tool to look at: {kinds}",
  },
  ask: {
    zh: "要执行吗？直接回车就执行，也可以改，例如“第{number}步不要”“只看 {place}”“先看事件”“加上节点”。",
    en: "Shall I run it? Enter runs it; you can change it, as in “drop step {number}”, “only in {place}”, “events first”, “add nodes”.",
  },
  askAboutThing: {
    zh: "要执行吗？直接回车就执行，也可以改，例如“第{number}步不要”“先看事件”“加上节点”。",
    en: "Shall I run it? Enter runs it; you can change it, as in “drop step {number}”, “events first”, “add nodes”.",
  },
  run: { zh: "执行", en: "Run it" },
  always: { zh: "执行，本次对话中读操作都直接跑", en: "Run it, and always run reads in this conversation" },
  cancel: { zh: "取消", en: "Cancel" },
  changed: { zh: "好的，改成这样：", en: "All right, changed:" },
  noSuchStep: { zh: "计划里没有这一步，计划没有变。", en: "The plan has no such step; it stays as it is." },
  nothingLeft: {
    zh: "这样就一步也不剩了，计划没有变；要放弃请说“取消”。",
    en: "That would leave no step; the plan stays as it is. “cancel” gives it up.",
  },
  alreadyThere: { zh: "计划里已经有了，计划没有变。", en: "The plan has that already; it stays as it is." },
  cannotAdd: {
    zh: "不知道要加什么：请说一种资源，例如“加上节点”。计划没有变。",
    en: "I do not know what to add: name a kind, as in “add nodes”. The plan stays as it is.",
  },
  cannotAddKinds: {
    zh: "这个服务器没有工具可以看{kinds}，计划没有变。",
    en: "This server has no tool to look at {kinds}; the plan stays as it is.",
  },
  planOnly: { zh: "只显示计划，什么都没有执行。", en: "This is only the plan; nothing of it was run." },
  manyClusters: { zh: "{count} 个集群", en: "{count} {count|cluster|clusters}" },
  inNamespace: { zh: "命名空间 {namespace}", en: "namespace {namespace}" },
  called: { zh: "名称含 {name} 的", en: "what is called {name}" },
  planOfStatus: {
    zh: "不用确认就会执行：列出集群，再读取每个集群的节点和 Pod，只读。",
    en: "This runs without a question: the list of clusters, then the nodes and pods of each; reads only.",
  },
  closerCalls: {
    zh: "最多 {limit} 个对象，每个约 {each} 次：对象本身、事件、日志、所属和依赖",
    en: "at most {limit} things, about {each} calls each: the thing, its events, its log, its owners, what it leans on",
  },
  placesJoint: { zh: "；", en: "; " },
  placeJoint: { zh: "，", en: ", " },
  eachCluster: { zh: "每个集群", en: "each cluster" },
  eachNamespace: { zh: "每个命名空间", en: "each namespace" },
  progress: { zh: "{cluster}：{steps}", en: "{cluster}: {steps}" },
  here: { zh: "当前集群", en: "this cluster" },
  stepFine: { zh: "第 {number} 步未发现问题", en: "step {number}: nothing found" },
  stepTroubles: {
    zh: "第 {number} 步发现 {count} 个问题",
    en: "step {number}: {count} {count|problem|problems}",
  },
  stepCount: { zh: "第 {number} 步读到 {count} 项", en: "step {number}: {count} {count|item|items}" },
  stepUnread: { zh: "第 {number} 步没有读到（{cause}）", en: "step {number} not read ({cause})" },
  beyond: { zh: "没有看：{what}。", en: "Not looked at: {what}." },
  notNeeded: { zh: "第 {number} 步不需要：前面没有发现问题。", en: "Step {number} was not needed: nothing was found." },
  howToRead: { zh: "怎么看：{text}", en: "How to read it: {text}" },
  notRead: { zh: "没有读到（{cause}）", en: "could not be read ({cause})" },
  withoutName: {
    zh: "没有名称含“{name}”的对象，下面看的是全部。",
    en: "Nothing has “{name}” in its name; what follows is about everything.",
  },
} as const;

export type PlaybookWord = keyof typeof words;

export const say = (language: Language, word: PlaybookWord, slots: Slots = {}): string =>
  fill(words[word][language], slots);
