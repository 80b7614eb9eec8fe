import type { Meaning } from "../types.ts";

/** Where things are, and what there is. */
export const placeMeanings: readonly Meaning[] = [
  {
    id: "which-node",
    means: { zh: "{name} 跑在哪个节点", en: "which node does {name} run on" },
    zh: [
      "{name} 住在哪台机器; {name} 落在哪台机器上; {name} 被扔到哪台机器了; {name} 在谁身上跑; {name} 蹲在哪台上; {name} 分到哪儿了; {name} 调度到哪里去了; {name} 趴在哪台主机; {name} 待在哪台; {name} 的宿主机是哪台; {name} 被安排到哪台了; {name} 在哪台服务器上",
    ],
    en: [
      "which machine is {name} on; what box is {name} on; which box hosts {name}; what host runs {name}; where did {name} land; where did {name} end up; where's {name} sitting; which server has {name}; on what machine does {name} live; where is {name} scheduled; where was {name} placed; which box did {name} go to",
    ],
  },
  {
    id: "where",
    means: { zh: "{name} 在哪个命名空间", en: "where is {name}" },
    zh: [
      "{name} 躲哪儿去了; {name} 藏哪了; {name} 跑哪去了; {name} 哪去了; {name} 在哪呢; 找不到 {name} 了; {name} 在哪个犄角旮旯; {name} 人呢; 帮我把 {name} 翻出来; {name} 住哪个 ns; {name} 不见了; {name} 失踪了; 谁看见 {name} 了; 有没有叫 {name} 的; {name} 还存在吗",
    ],
    en: [
      "where's {name} hiding; where the heck is {name}; i can't find {name}; can't find {name} anywhere; {name} went missing; {name} has gone missing; where did {name} go; who has seen {name}; have you seen {name}; where do we keep {name}; where does {name} live; is there a {name} somewhere; do we have a {name}; do we even have {name}; is there such a thing as {name}; track down {name}",
    ],
  },
  {
    id: "what-runs",
    means: { zh: "列出 pod", en: "list pods" },
    zh: [
      "都有谁在跑; 现在跑着些什么; 家里都有谁; 里面都住了谁; 有些啥在跑; 跑了哪些东西; 都部署了些啥; 场上都有谁; 都养了些什么; 上面都跑了些啥玩意; 有哪些活的; 都在忙些什么; 看看里面有什么东西; 里头有啥; 里面有些什么; 都塞了哪些东西进去",
    ],
    en: [
      "what's running; what have we got running; what's going on in there; what's alive in there; who lives there; what lives there; what's deployed; what stuff do we have; what have we got; what's in there; what all is running here; who's home; what's up and running; what do we run; give me the lay of the land; what's cooking in there",
    ],
  },
  {
    id: "clusters",
    means: { zh: "列出所有集群", en: "list all clusters" },
    zh: [
      "都有哪些环境能连; 我能连哪些集群; 我手里有几套环境; 咱家有几套集群; 你能看到哪些集群; 一共管着几套; 有哪些环境; 我们有几个环境; 你连着谁; 能管到哪些环境",
    ],
    en: [
      "what clusters can you see; which clusters can you get at; what are you connected to; what environments do we have; which environments are there; what can you talk to; where can you look; what all do you have access to; which kubes do we have; what's hooked up here",
    ],
  },
  {
    id: "age",
    means: { zh: "{name} 跑了多久", en: "how old is {name}" },
    zh: [
      "{name} 活了多久; {name} 几岁了; {name} 起来多久了; {name} 什么时候生的; {name} 多大岁数; {name} 上次起来是啥时候; {name} 在那儿多久了; {name} 待了几天了; {name} 跑几天了; {name} 是啥时候上的; {name} 存在多长时间了",
    ],
    en: [
      "how long has {name} been around; how long has {name} been up; how long is {name} up; since when is {name} up; when was {name} born; when did {name} start; when did {name} come up; {name} uptime; how long has {name} been running; when was {name} created; how long has {name} lived; since when do we have {name}",
    ],
  },
  {
    id: "volumes",
    means: { zh: "{name} 用了哪些 PVC", en: "which claims does {name} use" },
    zh: [
      "{name} 把数据放哪; {name} 的数据存哪儿了; {name} 挂了什么盘; {name} 用的哪块盘; {name} 数据落在哪; {name} 的硬盘是哪个; {name} 的数据丢不丢; {name} 挂了几块盘; {name} 写到哪块盘上",
    ],
    en: [
      "where does {name} keep its data; where does {name} store stuff; what disk does {name} use; which disk is {name} on; what disks does {name} have; where does {name}'s data live; which storage does {name} sit on; what does {name} write to; does {name} have a disk; where does {name} put its files; what drives are attached to {name}",
    ],
  },
];
