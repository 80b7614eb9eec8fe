import type { Cause } from "./cause.ts";

const deployment = "concepts/workloads/controllers/deployment/";
const job = "concepts/workloads/controllers/job/";
const cronjob = "concepts/workloads/controllers/cron-jobs/";
const hpa = "concepts/workloads/autoscaling/horizontal-pod-autoscale/";

/** What is wrong with those that make pods. Slots: ready, desired, failed, limit, detail, name. */
export const workloadCauses = {
  rollout_stuck: {
    source: deployment,
    title: { zh: "发布卡住：在期限 {limit} 秒内没有进展", en: "the rollout is stuck: no progress within {limit} s" },
    why: {
      zh: "新版本的 Pod 起不来（原因见其他各条），旧版本仍在服务。",
      en: "Pods of the new version do not come up (for the reasons given beside this); what is left of the old one still serves.",
    },
    next: {
      zh: "解决新 Pod 的问题，或回滚到上一个版本。",
      en: "Mend the new pods, or roll back to the revision before.",
    },
  },
  rollout_paused: {
    source: deployment,
    title: { zh: "发布已被暂停", en: "its rollout is paused" },
    why: {
      zh: "spec.paused 为 true，对 Pod 模板的改动不会发布。",
      en: "spec.paused is true, so changes of the pod template are not rolled out.",
    },
    next: { zh: "准备好后恢复发布（resume）。", en: "Resume it when ready." },
  },
  ordinal_waits: {
    source: "concepts/workloads/controllers/statefulset/",
    title: {
      zh: "{next} 还没有创建：要等 {name} 就绪",
      en: "{next} has not been made: it waits until {name} is ready",
    },
    why: {
      zh: "StatefulSet 按序号一个一个创建 Pod（podManagementPolicy: OrderedReady）。",
      en: "A StatefulSet makes its pods one after the other (podManagementPolicy: OrderedReady).",
    },
    next: { zh: "先修好 {name}。", en: "Mend {name} first." },
  },
  pdb_blocks: {
    source: "concepts/workloads/pods/disruptions/",
    title: {
      zh: "这个 PDB 现在不允许中断任何 Pod，节点排空（drain）会卡住",
      en: "this PDB allows no disruption now: a drain of a node waits",
    },
    why: {
      zh: "健康的有 {healthy} 个，至少要有 {desired} 个（共 {expected} 个）。",
      en: "{healthy} are healthy, {desired} have to be (of {expected}).",
    },
    next: {
      zh: "先让不健康的 Pod 恢复，或暂时加副本；不要直接删 PDB。",
      en: "Bring back the pods that are not healthy, or add replicas for a while; do not just delete the PDB.",
    },
  },
  pdb_never: {
    source: "concepts/workloads/pods/disruptions/",
    title: {
      zh: "这个 PDB 永远不允许中断：要求健康的数量等于全部副本",
      en: "this PDB never allows a disruption: it asks for all replicas to be healthy",
    },
    why: {
      zh: "共 {expected} 个 Pod，全部健康也要 {desired} 个，节点排空（drain）永远过不去。",
      en: "Of {expected} pods {desired} have to be healthy, so a drain never gets past it.",
    },
    next: {
      zh: "把 minAvailable 调小（或改用 maxUnavailable: 1），或先加一个副本再排空。",
      en: "Lower minAvailable (or use maxUnavailable: 1), or add a replica before the drain.",
    },
  },
  scaled_to_zero: {
    source: deployment,
    title: { zh: "副本数是 0，所以没有 Pod", en: "it is scaled to 0, so it has no pods" },
    why: { zh: "有人或自动化工具把它缩到了 0。", en: "Somebody, or a tool, scaled it down." },
    next: { zh: "需要它时把副本数调回来。", en: "Scale it up when it is needed." },
  },
  replicas_missing: {
    source: deployment,
    title: {
      zh: "只有 {ready}/{desired} 个副本就绪",
      en: "only {ready} of {desired} {desired|replica|replicas} are ready",
    },
    why: { zh: "看到的 Pod 没有说明原因。", en: "The pods that were looked at do not say why." },
    next: { zh: "看它的事件和各个 Pod。", en: "Look at its events and at each of its pods." },
  },
  no_nodes_wanted: {
    source: "concepts/workloads/controllers/daemonset/",
    title: { zh: "没有节点符合它的选择条件，所以一个 Pod 也没有", en: "no node fits its selector, so it has no pods" },
    why: {
      zh: "nodeSelector 或亲和性 {what} 不符合任何节点。",
      en: "Its node selector or affinity {what} fits no node.",
    },
    next: { zh: "给节点打标签，或改正选择条件。", en: "Label nodes, or correct the selector." },
  },
  job_backoff: {
    source: job,
    title: {
      zh: "任务失败：{failed} 次都没有成功（backoffLimit {limit}）",
      en: "the job failed: {failed} {failed|try|tries} without success (backoffLimit {limit})",
    },
    why: {
      zh: "每次都以错误结束，到了重试上限就不再试。",
      en: "Each try ended in error, and there are no more tries.",
    },
    next: {
      zh: "看失败 Pod 的日志并修正；Job 不会自己再试，要删除后重新创建。",
      en: "Read a failed pod's log and mend that; the job is not tried again by itself: delete it and create it anew.",
    },
  },
  job_deadline: {
    source: job,
    title: { zh: "任务超过时限 {limit} 秒，被终止", en: "the job ran over its deadline of {limit} s and was ended" },
    why: { zh: "activeDeadlineSeconds 到了还没有完成。", en: "It was not done when activeDeadlineSeconds had passed." },
    next: {
      zh: "看它卡在哪里，或调大 activeDeadlineSeconds。",
      en: "See where it hangs, or raise activeDeadlineSeconds.",
    },
  },
  job_failed: {
    source: job,
    title: { zh: "任务失败：{what}", en: "the job failed: {what}" },
    why: { zh: "控制器的原话：{detail}", en: "The controller says: {detail}" },
    next: { zh: "看失败 Pod 的日志。", en: "Read the log of a pod that failed." },
  },
  job_suspended: {
    source: job,
    title: { zh: "任务被挂起（suspend）", en: "the job is suspended" },
    why: { zh: "spec.suspend 为 true，不会创建 Pod。", en: "spec.suspend is true, so no pods are made." },
    next: { zh: "需要运行时取消挂起。", en: "Set suspend to false when it is to run." },
  },
  cronjob_suspended: {
    source: cronjob,
    title: { zh: "定时任务被挂起，不会按计划运行", en: "the cron job is suspended and does not run" },
    why: { zh: "spec.suspend 为 true。", en: "spec.suspend is true." },
    next: {
      zh: "需要运行时取消挂起；错过的一次可能会立刻开始。",
      en: "Set suspend to false when it is to run; a run that it missed may start at once.",
    },
  },
  cronjob_never: {
    source: cronjob,
    title: { zh: "定时任务还没有运行过（计划 {what}）", en: "the cron job has never run (schedule {what})" },
    why: {
      zh: "时间还没到，或计划的写法与时区不是想要的。",
      en: "Its time has not come, or schedule or time zone are not what was meant.",
    },
    next: { zh: "核对 schedule 和 timeZone。", en: "Check schedule and timeZone." },
  },
  cronjob_missed: {
    source: cronjob,
    title: { zh: "定时任务有几次没有启动", en: "runs of the cron job were not started" },
    why: { zh: "控制器的原话：{detail}", en: "The controller says: {detail}" },
    next: {
      zh: "核对 startingDeadlineSeconds、concurrencyPolicy 和上一次运行是否还没结束。",
      en: "Check startingDeadlineSeconds, concurrencyPolicy, and whether the run before goes on.",
    },
  },
  hpa_no_metrics: {
    source: "tasks/debug/debug-cluster/resource-metrics-pipeline/",
    title: { zh: "HPA 拿不到指标，无法自动伸缩", en: "the HPA gets no metrics and cannot scale" },
    why: {
      zh: "集群的 metrics-server 没有装、没有运行，或还没有数据：{detail}",
      en: "metrics-server is missing, not running, or has no data yet: {detail}",
    },
    next: {
      zh: "检查 metrics-server（通常在 kube-system 里）。",
      en: "Check metrics-server, which is mostly in kube-system.",
    },
  },
  hpa_no_requests: {
    source: hpa,
    title: {
      zh: "HPA 按使用率伸缩，但容器没有写 {what} 的 requests",
      en: "the HPA scales by utilization, but the containers state no request for {what}",
    },
    why: {
      zh: "使用率是用量除以 requests，没有 requests 就算不出来。",
      en: "Utilization is use divided by request: without one there is none.",
    },
    next: {
      zh: "给目标的每个容器加上 resources.requests。",
      en: "Add resources.requests to every container of its target.",
    },
  },
  hpa_target_missing: {
    source: hpa,
    title: { zh: "HPA 要伸缩的 {what} 不存在", en: "{what}, which the HPA scales, does not exist" },
    why: {
      zh: "scaleTargetRef 的名称或类型写错，或对象已删除。",
      en: "scaleTargetRef names the wrong thing, or it was deleted.",
    },
    next: { zh: "改正 scaleTargetRef，或删除这个 HPA。", en: "Correct scaleTargetRef, or delete the HPA." },
  },
  hpa_cannot_scale: {
    source: hpa,
    title: { zh: "HPA 现在不能伸缩", en: "the HPA cannot scale now" },
    why: { zh: "它的原话：{detail}", en: "It says: {detail}" },
    next: { zh: "按原话检查指标来源和目标。", en: "Check the source of its metrics and its target accordingly." },
  },
  hpa_at_limit: {
    source: hpa,
    title: {
      zh: "HPA 已到最大副本数 {limit}，还想要更多",
      en: "the HPA has reached its maximum of {limit} {limit|replica|replicas} and would have more",
    },
    why: { zh: "负载高于这么多副本能承受的。", en: "The load is more than so many replicas can take." },
    next: {
      zh: "确认负载正常后调高 maxReplicas，或优化程序。",
      en: "If the load is real, raise maxReplicas or make the program cheaper.",
    },
  },
  namespace_stuck: {
    source: "concepts/overview/working-with-objects/finalizers/",
    title: { zh: "命名空间一直在删除中", en: "the namespace does not finish being deleted" },
    why: { zh: "里面还有东西删不掉：{detail}", en: "Something in it cannot be deleted: {detail}" },
    next: {
      zh: "处理剩下的对象和它们的 finalizer，或修复不可用的 APIService。",
      en: "Deal with what is left and its finalizers, or mend an APIService that is down.",
    },
  },
} as const satisfies Readonly<Record<string, Cause>>;
