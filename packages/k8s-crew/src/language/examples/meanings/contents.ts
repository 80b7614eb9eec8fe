import type { Meaning } from "../types.ts";

/** What something is made of, holds and runs, and who has to do with it. */
export const contentMeanings: readonly Meaning[] = [
  {
    id: "describe",
    means: { zh: "{name} 的详情", en: "describe {name}" },
    zh: [
      "{name} 是个啥玩意; {name} 是何方神圣; {name} 长啥样; {name} 肚子里有啥; {name} 里头装了啥; {name} 里面都是些什么; 扒一扒 {name}; 把 {name} 扒开看看; {name} 的底细; {name} 什么来头",
      "{name} 的家底; {name} 有些啥东西; {name} 都塞了些啥; {name} 里边藏了什么; {name} 是怎么搭的; {name} 都带了啥; 说说 {name} 这东西; {name} 是个什么情况配的; 查查 {name} 的户口",
      "{name} 配了些什么; {name} 怎么配的; {name} 里存了啥; 掀开 {name} 看看; {name} 全身上下给我看一遍; {name} 的所有信息; {name} 老底给我翻出来",
    ],
    en: [
      "what's inside {name}; what's in {name}; what does {name} contain; what does {name} hold; what is {name} made of; what's {name} got in it; what does {name} look like; what is this {name} thing; what the heck is {name}",
      "tell me all about {name}; everything about {name}; everything you know about {name}; give me the lowdown on {name}; open up {name}; crack open {name}; take {name} apart; what's {name} all about; what makes up {name}",
      "how is {name} set up; how's {name} configured; how is {name} put together; full picture of {name}; guts of {name}; the nitty gritty of {name}; what's under the hood of {name}; peek inside {name}; {name} particulars; spill the beans on {name}; what all is in {name}",
    ],
  },
  {
    id: "image",
    means: { zh: "{name} 用的什么镜像", en: "which image does {name} use" },
    zh: [
      "{name} 跑的啥版本; {name} 现在几版了; {name} 现在是第几版; {name} 上的是哪一版; {name} 用的哪个 tag; {name} 的 tag 是多少; {name} 跑的是新版还是旧版; {name} 部署的是哪版; {name} 拉的哪个包",
      "{name} 发的是哪个版; {name} 到底跑的哪版代码; {name} 里面的软件啥版本; {name} 是哪个 build; {name} 线上是啥版; {name} 升上去了没现在几版",
    ],
    en: [
      "what version is {name} on; what version of {name} is out there; which version does {name} run; what build is {name}; which build of {name} is live; what tag is {name} on; what flavour of {name} do we run; which tag does {name} have; what release is {name} at",
      "what code is {name} running; is {name} on the new version; which {name} version is deployed; what's {name} built from; what software is in {name}; {name} version?; did {name} get the new build; what did we ship for {name}",
    ],
  },
  {
    id: "environment",
    means: { zh: "{name} 的环境变量", en: "environment variables of {name}" },
    zh: [
      "{name} 启动时给了啥变量; {name} 都设了哪些变量; {name} 带了哪些 env; {name} 的 env 有啥; {name} 吃的什么配置; {name} 的开关都怎么设的; {name} 注入了些什么变量; {name} 拿到的参数有哪些; {name} 跑的时候配了哪些 env",
    ],
    en: [
      "what env does {name} get; which env does {name} have; env for {name}; what settings does {name} run with; what variables are set in {name}; which variables does {name} see; what's {name}'s environment; what flags and env did {name} start with; which knobs are set on {name}; what vars does {name} get",
    ],
  },
  {
    id: "used-by",
    means: { zh: "谁在用 {name}", en: "what uses {name}" },
    zh: [
      "{name} 给谁用的; {name} 被谁引用了; {name} 谁挂着呢; {name} 是谁家的; 哪些家伙靠 {name} 活着; {name} 有人用吗; {name} 还有没有人要; 谁离不开 {name}; {name} 是不是没人用了; {name} 动了会影响谁; 删 {name} 会坑到谁; {name} 跟谁有关系; 谁依赖 {name}; {name} 给谁干活; {name} 伺候谁; 谁吃 {name} 的配置",
    ],
    en: [
      "who needs {name}; does anyone use {name}; does anybody still use {name}; who depends on {name}; what depends on {name}; is {name} used anywhere; what would break without {name}; who mounts {name}; who reads {name}; who relies on {name}; anyone still need {name}; who's hooked up to {name}; what breaks if {name} goes away; who refers to {name}",
    ],
  },
  {
    id: "owner",
    means: { zh: "{name} 属于谁", en: "what owns {name}" },
    zh: [
      "{name} 是谁生的; {name} 谁拉起来的; {name} 谁创建出来的; {name} 的爹是谁; {name} 哪来的; {name} 从哪冒出来的; {name} 归谁管; {name} 是谁家孩子; 谁在背后管着 {name}; {name} 上头是谁; {name} 的上级是啥",
    ],
    en: [
      "where does {name} come from; who made {name}; what made {name}; who spawned {name}; what spawned {name}; who's the parent of {name}; who is {name}'s boss; what keeps {name} alive; what manages {name}; which controller is behind {name}; what's behind {name}; who started {name}; what brought {name} up",
    ],
  },
  {
    id: "replicas",
    means: { zh: "{name} 有几个副本", en: "how many replicas does {name} have" },
    zh: [
      "{name} 开了几个; {name} 起了几份; {name} 跑了几份; {name} 有多少个分身; {name} 几个在跑; {name} 有几条命; {name} 多少台在扛; {name} 开了多少实例; {name} 有几个兄弟; {name} 是单点吗; {name} 就一个吗; {name} 跑了几个出来",
    ],
    en: [
      "how many {name} are there; how many {name} do we run; how many of {name} are up; how many copies of {name}; how many {name}s run; is there just one {name}; is {name} a single point; how many instances of {name}; how many {name} have we got; how big is {name}; is there more than one {name}; how wide is {name} scaled",
    ],
  },
];
