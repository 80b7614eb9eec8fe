import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

/** Whether a node can be drained, and what it would do. */
const words = {
  unseen: {
    zh: "能不能排空 {node} 无法判断：读不到它上面的 Pod（{cause}）。",
    en: "Whether {node} can be drained cannot be told: the pods on it could not be read ({cause}).",
  },
  blocked: {
    zh: "现在不能直接排空 {node}：有 {count} 个 Pod 会卡住。",
    en: "No, {node} cannot simply be drained now: {count} {count|pod|pods} would hold it up.",
  },
  careful: {
    zh: "{node} 可以排空，但有影响（见下方）。",
    en: "{node} can be drained, though not without effect (see below).",
  },
  safe: {
    zh: "看到的范围内，排空 {node} 没有阻碍。",
    en: "As far as was seen, nothing stands in the way of draining {node}.",
  },
  untold: {
    zh: "排空 {node} 没有看到阻碍，但没有全部读到（见下方）。",
    en: "Nothing was found to stand in the way of draining {node}, but not everything was read (see below).",
  },
  state: { zh: "它现在的状态：{state}。", en: "It is {state} now." },
  counts: {
    zh: "会被驱逐 {evicted} 个 Pod；{staying} 个由 DaemonSet 或节点自己运行，会留下。",
    en: "{evicted} {evicted|pod|pods} would be evicted; {staying} that a DaemonSet or the node itself runs would stay.",
  },
  nobody: { zh: "没有会被驱逐的 Pod。", en: "No pod would be evicted." },
  budget: {
    zh: "PDB 现在不允许中断，驱逐会被拒绝，排空会一直等：{names}",
    en: "A PDB allows no disruption now: the eviction is refused and the drain waits: {names}",
  },
  unmanaged: {
    zh: "没有控制器管理，kubectl 不加 --force 会拒绝，驱逐后不会重建：{names}",
    en: "Run by no controller: kubectl refuses without --force, and they do not come back: {names}",
  },
  emptyDir: {
    zh: "用了 emptyDir，里面的数据会丢（要加 --delete-emptydir-data）：{names}",
    en: "Keep data in an emptyDir, which is lost (needs --delete-emptydir-data): {names}",
  },
  hostPath: {
    zh: "用了节点本地目录（hostPath），数据留在这个节点上：{names}",
    en: "Keep data in a directory of the node (hostPath), which stays behind: {names}",
  },
  single: {
    zh: "只有这一个副本，换到别的节点之前会中断：{names}",
    en: "The only replica: down until it runs elsewhere: {names}",
  },
  unread: {
    zh: "没有读到详情，不知道有没有控制器和本地数据：{names}",
    en: "Details not read, so controllers and local data are not known: {names}",
  },
  noBudgets: {
    zh: "没有读到 PDB：有没有预算会拦住驱逐，不知道。",
    en: "The PDBs could not be read: whether one refuses the evictions is not known.",
  },
  noRoom: {
    zh: "没有别的可调度节点：被驱逐的 Pod 会一直 Pending。",
    en: "No other node takes pods: what is evicted would stay Pending.",
  },
  room: {
    zh: "还有 {others} 个节点可以接收（够不够放、亲和性和本地卷没有看）。",
    en: "{others} other {others|node takes|nodes take} pods (whether they have room, affinities and local volumes were not looked at).",
  },
  command: {
    zh: "只是查看，什么都没有改。要排空的话：\n  $ {command}",
    en: "This only looked; nothing was changed. To drain it:\n  $ {command}",
  },
  justLooked: { zh: "只是查看，什么都没有改。", en: "This only looked; nothing was changed." },
} as const;

export type DrainWord = keyof typeof words;

export const sayDrain = (language: Language, word: DrainWord, slots: Slots = {}): string =>
  fill(words[word][language], slots);
