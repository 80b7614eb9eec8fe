import type { Cause } from "./cause.ts";

/** Why a container cannot be made: what it refers to is missing, or is not allowed. Slots: container, name, key, detail. */
export const configurationCauses = {
  configmap_missing: {
    source: "concepts/configuration/configmap/",
    title: { zh: "引用的 ConfigMap {name} 不存在", en: "ConfigMap {name}, which it refers to, does not exist" },
    why: {
      zh: "名称写错、建在了别的命名空间，或还没有创建。",
      en: "Its name is wrong, it is in another namespace, or was never created.",
    },
    next: {
      zh: "在同一命名空间创建它，或改正引用；Pod 会自动继续启动。",
      en: "Create it in the same namespace or correct the reference; the pod goes on by itself.",
    },
  },
  secret_missing: {
    source: "concepts/configuration/secret/",
    title: { zh: "引用的 Secret {name} 不存在", en: "Secret {name}, which it refers to, does not exist" },
    why: {
      zh: "名称写错、建在了别的命名空间，或还没有创建。",
      en: "Its name is wrong, it is in another namespace, or was never created.",
    },
    next: {
      zh: "在同一命名空间创建它，或改正引用；Pod 会自动继续启动。",
      en: "Create it in the same namespace or correct the reference; the pod goes on by itself.",
    },
  },
  key_missing: {
    source: "tasks/configure-pod-container/configure-pod-configmap/",
    title: { zh: "{name} 里没有引用的键 {key}", en: "{name} has no key {key}, which it refers to" },
    why: { zh: "键名写错，或者那份配置里还没有它。", en: "The key is misspelt, or has not been added." },
    next: { zh: "补上这个键，或改正 env/volume 里的键名。", en: "Add the key, or correct it in env or the volume." },
  },
  config_invalid: {
    source: "tasks/debug/debug-application/debug-pods/",
    title: {
      zh: "容器 {container} 的配置有误，无法创建",
      en: "container {container} cannot be made from its settings",
    },
    why: { zh: "kubelet 的原话：{detail}", en: "The kubelet says: {detail}" },
    next: { zh: "按上面的原话改正 Pod 的 spec。", en: "Correct the pod's spec accordingly." },
  },
  runs_as_root: {
    source: "tasks/configure-pod-container/security-context/",
    title: {
      zh: "容器 {container} 要求非 root 运行，而镜像以 root 运行",
      en: "container {container} must not run as root, but its image does",
    },
    why: {
      zh: "securityContext.runAsNonRoot 为 true，镜像没有设置非 root 的数字用户。",
      en: "runAsNonRoot is set, and the image names no numeric user other than root.",
    },
    next: {
      zh: "设置 securityContext.runAsUser，或在镜像里用数字 USER。",
      en: "Set securityContext.runAsUser, or a numeric USER in the image.",
    },
  },
  quota_exceeded: {
    source: "concepts/policy/resource-quotas/",
    title: {
      zh: "超出命名空间配额 {name}，新的 Pod 建不出来",
      en: "quota {name} is used up, so no more pods can be made",
    },
    why: {
      zh: "请求 {requested}，已用 {used}，上限 {limited}。",
      en: "Requested {requested}, used {used}, limited to {limited}.",
    },
    next: {
      zh: "减少 requests 或副本数、清理不用的 Pod，或请管理员提高配额。",
      en: "Ask for less, scale something down, or have the quota raised.",
    },
  },
  quota_needs_requests: {
    source: "concepts/policy/resource-quotas/",
    title: {
      zh: "配额 {name} 要求每个容器写明 {detail}，这里没有写",
      en: "quota {name} wants every container to state {detail}, and this one does not",
    },
    why: {
      zh: "有 CPU/内存配额的命名空间里，没有写明的 Pod 会被拒绝。",
      en: "Where a namespace has a quota for CPU or memory, pods that do not state it are refused.",
    },
    next: {
      zh: "补上 resources，或用 LimitRange 设默认值。",
      en: "Add resources, or set defaults with a LimitRange.",
    },
  },
  limit_range: {
    source: "concepts/policy/limit-range/",
    title: {
      zh: "Pod 的资源设置超出命名空间的 LimitRange",
      en: "the pod's resources break the namespace's LimitRange",
    },
    why: { zh: "API 服务器的原话：{detail}", en: "The API server says: {detail}" },
    next: { zh: "把 requests/limits 改到允许的范围内。", en: "Bring requests and limits into the range allowed." },
  },
  pod_security: {
    source: "concepts/security/pod-security-admission/",
    title: { zh: "Pod 不符合命名空间的安全标准，被拒绝", en: "the pod breaks the namespace's pod security standard" },
    why: { zh: "API 服务器的原话：{detail}", en: "The API server says: {detail}" },
    next: {
      zh: "按提示设置 securityContext，或请管理员调整该命名空间的级别。",
      en: "Set securityContext as it says, or have the namespace's level changed.",
    },
  },
  service_account_missing: {
    source: "tasks/configure-pod-container/configure-service-account/",
    title: {
      zh: "ServiceAccount {name} 不存在，Pod 建不出来",
      en: "ServiceAccount {name} does not exist, so no pod can be made",
    },
    why: {
      zh: "名称写错，或还没有在这个命名空间创建。",
      en: "Its name is wrong, or it was never created in this namespace.",
    },
    next: { zh: "创建它，或改正 serviceAccountName。", en: "Create it, or correct serviceAccountName." },
  },
  webhook_denied: {
    source: "reference/access-authn-authz/extensible-admission-controllers/",
    title: { zh: "准入 webhook {name} 拒绝了 Pod", en: "admission webhook {name} refuses the pod" },
    why: { zh: "它的原话：{detail}", en: "It says: {detail}" },
    next: {
      zh: "按它的要求修改，或找维护这条策略的人。",
      en: "Change the pod accordingly, or ask who maintains that policy.",
    },
  },
  create_forbidden: {
    source: "reference/access-authn-authz/rbac/",
    title: { zh: "API 服务器拒绝创建 Pod（403）", en: "the API server refuses to make the pod (403)" },
    why: { zh: "它的原话：{detail}", en: "It says: {detail}" },
    next: {
      zh: "按原话判断是权限（RBAC）还是策略的问题，再找管理员。",
      en: "Tell from its words whether it is RBAC or a policy, then ask an administrator.",
    },
  },
  create_failed: {
    source: "tasks/debug/debug-application/debug-pods/",
    title: { zh: "Pod 建不出来", en: "its pods cannot be made" },
    why: { zh: "控制器的原话：{detail}", en: "The controller says: {detail}" },
    next: { zh: "按原话改正 Pod 模板。", en: "Correct the pod template accordingly." },
  },
} as const satisfies Readonly<Record<string, Cause>>;
