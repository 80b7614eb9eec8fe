import type { Playbook } from "../types.ts";
import { closerLook, recentWarnings } from "./common.ts";

/** Something is wrong: with one thing, with speed, with the network, with nodes, with restarts. */
export const troublePlaybooks: readonly Playbook[] = [
  {
    id: "not-starting",
    title: { zh: "为什么起不来", en: "Why it does not start" },
    about: "thing",
    wishes: {
      zh: ["为什么起不来, 起不来, 为什么启动不了, 为什么启动失败, 为什么挂了, 为什么一直崩溃, 为什么拉不到镜像"],
      en: ["why does it not start, why won't it start, why doesn't it start, why is it crashing, why does it crash"],
    },
    steps: [
      {
        verb: "diagnose",
        resource: "thing",
        reason: {
          zh: "看它的状态、事件、重启前的日志和它依赖的东西，找出原因",
          en: "Look for the cause in its state, events, the log before a restart, and what it leans on",
        },
        read: { zh: "先看列在最前面的原因", en: "the first cause is the most telling" },
      },
    ],
  },
  {
    id: "slow",
    title: { zh: "变慢了", en: "It is slow" },
    about: "place",
    beyond: {
      zh: "请求本身的延迟、程序日志、CPU 限流计数、数据库和外部服务",
      en: "the latency of requests, what the logs say, counts of CPU throttling, databases and services outside",
    },
    wishes: {
      zh: [
        "这么慢, 那么慢, 怎么慢, 怎么这么慢, 为什么慢, 超慢, 特别慢, 非常慢, 慢死了, 慢了, 这么卡, 好卡, 卡死了, 很慢, 变慢, 变慢了, 好慢, 太慢, 有点慢, 慢得很, 卡得很, 很卡, 延迟高, 延迟很高, 响应慢, 响应很慢, 超时",
      ],
      en: [
        "super slow, so slow, really slow, painfully slow, crazy slow, terribly slow, sluggish, crawling, slow, is slow, are slow, very slow, slowly, too slow, slower, latency, high latency, laggy, timing out, time out",
      ],
    },
    steps: [
      {
        verb: "list",
        resource: "pod",
        show: "broken",
        reason: { zh: "看有没有异常或反复重启的 Pod", en: "Find pods in trouble or restarting" },
        read: { zh: "少了副本，剩下的就会变慢", en: "with fewer replicas the others get slower" },
      },
      {
        verb: "top",
        resource: "pod",
        show: "most_cpu",
        reason: { zh: "看谁最占 CPU", en: "See what uses most CPU" },
        read: { zh: "用量接近上限的会被限速", en: "what is near its limit is throttled" },
      },
      {
        verb: "top",
        resource: "node",
        reason: { zh: "看节点是否吃紧", en: "See whether nodes are full" },
        read: { zh: "CPU 超过 80% 的节点上一切都会变慢", en: "above 80 % CPU everything on a node gets slower" },
      },
      {
        verb: "list",
        resource: "hpa",
        reason: { zh: "看自动伸缩是否到顶", en: "See whether autoscalers are at their maximum" },
        read: { zh: "副本数等于上限，或指标未知，就不会再扩", en: "at the maximum, or with unknown metrics, it stays" },
      },
      {
        verb: "list",
        resource: "replicaset",
        show: "newest",
        reason: { zh: "看最近有没有发布", en: "See whether there was a release lately" },
        read: { zh: "变慢之前刚发布的最可疑", en: "a release just before it got slow is the first suspect" },
      },
      {
        verb: "list",
        resource: "endpoint",
        reason: { zh: "看服务还有几个后端", en: "See how many backends services have" },
        read: { zh: "后端越少，每个越忙", en: "the fewer backends, the busier each" },
      },
      recentWarnings,
      closerLook,
    ],
  },
  {
    id: "network-unreachable",
    title: { zh: "网络不通", en: "Network unreachable" },
    about: "place",
    wishes: {
      zh: ["网络不通, 访问不通, 网络有问题, 网络问题, 连不上服务, 服务访问不了, 服务连不上, 域名解析失败, 网站打不开"],
      en: ["network unreachable, network is down, network problem, connection refused, dns does not work, 502, 503"],
    },
    steps: [
      {
        verb: "list",
        resource: "endpoint",
        reason: { zh: "看服务有没有后端", en: "See whether services have backends" },
        read: {
          zh: "没有端点：选择器不匹配，或没有 Pod 就绪",
          en: "none: the selector matches nothing, or no pod is ready",
        },
      },
      {
        verb: "list",
        resource: "pod",
        show: "not_ready",
        reason: { zh: "看没有就绪的 Pod", en: "Find pods that are not ready" },
        read: {
          zh: "没有就绪的 Pod 收不到流量；也看看 DNS 的 Pod",
          en: "these get no traffic; look for the DNS pods too",
        },
      },
      {
        verb: "list",
        resource: "service",
        reason: { zh: "核对服务的类型和端口", en: "Check types and ports of services" },
        read: { zh: "端口要和容器监听的一致", en: "the target port has to be the one that is listened on" },
      },
      {
        verb: "list",
        resource: ["ingress", "networkpolicy"],
        reason: { zh: "看入口规则和网络策略", en: "Look at ingresses and network policies" },
        read: {
          zh: "Ingress 没有地址就没有人处理；有 NetworkPolicy 时，没有放行的都不通",
          en: "an ingress without address is served by nobody; a network policy blocks what it does not allow",
        },
      },
      recentWarnings,
      closerLook,
    ],
  },
  {
    id: "node-trouble",
    title: { zh: "节点有问题", en: "Node trouble" },
    about: "place",
    named: "diagnose",
    wishes: {
      zh: ["节点有问题, 节点有问题吗, 节点健康吗, 节点正常吗, 节点掉线, 节点异常, 节点怎么了, 节点挂了, 机器有问题"],
      en: [
        "node trouble, node problems, node problem, are the nodes ok, are nodes healthy, what is wrong with the nodes",
      ],
    },
    steps: [
      {
        verb: "list",
        resource: "node",
        reason: { zh: "看哪些节点没有就绪", en: "See which nodes are not ready" },
        read: { zh: "NotReady 多半是 kubelet 停了或网络断了", en: "NotReady: the kubelet stopped, or the network did" },
      },
      {
        verb: "top",
        resource: "node",
        reason: { zh: "看节点的 CPU 和内存", en: "See CPU and memory of the nodes" },
        read: { zh: "内存超过 90% 会开始驱逐 Pod", en: "above 90 % memory pods get evicted" },
      },
      {
        verb: "list",
        resource: "pod",
        show: "broken",
        reason: { zh: "看受影响的 Pod", en: "See which pods suffer" },
        read: { zh: "集中在一个节点上的就是那个节点的问题", en: "all on one node: it is that node" },
      },
      recentWarnings,
      closerLook,
    ],
  },
  {
    id: "restarts",
    title: { zh: "反复重启", en: "Restarts" },
    about: "place",
    named: "diagnose",
    wishes: {
      zh: ["为什么老是重启, 为什么一直重启, 为什么总是重启, 为什么反复重启, 谁在重启, 什么在重启, 老重启, 怎么老重启"],
      en: [
        "why do things restart, what keeps restarting, why do pods restart, why are pods restarting, who is restarting",
      ],
    },
    steps: [
      {
        verb: "list",
        resource: "pod",
        show: "most_restarts",
        reason: { zh: "按重启次数排列 Pod", en: "Order the pods by restarts" },
        read: { zh: "次数多而运行时间短的最急", en: "many in a short time is most urgent" },
      },
      recentWarnings,
      {
        verb: "top",
        resource: "pod",
        show: "most_memory",
        reason: { zh: "看内存是否接近上限", en: "See whether memory is near its limit" },
        read: { zh: "超过上限就会被杀掉（OOMKilled）", en: "above the limit it is killed (OOMKilled)" },
      },
      closerLook,
    ],
  },
  {
    id: "failed-jobs",
    title: { zh: "任务失败", en: "Failed jobs" },
    about: "place",
    named: "diagnose",
    wishes: {
      zh: ["任务失败了吗, 定时任务正常吗, 定时任务有问题, 任务为什么失败, 跑批失败, 跑批正常吗, 定时任务跑了吗"],
      en: [
        "did the jobs run, are the cron jobs ok, why do jobs fail, failed batch, batch jobs failing, did the backup run",
      ],
    },
    steps: [
      {
        verb: "list",
        resource: "job",
        reason: { zh: "找出失败的任务", en: "Find failed jobs" },
        read: { zh: "超过重试次数才算失败", en: "a job fails when its retries are used up" },
      },
      {
        verb: "list",
        resource: "cronjob",
        reason: { zh: "看定时任务上次何时运行", en: "See when cron jobs ran last" },
        read: { zh: "被挂起的不会运行", en: "a suspended one does not run" },
      },
      closerLook,
    ],
  },
];
