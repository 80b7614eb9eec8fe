import type { Playbook } from "../types.ts";
import { closerLook, recentWarnings } from "./common.ts";

/** Room and what fills it: capacity, users, idle things, leftovers, storage. */
export const resourcePlaybooks: readonly Playbook[] = [
  {
    id: "capacity",
    title: { zh: "容量够不够", en: "Capacity" },
    about: "place",
    wishes: {
      zh: [
        "容量够吗, 容量够不够, 资源够吗, 资源够不够, 资源够用吗, 还能放多少, 还放得下, 放得下吗, 还能再放, 还有空间吗, 还有多少余量, 要不要扩容, 需要扩容吗",
      ],
      en: [
        "do we have enough capacity, enough capacity, is there enough room, is there room for, do we have room for, room for another, room for one more, will it fit, does it fit, are we running out of resources, enough resources",
      ],
    },
    steps: [
      {
        verb: "list",
        resource: "node",
        reason: { zh: "看节点数量和状态", en: "See how many nodes there are and how they do" },
        read: { zh: "能调度的节点才算容量", en: "only nodes that take pods count" },
      },
      {
        verb: "top",
        resource: "node",
        reason: { zh: "看节点的实际用量", en: "See what the nodes really use" },
        read: { zh: "调度看的是请求量，不是用量", en: "the scheduler goes by requests, not by usage" },
      },
      {
        verb: "list",
        resource: "pod",
        show: "pending",
        reason: { zh: "看有没有调度不上的 Pod", en: "Find pods that no node takes" },
        read: { zh: "Insufficient cpu 或 memory 就是放不下了", en: "Insufficient cpu or memory: there is no room" },
      },
      {
        verb: "list",
        resource: "resourcequota",
        reason: { zh: "看命名空间的配额", en: "Look at the quotas of namespaces" },
        read: { zh: "已用接近上限，新 Pod 就建不出来", en: "used near hard: new pods cannot be made" },
      },
    ],
  },
  {
    id: "who-uses",
    title: { zh: "谁在占用资源", en: "Who uses the resources" },
    about: "place",
    wishes: {
      zh: ["谁在占用资源, 谁占用了资源, 谁占资源, 资源被谁占了, 资源都去哪了, 谁用得最多, 谁最吃资源, 内存被谁吃了"],
      en: [
        "who uses the resources, who uses all the resources, what uses the resources, who is eating, what eats the memory",
      ],
    },
    steps: [
      {
        verb: "top",
        resource: "pod",
        show: "most_memory",
        reason: { zh: "按内存排列 Pod", en: "Order the pods by memory" },
        read: { zh: "内存不会被限速，只会被杀掉", en: "memory is never throttled: its users get killed" },
      },
      {
        verb: "top",
        resource: "node",
        reason: { zh: "看各节点的用量", en: "See what each node uses" },
        read: { zh: "不均衡多半是亲和性或请求量的问题", en: "uneven: affinity, or requests that are off" },
      },
      {
        verb: "list",
        resource: "resourcequota",
        reason: { zh: "看命名空间的配额", en: "Look at the quotas of namespaces" },
        read: { zh: "没有配额的命名空间可以用光整个集群", en: "a namespace without a quota can fill the cluster" },
      },
    ],
  },
  {
    id: "cost-idle",
    title: { zh: "省钱与闲置", en: "Cost and idle things" },
    about: "place",
    wishes: {
      zh: [
        "怎么省钱, 哪里可以省钱, 哪里浪费, 有什么浪费, 哪些是闲置的, 有没有闲置, 闲置资源, 成本太高, 降低成本, 降本",
      ],
      en: [
        "where can we save, save money, save costs, cut costs, what is idle, idle resources, too expensive, what do we waste",
      ],
    },
    steps: [
      {
        verb: "top",
        resource: "pod",
        show: "most_cpu",
        reason: { zh: "比较用量，表尾的几乎没有用", en: "Compare usage: the end of the table does next to nothing" },
        read: { zh: "先看请求量远大于用量的", en: "first those that request much more than they use" },
      },
      {
        verb: "top",
        resource: "node",
        reason: { zh: "看哪些节点很空", en: "See which nodes are nearly empty" },
        read: { zh: "几个很空的节点可以合并", en: "a few empty nodes can become one" },
      },
      {
        verb: "list",
        resource: ["deployment", "statefulset"],
        reason: { zh: "看副本数", en: "See how many replicas run" },
        read: { zh: "测试环境夜里可以缩到 0", en: "test environments can go to 0 at night" },
      },
      {
        verb: "list",
        resource: ["service", "pvc", "pv"],
        reason: { zh: "看负载均衡和存储卷，这些按量计费", en: "Look at load balancers and volumes, which are billed" },
        read: {
          zh: "LoadBalancer 每个都收费；没人用的卷也收费",
          en: "each LoadBalancer costs; so do volumes nobody uses",
        },
      },
    ],
  },
  {
    id: "clean-up",
    title: { zh: "可以清理什么", en: "What to clean up" },
    about: "place",
    wishes: {
      zh: [
        "可以清理什么, 该清理什么, 有什么可以清理的, 有什么可以清理, 哪些可以清理, 哪些可以删, 有什么可以删的",
        "有啥垃圾, 垃圾清理, 有没有什么可以清掉的, 可以清掉的资源, 可以清理的资源, 有没有闲置的东西, 有没有没用的东西, 有没有闲置的, 有没有残留, 有什么垃圾可以清, 可以清的垃圾, 浪费钱, 在浪费钱, 浪费资源, 浪费, 什么垃圾, 垃圾可以清, 能清理啥, 能清啥, 可以清掉什么, 闲置的资源, 有闲置, 残留的东西, 残留",
        "有啥能清的, 有什么能清的, 有啥能清理的, 有什么能清理的, 有啥可以清理的, 有啥可以清的, 有啥能删的, 有什么能删的, 能清理什么, 能清什么, 哪些能清, 哪些能删",
        "需要清理什么, 应该清理什么, 有没有垃圾, 清理一下没用的, 没用的东西, 哪些东西可以清理, 什么可以清理, 什么东西可以清理, 哪些能清理, 哪些东西可以删",
        "没人用的东西, 没人在用的东西, 没在用的东西, 用不到的东西, 用不上的东西, 不用的东西, 多余的东西, 闲置的东西, 废弃的东西, 垃圾资源, 有啥可以删, 有啥能删, 有什么能删, 有什么可以清掉, 有啥可以清, 哪些可以清掉, 什么可以删掉",
      ],
      en: [
        "what should i clean up, what can i clean up, what should we clean up, what can we clean up, anything to clean up",
        "garbage in the cluster, garbage in, anything left over in, any leftovers in, anything lying around in, what could go, wasting money, waste of money, wasting resources, wasted resources, garbage, junk, leftovers, left over, leftover, lying around, dead weight, clutter, cruft, anything idle, cleanup candidates, clean up candidates, to clean up, tidy up",
        "what can i delete, what can be deleted, what is unused, unused resources, what can i remove",
        "whats unused, what's unused, anything unused, what can we delete, what can we remove, what can we throw away, what can go, safe to delete, stale resources, unused stuff, unused things, any leftovers, any garbage, what is left over, what is no longer needed, what is not needed any more",
      ],
    },
    steps: [
      {
        verb: "list",
        resource: "pod",
        leftovers: true,
        reason: { zh: "看已经结束、失败或被驱逐的 Pod", en: "Find pods that have ended, failed or were evicted" },
        read: { zh: "删之前先看一眼日志", en: "read their logs before they go" },
      },
      {
        verb: "list",
        resource: "job",
        leftovers: true,
        reason: { zh: "看已经结束的任务", en: "Find jobs that have ended" },
        read: {
          zh: "设置 ttlSecondsAfterFinished 就会自动清理",
          en: "ttlSecondsAfterFinished makes them go by themselves",
        },
      },
      {
        verb: "list",
        resource: "replicaset",
        leftovers: true,
        reason: { zh: "看旧版本留下的 ReplicaSet", en: "Find ReplicaSets of old revisions" },
        read: {
          zh: "它们按 revisionHistoryLimit（默认 10）留着用来回滚，多的会自动删，一般不用管",
          en: "revisionHistoryLimit (10 by default) keeps them for rollbacks and clears the rest away: they may stay",
        },
      },
      {
        verb: "list",
        resource: ["deployment", "statefulset"],
        leftovers: true,
        reason: { zh: "看缩到 0 的工作负载", en: "Find workloads that are scaled to 0" },
        read: { zh: "也可能是有意停着的", en: "they may be off on purpose" },
      },
      {
        verb: "list",
        resource: "service",
        leftovers: true,
        reason: { zh: "看选不到任何 Pod 的服务", en: "Find services that select no pod" },
        read: {
          zh: "可能是标签写错了，也可能它的 Pod 停着：先确认没人访问它",
          en: "its labels may be wrong, or its pods switched off: see first that nobody calls it",
        },
      },
      {
        verb: "list",
        resource: ["pvc", "pv"],
        leftovers: true,
        reason: { zh: "看没人用的存储", en: "Find storage that nothing uses" },
        read: {
          zh: "卷里的数据会跟着删掉：先确认不要了，或者先做快照",
          en: "the data goes with the volume: be sure, or take a snapshot first",
        },
      },
      {
        verb: "list",
        resource: ["configmap", "secret"],
        leftovers: true,
        reason: {
          zh: "看没有 Pod 使用的 ConfigMap 和 Secret（只看名称）",
          en: "Find ConfigMaps and Secrets that no pod uses (names only)",
        },
        read: {
          zh: "也可能是控制器或程序通过 API 自己读取的",
          en: "a controller or a program may read them by itself, through the API",
        },
      },
      {
        verb: "list",
        resource: "namespace",
        leftovers: true,
        reason: { zh: "看没有 Pod 的命名空间", en: "Find namespaces without pods" },
        read: { zh: "删命名空间会把里面的一切都删掉", en: "everything in a namespace goes with it" },
      },
    ],
  },
  {
    id: "storage-full",
    title: { zh: "存储满了", en: "Storage full" },
    about: "place",
    wishes: {
      zh: ["存储满了, 磁盘满了, 硬盘满了, 盘满了, 存储不够, 磁盘不够, 磁盘快满了, 空间不足, 存储有问题, 存储正常吗"],
      en: [
        "storage full, disk full, disk is full, storage is full, out of disk, no space left, running out of disk, out of space",
      ],
    },
    steps: [
      {
        verb: "list",
        resource: "pvc",
        reason: { zh: "看存储声明是否绑定、有多大", en: "See whether claims are bound, and their sizes" },
        read: {
          zh: "Kubernetes 不说卷用了多少，要看监控",
          en: "Kubernetes does not tell how full a volume is: see metrics",
        },
      },
      {
        verb: "list",
        resource: ["pv", "storageclass"],
        reason: { zh: "看存储卷和存储类", en: "Look at volumes and storage classes" },
        read: { zh: "存储类允许扩容时可以直接加大 PVC", en: "where the class allows it, a claim can be made larger" },
      },
      {
        verb: "list",
        resource: "node",
        reason: { zh: "看节点有没有磁盘压力", en: "Look for disk pressure on nodes" },
        read: { zh: "DiskPressure 会驱逐 Pod", en: "DiskPressure evicts pods" },
      },
      {
        verb: "list",
        resource: "pod",
        show: "broken",
        reason: { zh: "看被驱逐或等待存储的 Pod", en: "Find pods that were evicted or wait for storage" },
        read: { zh: "Evicted 的原因里写着缺什么", en: "why it was evicted says what ran out" },
      },
      recentWarnings,
      closerLook,
    ],
  },
];
