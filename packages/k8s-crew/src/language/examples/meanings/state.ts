import type { Meaning } from "../types.ts";

/** How one thing, or everything, is. */
export const stateMeanings: readonly Meaning[] = [
  {
    id: "how-is",
    means: { zh: "{name} 的状态", en: "status of {name}" },
    zh: [
      "{name} 还活着没; {name} 还活着吗; {name} 还喘气不; {name} 还有气吗; {name} 死了没; {name} 还在喘吗; {name} 起来没; {name} 起了没; {name} 上来了没; {name} 活过来没有; {name} 缓过来没",
      "{name} 撑住了没; {name} 顶得住不; {name} 还挺得住吗; {name} 好点没; {name} 恢复了没; {name} 还在不; {name} 咋样了现在; {name} 现在啥样; {name} 啥光景; {name} 啥行情",
      "{name} 稳不稳; {name} 还好使不; {name} 活蹦乱跳不; {name} 在线没; {name} 安好否; {name} 有没有在干活; {name} 醒着没; {name} 睡着了吗; {name} 睡醒没; {name} 在不在岗; {name} 还健在不; {name} 上线了吗; {name} 跑起来没",
    ],
    en: [
      "is {name} alive; is {name} still alive; is {name} still breathing; is {name} still with us; is {name} dead; {name} dead or alive; is {name} up; is {name} up yet; {name} up?; did {name} make it; did {name} come back; is {name} back",
      "has {name} recovered; did {name} survive; is {name} hanging in there; how's {name} holding up; how's {name} hanging; is {name} in good shape; what shape is {name} in; is {name} a happy camper; is {name} happy; {name} all good?",
      "is {name} doing its thing; is {name} around; any sign of life from {name}; is {name} on its feet; did {name} start already; is {name} out of the woods; {name} good to go?; does {name} still tick; is {name} awake; is {name} sleeping; is {name} asleep; did {name} wake up; is {name} kaput; is {name} feeling better",
    ],
  },
  {
    id: "health",
    means: { zh: "检查健康状况", en: "is everything healthy" },
    zh: [
      "全乱套了; 全炸了; 啥都不行了; 什么都打不开; 到处都在冒烟; 是不是哪里着了; 今天能睡个安稳觉吗; 可以安心下班吗; 现在家里太平不; 有没有哪儿不舒服; 有谁不舒服; 家里都好吧; 天下太平吗",
      "有啥要我操心的; 有什么糟心事; 有没有幺蛾子; 谁又趴窝了; 有没有谁挂了; 今天谁不开心; 有啥不对劲的地方; 感觉哪里怪怪的; 总觉得哪儿不对; 好像哪儿出岔子了; 系统抽风了",
      "啥情况啊今天; 扫一眼有没有坏的; 巡一圈; 帮我转一圈看看; 给系统号个脉; 给集群把把脉; 都活着吗; 全员到齐没; 有没有掉队的; 大家都还好吗; 兜一圈看看谁不行了; 我该慌吗",
      "值班要盯着点啥; 早上来先看啥; 整个世界都崩了; 完了完了全挂了; 环境又被搞崩了; 咋哪哪都不对; 有啥烂摊子要收拾",
    ],
    en: [
      "everything is on fire; everything's broken; it's all broken; the sky is falling; is the house on fire; where does it hurt; what hurts; anything smell funny; something smells off; something feels off",
      "can i sleep tonight; anything red; is anything red; wtf is wrong with this shit; what is wrong with this thing; can i go to bed; can i go home now; is it safe to go home; are we good; we good?; are we ok; all quiet?; is it quiet tonight; anything i should worry about; should i be worried; should i panic",
      "who's having a bad day; who is unhappy; anyone unhappy in there; anyone dead; is anybody dead; who fell over; did anything fall over; what's gone wrong now; what blew up; what exploded; what's hosed; what's borked",
      "give it a once-over; do the rounds; take the pulse of this thing; take a quick sniff around; poke around and tell me what is bad; how are things looking; how's the patient; how's life in there; how we doing",
      "the whole thing went down; nothing works anymore; nothing works today; prod is melting; things are going south; it all went pear shaped; the cluster is acting up; things are weird today; pager went off what's up; got paged what is it; what's the damage",
    ],
  },
  {
    id: "broken-pods",
    means: { zh: "哪些 pod 不正常", en: "which pods are not running" },
    zh: [
      "哪些 pod 躺了; 哪些 pod 在摆烂; 谁家 pod 挂了; 哪几个 pod 歇菜了; pod 里谁在闹情绪; 有没有 pod 趴窝; 哪些 pod 半死不活; 有没有半死不活的 pod; 列一下死掉的 pod; 有几个 pod 病了",
      "pod 都活着吗; 哪些 pod 起不来床; pod 有没有掉队的; 有 pod 在罢工吗; 坏掉的 pod 给我揪出来; 把不干活的 pod 找出来; 哪些 pod 凉了",
    ],
    en: [
      "which pods are toast; which pods are dead; which pods are unhappy; which pods are sick; any sick pods; any dead pods; which pods fell over; pods that are hosed; which pods are sulking; which pods misbehave",
      "name the pods that are acting up; who among the pods is dying; show me the bad pods; the ugly pods please; are all the pods alive; which pods need love; which pods are having a bad time; pods in agony",
    ],
  },
  {
    id: "most-restarts",
    means: { zh: "重启最多的 pod", en: "pods with the most restarts" },
    zh: [
      "谁最爱诈尸; 谁重启得最凶; 谁老是死了又活; 谁反复横跳最多; 哪个最不稳定; 谁崩得最勤; 谁最能折腾自己; 谁是重启大王; 哪个家伙老挂; 谁动不动就崩; 谁最不省心; 谁天天崩",
    ],
    en: [
      "who keeps dying; who crashes the most; what crashes most often; who's the least stable; which one is the flakiest; who flaps the most; who keeps falling over; who can't stay up; who's bouncing the most; what restarts all the time; the crashiest things; who is the worst crasher; which ones are unstable",
    ],
  },
  {
    id: "failed-jobs",
    means: { zh: "失败的 job", en: "failed jobs" },
    zh: [
      "昨晚哪些批处理没跑成; 哪些定时任务翻车了; 有没有跑挂的任务; 批处理都跑完了吗; 有没有任务没跑成功; 跑批有没有失败的; 哪个任务跑崩了; 夜里的任务都过了吗; 任务有没有炸的",
    ],
    en: [
      "which batch runs failed; did the nightly stuff go through; did all the batches go through; any batch blow up last night; which batches bombed; did the batch work finish; any failed batches; what batch work died; did last night's batches make it",
    ],
  },
  {
    id: "node-state",
    means: { zh: "节点状态", en: "status of the nodes" },
    zh: [
      "机器都活着吗; 机器有没有掉线的; 哪台机器躺了; 有没有机器趴窝; 服务器都还好吗; 机器们还健在吗; 有没有哪台主机失联; 宿主机都正常不; 有节点罢工吗; 节点都在岗吗; 哪个节点失联了; 主机有掉队的没",
    ],
    en: [
      "are the machines okay; are all the boxes up; did we lose a machine; did we lose a node; any box down; are the servers alive; which machine died; is any host gone; any machines missing; is the hardware fine; all nodes accounted for; have any nodes dropped out; any nodes awol",
    ],
  },
];
