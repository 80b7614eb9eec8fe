import type { Language } from "../output/output.ts";
import type { Cause } from "../results/failure-table.ts";

type Words = Readonly<Record<Language, string>>;

/**
 * What a failure means to a person, and what to do about it. Slots: {thing} what was asked for, {place} where,
 * {cluster}, {detail} what the cause speaks of. "" as a remedy: nothing to advise.
 */
export const failureWords: Readonly<Record<Cause, { readonly problem: Words; readonly remedy: Words }>> = {
  not_found: {
    problem: { zh: "没有找到 {thing}{place}。", en: "{thing} was not found{place}." },
    remedy: {
      zh: "它可能已被删除或名字有误，可以列出现有的再选择。",
      en: "It may have been deleted, or the name is not right: list what exists and pick one.",
    },
  },
  forbidden: {
    problem: { zh: "当前身份没有权限访问 {thing}{place}。", en: "The current identity may not access {thing}{place}." },
    remedy: {
      zh: "请管理员授予相应的 RBAC 权限，或换一个命名空间、集群。",
      en: "Ask an administrator for the RBAC permission, or try another namespace or cluster.",
    },
  },
  expired: {
    problem: {
      zh: "集群 {cluster} 的登录凭证无效或已过期。",
      en: "The credentials for cluster {cluster} are not valid or have expired.",
    },
    remedy: {
      zh: "请重新登录（例如 aws sso login、gcloud auth login、az login）或更新 kubeconfig，然后重试。",
      en: "Log in again (for example aws sso login, gcloud auth login, az login) or renew the kubeconfig, then try again.",
    },
  },
  certificate: {
    problem: {
      zh: "集群 {cluster} 的证书未通过校验：{detail}。",
      en: "The certificate of cluster {cluster} was not accepted: {detail}.",
    },
    remedy: {
      zh: "请检查证书有效期、kubeconfig 中的 certificate-authority 和本机时间。",
      en: "Check its validity, the certificate-authority in the kubeconfig, and this machine's clock.",
    },
  },
  dead: {
    problem: { zh: "无法连接集群 {cluster}。", en: "Cluster {cluster} cannot be reached." },
    remedy: {
      zh: "请检查 API server 是否运行、VPN 和网络，以及 kubeconfig 中的地址。",
      en: "Check that its API server runs, the VPN and network, and the address in the kubeconfig.",
    },
  },
  timeout: {
    problem: { zh: "集群 {cluster} 没有及时响应。", en: "Cluster {cluster} did not answer in time." },
    remedy: {
      zh: "请稍后重试，或缩小范围（指定命名空间）；若持续发生，请检查网络。",
      en: "Try again, or ask for less (name a namespace); if it goes on, check the network.",
    },
  },
  busy: {
    problem: { zh: "服务器当前请求过多。", en: "The server has too many requests at the moment." },
    remedy: { zh: "请稍等片刻再试。", en: "Wait a moment and try again." },
  },
  unknown_context: {
    problem: { zh: "没有名为 {detail} 的集群（context）。", en: "There is no cluster (context) named {detail}." },
    remedy: { zh: "可以列出所有集群再选择。", en: "List the clusters and pick one." },
  },
  unknown_kind: {
    problem: { zh: "集群不认识资源类型 {detail}。", en: "The cluster does not know the resource type {detail}." },
    remedy: {
      zh: "请检查拼写；自定义资源需要先安装它的 CRD。",
      en: "Check the spelling; a custom resource needs its CRD installed first.",
    },
  },
  unknown_tool: {
    problem: { zh: "服务器没有工具 {detail}。", en: "The server has no tool {detail}." },
    remedy: { zh: "工具列表可能已变化，请重新连接。", en: "Its tool list may have changed: connect again." },
  },
  unknown_container: {
    problem: { zh: "{thing} 中没有容器 {detail}。", en: "{thing} has no container {detail}." },
    remedy: { zh: "可以查看该 Pod 的容器列表再选择。", en: "Look at the pod's containers and pick one." },
  },
  choose_container: {
    problem: { zh: "{thing} 有多个容器：{detail}。", en: "{thing} has several containers: {detail}." },
    remedy: { zh: "请选择其中一个。", en: "Pick one of them." },
  },
  no_previous_log: {
    problem: { zh: "{thing} 没有上一次运行的日志。", en: "{thing} has no log of a previous run." },
    remedy: { zh: "容器没有重启过，请查看当前日志。", en: "The container was not restarted: look at the current log." },
  },
  not_started: {
    problem: {
      zh: "{thing} 的容器 {detail} 没有在运行，暂时没有日志。",
      en: "Container {detail} of {thing} is not running, so it has no log yet.",
    },
    remedy: { zh: "查看它的事件通常能找到原因。", en: "Its events usually tell why." },
  },
  no_metrics: {
    problem: {
      zh: "集群 {cluster} 没有可用的指标（metrics API）。",
      en: "Cluster {cluster} offers no metrics (metrics API).",
    },
    remedy: { zh: "需要先安装 metrics-server。", en: "It needs metrics-server installed." },
  },
  missing_argument: {
    problem: { zh: "调用缺少参数 {detail}。", en: "The call lacks the parameter {detail}." },
    remedy: { zh: "请补充后重试。", en: "Name it and try again." },
  },
  invalid_argument: {
    problem: { zh: "服务器不接受这次调用的参数。", en: "The server did not accept the call's parameters." },
    remedy: { zh: "请按照服务器的提示修改。", en: "Change what the server names." },
  },
  quota: {
    problem: { zh: "超出了资源配额{place}：{detail}。", en: "A resource quota is used up{place}: {detail}." },
    remedy: { zh: "请释放资源或请管理员提高配额。", en: "Free resources, or ask an administrator to raise it." },
  },
  rejected_by_policy: {
    problem: { zh: "集群策略拒绝了这次操作：{detail}。", en: "A policy of the cluster refused this: {detail}." },
    remedy: { zh: "请按照策略修改清单。", en: "Change the manifest to what the policy asks." },
  },
  exists: {
    problem: { zh: "{detail} 已经存在{place}。", en: "{detail} exists already{place}." },
    remedy: { zh: "换一个名字，或更新现有的资源。", en: "Choose another name, or update what exists." },
  },
  conflict: {
    problem: { zh: "{thing} 在此期间被修改过。", en: "{thing} was changed in the meantime." },
    remedy: { zh: "请重新读取后再试。", en: "Read it again, then try again." },
  },
  unknown: {
    problem: { zh: "操作没有成功。", en: "This did not work." },
    remedy: { zh: "", en: "" },
  },
};
