import type { Cause } from "./cause.ts";

const lifecycle = "concepts/workloads/pods/pod-lifecycle/";
const reasons = "tasks/debug/debug-application/determine-reason-pod-failure/";
const commands = "tasks/inject-data-application/define-command-argument-container/";
const debugPods = "tasks/debug/debug-application/debug-pods/";

/** How a container ends. Slots: container, code, detail (from its log). */
export const crashCauses = {
  exit_error: {
    source: reasons,
    title: {
      zh: "容器 {container} 自己退出了，退出码 {code}",
      en: "container {container} exits by itself with code {code}",
    },
    why: {
      zh: "程序遇到错误后主动退出；原因看它退出前最后几行日志。",
      en: "The program gives up after an error of its own; the last lines before its end say which.",
    },
    next: {
      zh: "按日志里的错误修正程序、配置或它依赖的服务，然后重新发布。",
      en: "Mend what the log complains about (program, settings or a service it needs), then roll out again.",
    },
  },
  log_error: {
    source: reasons,
    title: {
      zh: "容器 {container} 自己退出了，退出码 {code}",
      en: "container {container} exits by itself with code {code}",
    },
    why: { zh: "日志写着：{detail}", en: "Its log says: {detail}" },
    next: {
      zh: "按日志里的错误修正程序、配置或它依赖的服务，然后重新发布。",
      en: "Mend what the log complains about (program, settings or a service it needs), then roll out again.",
    },
  },
  exit_done: {
    source: lifecycle,
    title: {
      zh: "容器 {container} 正常结束（退出码 0），又被反复拉起",
      en: "container {container} ends normally (code 0) and is started again and again",
    },
    why: {
      zh: "它的主进程做完就退出了，而 Deployment 这类工作负载要求进程一直运行。",
      en: "Its main process finishes, while a Deployment and the like expect one that keeps running.",
    },
    next: {
      zh: "让主进程留在前台运行；如果本来就是一次性任务，改用 Job 或 CronJob。",
      en: "Keep the main process in the foreground, or make it a Job or CronJob if it is meant to finish.",
    },
  },
  exit_not_executable: {
    source: commands,
    title: {
      zh: "容器 {container} 的启动命令不能执行（退出码 126）",
      en: "the command of container {container} cannot be executed (code 126)",
    },
    why: {
      zh: "文件存在，但没有执行权限，或者不是可执行文件。",
      en: "The file is there but is not executable, or is no program.",
    },
    next: {
      zh: "在镜像里给它加执行权限，或改正 command/args。",
      en: "Make it executable in the image, or correct command/args.",
    },
  },
  exit_not_found: {
    source: commands,
    title: {
      zh: "容器 {container} 的启动命令找不到（退出码 127）",
      en: "the command of container {container} is not found (code 127)",
    },
    why: {
      zh: "command/args 里的程序不在镜像里，或者路径写错了。",
      en: "What command/args name is not in the image, or the path is wrong.",
    },
    next: {
      zh: "核对 command/args 与镜像内容，改正后重新发布。",
      en: "Compare command/args with what is in the image, correct them and roll out again.",
    },
  },
  start_failed: {
    source: debugPods,
    title: { zh: "容器 {container} 无法启动", en: "container {container} cannot be started" },
    why: {
      zh: "容器运行时在启动它的进程时就失败了，程序还没有运行；运行时的原话见依据。",
      en: "The container runtime failed before the program ran; its own words are below.",
    },
    next: {
      zh: "核对 command/args、工作目录、挂载路径和 securityContext。",
      en: "Check command/args, the working directory, mount paths and securityContext.",
    },
  },
  image_architecture: {
    source: "concepts/containers/images/",
    title: {
      zh: "镜像的 CPU 架构与节点不符（exec format error）",
      en: "the image is for another CPU architecture than the node (exec format error)",
    },
    why: {
      zh: "镜像是为另一种架构（例如 arm64 与 amd64）构建的，或者启动脚本缺少 #! 开头行。",
      en: "It was built for another architecture (arm64 and amd64, say), or a start script lacks its #! line.",
    },
    next: {
      zh: "构建多架构镜像，或用 nodeSelector kubernetes.io/arch 把它放到匹配的节点上。",
      en: "Build the image for the node's architecture, or place it with a nodeSelector on kubernetes.io/arch.",
    },
  },
  oom_killed: {
    source: "tasks/configure-pod-container/assign-memory-resource/",
    title: {
      zh: "容器 {container} 超过内存上限 {limit}，被系统杀死（OOMKilled）",
      en: "container {container} went over its memory limit of {limit} and was killed (OOMKilled)",
    },
    why: {
      zh: "上限对它的用量来说太小，或者程序有内存泄漏。",
      en: "The limit is too small for what it needs, or the program leaks memory.",
    },
    next: {
      zh: "先看它实际用多少内存，再调高 resources.limits.memory 或减少程序用量。",
      en: "See how much it really uses, then raise resources.limits.memory or make it use less.",
    },
  },
  oom_node: {
    source: "concepts/scheduling-eviction/node-pressure-eviction/",
    title: {
      zh: "容器 {container} 因节点内存不足被系统杀死（OOMKilled），它没有设内存上限",
      en: "container {container} was killed because its node ran out of memory (OOMKilled); it has no memory limit",
    },
    why: { zh: "节点上的进程一起用完了内存。", en: "What runs on the node used up its memory together." },
    next: {
      zh: "给它设置内存 requests 和 limits，并检查该节点的内存使用。",
      en: "Give it memory requests and limits, and look at the node's memory use.",
    },
  },
  killed: {
    source: lifecycle,
    title: {
      zh: "容器 {container} 被强制结束（退出码 137，SIGKILL）",
      en: "container {container} was killed (code 137, SIGKILL)",
    },
    why: {
      zh: "多半是停止时没有在宽限期内退出，或节点内存不足；状态里没有记录 OOMKilled。",
      en: "Most likely it did not stop within its grace period, or the node was short of memory; its status does not say OOMKilled.",
    },
    next: {
      zh: "看同一时间的事件和节点内存；确认程序会处理 SIGTERM。",
      en: "Look at events and node memory of that time, and make sure that the program handles SIGTERM.",
    },
  },
  segfault: {
    source: reasons,
    title: {
      zh: "容器 {container} 因非法内存访问崩溃（退出码 139，SIGSEGV）",
      en: "container {container} crashed on an invalid memory access (code 139, SIGSEGV)",
    },
    why: {
      zh: "程序或它的本地库有缺陷，或者与基础镜像不兼容。",
      en: "A fault in the program or a native library, or one that does not fit the base image.",
    },
    next: {
      zh: "用上一个正常的镜像版本对比，并把日志交给开发者。",
      en: "Compare with the last image that worked, and give the log to its developers.",
    },
  },
  aborted: {
    source: reasons,
    title: {
      zh: "容器 {container} 自行中止（退出码 134，SIGABRT）",
      en: "container {container} aborted itself (code 134, SIGABRT)",
    },
    why: {
      zh: "程序的断言失败，或运行时（例如 JVM、C++ 异常）自己中止了进程。",
      en: "An assertion failed, or its runtime (JVM, C++ exception) ended the process.",
    },
    next: { zh: "看它退出前的日志。", en: "Read its log before the end." },
  },
  terminated: {
    source: lifecycle,
    title: {
      zh: "容器 {container} 被要求停止（退出码 143，SIGTERM）",
      en: "container {container} was told to stop (code 143, SIGTERM)",
    },
    why: {
      zh: "常见于发布、缩容、节点排空，或存活探针失败后的重启；不是程序自己出错。",
      en: "Usual in rollouts, scale-downs, node drains or after a failed liveness probe; not a fault of the program.",
    },
    next: {
      zh: "看同一时间的事件，找出是谁停止了它。",
      en: "Look for the event of that time that says who stopped it.",
    },
  },
  log_dependency: {
    source: "tasks/debug/debug-application/debug-service/",
    title: {
      zh: "容器 {container} 连不上它依赖的服务而退出（退出码 {code}）",
      en: "container {container} exits (code {code}) because a service that it needs cannot be reached",
    },
    why: {
      zh: "日志写着：{detail}。被连接的服务不存在、没有可用的 Pod，或地址、端口写错了。",
      en: "Its log says: {detail}. That service does not exist, has no ready pod, or address or port are wrong.",
    },
    next: {
      zh: "检查被连接的 Service 是否存在、是否有 endpoints，再核对环境变量里的地址。",
      en: "Check that the Service it calls exists and has endpoints, then the address in its environment.",
    },
  },
  log_forbidden: {
    source: "reference/access-authn-authz/rbac/",
    title: {
      zh: "容器 {container} 没有权限调用 Kubernetes API（403）",
      en: "container {container} may not do what it asks of the Kubernetes API (403)",
    },
    why: {
      zh: "日志写着：{detail}。它的 ServiceAccount 没有绑定所需的 Role。",
      en: "Its log says: {detail}. No Role bound to its ServiceAccount allows that.",
    },
    next: {
      zh: "给这个 ServiceAccount 绑定允许该操作的 Role（RoleBinding），只给需要的权限。",
      en: "Bind a Role that allows just this to the ServiceAccount (RoleBinding).",
    },
  },
  log_forbidden_wide: {
    source: "reference/access-authn-authz/rbac/",
    title: {
      zh: "容器 {container} 没有权限调用 Kubernetes API（403）",
      en: "container {container} may not do what it asks of the Kubernetes API (403)",
    },
    why: {
      zh: "日志写着：{detail}。要的是整个集群范围的权限，它的 ServiceAccount 没有。",
      en: "Its log says: {detail}. That is asked for in the whole cluster, and its ServiceAccount may not.",
    },
    next: {
      zh: "用 ClusterRole 和 ClusterRoleBinding 只给 {verb} {what} 的权限，或把程序限制在一个命名空间里；核对：kubectl auth can-i {verb} {what} -A --as={user}",
      en: "Allow just {verb} {what} by a ClusterRole and ClusterRoleBinding, or keep the program to one namespace; check with: kubectl auth can-i {verb} {what} -A --as={user}",
    },
  },
  log_disk_full: {
    source: "concepts/scheduling-eviction/node-pressure-eviction/",
    title: {
      zh: "容器 {container} 因磁盘写满而失败",
      en: "container {container} fails because a disk is full",
    },
    why: { zh: "日志写着：{detail}。", en: "Its log says: {detail}." },
    next: {
      zh: "看是卷满了还是节点磁盘满了，清理或扩容。",
      en: "See whether it is its volume or the node's disk, then clean up or enlarge it.",
    },
  },
  log_permission: {
    source: "tasks/configure-pod-container/security-context/",
    title: {
      zh: "容器 {container} 没有文件权限而退出（退出码 {code}）",
      en: "container {container} exits (code {code}) because it may not use a file",
    },
    why: {
      zh: "日志写着：{detail}。多半是以非 root 用户运行，而文件或卷属于别的用户。",
      en: "Its log says: {detail}. It probably runs as a user that does not own the file or volume.",
    },
    next: {
      zh: "设置 securityContext 的 fsGroup/runAsUser，或在镜像里改文件属主。",
      en: "Set fsGroup or runAsUser in securityContext, or change the owner in the image.",
    },
  },
  log_settings: {
    source: "tasks/inject-data-application/define-environment-variable-container/",
    title: {
      zh: "容器 {container} 缺少必需的配置而退出（退出码 {code}）",
      en: "container {container} exits (code {code}) because a setting that it needs is missing",
    },
    why: { zh: "日志写着：{detail}。", en: "Its log says: {detail}." },
    next: {
      zh: "在 env、ConfigMap 或 Secret 里补上它，再重新发布。",
      en: "Add it to env, a ConfigMap or a Secret, and roll out again.",
    },
  },
  restarted: {
    source: lifecycle,
    title: {
      zh: "容器 {container} 现在在运行，但已重启 {restarts} 次，上次退出码 {code}",
      en: "container {container} runs now, but was restarted {restarts} {restarts|time|times}; its last exit code was {code}",
    },
    why: {
      zh: "它会再次退出，除非原因已经消失；原因看上一次运行的日志。",
      en: "It will end again unless the reason is gone; the log of the run before says what it was.",
    },
    next: {
      zh: "读上一次运行的日志，并留意重启次数是否还在增加。",
      en: "Read the log of the run before, and watch whether the restarts go on.",
    },
  },
} as const satisfies Readonly<Record<string, Cause>>;
