import type { Verb } from "../catalog/types.ts";
import type { Request, View } from "./types.ts";

/**
 * What people say, by what they mean. Add a phrase to teach a new one. English phrases match whole words, Chinese ones
 * anywhere; the first row that fits wins, so the more particular stand above.
 */
type Row<Meaning> = { readonly means: Meaning; readonly en: readonly string[]; readonly zh: readonly string[] };

/** Whole views: asked for in one sentence, without naming a tool. */
export const views: readonly Row<View>[] = [
  {
    means: "overview",
    en: [
      "overview",
      "capacity",
      "resource usage of the cluster",
      "cluster resources",
      "cluster usage",
      "how full",
      "how much room",
    ],
    zh: ["总览", "概览", "概况", "资源情况", "资源使用情况", "资源总量", "容量"],
  },
  {
    means: "health",
    en: [
      "health",
      "healthy",
      "any problems",
      "any issues",
      "anything wrong",
      "what's wrong",
      "what is wrong",
      "whats wrong",
      "what is broken",
      "what's broken",
      "anything broken",
      "sanity check",
      "troubleshoot",
    ],
    zh: [
      "健康",
      "有没有问题",
      "有什么问题",
      "有没有异常",
      "有什么异常",
      "哪里有问题",
      "哪里不对",
      "体检",
      "巡检",
      "排查一下",
      "出了什么问题",
      "哪些有问题",
    ],
  },
  {
    means: "status",
    en: [
      "status",
      "state",
      "how are my clusters",
      "how is my cluster",
      "how is the cluster",
      "how are the clusters",
      "how's the cluster",
      "how is k8s",
      "how is kubernetes",
      "everything ok",
      "everything okay",
      "all good",
      "is everything fine",
      "up and running",
      "doing",
    ],
    zh: ["状态", "状况", "怎么样", "正常吗", "正常不", "还好吗", "情况如何", "运行情况", "还活着"],
  },
];

/** What a view is about when it is about clusters at all. A view of one named object is a plain call. */
export const clusterWords: readonly string[] = [
  "k8s",
  "kubernetes",
  "cluster",
  "clusters",
  "集群",
  "everything",
  "系统",
  "平台",
  "环境",
];

export const verbs: readonly Row<Verb>[] = [
  {
    means: "logs",
    en: ["logs", "log", "stdout", "console output"],
    zh: ["日志", "输出日志", "打印了什么", "报错信息"],
  },
  {
    means: "diagnose",
    en: ["why", "diagnose", "root cause", "debug", "what happened to", "what is wrong with", "what's wrong with"],
    zh: ["为什么", "为啥", "怎么回事", "什么原因", "原因", "诊断", "怎么了", "排查"],
  },
  {
    means: "top",
    en: ["top", "cpu", "memory", "mem usage", "usage", "utilization", "consumption", "consuming", "metrics"],
    zh: ["用量", "占用", "使用率", "cpu", "内存", "资源使用", "负载情况", "指标"],
  },
  {
    means: "scale",
    en: ["scale", "replicas to", "resize"],
    zh: ["扩容", "缩容", "扩到", "缩到", "扩缩", "伸缩到", "副本数改", "副本改", "调整副本", "个副本"],
  },
  { means: "restart", en: ["restart", "rollout restart", "bounce", "reboot"], zh: ["重启一下", "重启", "重新启动"] },
  { means: "rollback", en: ["rollback", "roll back", "undo", "revert"], zh: ["回滚", "回退", "撤销发布"] },
  {
    means: "delete",
    en: ["delete", "remove", "kill", "destroy", "drop", "get rid of"],
    zh: ["删除", "删掉", "删了", "干掉", "移除", "清理掉"],
  },
  { means: "uncordon", en: ["uncordon"], zh: ["恢复调度", "解除封锁"] },
  { means: "cordon", en: ["cordon"], zh: ["停止调度", "封锁节点", "禁止调度"] },
  { means: "drain", en: ["drain"], zh: ["驱逐", "排空"] },
  {
    means: "set",
    en: ["set image", "update image", "change the image", "upgrade the image"],
    zh: ["更新镜像", "换镜像", "镜像改", "升级镜像"],
  },
  { means: "apply", en: ["apply"], zh: ["应用这个", "部署这个"] },
  { means: "create", en: ["create", "deploy a", "new deployment"], zh: ["创建", "新建"] },
  { means: "exec", en: ["exec", "run a command in", "shell into"], zh: ["进入容器", "执行命令"] },
  {
    means: "describe",
    en: ["describe", "details", "detail", "in detail", "more about", "inspect", "show me everything about", "spec of"],
    zh: ["描述", "详情", "详细", "具体信息"],
  },
  {
    means: "explain",
    en: ["explain", "what is a", "what is an", "what are", "what does", "meaning of", "teach me"],
    zh: ["什么是", "是什么", "解释", "啥是", "介绍一下", "含义"],
  },
  { means: "get", en: ["yaml", "manifest of", "definition of"], zh: ["yaml", "清单", "定义"] },
  {
    means: "list",
    en: [
      "list",
      "show",
      "get",
      "display",
      "which",
      "what",
      "how many",
      "are there",
      "give me",
      "see",
      "look at",
      "view",
      "find",
      "check",
      "all",
    ],
    zh: [
      "列出",
      "列一下",
      "列表",
      "显示",
      "看看",
      "看一下",
      "看下",
      "查看",
      "查一下",
      "查询",
      "查",
      "有哪些",
      "有多少",
      "多少",
      "哪些",
      "有什么",
      "给我",
      "所有",
      "检查",
      "看",
    ],
  },
];

export const qualities: readonly Row<NonNullable<Request["quality"]>>[] = [
  {
    means: "most_restarts",
    en: ["most restarts", "restarts most", "restarted most", "restart the most", "restarting most"],
    zh: ["重启最多", "重启次数最多", "重启次数"],
  },
  {
    means: "newest",
    en: ["newest", "latest", "most recent", "youngest"],
    zh: ["最新", "最近创建", "刚刚部署", "刚部署"],
  },
  { means: "oldest", en: ["oldest", "longest running"], zh: ["最老", "最早", "最旧"] },
  { means: "most_cpu", en: ["most cpu", "cpu hog", "highest cpu"], zh: ["cpu 最高", "cpu最高", "cpu 最多", "cpu最多"] },
  { means: "most_memory", en: ["most memory", "highest memory"], zh: ["内存最高", "内存最多", "最吃内存"] },
  { means: "not_ready", en: ["not ready", "unready", "notready"], zh: ["没就绪", "未就绪", "没有就绪", "不就绪"] },
  { means: "pending", en: ["pending", "unschedulable", "stuck"], zh: ["pending", "调度不了", "没调度", "卡住"] },
  {
    means: "errors",
    en: ["errors", "error lines", "exceptions", "warnings", "warning"],
    zh: ["报错", "错误", "异常日志", "警告"],
  },
  {
    means: "broken",
    en: [
      "broken",
      "failing",
      "failed",
      "crashing",
      "crashed",
      "crash",
      "crashlooping",
      "unhealthy",
      "in trouble",
      "dead",
      "down",
      "not running",
      "bad",
      "problem pods",
      "problematic",
    ],
    zh: ["挂了", "有问题", "出问题", "不正常", "异常", "崩溃", "崩了", "失败", "故障", "坏了", "没起来", "起不来"],
  },
  { means: "running", en: ["running"], zh: ["正在运行", "运行中"] },
];

export const smallTalk: readonly Row<"greeting" | "thanks" | "help" | "out_of_scope">[] = [
  {
    means: "help",
    en: ["help", "what can you do", "what can i ask", "how do i use", "how does this work", "commands"],
    zh: ["帮助", "你能做什么", "你会什么", "能干什么", "能做什么", "怎么用", "使用说明", "有哪些命令"],
  },
  {
    means: "thanks",
    en: ["thanks", "thank you", "thx", "cheers", "great, thank"],
    zh: ["谢谢", "多谢", "感谢", "辛苦了"],
  },
  {
    means: "greeting",
    en: ["hi", "hello", "hey", "good morning", "good evening", "good afternoon"],
    zh: ["你好", "您好", "哈喽", "嗨", "在吗", "早上好", "晚上好"],
  },
  {
    means: "out_of_scope",
    en: [
      "weather",
      "joke",
      "poem",
      "song",
      "translate",
      "stock",
      "recipe",
      "football",
      "news",
      "who are you",
      "your name",
      "love",
      "movie",
      "math",
    ],
    zh: [
      "天气",
      "笑话",
      "写诗",
      "写一首",
      "唱歌",
      "翻译",
      "股票",
      "菜谱",
      "足球",
      "新闻",
      "你是谁",
      "你叫什么",
      "电影",
      "作文",
    ],
  },
];

/** Commands without a slash, said as a whole message. */
export const spokenCommands: readonly Row<string>[] = [
  {
    means: "refresh",
    en: ["refresh", "refresh cache", "clear cache", "clear the cache", "rescan", "reload"],
    zh: ["刷新缓存", "刷新", "重新扫描", "清除缓存", "清空缓存", "重新读取"],
  },
  { means: "exit", en: ["exit", "quit", "bye", "goodbye"], zh: ["退出", "再见", "拜拜"] },
  { means: "forget", en: ["forget", "forget everything", "start over"], zh: ["忘记", "忘掉", "忘了吧", "重新开始"] },
  { means: "context", en: ["what do you remember", "where are we"], zh: ["你记得什么", "现在在哪"] },
];

/** Names of commands in Chinese, for `/帮助`. */
export const commandAliases: { readonly [word: string]: string } = {
  帮助: "help",
  刷新: "refresh",
  刷新缓存: "refresh",
  重新扫描: "refresh",
  退出: "exit",
  quit: "exit",
  工具: "tools",
  忘记: "forget",
  上下文: "context",
};

/** Words that point back to what was spoken of before. */
export const backReferences: { readonly en: readonly string[]; readonly zh: readonly string[] } = {
  en: ["it", "its", "that one", "this one", "that pod", "this pod", "the same", "same for", "them", "again"],
  zh: ["它", "这个", "那个", "这个pod", "那个pod", "刚才", "刚刚那个", "上一个", "上面", "再看"],
};

export const corrections: { readonly en: readonly string[]; readonly zh: readonly string[] } = {
  en: ["no, i mean", "no i mean", "i meant", "not that", "wrong one", "actually"],
  zh: ["不是", "我说的是", "我是说", "不对", "搞错了", "弄错了"],
};

/** Words that are never a name, though they stand where one could. */
export const notNames: ReadonlySet<string> = new Set(
  "a an and any all are at be by can could cluster clusters container containers context current do does each every everything for from get give going had has have help here how i if in into is it its just k8s kubernetes kubectl last latest like lines line list logs log look many me minute minutes hour hours day days more most much my name named namespace namespaces new newest no node nodes not of off old oldest on one only or our out over please pod pods previous problem problems recent right see service services show since some status tail tell than thank thanks that the their them then there these they this those time to top up us use used view want was we what when where which who why will with within would yaml yes you your second seconds ready running broken failing failed pending crash crashing error errors warning warnings event events cpu memory usage describe explain restart delete scale replicas replica images image set deployment deployments env environment".split(
    " ",
  ),
);
