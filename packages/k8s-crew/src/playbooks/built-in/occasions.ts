import type { Playbook } from "../types.ts";
import { closerLook, recentWarnings } from "./common.ts";

/** Occasions on which more is looked at than whether something is broken: much traffic to come, somebody new. */
export const occasionPlaybooks: readonly Playbook[] = [
  {
    id: "peak-readiness",
    title: { zh: "高峰前检查", en: "Ready for a peak" },
    about: "place",
    wishes: {
      zh: ["大促前检查, 大促准备, 高峰前检查, 压测前检查, 双十一前检查, 扛得住吗, 顶得住吗"],
      en: ["ready for black friday, ready for the peak, ready for the sale, ready for the launch, peak readiness"],
    },
    steps: [
      {
        verb: "list",
        resource: ["deployment", "statefulset", "pod"],
        show: "broken",
        reason: { zh: "确认现在没有已经坏掉的东西", en: "Make sure that nothing is broken already" },
        read: { zh: "现在就不健康的，流量一来只会更糟", en: "what ails now gets worse with traffic" },
      },
      {
        verb: "list",
        resource: "hpa",
        reason: { zh: "看自动伸缩的上限和现在的副本数", en: "See how far autoscalers may go, and where they are" },
        read: {
          zh: "已经到上限或读不到指标的不会再扩；没有 HPA 的要提前手动扩",
          en: "at the maximum or without metrics it stays; what has none is scaled by hand beforehand",
        },
      },
      {
        verb: "top",
        resource: "node",
        reason: { zh: "看节点还有多少余量", en: "See how much room the nodes have" },
        read: { zh: "扩出来的 Pod 要有地方放", en: "pods that are added need room to stand" },
      },
      {
        verb: "list",
        resource: ["resourcequota", "pdb"],
        reason: { zh: "看配额和中断预算", en: "Look at quotas and disruption budgets" },
        read: { zh: "配额用尽，扩容也建不出新 Pod", en: "with a quota used up no pod is added, whatever scales" },
      },
      {
        verb: "list",
        resource: "pod",
        show: "most_restarts",
        reason: { zh: "看平时就反复重启的 Pod", en: "See what restarts on ordinary days" },
        read: { zh: "重启次数要和运行时间一起看", en: "restarts add up: read them with the age" },
      },
      recentWarnings,
      closerLook,
    ],
  },
  {
    id: "tour",
    title: { zh: "新人导览", en: "A tour for newcomers" },
    about: "place",
    wishes: {
      zh: [
        "带我看看, 带我转转, 新人导览, 新人接手, 我是新来的, 刚接手, 介绍一下这个集群, 这个集群里都有什么, 熟悉一下环境",
      ],
      en: [
        "give me a tour, give me the tour, show me around, i'm new here, i am new here, walk me through this cluster",
      ],
    },
    steps: [
      {
        verb: "list",
        resource: ["namespace", "node"],
        reason: { zh: "看有哪些命名空间和节点", en: "See the namespaces and the nodes" },
        read: { zh: "一个命名空间多半就是一个团队或一套系统", en: "a namespace is mostly a team or a system" },
      },
      {
        verb: "list",
        resource: ["deployment", "statefulset", "daemonset", "cronjob"],
        show: "oldest",
        reason: { zh: "看都跑着什么", en: "See what runs here" },
        read: {
          zh: "Deployment 是无状态服务，StatefulSet 有自己的数据，CronJob 按时间跑",
          en: "Deployments keep no data, StatefulSets have their own, CronJobs run by the clock",
        },
      },
      {
        verb: "list",
        resource: ["service", "ingress"],
        show: "oldest",
        reason: { zh: "看外面从哪里进来", en: "See where people come in" },
        read: { zh: "Ingress 和 LoadBalancer 是对外的入口", en: "Ingresses and LoadBalancers are open to the outside" },
      },
      {
        verb: "list",
        resource: "pod",
        show: "broken",
        reason: { zh: "看眼下有什么问题", en: "See what is wrong at the moment" },
        read: { zh: "先问清楚哪些是早就知道的", en: "ask which of these are known of old" },
      },
    ],
  },
];
