import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

/** What changed, one sentence each. The words of the cluster stand in the slots. */
const changes = {
  revision: { zh: "版本 {from} → {revision}：{what}", en: "revision {from} → {revision}: {what}" },
  sameRevision: {
    zh: "版本 {from} → {revision}（镜像、环境变量和资源没有变）",
    en: "revision {from} → {revision} (image, environment and resources are the same)",
  },
  rolledBack: {
    zh: "之后回滚过：版本 {from} → {revision}：{what}",
    en: "rolled back some time after: revision {from} → {revision}: {what}",
  },
  firstRevision: { zh: "版本 {revision}：{what}", en: "revision {revision}: {what}" },
  restart: {
    zh: "容器 {container} 结束：{reason}，退出码 {code}；共重启 {restarts} 次",
    en: "container {container} ended: {reason}, exit code {code}; {restarts} {restarts|restart|restarts}",
  },
  end: {
    zh: "容器 {container} 结束：{reason}，退出码 {code}",
    en: "container {container} ended: {reason}, exit code {code}",
  },
  done: {
    zh: "容器 {container} 运行完成，退出码 {code}",
    en: "container {container} ran to its end, exit code {code}",
  },
  condition: { zh: "状况变为 {type}={status}：{message}", en: "condition became {type}={status}: {message}" },
  event: { zh: "{reason}：{message}", en: "{reason}: {message}" },
  eventOften: { zh: "{reason}（{count} 次）：{message}", en: "{reason} (x{count}): {message}" },
} as const;

export type ChangeWord = keyof typeof changes;

export const changeText = (language: Language, word: ChangeWord, slots: Slots): string =>
  fill(changes[word][language], slots);

const words = {
  heading: {
    zh: "{place}最近 {span} 内的变化，共 {count} 条，新的在前：",
    en: "What changed in {place} in the last {span}, {count} in all, the latest first:",
  },
  headingThen: {
    zh: "{place}{time}的变化，共 {count} 条，新的在前：",
    en: "What changed in {place} {time}, {count} in all, the latest first:",
  },
  nothingThen: { zh: "{place}{time}没有看到变化。", en: "No change was seen in {place} {time}." },
  headingRollout: {
    zh: "{place}最近一次发布以来的变化，共 {count} 条，新的在前。最近一次发布：{rollout}",
    en: "What changed in {place} since the last rollout, {count} in all, the latest first. The last rollout: {rollout}",
  },
  noRollout: {
    zh: "最近 {span} 内没有看到发布，下面是这段时间的变化。",
    en: "No rollout was seen in the last {span}; what follows is of that time.",
  },
  later: {
    zh: "那之后到现在又有 {count} 条，新的在前：",
    en: "Since then until now {count} more, the latest first:",
  },
  moreLater: { zh: "还有 {count} 条没有列出。", en: "{count} more are not shown." },
  tooOld: {
    zh: "注意：事件最早只到 {clock}（{age}前），那段时间的事件已经没有了，能看到的只有版本、重启和节点状况。",
    en: "Mind: events reach back to {clock} only ({age} ago). None of that time are left: what can be seen of it are revisions, restarts and node conditions.",
  },
  partlyOld: {
    zh: "注意：事件最早只到 {clock}（{age}前），更早的只看得到版本、重启和节点状况。",
    en: "Mind: events reach back to {clock} only ({age} ago); of what was before, only revisions, restarts and node conditions are left.",
  },
  nothing: {
    zh: "{place}最近 {span} 内没有看到变化。",
    en: "No change was seen in {place} in the last {span}.",
  },
  cluster: { zh: "集群 {cluster}", en: "cluster {cluster}" },
  thisCluster: { zh: "当前集群", en: "this cluster" },
  namespace: { zh: "命名空间 {namespace}", en: "namespace {namespace}" },
  named: { zh: "名称含 {name} 的对象", en: "what is called {name}" },
  and: { zh: "、", en: ", " },
  ago: { zh: "{age}前（{time}）", en: "{age} ago ({time})" },
  line: { zh: "{ago} {thing}{place}：{what}", en: "{ago} {thing}{place}: {what}" },
  inNamespace: { zh: "（{namespace}）", en: " ({namespace})" },
  more: { zh: "还有 {count} 条更早的没有列出。", en: "{count} earlier ones are not shown." },
  reach: {
    zh: "事件最早到 {age}前：集群只保留一段时间的事件（默认约 1 小时），更早的只看得到版本、重启和节点状况。",
    en: "Events reach back {age}: a cluster keeps them for a while only (about an hour by default); of what was before, only revisions, restarts and node conditions are left.",
  },
  revisionsReach: {
    zh: "版本最早到 {age}前：每个工作负载默认只保留最近 10 个旧版本。",
    en: "Revisions reach back {age}: of each workload the last 10 old ones are kept by default.",
  },
  noEvents: {
    zh: "没有看到事件：集群只保留一段时间的事件（默认约 1 小时），更早的只看得到版本、重启和节点状况。",
    en: "No events were seen: a cluster keeps them for a while only (about an hour by default); of what was before, only revisions, restarts and node conditions are left.",
  },
} as const;

export const say = (language: Language, word: keyof typeof words, slots: Slots = {}): string =>
  fill(words[word][language], slots);
