import type { Cause } from "./cause.ts";

const probes = "tasks/configure-pod-container/configure-liveness-readiness-startup-probes/";

/** Containers that run and do not pass their probes. Slots: container, probe, detail (what the probe was answered). */
export const probeCauses = {
  readiness_failed: {
    source: probes,
    title: {
      zh: "容器 {container} 的就绪探针失败，收不到流量",
      en: "the readiness probe of container {container} fails, so it gets no traffic",
    },
    why: {
      zh: "它在运行，但对探针的回答是：{detail}。多半是还没准备好、依赖不可用，或探针的路径、端口不对。",
      en: "It runs, but answers the probe with: {detail}. It is not ready yet, something it needs is missing, or the probe's path or port is wrong.",
    },
    next: {
      zh: "看它的日志，并核对 readinessProbe（{probe}）是否对应程序真正的检查接口。",
      en: "Read its log, and check that readinessProbe ({probe}) is what the program really serves.",
    },
  },
  unready_by_log: {
    source: probes,
    title: {
      zh: "容器 {container} 的就绪探针失败，收不到流量",
      en: "the readiness probe of container {container} fails, so it gets no traffic",
    },
    why: {
      zh: "日志写着：{line}。探针得到：{detail}，多半只是这个错误的结果。",
      en: "Its log says: {line}. The probe gets: {detail}, which is probably what comes of it.",
    },
    next: {
      zh: "先处理日志里的错误；如果探针还失败，再核对 readinessProbe（{probe}）。",
      en: "Mend what the log says first; if the probe still fails, check readinessProbe ({probe}).",
    },
  },
  liveness_too_early: {
    source: probes,
    title: {
      zh: "容器 {container} 还没启动好就被存活探针杀掉（启动 {ran} 后）",
      en: "the liveness probe kills container {container} before it has started ({ran} after its start)",
    },
    why: {
      zh: "这次运行里它一次也没有通过存活探针，在探针允许的最早时刻就被重启：{detail}。",
      en: "In that run it never passed the probe and was ended as early as the probe allows: {detail}.",
    },
    next: {
      zh: "加 startupProbe，或调大 initialDelaySeconds / failureThreshold（现在是 {probe}）；如果本来就起不来，看日志。",
      en: "Add a startupProbe, or a longer initialDelaySeconds or failureThreshold (now {probe}); if it never comes up at all, read its log.",
    },
  },
  liveness_failed: {
    source: probes,
    title: {
      zh: "容器 {container} 的存活探针失败，被反复重启",
      en: "the liveness probe of container {container} fails, so it is restarted",
    },
    why: {
      zh: "探针得到：{detail}。程序卡住、启动太慢，或探针太严、路径端口不对。",
      en: "The probe gets: {detail}. The program hangs or starts slowly, or the probe is too strict or asks at the wrong place.",
    },
    next: {
      zh: "核对 livenessProbe（{probe}）；启动慢的程序用 startupProbe 或调大 initialDelaySeconds。",
      en: "Check livenessProbe ({probe}); give a slow starter a startupProbe or a longer initialDelaySeconds.",
    },
  },
  startup_failed: {
    source: probes,
    title: {
      zh: "容器 {container} 的启动探针一直没有通过",
      en: "the startup probe of container {container} does not pass",
    },
    why: {
      zh: "探针得到：{detail}。程序在允许的时间内没有启动好，或探针的路径、端口不对。",
      en: "The probe gets: {detail}. The program does not come up in the time allowed, or the probe asks at the wrong place.",
    },
    next: {
      zh: "看它的日志；需要更久就调大 failureThreshold 或 periodSeconds（{probe}）。",
      en: "Read its log; if it needs longer, raise failureThreshold or periodSeconds ({probe}).",
    },
  },
  not_ready: {
    source: probes,
    title: { zh: "容器 {container} 在运行，但没有就绪", en: "container {container} runs but is not ready" },
    why: {
      zh: "没有看到探针失败的事件：可能事件已过期，或它刚刚启动。",
      en: "No event tells of a failed probe: those may have expired, or it has only just started.",
    },
    next: { zh: "看它的日志和就绪探针（{probe}）。", en: "Read its log, and look at its readiness probe ({probe})." },
  },
  readiness_gate: {
    source: "concepts/workloads/pods/pod-lifecycle/",
    title: {
      zh: "容器都就绪，但就绪门控 {name} 没有满足",
      en: "its containers are ready, but readiness gate {name} is not met",
    },
    why: {
      zh: "门控由外部控制器（例如负载均衡器）设置，它还没有确认。",
      en: "An outside controller (of a load balancer, say) has not confirmed it.",
    },
    next: { zh: "检查负责这个门控的控制器。", en: "Look at the controller that sets this gate." },
  },
} as const satisfies Readonly<Record<string, Cause>>;
