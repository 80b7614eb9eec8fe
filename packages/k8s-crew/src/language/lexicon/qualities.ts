import type { Quality } from "../types.ts";

/** What can be more or less; with a superlative it orders ("CPU 最高", "most memory"). */
export type Measure = "cpu" | "memory" | "restarts";

/** Waiting reasons and phases: kubernetes.io, pod lifecycle and container states. */
export const qualityWords: Readonly<Record<Quality, readonly string[]>> = {
  broken: [
    "没有 running, 没 running, 非 running, 不是 running, 不在 running, 没有在运行, 没在运行, 没在跑, 没有运行, 没有在跑, 未运行, 未启动, 不在运行",
    "没起来, 没启动, 没跑起来, 没有起来, 没运行, 挂, 挂了, 挂掉, 挂掉了, 崩溃, 崩了, 崩溃了, 坏了, 坏的, 故障, 异常, 有问题的, 有问题, 失败, 失败的",
    "炸了, 宕机, 宕机了, 宕了, 跪了, 卡住, 卡住了, 卡死, 卡死了, 顶不住, 顶不住了, 扛不住, 扛不住了, 撑不住, 撑不住了, 快不行了, 快挂了",
    "不正常, 不健康, 出错的, 出问题的, 有毛病的, 不好的, 坏掉的, 报错的, 不可用, error 状态",
    "unhappy, sick, in trouble, misbehaving, stuck, hanging, fail, failure, failures, crash, crashing, crashed, crashes, createcontainerconfigerror, failing, failed, fails",
    "arent running, isnt running, arent up, isnt up, aren't running, isn't running, aren't up, isn't up, aren't healthy, isn't healthy, ain't running",
    "broken, down, unhealthy, unhappy, sick, dead, bad, problematic, faulty, in trouble, unavailable",
  ],
  errors: ["错误, 报错, 出错, 异常日志, 堆栈", "error, errors, exception, exceptions, fatal, stack trace"],
  warnings: [
    "告警, 警告, 警报, 预警, 告警事件, 警告事件, 异常事件",
    "warning, warnings, alert, alerts, warning events",
  ],
  newest: [
    "最新, 最新的, 最近启动, 最近创建, 最新启动, 最新创建, 新的, 较新的, 新启动的",
    "newest, newer, latest, most recent, youngest, most recently created",
  ],
  oldest: [
    "最老, 最老的, 最早, 最早的, 最旧, 最旧的, 跑得最久, 运行最久, 跑得久, 跑了很久, 老的, 旧的, 较老的, 较旧的",
    "oldest, older, longest running, earliest",
  ],
  // What is the largest of its kind is asked of storage alone, which has words of its own.
  largest: [],
  most_restarts: [
    "重启最多, 重启次数最多, 重启最频繁, 重启得最多, 频繁重启, 反复重启, 不断重启, 老是重启, 总是重启",
    "一直重启, 一直在重启, 在重启, 正在重启, 还在重启, 重启过, 有重启, 有重启的, 重启了几次, 重启了多少次, 重启过几次",
    "restarted more, restarts more, more restarts, most restarts, restarted most, restarted the most, restarts the most, restart the most, restart most, restart most often, restarts most often, restarted most often, restarting the most, most restarted, keeps restarting",
    "keep restarting",
  ],
  most_cpu: [
    "最耗 cpu, 最吃 cpu, 最占 cpu, 最忙, cpu 吃光, cpu 吃满, cpu 打满, cpu 跑满, cpu 占满, 吃 cpu, cpu 大户, cpu 都被谁",
    "hogging the cpu, hogging cpu, hogs the cpu, eating cpu, eating the cpu, eating all the cpu, eats cpu, burning cpu, using all the cpu, taking all the cpu",
    "busiest, most cpu, highest cpu, cpu consuming, cpu-consuming, cpu hungry, cpu-hungry, cpu intensive, cpu hogs",
  ],
  most_memory: [
    "最耗内存, 最吃内存, 最占内存, 内存吃光, 吃光内存, 内存吃完, 内存吃满, 内存占满, 内存用光, 内存撑爆, 吃内存, 内存大户, 内存都被谁, 谁吃了内存",
    "hogging the memory, hogging memory, hogging all the memory, hogs the memory, eating memory, eating the memory, eating all the memory, eating up memory, eats memory, eats the memory, eating ram, eating all the ram, using all the memory, taking all the memory, hogging ram, hogging all the ram, hogging the ram",
    "most memory, highest memory, most ram, memory consuming, memory-consuming, memory hungry, memory-hungry, memory intensive, memory hogs",
  ],
  not_ready: [
    "没有 ready, 没 ready, 不 ready, 未 ready, 非 ready, 不是 ready, 没就绪, 未就绪, 没有就绪, 没准备好, 不就绪, 副本不够, 副本不足, 副本数不够, 副本数不足, 副本没起齐, 没有起齐, 没起齐",
    "副本不齐, 副本没有全部就绪, 副本没全部就绪, 没有全部就绪, 没完全就绪, 没有完全就绪, 缺副本, 少副本, notready 的",
    "don't have all replicas, don't have all their replicas, don't have enough replicas, don't have all pods ready, without all replicas, haven't got all replicas, haven't got all pods ready, haven't got all replicas ready, doesn't have all replicas",
    "not ready, notready, unready, not_ready, not fully ready, not fully available, under-replicated, underreplicated",
    "missing replicas, short of replicas, not enough replicas, fewer replicas than desired, not all replicas ready",
    "without enough replicas, degraded, aren't ready, isn't ready, aren't fully ready, isn't fully ready",
  ],
  ready: [
    "已就绪, 已经就绪, 全都就绪, 全都就绪了, 全就绪了, 都就绪了, 已经就绪, 就绪的, 就绪了的, 全部就绪的, ready 的, 已 ready, 已经 ready, 运行且就绪, 运行并就绪, 运行并且就绪, 运行中且就绪",
    "that are ready, which are ready, that are fully ready, fully available, fully up, completely ready, running and ready, ready and running, up and ready, fully ready, are ready, all ready ones, ready ones",
  ],
  pending: [
    "等待中, 等待调度, 挂起, 调度不上, 没调度",
    "pending, unscheduled, unschedulable, stuck pending, stuck in pending",
  ],
  running: ["正在运行, 在跑, 在跑的, 运行中, 正常运行, 运行正常, 在运行", "running, healthy one, healthy ones"],
};

export const measureWords: Readonly<Record<Measure, readonly string[]>> = {
  cpu: ["处理器, cpu 使用, cpu 占用", "cpu, cpu usage"],
  memory: ["内存, 内存使用, 内存占用", "memory, mem, ram, memory usage"],
  restarts: ["重启次数", "restarts, restart count, restart counts"],
};
