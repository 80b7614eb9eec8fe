import type { Meaning } from "../types.ts";

/** What something says, said, or went through. */
export const logMeanings: readonly Meaning[] = [
  {
    id: "logs",
    means: { zh: "查看 {name} 的日志", en: "logs of {name}" },
    zh: [
      "{name} 又在叫唤啥; {name} 在嘀咕什么; {name} 嚷嚷啥呢; {name} 吐了些啥; {name} 都吐了点什么出来; {name} 在抱怨什么; {name} 说了些什么",
      "{name} 刚才说啥了; 听听 {name} 在说什么; {name} 往外打了些啥; {name} 刷屏刷的是什么; {name} 一直在刷什么; {name} 输出了啥; {name} 打出来的东西给我看看",
      "{name} 后台在刷啥; 让我瞅瞅 {name} 都打印了啥; {name} 都记了些什么; {name} 嘴里念叨啥呢; {name} 哼哼唧唧啥呢; {name} 吵吵什么呢; 把 {name} 吐的东西贴给我",
      "{name} 最近在絮叨什么; {name} 有啥动静; {name} 屏幕上滚的是啥; {name} 留下了什么话; {name} 叨叨啥; {name} 那边在喊什么; {name} 在骂什么; {name} 在瞎嚷嚷啥; {name} 吐槽了点啥; {name} 唠叨些什么; {name} 叽叽歪歪啥; {name} 逼逼啥",
      "tail 一下 {name}; {name} 的 log 甩我一份; {name} 控制台在跑什么字; {name} 打了什么字出来; 瞄一眼 {name} 的输出; {name} 一个劲儿地喊啥; {name} 喷了些什么",
      "{name} 在哭诉啥; {name} 跟我们说啥呢; {name} 又念经了念的啥; 看看 {name} 打印到哪了; {name} 最后说了啥; {name} 咕哝了些什么",
    ],
    en: [
      "what's {name} moaning about; what is {name} whining about; what's {name} grumbling about now; what is {name} complaining about; what's {name} yelling about",
      "what does {name} say; what's {name} saying; what has {name} been saying; what did {name} just say; what is {name} on about; what's {name} muttering; what's {name} babbling about",
      "what is {name} printing; what's {name} spitting out; what did {name} spit out; what's coming out of {name}; show me what {name} prints; what's {name} spewing",
      "let me hear what {name} has to say; what's {name} telling us; what is {name} screaming about; any last words from {name}; {name} is chatty what's it saying; what's {name} bitching about",
      "tail {name}; can i see {name} output; {name} output pls; dump what {name} wrote; what did {name} write to its console; eavesdrop on {name}; listen to {name} for a bit",
      "what is {name} ranting about; what is {name} rambling about; anything interesting coming from {name}; what's the last thing {name} told us; what's {name} crying about; what's {name} going on about; what is {name} shouting; read me what {name} has been printing; stuff {name} printed lately",
      "what noise is {name} making; {name} keeps writing something, what is it; what's all that text from {name}; what has {name} got to say for itself; let's see what {name} spat; what's {name} blabbering on about; {name} is grumpy again what does it say; what's {name} barking about",
    ],
  },
  {
    id: "log-errors",
    means: { zh: "{name} 日志里的报错", en: "errors in the logs of {name}" },
    zh: [
      "{name} 在报什么错; {name} 报的啥错; {name} 抛了什么异常; {name} 冒红字了都是啥; {name} 满屏红的是什么; {name} 又爆什么异常了; {name} 都出过哪些 error",
      "{name} 有没有抛异常; {name} 一直在抛错抛的啥; {name} 打的 stacktrace 是什么; {name} 堆栈长啥样; {name} 吐了什么错; {name} 抛的 exception 给我瞧瞧; {name} 里面有报错没",
      "{name} 红了一片啥错啊; {name} 都有啥 exception; 把 {name} 的 error 挑出来; 只要 {name} 里带 error 的; {name} 飙红是因为报了啥; {name} 报错刷屏了看看是啥",
    ],
    en: [
      "what errors is {name} throwing; what is {name} throwing; what exceptions does {name} throw; {name} stack traces please; any stacktraces in {name}; what's {name} erroring on",
      "what's {name} failing with; what error does {name} give; which errors does {name} spit; what did {name} blow up with; show just the bad lines from {name}; what kind of error is {name} getting",
      "{name} throws exceptions which ones; anything red in {name}; did {name} throw anything; just the errors of {name}; {name} keeps throwing something; what is {name} choking on; is {name} logging exceptions",
    ],
  },
  {
    id: "previous-logs",
    means: { zh: "{name} 上一次的日志", en: "previous logs of {name}" },
    zh: [
      "{name} 死前说了啥; {name} 临死前说了什么; {name} 挂之前打了什么; {name} 崩之前最后吐了啥; {name} 的遗言是啥; {name} 重启前说了什么; {name} 咽气前的输出",
      "{name} 挂掉前一刻在干嘛; {name} 上一条命的输出; {name} 上辈子打印了啥; {name} 死之前留了啥话; {name} 崩溃那次吐了什么; {name} 上一个容器打了啥; {name} 倒下之前喊了啥",
    ],
    en: [
      "{name} last words; what were {name}'s last words; what did {name} say before it died; what did {name} say before dying; what did {name} print right before the crash; what did {name} scream before it fell over",
      "what did {name} say as it went down; output of {name} before it restarted; what was {name} doing before it crashed; {name}'s dying words; famous last words of {name}; what did {name} write before it went belly up",
      "what did the old {name} container say; what did {name} say in its previous life; what came out of {name} just before it died; {name} before it kicked the bucket what did it print",
    ],
  },
  {
    id: "events",
    means: { zh: "{name} 的事件", en: "events of {name}" },
    zh: [
      "{name} 经历了什么; {name} 这一路都经历了啥; k8s 对 {name} 做了什么; {name} 遭遇了什么; 集群那边怎么说 {name} 的; {name} 发生过哪些事; {name} 身上都发生了啥",
      "kubelet 对 {name} 说了啥; 调度器对 {name} 怎么说; {name} 的来龙去脉; {name} 出过什么幺蛾子; {name} 最近碰上啥事了; k8s 在嫌弃 {name} 什么; {name} 有啥 event",
    ],
    en: [
      "what has {name} been through; what's kubernetes been doing to {name}; what did the cluster do to {name}; what does the kubelet say about {name}; what does the scheduler say about {name}; what's k8s saying about {name}",
      "what went on with {name}; what befell {name}; anything k8s reported about {name}; what does kubernetes have against {name}; what did k8s note about {name}; {name} history of happenings; what did the scheduler do with {name}",
    ],
  },
  {
    id: "warnings",
    means: { zh: "最近的警告事件", en: "recent warnings" },
    zh: [
      "集群最近在警告什么; 最近有啥告警; k8s 最近在抱怨啥; 有什么黄牌; 集群在嚷嚷什么; 最近有啥不好的苗头; 集群有没有叫唤; 最近都响了哪些警报; 集群在嘟囔啥; 有没有什么预警; k8s 叫唤啥呢",
      "最近集群有啥幺蛾子; 有啥刺耳的事件没; 最近冒出来什么警报",
    ],
    en: [
      "what is the cluster complaining about; what's kubernetes whining about; what is k8s moaning about; any alarms lately; what alerts went off; what's the cluster grumbling about; has anything been flagged",
      "any red flags lately; what's the cluster yelling about; did k8s grumble about anything; what is the control plane unhappy about; anything beeping; what's been going off lately; what is kubernetes upset about",
    ],
  },
];
