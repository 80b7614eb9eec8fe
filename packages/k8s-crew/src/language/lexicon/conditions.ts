import type { Comparison, Field, State } from "../condition.ts";

/** Each line of a table lists phrases, separated by commas; the longest one that is said counts. */
type Phrases = readonly string[];

/** What stands before a number. `以上` and the like stand after it (`afterNumber`). */
export const comparisonWords: Readonly<Partial<Record<Comparison, Phrases>>> = {
  at_least: ["至少, 不少于, 不低于, 大于等于, 不小于", "at least, no less than, no fewer than, >=, ≥"],
  at_most: [
    "至多, 最多, 不超过, 不多于, 不高于, 小于等于, 不大于",
    "at most, no more than, not more than, up to, <=, ≤",
  ],
  more: [
    "超过, 大于, 多于, 高于, 超出, 超",
    "more than, greater than, higher than, larger than, bigger than, over, above, exceeding, exceeds, exceed, >",
  ],
  less: ["少于, 小于, 低于, 不到, 不足, 少过", "less than, fewer than, lower than, smaller than, under, below, <"],
  equal: ["等于, 正好", "exactly, equal to, equals, =="],
};

export const afterNumber: Readonly<Partial<Record<Comparison, Phrases>>> = {
  at_least: ["以上, 及以上, 或以上, 或更多, 多", "or more, or above, plus, +"],
  at_most: ["以下, 及以下, 或更少, 以内, 之内", "or less, or fewer, or below"],
};

/** What numbers are said of. */
export const numberFields: Readonly<Partial<Record<Field, Phrases>>> = {
  restarts: [
    "重启次数, 重启过, 重启了, 重启",
    "restart counts, restart count, restarts, restarted, restarting, restart",
  ],
  replicas: ["副本数量, 副本数, 副本, 实例数, 实例", "replicas, replica, instances"],
  cpu: ["cpu 使用率, cpu 使用量, cpu 使用, cpu 占用, cpu 用量, cpu", "cpu usage, cpu"],
  memory: ["内存使用量, 内存使用, 内存占用, 内存用量, 内存", "memory usage, memory, mem, ram"],
};

/** What something may have or lack. A phrase may name a part of a field (`limits` of memory): see `partsOfFields`. */
export const featureFields: Readonly<Partial<Record<Field, Phrases>>> = {
  limits: [
    "资源限制, 资源限额, 资源上限, 内存限制, 内存上限, cpu 限制, cpu 上限, 资源 limits, 资源 limit, 内存 limit, 内存 limits, 限制",
    "resource limits, resource limit, memory limits, memory limit, cpu limits, cpu limit, limits, limit",
  ],
  requests: [
    "资源请求, 内存请求, cpu 请求, 资源 requests, 资源 request",
    "resource requests, resource request, memory requests, memory request, cpu requests, cpu request, requests",
  ],
  readinessProbe: [
    "就绪探针, 就绪检查, 探针, 健康检查",
    "readiness probes, readiness probe, health checks, probes, probe, readinessprobe",
  ],
  livenessProbe: ["存活探针, 存活检查", "liveness probes, liveness probe, livenessprobe"],
  endpoints: [
    "后端, 端点, endpoints, endpoint, 后端 pod",
    "ready endpoints, endpoints, endpoint, backends, backend, backing pods, pods behind them, pods behind it",
  ],
  owner: ["控制器, 所有者, 属主, 上级", "controller, owner, owner reference, owner references"],
  taints: ["污点", "taints, taint"],
  storageClass: ["存储类, storageclass", "storage class, storageclass"],
};

/** Words of a phrase that name a part of a field. */
export const partsOfFields: readonly (readonly [word: RegExp, part: string])[] = [
  [/内存|memory/iu, "memory"],
  [/cpu/iu, "cpu"],
];

/** Pressures of nodes by what the condition's type is called (kubernetes.io, “Node Status”). */
export const pressureWords: readonly (readonly [type: string, phrases: string])[] = [
  ["MemoryPressure", "内存压力|内存有压力|内存紧张|内存不足|memory pressure|memorypressure|low on memory"],
  ["DiskPressure", "磁盘压力|磁盘有压力|磁盘紧张|磁盘不足|disk pressure|diskpressure|low on disk"],
  ["PIDPressure", "pid 压力|进程数压力|pid pressure|pidpressure"],
  ["", "有压力|资源压力|under pressure|any pressure|with pressure|pressure conditions?"],
];

/** States that a list is narrowed to. Those in trouble are troubles as well where one thing is named. */
export const stateWords: Readonly<Record<State, Phrases>> = {
  completed: [
    "已完成, 已完成的, 完成的, 完成了的, 已经完成的, 跑完的, 跑完了的, 已结束的, 执行完的, 成功的, 已成功的, completed 的",
    "completed, succeeded, finished, successful",
  ],
  terminating: [
    "正在删除, 删除中, 正在终止, 终止中, 卡在删除, 正在被删除",
    "terminating, being deleted, stuck terminating, stuck in terminating",
  ],
  // “Failed” is a word for any trouble as well: which is meant is told by what stands beside it.
  failed: [],
  evicted: ["被驱逐, 被驱逐的, 驱逐掉的", "evicted"],
  crash_loop: [
    "反复崩溃, 循环崩溃, 崩溃循环",
    "crashloop, crash loop, crash looping, crash-looping, crashlooping, crashloopbackoff, crash loop back off",
  ],
  image_pull: [
    "拉不到镜像, 拉取镜像失败, 镜像拉取失败, 拉镜像失败, 拉不下来镜像, 镜像拉不下来, 镜像拉不到, 镜像没拉下来, 拉不下镜像",
    "imagepullbackoff, errimagepull, image pull errors, image pull error, failing to pull images, cannot pull their image, can't pull their image",
    "can't be pulled, cannot be pulled, can not be pulled, could not be pulled, couldn't be pulled, fails to pull, failing to pull, not pullable",
    "couldn't pull their image, couldn't pull their images, couldn't pull the image, couldn't pull an image, could not pull their image, can't pull the image, can't pull their images, unable to pull their image, unable to pull images, didn't pull their image",
  ],
  out_of_memory: [
    "被 oom, oom 的, 内存溢出, 内存溢出的",
    "oomkilled, oom killed, oom-killed, oomed, oom, out of memory",
  ],
  bound: ["已绑定, 已绑定的, 绑定了的", "bound"],
  unbound: [
    "未绑定, 未绑定的, 没绑定, 没绑定的, 没有绑定, 没有绑定的, 没绑上, 绑不上",
    "not bound, unbound, not yet bound, aren't bound, isn't bound",
  ],
  released: ["已释放, 已释放的, 释放了的, released 的", "released"],
  cordoned: [
    "不可调度的, 不可调度, 被封锁, 被封锁的, 被 cordon, 禁止调度的",
    "cordoned, schedulingdisabled, scheduling disabled, not schedulable",
  ],
  suspended: ["已暂停, 已暂停的, 被暂停, 被暂停的, 暂停的, 已挂起的, 停用的", "suspended"],
};

/** States that are troubles: of one thing that is named the cause is looked for. */
export const badStates: ReadonlySet<State> = new Set<State>(["evicted", "crash_loop", "image_pull", "out_of_memory"]);

/** What only things of one kind can be. */
export const kindOfState: Readonly<Partial<Record<State, string>>> = {
  bound: "pvc",
  unbound: "pvc",
  released: "pv",
  cordoned: "node",
  suspended: "cronjob",
};

/** Verbs that set what they name: the image and the replicas beside them are the new ones, not what to look for. */
export const setting =
  /换成|改成|改为|更新|升级|更换|换镜像|设为|设置为|部署一?个?|创建一?个?|扩|缩|\b(?:set|update|upgrade|change|scale|create|deploy|(?<=^\s*|\b(?:please|to|and|then)\s)run|bump|patch|roll|increase|decrease|raise|reduce|lower)\b/iu;
