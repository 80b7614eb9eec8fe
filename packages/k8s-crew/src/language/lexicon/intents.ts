import type { Verb } from "../../catalog/types.ts";
import { complaints } from "./complaints.ts";

/**
 * What a person asks for; each line of a table lists phrases, separated by commas. Verbs of the catalog, and a few words that only become a verb or a view together with the
 * rest of the sentence (see ../intent.ts): `look` is list or get, `check` and `health` a health view, `wellbeing`
 * ("how is …") a status or a health view, `problem` ("what is wrong") a diagnosis or a health view, `symptom` a
 * diagnosis, `complaint` (what users see) a health view, since they call nothing by its name, `usage` numbers of something or an overview, `whatis` an explanation when nothing else is said, `howto`
 * an explanation instead of the write that follows.
 */
export type Intent =
  | Verb
  | "look"
  | "check"
  | "health"
  | "wellbeing"
  | "status"
  | "overview"
  | "problem"
  | "symptom"
  | "complaint"
  | "usage"
  | "changes"
  | "whatis"
  | "howto";

type Words<Key extends string> = Readonly<Partial<Record<Key, readonly string[]>>>;

/** Words that ask. Longest match wins, so "重启次数" elsewhere is not a "重启" here. */
export const readWords: Words<Intent> = {
  look: [
    "捞, 捞一下, 捞下, 捞出来, 拉一下, 贴一下, 贴出来, 发一下, 翻一下, 看, 看看, 看下, 看一下, 看一看, 查看, 查, 查一下, 查下, 查查, 查询, 显示, 展示, 瞧瞧",
    "read, dump, pull, grab, show, see, view, get, display, look at, look into, give me, fetch, print, tell me, watch, what is the",
    "what's the",
  ],
  list: [
    "有没有设置, 有没有配置, 有没有设, 有没有配, 是否设置, 是否配置, 是否设置了, 是否配置了, 有设置, 有配置, 列出, 列一下, 列下, 列举, 罗列, 列表, 清单, 有哪些, 都有哪些, 有哪几个, 有什么, 有啥, 哪些, 哪几个",
    "有多少, 有多少个, 有几个, 多少个, 几个, 哪个, 跑了什么, 跑了些什么, 在跑什么, 跑着什么, 都跑了些什么",
    "list, which, what are the, what are my, how many, what's in, what is in, enumerate, count, do we have",
    "are there",
  ],
  describe: [
    "描述, 详情, 详细, 详细信息, 详细描述, 细节, 具体信息, 什么镜像, 哪个镜像, 镜像版本, 镜像是什么, 镜像是多少",
    "环境变量, 完整配置",
    "yaml, manifest, env of, env vars, env vars of, environment variables, env variables, describe, details, detail, detailed, in detail, more about, desc",
  ],
  search: [
    "找, 找一下, 找找, 查找, 搜索, 搜一下, 在哪个命名空间, 在哪个集群, 在哪个 ns, 在哪个 namespace",
    "属于哪个命名空间",
    "find, search, search for, look for, locate, where is, where's, which namespace is, which cluster is",
    "what namespace is, where does, where can i find",
  ],
  logs: [
    "日志, 打印的日志, 输出日志, 控制台输出, 的输出, 输出内容, 打印内容, 标准输出, 控制台",
    "log, logs, logging, console output, stdout, stderr, standard output, standard error, log output",
  ],
  top: ["使用率, 利用率, 占用, 占用率, 资源占用, 消耗, 负载", "top, usage, utilization, consumption, load"],
  usage: [
    "资源使用, 资源使用情况, 资源使用率, 资源情况, 使用情况, 用量, 多少资源, 资源",
    "resource usage, resources used, resource utilization",
  ],
  explain: [
    "什么是, 是什么, 是啥, 啥是, 是什么意思, 什么意思, 什么叫, 是干什么的, 是干什么用的, 是干嘛的, 是做什么的, 是做什么用的, 解释, 解释一下, 介绍",
    "介绍一下, 讲讲, 讲一下, 科普, 区别, 有什么区别, 有什么用, 作用",
    "what is the difference between, what's the difference between, the difference between, what is a, what is an, what's a, what's an, what is the difference, explain, mean, means, meaning of",
    "definition of, vs, versus, difference between, how does, teach me",
  ],
  changes: [
    "出啥幺蛾子, 出了啥幺蛾子, 出过啥幺蛾子, 出什么幺蛾子, 出了什么幺蛾子, 有啥幺蛾子, 出幺蛾子, 改了什么, 改过什么, 改动, 有什么改动, 有哪些改动, 变更, 有什么变更, 有哪些变更, 变化, 有什么变化, 有哪些变化, 发生了什么, 发生过什么, 出了什么事",
    "what changed, what has changed, what's changed, what was changed, what did change, recent changes, changes",
    "what happened, timeline, who changed, anything changed, has anything changed, did anything change",
    "did anything happen, did something happen, anything happen, anything happened, has anything happened, what went on",
    "有人改过, 有人动过, 有没有人改, 有没有人动, 有人改了, 改过东西, 动过东西, 有人碰过, 做过变更, 有过变更",
    "出了啥事, 出了哪些事, 发生啥, 发生了啥, 有没有发生什么, 出过什么事, 出过事, 改了啥, 改了些什么, 改了些啥",
  ],
  whatis: ["what is, what's, what are, what does, what do"],
  howto: [
    "怎么, 怎样, 如何, 怎么才能, 怎么去, 怎样才能",
    "how do i, how do you, how do we, how to, how can i, how can we, how should i, how would i",
  ],
  diagnose: [
    "为什么, 为啥, 为何, 怎么回事, 咋回事, 怎么了, 咋了, 咋啦, 怎么会, 什么原因, 原因, 排查, 诊断, 定位问题, 分析",
    "怎么没, 怎么还没, 怎么老, 怎么老是, 怎么一直, 怎么总, 怎么总是, 怎么又, 怎么没有, 怎么还不, 怎么不, 怎么就不",
    "定位, 定位一下, 定位下, 找原因, 找下原因, 找一下原因, 查原因, 查下原因, 查一下原因, 啥原因, 咋了这是",
    "find out why, find out what is wrong, the cause, the reason, the root cause, what causes, what caused, what is causing, what's causing, any idea why, any ideas why, any clue why, reason why, what makes",
    "怎么挂了, 怎么重启了, 怎么又重启了, 怎么崩了, 怎么起不来",
    "why, how come, diagnose, troubleshoot, debug, investigate, root cause, what happened to",
    "what happened with, what is happening with, what's happening with, what's going on with",
    "what is going on with, figure out, what's up with, whats up with, what is up with, what's the matter with",
    "what is the matter with",
  ],
  status: [
    "状态, 状况, 集群版本, 集群的版本, k8s 版本, 什么版本, 哪个版本, 版本号, 情况",
    "status, state, cluster version, server version, kubernetes version, k8s version, what version",
  ],
  wellbeing: [
    "太平, 太平不, 太平吗, 消停, 安稳, 平安无事, 都还行, 还行, 还行吧, 还行吗, 都正常不, 正常不, 怎么样, 怎么样了, 咋样, 如何了, 正常, 还好, 还好吗, 好不好, ok 吗, 健在, 稳定吗, 稳不稳",
    "how is, how's, how are, ok, okay, fine, all right, alright, all good, normal, doing well",
    "reachable, all reachable, 连得上, 连得通, 都通吗, 都能连上",
    "everything good, everything up, everything up and running, all up and running, everything running, everything working, everything alive, everything green, all green, all systems go",
    "都起来了吗, 都在跑吗, 都活着吗, 都活着没, 全都正常",
  ],
  overview: [
    "总览, 概览, 概况, 全貌, 全景, 汇总, 总体情况, 整体情况, 资源总览, 资源概览, 容量",
    "overview, summary, summarize, capacity, big picture",
  ],
  health: [
    "健康, 健康状况, 健康状态, 健康检查, 健康度, 是否健康, 健康情况, 体检, 巡检",
    "health, healthy, health check, healthcheck, well",
  ],
  check: ["检查, 检查一下, 检查下, 查验", "check, check on, check up on, inspect, verify"],
  problem: [
    "什么问题, 有什么问题, 有什么异常, 有啥问题, 有问题吗, 有没有问题, 没问题吧, 出问题, 问题, 什么异常",
    "有没有异常, 有异常吗, 什么毛病, 哪里不对, 出事了, 出事, 着火了, 着火",
    "incident, incidents, outage, outages, downtime, 事故, 不对劲, 不太对, 出状况, 出啥状况, 出什么状况",
    "what's going on, what is going on, what's wrong, what is wrong, anything wrong, problem, problems, issue, issues, any trouble, goes wrong",
    "help me fix, can you fix, could you fix, please fix, help me with, went wrong, on fire, what broke, most urgent, most pressing, most critical, needs attention, need attention, needs my attention, look at first, look into first, fix first, worst problem",
    "deserves a look, deserve a look, worth a look, worth looking at, needs a look, need a look, needs looking at, deserves attention, deserve attention, look fishy, looks fishy",
    "救命, 救救, 修一下, 修复一下, 帮我修, 最要紧, 要紧, 最要紧的是什么, 最紧急的是什么, 最急的是什么, 最严重的是什么, 最紧急, 最急, 最严重, 最该处理, 优先处理, 先处理哪个, 先处理什么, 先看哪个, 需要关注, 要注意什么, 值得关注",
  ],
  symptom: [
    "内存不够, 内存不足, 内存够不够, 内存够吗, 内存是不是不够, 内存是否不够, 内存是不是不足, 内存是否不足, 内存爆了, 内存溢出, 内存泄漏",
    "short of memory, running out of memory, runs out of memory, ran out of memory, enough memory, too little memory, memory leak, leaking memory",
    "慢得要死, 慢得要命, 慢得不行, 慢得离谱, 慢到不行, 慢得很, 很慢, 变慢, 变慢了, 太慢, 好慢, 慢死了, 很卡, 好卡, 太卡, slow, slowly, sluggish, laggy, lagging, lagging behind, lags",
    "老被 kill, 被 kill, 老是被 kill, 被 killed, 总被杀, 老被杀, 老挂, 老是挂, 总是挂, 上不来, 起不动, 没起得来, 打不开, 打不开了, 登不上",
    "退出码, 被杀, 起不来, 启动不了, 启动失败, 连不上, 访问不了, 不工作, 不通",
    "does not come up, doesn't come up, won't come up, not coming up, never comes up, does not start, did not start, gets killed, get killed, got killed, was killed, is killed, being killed, keeps dying, keeps crashing, keeps failing, dies, died, is dying",
    "cannot be scheduled, can't be scheduled, not scheduled, does not get ready, never gets ready, doesn't become ready, not responding, does not respond, doesn't respond, timing out, times out",
    "exit code, exited, exit with, not starting, not working, won't start, doesn't start",
    "can't start, cannot start, doesn't work, unreachable",
  ],
  complaint: complaints,
};

/** Words that change something. What they name is asked back, and nothing runs without an approval. */
export const writeWords: Words<Verb> = {
  scale: [
    "扩容, 缩容, 扩缩容, 扩到, 缩到, 扩容到, 缩容到, 扩成, 缩成, 扩展到, 扩, 缩",
    "scale, scale up, scale down, scale out, scale in, resize",
  ],
  restart: ["重启, 重新启动, 重启一下, 重启下, 重新拉起", "restart, reboot, bounce, rollout restart"],
  delete: [
    "删除, 删掉, 删, 移除, 干掉, 清理, 销毁, 清除, 杀掉, 清掉, 删除掉, 弄掉, 扔掉, 铲掉, 删去",
    "delete, remove, destroy, get rid of, kill, purge, wipe, drop, rm, clean up, clear out, throw away, throw out, trash, nuke, tear down, dispose of",
  ],
  rollback: ["回滚, 回退, 撤回发布", "rollback, roll back, rollout undo, undo rollout, revert"],
  cordon: ["封锁, 禁止调度, 停止调度, 设为不可调度, 标记为不可调度", "cordon"],
  uncordon: ["解除封锁, 恢复调度, 允许调度, 设为可调度", "uncordon"],
  drain: ["驱逐, 排空, 腾空", "drain, evict"],
  set: ["换镜像, 更换镜像, 改镜像, 换成", "set image, set"],
  update: [
    "加到, 减到, 降到, 增加到, 减少到, 增加, 减少, 提高, 降低, 调整为, 调成, 更新, 修改, 编辑, 改成, 改为, 调整, 调到, 设为, 设置",
    "increase, decrease, raise, reduce, lower, update, edit, modify, change",
  ],
  upgrade: ["升级", "upgrade, bump"],
  create: [
    "创建, 新建, 建一个, 建个, 部署一个, 部署一下",
    "create, make a new, deploy a, deploy an, deploy the, deploy my, add a",
  ],
  apply: ["应用这个 yaml", "apply"],
  patch: ["打补丁", "patch"],
  label: ["打标签, 加标签", "label"],
  annotate: ["加注解", "annotate"],
  taint: ["打污点, 加污点", "taint"],
  untaint: ["去掉污点, 去污点", "untaint"],
  pause: ["暂停", "pause"],
  resume: ["恢复发布, 继续发布", "resume"],
  exec: ["进入, 进到, 登录到, 执行命令", "exec, shell, exec into, ssh into, open a shell, open a shell in"],
  run: ["kubectl run"],
  install: ["安装", "install"],
  uninstall: ["卸载", "uninstall"],
  portforward: ["端口转发", "port-forward, port forward, portforward"],
};
