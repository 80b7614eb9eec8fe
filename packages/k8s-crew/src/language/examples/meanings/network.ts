import type { Meaning } from "../types.ts";

/** Who gets through to what. */
export const networkMeanings: readonly Meaning[] = [
  {
    id: "who-reaches",
    means: { zh: "谁能访问 {name}", en: "who can reach {name}" },
    zh: [
      "{name} 谁都能连吗; 谁能摸到 {name}; 谁碰得到 {name}; {name} 对谁开放; {name} 放谁进来; {name} 拦着谁; {name} 把谁挡在外面了; {name} 的门开着没; {name} 有没有被墙; {name} 被防火墙挡了吗; {name} 是不是谁都能打",
      "{name} 让不让别人进; {name} 不让人连是谁拦的; 谁在挡 {name} 的路; 去 {name} 的路被谁堵了; 流量进不去 {name}; {name} 的流量被谁掐了; 有啥东西拦着去 {name} 的流量; {name} 隔离了吗; 谁有路到 {name}; {name} 网被谁断了; {name} 的网是不是被限了",
    ],
    en: [
      "who gets to talk to {name}; who is allowed to talk to {name}; who can hit {name}; who can get at {name}; who's let in to {name}; is {name} open to everyone; is {name} wide open; is {name} locked down; is {name} walled off",
      "what's blocking {name}; who blocks traffic to {name}; is something blocking traffic to {name}; is {name} firewalled; is there a firewall in front of {name}; why can't anything talk to {name}; nobody gets through to {name}; what shields {name}; is {name} isolated",
      "what keeps others away from {name}; can just anybody call {name}; who may knock on {name}'s door; what stands between us and {name}; packets to {name} go nowhere; traffic to {name} gets dropped; who cut {name} off",
    ],
  },
  {
    id: "reaches",
    means: { zh: "{name} 能访问 {other} 吗", en: "can {name} reach {other}" },
    zh: [
      "{name} 够得着 {other} 吗; {name} 摸得到 {other} 不; {name} 跟 {other} 通不通; {name} 和 {other} 说得上话吗; {name} 到 {other} 的路通吗; {name} 打得到 {other} 吗; {name} 怎么就是碰不到 {other}; {name} 叫不动 {other}",
      "{name} 找不着 {other}; {name} 够不着 {other}; {name} 到 {other} 中间被谁挡了; {name} 过不去 {other}; {name} 死活连不到 {other}; {name} 跟 {other} 断了联系; {name} 和 {other} 之间堵了; {name} 喊 {other} 没人应",
    ],
    en: [
      "can {name} talk to {other}; does {name} get through to {other}; is {name} able to hit {other}; does {name} see {other}; can {name} see {other}; {name} can't see {other}; {name} can't talk to {other}; {name} can't get to {other}",
      "is the way from {name} to {other} open; is there a path from {name} to {other}; what's between {name} and {other}; something blocks {name} from {other}; {name} fails to call {other}; is {name} cut off from {other}; does traffic flow from {name} to {other}; {name} gets no answer from {other}; {name} and {other} aren't on speaking terms",
    ],
  },
  {
    id: "from-outside",
    means: { zh: "怎么从外面访问 {name}", en: "how do I reach {name} from outside" },
    zh: [
      "{name} 在外网哪个地址; {name} 对外是哪个域名; {name} 浏览器里输啥能打开; {name} 的网址是啥; {name} 外面怎么进; 客户从哪进 {name}; {name} 的大门在哪; 公网怎么摸到 {name}; {name} 暴露出去了吗; {name} 公网能打开不; {name} 挂在哪个域名下; {name} 的链接发我",
      "{name} 的入口在哪; 手机上怎么打开 {name}; {name} 对外开放了没; 用户是怎么进到 {name} 的",
    ],
    en: [
      "what's the url of {name}; what's the url for {name}; where do i point my browser for {name}; how do users get to {name}; is {name} exposed to the internet; is {name} public; what's {name}'s public address; what domain is {name} on; what host is {name} served under",
      "how do customers get into {name}; where's the front door of {name}; can the world see {name}; link to {name}; which hostname goes to {name}; how does traffic get into {name}; what do i type in the browser to open {name}; is {name} on the open internet",
    ],
  },
  {
    id: "endpoints",
    means: { zh: "{name} 的 endpoints", en: "endpoints of {name}" },
    zh: [
      "{name} 后面挂着谁; {name} 背后有人吗; {name} 后面是空的吗; {name} 把流量打给谁; {name} 背后是哪几个 pod 在接; 谁在给 {name} 接客; {name} 转给谁了; {name} 底下有人干活吗; {name} 的流量落到哪; {name} 后端还有谁; {name} 后头没人接",
    ],
    en: [
      "who's behind {name}; is anyone behind {name}; is there anything behind {name}; where does {name} send its traffic; who answers for {name}; what backs {name}; what sits behind {name}; does {name} have anything behind it; who takes the traffic of {name}; who picks up when {name} is called; {name} points at nothing; does {name} lead anywhere; which pods serve {name}",
    ],
  },
  {
    id: "ports",
    means: { zh: "{name} 监听哪个端口", en: "which port does {name} listen on" },
    zh: [
      "{name} 开了哪个口; {name} 走哪个口; {name} 几号口; {name} 听的是哪个端口; {name} 在哪个 port; {name} 的 port 是多少; 连 {name} 要用哪个口; {name} 端口号多少来着; {name} 开在几号端口上",
    ],
    en: [
      "what port is {name} on; which port for {name}; {name} port?; port number of {name}; what port do i use for {name}; where does {name} listen; what's {name} listening on; which ports are open on {name}; on what port do i talk to {name}; what port do i hit for {name}",
    ],
  },
  {
    id: "policies",
    means: { zh: "网络策略", en: "network policies" },
    zh: [
      "有没有防火墙规则; 集群里有啥网络限制; 谁和谁不让通; 网络隔离做了没; 都拦了哪些流量; 有哪些规则管着流量; 防火墙都配了啥; 流量管控有哪些",
    ],
    en: [
      "any firewall rules; what firewalls do we have; what restricts traffic here; what rules limit traffic; which traffic is blocked; is there any network isolation; who isn't allowed to talk to whom; what network restrictions are in place; how locked down is the network",
    ],
  },
];
