import type { Cause } from "./cause.ts";

const assigning = "concepts/scheduling-eviction/assign-pod-node/";
const resources = "concepts/configuration/manage-resources-containers/";

/** Why no node takes a pod, or why it lost its node. Slots: nodes, what, requested, detail. */
export const placingCauses = {
  insufficient_resources: {
    source: resources,
    title: { zh: "没有节点有足够的{what}，Pod 无法调度", en: "no node has enough {what} for the pod" },
    why: {
      zh: "它请求 {requested}；{nodes} 个节点里，能接收它的都剩不下这么多（其余节点为什么不行，见上面的事件）。",
      en: "It asks for {requested}: of {nodes} {nodes|node|nodes}, none that may take it has so much left (the event above tells what rules the others out).",
    },
    next: {
      zh: "核对 resources.requests 是否写大了；确实需要就释放或增加节点。",
      en: "Check that resources.requests are not too large; if they are right, free or add nodes.",
    },
  },
  untolerated_taint: {
    source: "concepts/scheduling-eviction/taint-and-toleration/",
    title: { zh: "节点有 Pod 不容忍的污点：{what}", en: "nodes have a taint that the pod does not tolerate: {what}" },
    why: {
      zh: "调度器看了 {nodes} 个节点，没有一个可用；污点表示该节点不接收普通 Pod，或节点有问题。",
      en: "None of {nodes} {nodes|node|nodes} will do; a taint keeps ordinary pods off, or tells of trouble on the node.",
    },
    next: {
      zh: "应该放在那里就加 tolerations；污点来自故障（如 unreachable）就先修节点。",
      en: "Add tolerations if it belongs there; if the taint tells of a fault (unreachable), mend the node first.",
    },
  },
  node_selector: {
    source: assigning,
    title: {
      zh: "没有节点符合它的 nodeSelector 或节点亲和性：{what}",
      en: "no node fits its node selector or node affinity: {what}",
    },
    why: {
      zh: "它要求的标签，节点上都没有。",
      en: "No node has the labels that it asks for.",
    },
    next: {
      zh: "给合适的节点打上标签，或改正 nodeSelector/affinity。",
      en: "Label a fitting node, or correct nodeSelector or affinity.",
    },
  },
  pod_affinity: {
    source: assigning,
    title: { zh: "没有节点满足它的 Pod 亲和或反亲和规则", en: "no node meets its pod affinity or anti-affinity rules" },
    why: {
      zh: "例如要求副本分散在不同节点，而节点数比副本少。",
      en: "Replicas that must stand apart and fewer nodes than replicas, for example.",
    },
    next: {
      zh: "增加节点、减少副本，或改用 preferred（软）规则。",
      en: "Add nodes, run fewer replicas, or make the rule a preferred one.",
    },
  },
  topology_spread: {
    source: "concepts/scheduling-eviction/topology-spread-constraints/",
    title: { zh: "没有节点满足它的拓扑分布约束", en: "no node meets its topology spread constraints" },
    why: {
      zh: "约束为 DoNotSchedule，而可用的区域或节点不够均匀。",
      en: "They say DoNotSchedule, and zones or nodes are too uneven.",
    },
    next: {
      zh: "增加缺的区域里的节点，或改为 ScheduleAnyway。",
      en: "Add nodes where they lack, or use ScheduleAnyway.",
    },
  },
  volume_zone: {
    source: "concepts/storage/persistent-volumes/",
    title: {
      zh: "它的卷所在的区域或节点放不下这个 Pod",
      en: "its volume is tied to a zone or node that cannot take the pod",
    },
    why: {
      zh: "卷只能在固定的区域或节点使用，那里没有可用的节点。",
      en: "The volume can be used in one place only, and no node there will do.",
    },
    next: { zh: "在那个区域提供节点，或迁移数据。", en: "Provide a node there, or move the data." },
  },
  claim_unbound: {
    source: "concepts/storage/persistent-volumes/",
    title: { zh: "它的 PVC 还没有绑定，Pod 只能等待", en: "its PVC is not bound, so the pod waits" },
    why: { zh: "没有卷就不能调度。", en: "Without its volume it is not placed." },
    next: { zh: "先解决 PVC 的问题。", en: "Mend the PVC first." },
  },
  claim_missing: {
    source: "concepts/storage/persistent-volumes/",
    title: { zh: "它引用的 PVC {name} 不存在", en: "PVC {name}, which it refers to, does not exist" },
    why: {
      zh: "名称写错，或还没有在这个命名空间创建。",
      en: "Its name is wrong, or it was never created in this namespace.",
    },
    next: { zh: "创建它，或改正 volumes 里的 claimName。", en: "Create it, or correct claimName under volumes." },
  },
  too_many_pods: {
    source: "reference/config-api/kubelet-config.v1beta1/",
    title: { zh: "节点上的 Pod 数已满", en: "the nodes hold as many pods as they may" },
    why: { zh: "每个节点的 Pod 数有上限（默认 110）。", en: "A node takes a limited number of pods (110 by default)." },
    next: { zh: "清理不用的 Pod 或增加节点。", en: "Remove pods that are not needed, or add nodes." },
  },
  host_port: {
    source: "tasks/debug/debug-application/debug-pods/",
    title: { zh: "它要的主机端口在节点上都被占用", en: "the host port that it asks for is taken on every node" },
    why: { zh: "hostPort 在一个节点上只能用一次。", en: "A hostPort can be used once on a node." },
    next: { zh: "去掉 hostPort，改用 Service。", en: "Use a Service in place of hostPort." },
  },
  nodes_unschedulable: {
    source: "concepts/architecture/nodes/",
    title: { zh: "节点被封锁（cordon），不接收新的 Pod", en: "nodes are cordoned and take no new pods" },
    why: { zh: "有人为维护封锁了节点。", en: "Somebody cordoned them, for maintenance perhaps." },
    next: { zh: "维护结束后解除封锁（uncordon）。", en: "Uncordon them when the work is done." },
  },
  scheduling_gated: {
    source: "concepts/scheduling-eviction/pod-scheduling-readiness/",
    title: {
      zh: "Pod 带有调度门控 {what}，还不会被调度",
      en: "the pod has scheduling gates ({what}) and is not placed yet",
    },
    why: { zh: "设置门控的控制器还没有放行。", en: "The controller that set them has not let it go." },
    next: { zh: "检查那个控制器。", en: "Look at that controller." },
  },
  unschedulable: {
    source: "concepts/scheduling-eviction/kube-scheduler/",
    title: { zh: "没有节点可以放这个 Pod", en: "no node takes the pod" },
    why: { zh: "调度器的原话：{detail}", en: "The scheduler says: {detail}" },
    next: { zh: "按调度器的原话调整 Pod 或节点。", en: "Change pod or nodes accordingly." },
  },
  not_scheduled_yet: {
    source: "concepts/scheduling-eviction/kube-scheduler/",
    title: { zh: "Pod 还没有分配到节点", en: "the pod has no node yet" },
    why: {
      zh: "没有调度失败的记录：调度器可能没有运行、没有处理它，或 schedulerName（{detail}）写错。",
      en: "No failure is on record: the scheduler may not run, or schedulerName ({detail}) is wrong.",
    },
    next: { zh: "检查 kube-scheduler 和 schedulerName。", en: "Check kube-scheduler and schedulerName." },
  },
  evicted: {
    source: "concepts/scheduling-eviction/node-pressure-eviction/",
    title: { zh: "Pod 被节点驱逐（Evicted）", en: "the pod was evicted by its node" },
    why: { zh: "节点资源紧张：{detail}", en: "The node was short of something: {detail}" },
    next: {
      zh: "检查该节点的磁盘和内存；给 Pod 写明 requests/limits；被驱逐的 Pod 可以删除。",
      en: "Check disk and memory of the node, give the pod requests and limits; an evicted pod can be deleted.",
    },
  },
  preempted: {
    source: "concepts/scheduling-eviction/pod-priority-preemption/",
    title: { zh: "Pod 被更高优先级的 Pod 抢占", en: "the pod was preempted by one of higher priority" },
    why: { zh: "集群资源不够所有 Pod 使用。", en: "There is not room for all pods." },
    next: { zh: "增加节点，或调整 PriorityClass。", en: "Add nodes, or change its PriorityClass." },
  },
  pod_failed: {
    source: "concepts/workloads/pods/pod-lifecycle/",
    title: { zh: "Pod 失败：{what}", en: "the pod failed: {what}" },
    why: { zh: "状态里写着：{detail}", en: "Its status says: {detail}" },
    next: { zh: "按原话处理；由控制器管理的 Pod 会重建。", en: "Act on those words; a controller makes the pod anew." },
  },
  stuck_finalizer: {
    source: "concepts/overview/working-with-objects/finalizers/",
    title: { zh: "正在删除，但被 finalizer 挡住：{what}", en: "it is being deleted but held by finalizers: {what}" },
    why: {
      zh: "负责这个 finalizer 的控制器没有完成清理（可能已不在运行）。",
      en: "The controller behind it has not finished its clean-up, or no longer runs.",
    },
    next: {
      zh: "先检查那个控制器；确认不再需要清理之后，才考虑手动去掉 finalizer。",
      en: "Look at that controller first; remove the finalizer by hand only when its clean-up is surely not needed.",
    },
  },
  stuck_terminating: {
    source: "concepts/workloads/pods/pod-lifecycle/",
    title: {
      zh: "已要求删除 {age}，Pod 还没有结束",
      en: "deletion was asked for {age} ago, and the pod is still there",
    },
    why: {
      zh: "它的节点可能失联，或容器停不下来。",
      en: "Its node may be out of reach, or a container does not stop.",
    },
    next: {
      zh: "看节点 {node} 是否正常；节点确已消失时才强制删除。",
      en: "See whether node {node} is well; force the deletion only if it is gone for good.",
    },
  },
  sandbox_failed: {
    source: "concepts/extend-kubernetes/compute-storage-net/network-plugins/",
    title: { zh: "节点无法为 Pod 建立网络或沙箱", en: "the node cannot set up the pod's network or sandbox" },
    why: { zh: "多半是网络插件（CNI）的问题：{detail}", en: "The network plugin (CNI) is the usual reason: {detail}" },
    next: {
      zh: "检查该节点上 CNI 组件（多半是 kube-system 里的 DaemonSet）和可用 IP。",
      en: "Check the CNI's pods on that node (mostly a DaemonSet in kube-system) and its free addresses.",
    },
  },
  mount_failed: {
    source: "concepts/storage/volumes/",
    title: {
      zh: "卷 {name} 挂载失败，容器起不来",
      en: "volume {name} cannot be mounted, so the containers do not start",
    },
    why: { zh: "kubelet 的原话：{detail}", en: "The kubelet says: {detail}" },
    next: {
      zh: "按原话检查卷的来源（PVC、ConfigMap、Secret、NFS 等）。",
      en: "Check the volume's source (PVC, ConfigMap, Secret, NFS) accordingly.",
    },
  },
  volume_in_use: {
    source: "concepts/storage/persistent-volumes/",
    title: {
      zh: "卷还挂在另一个节点上（Multi-Attach）",
      en: "the volume is still attached to another node (Multi-Attach)",
    },
    why: {
      zh: "ReadWriteOnce 的卷一次只能给一个节点，旧 Pod 还没有放开它。",
      en: "A ReadWriteOnce volume serves one node at a time, and the old pod has not let it go.",
    },
    next: {
      zh: "确认旧 Pod 已结束；Deployment 用 Recreate 策略，或改用 ReadWriteMany。",
      en: "See that the old pod is gone; use the Recreate strategy, or ReadWriteMany.",
    },
  },
  starting: {
    source: "concepts/workloads/pods/pod-lifecycle/",
    title: { zh: "容器还没有启动（{what}），已 {age}", en: "its containers have not started ({what}) for {age}" },
    why: {
      zh: "没有看到失败的事件：可能还在拉镜像，或事件已过期。",
      en: "No event tells of a failure: it may still pull its image, or events have expired.",
    },
    next: {
      zh: "过一会再看；一直不动就检查节点 {node}。",
      en: "Look again in a while; if nothing moves, check node {node}.",
    },
  },
} as const satisfies Readonly<Record<string, Cause>>;
