import type { Cause } from "./cause.ts";

const debugging = "tasks/debug/debug-application/debug-service/";

/** What an error message tells by itself, before anybody has looked at the thing that it came from. */
export const pastedCauses = {
  back_off: {
    source: "tasks/debug/debug-application/debug-pods/",
    title: {
      zh: "容器 {container} 启动后很快退出，kubelet 隔一阵再启动它（CrashLoopBackOff）",
      en: "container {container} ends soon after each start, and is started again after a pause (CrashLoopBackOff)",
    },
    why: {
      zh: "这句话只说在等待重启；真正的原因在重启前的日志和退出码里。",
      en: "The message only says that it waits; why it ended stands in the log before the restart and in its exit code.",
    },
    next: {
      zh: "看重启前的日志和退出码（137 多半是内存，1 是程序自己的错误，127 是命令不存在）。",
      en: "Read the log before the restart and the exit code (137 is mostly memory, 1 an error of the program, 127 a missing command).",
    },
  },
  connection_refused: {
    source: debugging,
    title: {
      zh: "对方{address}拒绝了连接：地址能到，但那个端口上没有程序在监听",
      en: "the other side{address} refuses the connection: it is there, but nothing listens on that port",
    },
    why: {
      zh: "对方没有启动完、已经崩溃，或者端口写错；如果连的是 Service，多半是它后面没有就绪的 Pod。",
      en: "It has not come up, has crashed, or the port is wrong; behind a Service there is probably no ready pod.",
    },
    next: {
      zh: "看对方的 Pod 是否就绪，Service 有没有 endpoints，端口和 targetPort 对不对。",
      en: "See whether its pods are ready, the Service has endpoints, and port and targetPort are right.",
    },
  },
  name_unknown: {
    source: "tasks/administer-cluster/dns-debugging-resolution/",
    title: {
      zh: "域名解析不了{address}：DNS 里没有这个名字，或 DNS 没有应答",
      en: "the name cannot be resolved{address}: DNS does not know it, or does not answer",
    },
    why: {
      zh: "Service 名或命名空间写错（跨命名空间要写成 name.namespace），Service 不存在，或 CoreDNS 有问题。",
      en: "The Service or its namespace is misspelt (from another namespace it is name.namespace), does not exist, or CoreDNS is in trouble.",
    },
    next: {
      zh: "核对 Service 名和命名空间；都对就看 kube-system 里 CoreDNS 的 Pod。",
      en: "Check the Service's name and namespace; if they are right, look at the CoreDNS pods in kube-system.",
    },
  },
  connection_timeout: {
    source: debugging,
    title: { zh: "连接{address}超时：没有任何应答", en: "the connection{address} times out: nothing answers" },
    why: {
      zh: "多半是 NetworkPolicy 或防火墙丢掉了包，地址不对，或者对方太忙。",
      en: "A NetworkPolicy or firewall drops the packets, the address is wrong, or the other side is too busy.",
    },
    next: {
      zh: "看两边命名空间的 NetworkPolicy，再看对方的 Pod 是否就绪。",
      en: "Look at the NetworkPolicies of both namespaces, then whether the other side's pods are ready.",
    },
  },
  certificate: {
    source: "tasks/administer-cluster/certificates/",
    title: {
      zh: "对方的 TLS 证书不被信任或已失效",
      en: "the other side's TLS certificate is not trusted, or no longer valid",
    },
    why: { zh: "原话：{detail}", en: "It says: {detail}" },
    next: {
      zh: "过期就换证书；“unknown authority”就把签发它的 CA 加到客户端；名字不符就改用证书里的域名。",
      en: "Renew it if it has expired; for an unknown authority give the client its CA; if the name does not match, use one that the certificate has.",
    },
  },
  forbidden: {
    source: "reference/access-authn-authz/rbac/",
    title: { zh: "没有权限（403）：RBAC 不允许{who}这样做", en: "not allowed (403): RBAC does not let {who} do that" },
    why: {
      zh: "没有任何 Role 或 ClusterRole 把“{verb} {resource}”授给它。",
      en: "No Role or ClusterRole that it is bound to allows “{verb} {resource}”.",
    },
    next: {
      zh: "用 RoleBinding 授予一个只允许这件事的 Role，或换一个有权限的账号。",
      en: "Bind a Role that allows just this to it, or use an account that may.",
    },
  },
  disk_full: {
    source: "concepts/storage/persistent-volumes/",
    title: { zh: "磁盘写满了", en: "a disk is full" },
    why: {
      zh: "写满的可能是它挂载的卷，也可能是节点的磁盘。",
      en: "It is either a volume that it mounts or the disk of its node.",
    },
    next: {
      zh: "先看是哪一个：卷就清理或扩容 PVC，节点就看 DiskPressure 和镜像、日志占用。",
      en: "Find out which: clean up or enlarge the PVC, or look at DiskPressure, images and logs on the node.",
    },
  },
  file_permission: {
    source: "tasks/configure-pod-container/security-context/",
    title: { zh: "程序没有权限使用某个文件", en: "the program may not use a file" },
    why: {
      zh: "容器运行的用户不是文件或卷的所有者，或者文件系统是只读的。",
      en: "It runs as a user that does not own the file or volume, or the file system is read-only.",
    },
    next: {
      zh: "设置 securityContext 的 fsGroup 或 runAsUser，或在镜像里改所有者。",
      en: "Set fsGroup or runAsUser in securityContext, or change the owner in the image.",
    },
  },
} as const satisfies Readonly<Record<string, Cause>>;
