import type { Cause } from "./cause.ts";

const nodes = "concepts/architecture/nodes/";
const pressure = "concepts/scheduling-eviction/node-pressure-eviction/";

/** What is wrong with a machine. Slots: age, detail. */
export const nodeCauses = {
  node_silent: {
    source: "tasks/debug/debug-cluster/",
    title: {
      zh: "节点失联：kubelet 已 {age} 没有上报",
      en: "the node is silent: its kubelet has not reported for {age}",
    },
    why: {
      zh: "机器关机、网络中断，或 kubelet 停了。",
      en: "The machine is down, the network is cut, or the kubelet has stopped.",
    },
    next: {
      zh: "检查机器是否开机、能否连上，再看 kubelet（systemctl status kubelet）；上面的 Pod 会在别处重建。",
      en: "See that the machine is up and reachable, then its kubelet (systemctl status kubelet); its pods are made anew elsewhere.",
    },
  },
  node_not_ready: {
    source: nodes,
    title: { zh: "节点没有就绪", en: "the node is not ready" },
    why: { zh: "kubelet 的原话：{detail}", en: "The kubelet says: {detail}" },
    next: {
      zh: "按原话检查容器运行时、网络插件和 kubelet 日志。",
      en: "Check the container runtime, the network plugin and the kubelet's log accordingly.",
    },
  },
  node_not_ready_untold: {
    source: nodes,
    title: { zh: "节点没有就绪", en: "the node is not ready" },
    why: {
      zh: "这里只看得到它的状态，看不到原因：节点的状况（Ready、MemoryPressure 等）里有 kubelet 的原话。",
      en: "Only its state can be seen here, not why: its conditions (Ready, MemoryPressure and so on) hold the kubelet's words.",
    },
    next: {
      zh: "用上面的命令看它的状况和事件；Ready=Unknown 多半是机器或网络断了，Ready=False 看 kubelet 和容器运行时。",
      en: "Read its conditions and events with the command above: Ready=Unknown points at the machine or the network, Ready=False at the kubelet and the container runtime.",
    },
  },
  node_memory_pressure: {
    source: pressure,
    title: { zh: "节点内存紧张（MemoryPressure）", en: "the node is short of memory (MemoryPressure)" },
    why: { zh: "上面的 Pod 用掉了内存，kubelet 会驱逐 Pod。", en: "Its pods use it up; the kubelet evicts some." },
    next: { zh: "看哪些 Pod 用得最多，设置 limits 或移走它们。", en: "See which pods use most; limit or move them." },
  },
  node_disk_pressure: {
    source: pressure,
    title: { zh: "节点磁盘紧张（DiskPressure）", en: "the node is short of disk (DiskPressure)" },
    why: {
      zh: "镜像、日志或 emptyDir 占满了磁盘，kubelet 会驱逐 Pod。",
      en: "Images, logs or emptyDir volumes fill it; the kubelet evicts pods.",
    },
    next: {
      zh: "清理不用的镜像和日志，或扩大磁盘。",
      en: "Remove images and logs that are not needed, or enlarge the disk.",
    },
  },
  node_pid_pressure: {
    source: "concepts/policy/pid-limiting/",
    title: { zh: "节点进程数紧张（PIDPressure）", en: "the node is short of process ids (PIDPressure)" },
    why: { zh: "多半是某个 Pod 开了太多进程或线程。", en: "Most likely a pod runs too many processes or threads." },
    next: {
      zh: "找出那个 Pod；kubelet 的 podPidsLimit 可以限制每个 Pod 的进程数。",
      en: "Find that pod; podPidsLimit of the kubelet bounds how many a pod may run.",
    },
  },
  node_network: {
    source: "concepts/extend-kubernetes/compute-storage-net/network-plugins/",
    title: { zh: "节点网络不可用（NetworkUnavailable）", en: "the node's network is not set up (NetworkUnavailable)" },
    why: { zh: "网络插件没有配置好这个节点：{detail}", en: "The network plugin has not set it up: {detail}" },
    next: { zh: "检查该节点上的网络插件 Pod。", en: "Check the network plugin's pod on that node." },
  },
  node_cordoned: {
    source: nodes,
    title: { zh: "节点被封锁（cordon），不接收新的 Pod", en: "the node is cordoned and takes no new pods" },
    why: {
      zh: "有人为维护封锁了它；已有的 Pod 继续运行。",
      en: "Somebody cordoned it, for maintenance perhaps; pods on it go on.",
    },
    next: { zh: "维护结束后解除封锁（uncordon）。", en: "Uncordon it when the work is done." },
  },
} as const satisfies Readonly<Record<string, Cause>>;
