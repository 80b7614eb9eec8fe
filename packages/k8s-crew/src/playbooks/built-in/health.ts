import type { Playbook } from "../types.ts";
import { closerLook, recentWarnings } from "./common.ts";

/** How things are: now, last night, before and after a change. */
export const healthPlaybooks: readonly Playbook[] = [
  {
    id: "service-health",
    title: { zh: "服务健康检查", en: "Service health" },
    about: "place",
    wishes: {
      zh: ["检查服务健康状况, 服务健康状况, 服务健康吗, 服务都正常吗, 健康检查, 巡检一下, 做个体检, 做一次巡检"],
      en: ["check service health, service health, check the health of my services, health check, are my services ok"],
    },
    steps: [
      {
        verb: "list",
        resource: "pod",
        show: "broken",
        reason: { zh: "列出 Pod，找出异常的", en: "List the pods and find those in trouble" },
        read: {
          zh: "CrashLoopBackOff 是反复崩溃，ImagePullBackOff 是拉不到镜像，Pending 是还没有调度",
          en: "CrashLoopBackOff keeps crashing, ImagePullBackOff cannot get its image, Pending is not scheduled yet",
        },
      },
      {
        verb: "list",
        resource: ["deployment", "statefulset", "daemonset", "job"],
        reason: { zh: "检查工作负载的副本数和失败的任务", en: "Compare the replicas of workloads, find failed jobs" },
        read: { zh: "就绪数小于期望数就是没有全部可用", en: "fewer ready than desired means not wholly available" },
      },
      {
        verb: "list",
        resource: ["endpoint", "pvc"],
        reason: {
          zh: "检查服务有没有后端、存储声明有没有绑定",
          en: "Find services without backends and unbound claims",
        },
        read: {
          zh: "没有端点的服务谁也访问不到；Pending 的 PVC 会让 Pod 起不来",
          en: "a service without endpoints reaches nobody; a Pending claim keeps its pod from starting",
        },
      },
      {
        verb: "list",
        resource: "node",
        reason: { zh: "检查节点是否就绪", en: "Check that the nodes are ready" },
        read: {
          zh: "NotReady 的节点上的 Pod 约五分钟后会在别处重建",
          en: "pods of a NotReady node are made anew elsewhere after about five minutes",
        },
      },
      recentWarnings,
      closerLook,
    ],
  },
  {
    id: "production-ok",
    title: { zh: "生产环境还好吗", en: "Is production all right" },
    about: "place",
    wishes: {
      zh: ["prod 还好吗, 生产还好吗, 生产环境还好吗, 线上还好吗, 线上正常吗, 生产正常吗, 线上有问题吗, 线上怎么样"],
      en: ["is prod ok, is prod okay, is production ok, is production okay, is prod all right, is prod fine"],
    },
    steps: [
      {
        verb: "list",
        resource: ["deployment", "statefulset", "daemonset"],
        reason: { zh: "先看对外的工作负载是否都可用", en: "See first whether what serves people is available" },
        read: { zh: "就绪数为 0 的就是已经中断", en: "0 ready means it is down" },
      },
      {
        verb: "list",
        resource: "pod",
        show: "broken",
        reason: { zh: "找出异常的 Pod", en: "Find the pods in trouble" },
        read: { zh: "刚发布的 Pod 可能只是还没有就绪", en: "pods of a new release may just not be ready yet" },
      },
      {
        verb: "list",
        resource: "endpoint",
        reason: { zh: "找出没有后端的服务", en: "Find services without backends" },
        read: { zh: "没有端点就意味着请求会失败", en: "no endpoints means that requests fail" },
      },
      {
        verb: "list",
        resource: "node",
        reason: { zh: "检查节点是否就绪", en: "Check that the nodes are ready" },
        read: {
          zh: "多个节点同时 NotReady 多半是网络或控制面的问题",
          en: "several NotReady at once is likely the network",
        },
      },
      recentWarnings,
      closerLook,
    ],
  },
  {
    id: "last-night",
    title: { zh: "昨晚发生了什么", en: "What happened last night" },
    about: "place",
    wishes: {
      zh: [
        "昨晚发生了什么, 昨天晚上发生了什么, 昨夜发生了什么, 夜里发生了什么, 昨晚出了什么事, 昨晚怎么了, 刚才发生了什么",
        "发生了什么, 出了什么事, 最近发生了什么, 最近有什么变化, 有什么变化",
      ],
      en: [
        "what happened last night, what happened overnight, what happened, what has happened, what changed",
        "what went on last night, anything happen last night, what has changed",
      ],
    },
    steps: [
      {
        verb: "list",
        resource: "event",
        show: "warnings",
        since: "12h",
        reason: { zh: "查看最近 12 小时的警告事件", en: "Read the warnings of the last 12 hours" },
        read: {
          zh: "事件默认只保留 1 小时左右，更早的可能已经没有了",
          en: "clusters keep events for about an hour by default; older ones may be gone",
        },
      },
      {
        verb: "list",
        resource: "pod",
        show: "most_restarts",
        reason: { zh: "看哪些 Pod 重启过", en: "See which pods were restarted" },
        read: { zh: "重启次数是累计的，要和运行时间一起看", en: "restarts add up: read them with the age" },
      },
      {
        verb: "list",
        resource: "replicaset",
        show: "newest",
        reason: { zh: "看最近发布了什么", en: "See what was released lately" },
        read: { zh: "新的 ReplicaSet 就是一次发布", en: "a new ReplicaSet is a release" },
      },
      {
        verb: "list",
        resource: "node",
        reason: { zh: "看节点有没有掉线", en: "See whether nodes dropped out" },
        read: { zh: "看状态，也看运行时间：新节点可能是替换上来的", en: "a young node may have replaced a lost one" },
      },
      closerLook,
    ],
  },
  {
    id: "before-release",
    title: { zh: "发布前检查", en: "Before a release" },
    about: "place",
    wishes: {
      zh: ["发布前检查, 上线前检查, 发版前检查, 可以发布吗, 能发布吗, 能上线吗, 可以上线吗, 发布前看看, 上线前看看"],
      en: [
        "before a release, before the release, pre-release check, before we deploy, before i deploy, can we release",
      ],
    },
    steps: [
      {
        verb: "list",
        resource: ["deployment", "statefulset", "pod"],
        show: "broken",
        reason: { zh: "确认现在没有已经坏掉的东西", en: "Make sure that nothing is broken already" },
        read: { zh: "先修好再发布，否则分不清是谁造成的", en: "mend these first, or the release will be blamed" },
      },
      {
        verb: "list",
        resource: "node",
        reason: { zh: "确认节点都就绪", en: "Make sure that the nodes are ready" },
        read: { zh: "滚动发布需要多余的位置", en: "a rolling update needs room to spare" },
      },
      {
        verb: "list",
        resource: ["resourcequota", "hpa", "pdb"],
        reason: { zh: "查看配额、自动伸缩和中断预算", en: "Look at quotas, autoscalers and disruption budgets" },
        read: {
          zh: "配额用尽会让新 Pod 建不出来；不允许中断的 PDB 会卡住节点维护",
          en: "a used-up quota keeps new pods from being made; a PDB that allows none blocks drains",
        },
      },
      recentWarnings,
      closerLook,
    ],
  },
  {
    id: "after-deployment",
    title: { zh: "发布后检查", en: "After a deployment" },
    about: "place",
    wishes: {
      zh: ["发布后检查, 上线后检查, 发版后检查, 刚发布完, 刚上线, 发布成功了吗, 发布成功吗, 上线成功了吗, 发布后看看"],
      en: ["after a deployment, after the deployment, after the release, post-deploy check, did the rollout work"],
    },
    steps: [
      {
        verb: "list",
        resource: ["deployment", "statefulset", "daemonset"],
        reason: { zh: "看新版本是否全部可用", en: "See whether the new version is wholly available" },
        read: {
          zh: "更新数小于期望数就是还在滚动，或者卡住了",
          en: "fewer updated than desired: still rolling, or stuck",
        },
      },
      {
        verb: "list",
        resource: "replicaset",
        show: "newest",
        reason: { zh: "看最近的版本", en: "See the latest revisions" },
        read: { zh: "最新的 ReplicaSet 应该有全部副本", en: "the newest ReplicaSet should have all replicas" },
      },
      {
        verb: "list",
        resource: "pod",
        show: "newest",
        reason: { zh: "看新起的 Pod 状态和重启次数", en: "See how the youngest pods do" },
        read: {
          zh: "新 Pod 反复重启多半是新版本或新配置的问题",
          en: "restarts of young pods point at the new version",
        },
      },
      {
        verb: "list",
        resource: "endpoint",
        reason: { zh: "确认服务有后端", en: "Make sure that services have backends" },
        read: { zh: "没有端点多半是标签不匹配，或没有 Pod 就绪", en: "none: labels do not match, or no pod is ready" },
      },
      recentWarnings,
      closerLook,
    ],
  },
];
