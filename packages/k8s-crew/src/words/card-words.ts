import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

/** What is said at the card of a change, which stays open: what it does, where, and what agreeing takes. */
const words = {
  why: {
    zh: "修改只在你同意了这一次调用之后才会执行，这样不会误改。",
    en: "A change runs only when you agree to this very call, so that nothing is changed by mistake.",
  },
  notConsent: {
    zh: "“{said}”不是同意，也没看懂它要改成什么，所以这个改动放弃了。",
    en: "“{said}” is no consent, and I did not understand what it asks for instead, so the change is dropped.",
  },
  where: { zh: "{place}。", en: "It is in {place}." },
  inCluster: { zh: "集群 {cluster}", en: "cluster {cluster}" },
  inNamespace: { zh: "命名空间 {namespace}", en: "namespace {namespace}" },
  here: { zh: "服务器当前连接的集群", en: "the cluster that the server is connected to" },
  now: { zh: "现在是 {now}，还没有改。", en: "Now it is {now}; nothing has been changed." },
  nowUnknown: {
    zh: "现在是多少没有读到，还没有改。",
    en: "How it is now could not be read; nothing has been changed.",
  },
  more: {
    zh: "会新建 Pod，正在运行的不受影响，不会重启。",
    en: "Pods are added; those that run stay as they are and are not restarted.",
  },
  fewer: {
    zh: "多出来的 Pod 会被停掉，留下的不受影响。",
    en: "The pods that are too many are stopped; the others stay as they are.",
  },
  toNone: {
    zh: "所有 Pod 都会停掉，服务会中断。",
    en: "All of its pods are stopped: what it serves is down until then.",
  },
  scales: {
    zh: "副本数变多会新建 Pod，变少会停掉多出来的，留下的不会重启。",
    en: "More replicas add pods, fewer stop those that are too many; the others are not restarted.",
  },
  rolls: {
    zh: "Pod 会按更新策略一批批换成新的（默认先起新的再停旧的）。",
    en: "The pods are replaced by new ones by its update strategy, by default a few at a time.",
  },
  deletes: { zh: "删除不能撤销。{loss}", en: "A deletion cannot be taken back. {loss}" },
  podData: {
    zh: "它用的存储声明（PVC）和里面的数据会留着；emptyDir 里的数据会丢。",
    en: "The claims that it uses stay, with their data; what is in an emptyDir is lost.",
  },
  cordons: {
    zh: "节点不再接收新的 Pod，上面正在运行的不受影响。",
    en: "The node takes no new pods; those that run on it stay.",
  },
  drains: {
    zh: "节点上的 Pod 会被驱逐，由各自的控制器在别处重建；没有控制器的不会重建。",
    en: "The pods on the node are evicted; their controllers make new ones elsewhere, and those without one are gone.",
  },
  unknownEffect: {
    zh: "具体会怎样取决于这次调用的参数，都列在下面；我不能替你保证它没有影响。",
    en: "What it does depends on the arguments below; I cannot promise that it has no other effect.",
  },
  yours: { zh: "要不要做由你决定。", en: "Whether to do it is for you to decide." },
  typeName: {
    zh: "还没有执行：只有输入名称“{word}”才会执行，别的回答都不会。",
    en: "Nothing has been run: only the name “{word}”, typed, runs it.",
  },
} as const;

export const sayCard = (language: Language, word: keyof typeof words, slots: Slots = {}): string =>
  fill(words[word][language], slots);
