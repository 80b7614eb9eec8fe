import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

/** Every sentence that the conversation itself says. `{…}` is filled in by `say`. */
export const conversationWords = {
  greeting: {
    zh: "你好！我可以帮你查看和操作 Kubernetes 集群。直接说你想知道什么，或者试试这些：",
    en: "Hello! I help you look at and work with Kubernetes clusters. Say what you want to know, or try one of these:",
  },
  help: {
    zh: "直接用自己的话说，例如“看一下 cart-service 的日志”或“dev 下有哪些 pod”。缺少的信息我会问你，并列出可选项。只有你确认后我才会修改集群。\n\n快捷指令：",
    en: "Use your own words, for example “show me the logs of cart-service” or “which pods are in dev”. I ask for what is missing and list the choices. I change nothing in a cluster unless you agree.\n\nQuick commands:",
  },
  thanks: { zh: "不客气！", en: "You're welcome!" },
  agreed: { zh: "好的。", en: "All right." },
  agreedFresh: { zh: "好的。需要什么直接说，或者试试这些：", en: "All right. Say what you need, or try one of these:" },
  outOfScope: {
    zh: "这个我帮不上忙：我只负责 Kubernetes 集群。可以试试：",
    en: "I can't help with that: I only know about Kubernetes clusters. You could try:",
  },
  empty: { zh: "请说点什么，例如“集群状态怎么样”。", en: "Please say something, for example “how are my clusters”." },
  notUnderstood: {
    zh: "我没听懂这句话。可以换个说法，或者试试：",
    en: "I did not understand that. Try other words, or one of these:",
  },
  noTool: {
    zh: "当前连接的服务器没有可以做到这件事的工具（{doing}）。",
    en: "The connected server has no tool that can do this ({doing}).",
  },
  dataFaults: {
    zh: "附带的数据共 {total} 行，其中 {count} 行提到错误：",
    en: "{count} of the {total} lines that came with it speak of a fault:",
  },
  dataFine: {
    zh: "附带的数据共 {total} 行，没有提到错误的行。",
    en: "None of the {total} lines that came with it speaks of a fault.",
  },
  broke: { zh: "这一轮出错了：{cause}。对话可以继续。", en: "This turn failed: {cause}. The conversation goes on." },
  clusters: { zh: "集群：", en: "Clusters: " },
  askCluster: { zh: "请问是哪个集群？", en: "Which cluster?" },
  askNamespaceOpen: {
    zh: "好的。为了找到{thing}，我需要知道它在哪个命名空间（Namespace）里。你知道吗？如果不确定，我可以列出所有的命名空间供你选择。",
    en: "All right. To find {thing} I need to know its namespace. Do you know it? If you are not sure, I can list all namespaces for you to choose from.",
  },
  askNamespace: {
    zh: "当前集群有以下命名空间。你觉得{thing}可能在哪个里面？",
    en: "The cluster has these namespaces. Where should I look for {thing}?",
  },
  askNamespaceList: { zh: "要看哪个命名空间？", en: "Which namespace do you want to see?" },
  askName: {
    zh: "在{place}找到了几个匹配的{things}，你想要哪个？",
    en: "These {things} match in {place}. Which one?",
  },
  askNameAll: {
    zh: "在{place}有这些{things}，你想要哪个？",
    en: "There are these {things} in {place}. Which one?",
  },
  askContainer: { zh: "{name} 里有几个容器，你想看哪个？", en: "{name} has several containers. Which one?" },
  askValue: {
    zh: "请告诉我 {parameter} 的值（{description}）。",
    en: "Please tell me the value of {parameter} ({description}).",
  },
  didYouMean: {
    zh: "没有叫“{said}”的{resource}。你是不是指：",
    en: "There is no {resource} named “{said}”. Did you mean:",
  },
  whichOfThese: { zh: "你指的是下面哪一个？", en: "Which of these do you mean?" },
  wayOut: {
    zh: "请从下面选一个，或换一个名称；输入“取消”可以放弃，也可以直接说新的要求。",
    en: "Pick one of these or say another name; “cancel” gives up, and you may ask for something else.",
  },
  noSuch: {
    zh: "没有叫“{said}”的{resource}。请从现有的里选一个，或输入“取消”放弃：",
    en: "There is no {resource} named “{said}”. Pick one of these, or type “cancel” to give up:",
  },
  nothingMatches: {
    zh: "在{place}没有找到与“{said}”匹配的{resource}。",
    en: "Found no {resource} that matches “{said}” in {place}.",
  },
  restarted: { zh: "重启 {count} 次", en: "{count} {count|restart|restarts}" },
  isCurrent: { zh: "当前", en: "current" },
  noneSuch: { zh: "{place}的{resource}都不符合条件。", en: "None of the {resource} in {place} matches." },
  nothingThere: { zh: "{place}没有任何{resource}。", en: "There is no {resource} in {place}." },
  foundAmong: {
    zh: "“{said}”不是 {guessed}，在{resource}里找到了它。",
    en: "“{said}” is no {guessed}; found it among the {resource}.",
  },
  place: { zh: "命名空间 {namespace}", en: "namespace {namespace}" },
  placeAll: { zh: "所有命名空间", en: "all namespaces" },
  placeCluster: { zh: "集群 {cluster}", en: "cluster {cluster}" },
  placeHere: { zh: "当前集群", en: "the current cluster" },
  tookMemory: {
    zh: "沿用之前的{key}：{value}（不对就说“撤销”）",
    en: "Using {key} {value} from before (say “undo” if that is wrong)",
  },
  tookSingle: { zh: "只有一个{key}：{value}", en: "There is only one {key}: {value}" },
  tookMatch: {
    zh: "匹配到唯一的{key}：{value}（不对就说“撤销”）",
    en: "The one {key} that matches: {value} (say “undo” if that is wrong)",
  },
  cannotChoose: {
    zh: "这个服务器的工具（{tool}）不能选择{what}，“{value}”没有起作用。",
    en: "This server's tool ({tool}) cannot choose the {what}; “{value}” had no effect.",
  },
  cannotNarrowLabels: {
    zh: "这个服务器的工具（{tool}）不能按标签筛选，“{value}”没有起作用。",
    en: "This server's tool ({tool}) cannot filter by labels; “{value}” had no effect.",
  },
  cannotNarrowTime: {
    zh: "这个服务器的工具（{tool}）不能限定时间范围，以下内容没有按时间筛选。",
    en: "This server's tool ({tool}) cannot be told a time range; what follows is not narrowed by time.",
  },
  cannotReadPrevious: {
    zh: "这个服务器的工具（{tool}）读不到重启之前的日志，以下是当前的日志。",
    en: "This server's tool ({tool}) cannot read the log from before the restart; what follows is the current one.",
  },
  whyCluster: {
    zh: "因为连接着多个集群，同名的东西在每个集群里都可能有。",
    en: "Several clusters are connected, and each may have things of that name.",
  },
  whyNamespace: {
    zh: "命名空间把集群分成互不干扰的区域，同一个名字可以在多个命名空间里出现，所以要先知道是哪一个。",
    en: "Namespaces divide a cluster; the same name can exist in several of them, so I need to know which one.",
  },
  whyOther: { zh: "没有它就无法确定你要的是哪一个。", en: "Without it I cannot tell which one you mean." },
  unclear: {
    zh: "我没明白这个回答。请输入编号或名称；输入“取消”可以放弃。",
    en: "I did not understand that reply. Type a number or a name, or “cancel” to give up.",
  },
  noneOfThese: {
    zh: "好的，都不是。请直接告诉我名称，或输入“取消”。",
    en: "All right, none of these. Tell me the name, or type “cancel”.",
  },
  gaveUp: {
    zh: "我还是没弄明白，先把这个问题放下。你可以重新描述想做的事，或输入“帮助”。",
    en: "I still do not understand, so I leave this question. Say again what you want to do, or type “help”.",
  },
  cancelled: { zh: "好的，已取消，什么都没有执行。", en: "Cancelled. Nothing was run." },
  askApproval: {
    zh: "这会修改集群，执行前需要你确认：\n  {call}\n影响：{effect}{change}。",
    en: "This changes the cluster and needs your consent first:\n  {call}\nEffect: {effect}{change}.",
  },
  askApprovalTyped: {
    zh: "这是不可恢复的操作，输入名称“{name}”确认后才会执行：\n  {call}\n影响：{effect}{change}。",
    en: "This cannot be undone. It runs only when the name “{name}” is typed as consent:\n  {call}\nEffect: {effect}{change}.",
  },
  changeFromTo: { zh: "（由 {from} 改为 {to}）", en: " (from {from} to {to})" },
  changeTo: { zh: "（改为 {to}）", en: " (to {to})" },
  effectWrite: { zh: "修改", en: "write" },
  effectDestructive: { zh: "破坏性操作", en: "destructive" },
  readOnly: {
    zh: "只读模式下不会执行修改：{call}",
    en: "Read-only mode: this change is not run: {call}",
  },
  notDone: { zh: "还没有做：“{message}”。{why}", en: "Not done yet: “{message}”. {why}" },
  notDoneNext: { zh: "它列在下面，可以作为下一步。", en: "It stands below as a next step." },
  refreshed: {
    zh: "已清空缓存（{count} 条），接下来都会读取最新状态。",
    en: "The cache is empty now ({count} entries dropped); everything is read anew.",
  },
  forgot: { zh: "已忘记本次对话中记住的内容。", en: "I have forgotten what this conversation was about." },
  contextEmpty: { zh: "目前没有记住任何内容。", en: "Nothing is remembered yet." },
  context: { zh: "本次对话记住的内容：", en: "What this conversation is about:" },
  contextLine: { zh: "{key}：{value}（{origin}）", en: "{key}: {value} ({origin})" },
  originTyped: { zh: "你说的", en: "you said so" },
  originPicked: { zh: "你选的", en: "you picked it" },
  originSingle: { zh: "只有这一个", en: "the only one" },
  originResult: { zh: "来自结果", en: "from a result" },
  originConfigured: { zh: "来自设置", en: "from the settings" },
  unknownCommand: {
    zh: "没有命令 /{command}。输入 /help 查看可用的命令。",
    en: "There is no command /{command}. Type /help for what there is.",
  },
  toolsLine: { zh: "已连接 {count} 个工具：", en: "{count} tools are connected:" },
  fromCache: {
    zh: "（来自缓存，{age} 前读取；输入“刷新缓存”可重新读取）",
    en: "(from the cache, read {age} ago; “/refresh” reads it anew)",
  },
  choicesFromCache: {
    zh: "（选项来自缓存，{age} 前读取；输入“刷新缓存”可重新读取）",
    en: "(choices from the cache, read {age} ago; “/refresh” reads them anew)",
  },
  modelFellBack: {
    zh: "{message}本次由内置规则回答。{remedy}",
    en: "{message} Built-in rules take this turn. {remedy}",
  },
  notExplained: {
    zh: "没有得到模型的分析。{message}{remedy}",
    en: "The model explained nothing. {message} {remedy}",
  },
  tooLong: {
    zh: "消息太长，只读取了前 {count} 个字符。",
    en: "The message is too long; only the first {count} characters were read.",
  },
  sandboxNote: { zh: "（沙盒，非真实集群）", en: "(sandbox, not a real cluster)" },
  explanation: { zh: "分析：", en: "What this suggests:" },
  expandedTooMany: { zh: "只处理前 {shown} 个，共 {total} 个。", en: "Only the first {shown} of {total} are done." },
  rowMeant: { zh: "{thing}", en: "{thing}" },
  rowMeantIn: { zh: "命名空间 {namespace} 里的 {thing}", en: "{thing} in namespace {namespace}" },
  rowMeantOf: { zh: "{cluster} 集群的 {thing}", en: "{thing} of cluster {cluster}" },
  rowMeantInOf: {
    zh: "{cluster} 集群的命名空间 {namespace} 里的 {thing}",
    en: "{thing} in namespace {namespace} of cluster {cluster}",
  },
  lookAt: { zh: "描述{what}", en: "describe {what}" },
} as const;

export type Word = keyof typeof conversationWords;

/** The sentence in a language, its `{slots}` filled. */
export const say = (language: Language, word: Word, slots: Slots = {}): string =>
  fill(conversationWords[word][language], slots);
