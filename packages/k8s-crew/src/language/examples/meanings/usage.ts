import type { Meaning } from "../types.ts";

/** What is taken of CPU and memory, and what is left of it. */
export const usageMeanings: readonly Meaning[] = [
  {
    id: "usage",
    means: { zh: "{name} 的 CPU 和内存占用", en: "cpu and memory usage of {name}" },
    zh: [
      "{name} 吃多少; {name} 吃了多少资源; {name} 胃口多大; {name} 多能吃; {name} 费不费资源; {name} 占了多大地方; {name} 烧多少; {name} 吃撑了没; {name} 累不累; {name} 忙不忙; {name} 压力大不大; {name} 喝了多少内存",
      "{name} 有多重; {name} 胖不胖; {name} 该减肥了吧; {name} 体格多大; {name} 占多少机器; {name} 扛得动吗现在用了多少; {name} 吃内存吗; {name} 很耗吗; {name} 跑得热不热; {name} 撑不撑; {name} 要吃几个核",
    ],
    en: [
      "how hungry is {name}; how greedy is {name}; how much does {name} eat; how much is {name} eating; how fat is {name}; how heavy is {name}; how much juice does {name} need; what does {name} cost us; how much does {name} chew",
      "is {name} busy; is {name} sweating; is {name} under pressure; how hard is {name} working; how hot is {name} running; is {name} maxed out; is {name} a hog; how much is {name} hogging; how loaded is {name}; how much does {name} gobble up; is {name} bloated; does {name} need a diet; is {name} overweight; how stressed is {name}",
    ],
  },
  {
    id: "limits",
    means: { zh: "{name} 的 limit 是多少", en: "resource limits of {name}" },
    zh: [
      "{name} 最多能吃多少; {name} 给了多少额度; {name} 封顶多少; {name} 的天花板在哪; {name} 被掐在多少; {name} 分了多少资源; {name} 上限设的多少; {name} 顶天能用多少; {name} 给它留了多少; {name} 限没限资源; {name} 能吃到多少才算超",
    ],
    en: [
      "how much may {name} eat; how much can {name} have at most; what's the ceiling for {name}; what's the cap on {name}; is {name} capped; what did we give {name}; how much is {name} allowed to use; how much does {name} get; what's {name} entitled to; at what point does {name} hit the wall; how tight is {name} capped; what is {name}'s budget",
    ],
  },
  {
    id: "most-memory",
    means: { zh: "哪些 pod 内存占用最多", en: "which pods use the most memory" },
    zh: [
      "谁把内存吃光了; 内存都被谁吃了; 内存大户是谁; 谁最能吃内存; 谁是内存黑洞; 内存被哪个霸占了; 内存快没了谁干的; 谁在狂吃内存; 揪出吃内存的家伙; 谁占着内存不放; 哪个家伙内存最胖; 内存去哪了; 内存杀手是谁; 哪个东西在漏内存",
    ],
    en: [
      "who ate all the memory; who's eating my ram; who hogs the memory; what's hogging ram; what is gobbling up memory; where did all the ram go; biggest memory hogs; who is the memory pig; fattest pods; who's leaking memory; what's chewing through ram; who's the hungriest for memory; which one is the ram monster; who stole my memory",
    ],
  },
  {
    id: "most-cpu",
    means: { zh: "哪些 pod CPU 占用最多", en: "which pods use the most cpu" },
    zh: [
      "谁把 cpu 打满了; cpu 都被谁吃了; 谁在烧 cpu; 谁最费 cpu; cpu 大户是谁; 谁在狂转; 谁把核都占了; 哪个家伙在跑满 cpu; cpu 飙起来了谁搞的; 是谁把 cpu 拉爆的; 谁在霸占 cpu; 风扇狂转谁干的; cpu 被谁抢走了",
    ],
    en: [
      "who's burning cpu; who eats all the cpu; who hogs the cpu; what's hogging the processor; who is pegging the cpu; what's spinning; what's cooking the cpu; who's hammering the cpu; biggest cpu hogs; where does all the cpu go; who's melting the cpus; which one burns the most cores; who stole my cpu; what's making the fans spin",
    ],
  },
  {
    id: "node-usage",
    means: { zh: "节点资源使用情况", en: "top nodes" },
    zh: [
      "机器还撑得住吗; 机器累不累; 哪台机器最忙; 机器们压力大不大; 服务器吃紧不; 哪台机器快撑爆了; 机器都满了吗; 哪台机器闲着; 机器还有余粮吗; 主机都用了多少; 哪台机器最闲; 节点撑不撑得住; 哪个节点最累; 节点胖不胖",
    ],
    en: [
      "how busy are the machines; are the boxes sweating; which machine is the busiest; which box is idle; are the servers maxed out; how hot are the nodes running; how full are the machines; which host is overloaded; are the nodes stressed; which node is sweating; are the boxes full; any machine bored",
    ],
  },
  {
    id: "capacity",
    means: { zh: "集群容量", en: "capacity" },
    zh: [
      "还塞得下吗; 还装得下新东西吗; 还有地方跑新服务吗; 还剩多少地方; 还有多少余量; 家里还有余粮没; 还能再塞几个; 资源还剩多少; 快满了吗; 还有富余吗; 还能扛多少; 地方够不够用; 集群是不是满了; 集群还有空位吗; 还有没有坑位",
    ],
    en: [
      "how much room is left; is there room for more; do we have headroom; how much headroom do we have; can we fit more stuff in; are we running out of room; are we full; is there any space left; how much is left to use; is the cluster full; how full are we; any spare capacity; can it take more load; have we got slack; can we squeeze in more",
    ],
  },
];
