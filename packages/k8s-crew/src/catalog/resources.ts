/**
 * The kinds of thing that people and tools speak about. One row each; add a row to teach a new one.
 * `key` is the word used everywhere in this package, `words` are what tools and English speakers write (singular,
 * lower case; plurals are derived), `zh` what Chinese speakers write. kind and apiVersion: kubernetes.io API reference.
 */
export type Resource = {
  readonly key: string;
  readonly kind: string;
  readonly apiVersion: string;
  readonly namespaced: boolean;
  readonly words: readonly string[];
  readonly zh: readonly string[];
};

const row = (
  key: string,
  [kind, apiVersion, scope]: readonly [kind: string, apiVersion: string, scope: "namespaced" | "cluster"],
  [words, zh]: readonly [words: readonly string[], zh: readonly string[]],
): Resource => ({ key, kind, apiVersion, namespaced: scope === "namespaced", words, zh });

export const resources: readonly Resource[] = [
  row(
    "pod",
    ["Pod", "v1", "namespaced"],
    [
      ["pod", "po"],
      ["容器组", "pod"],
    ],
  ),
  row(
    "node",
    ["Node", "v1", "cluster"],
    [
      ["node", "no", "worker"],
      ["节点", "机器", "主机", "服务器"],
    ],
  ),
  row(
    "namespace",
    ["Namespace", "v1", "cluster"],
    [
      ["namespace", "ns", "project"],
      ["命名空间", "名字空间", "名称空间"],
    ],
  ),
  row("service", ["Service", "v1", "namespaced"], [["service", "svc"], ["服务"]]),
  row("endpoint", ["Endpoints", "v1", "namespaced"], [["endpoint", "ep", "endpoints"], ["端点"]]),
  row("endpointslice", ["EndpointSlice", "discovery.k8s.io/v1", "namespaced"], [["endpointslice"], ["端点切片"]]),
  row(
    "configmap",
    ["ConfigMap", "v1", "namespaced"],
    [
      ["configmap", "cm", "config map"],
      ["配置字典", "配置映射", "配置项", "配置"],
    ],
  ),
  row("secret", ["Secret", "v1", "namespaced"], [["secret"], ["密钥", "机密", "密文"]]),
  row(
    "serviceaccount",
    ["ServiceAccount", "v1", "namespaced"],
    [
      ["serviceaccount", "sa", "service account"],
      ["服务账号", "服务账户"],
    ],
  ),
  row("event", ["Event", "v1", "namespaced"], [["event", "ev"], ["事件"]]),
  row(
    "pv",
    ["PersistentVolume", "v1", "cluster"],
    [
      ["persistentvolume", "pv", "persistent volume"],
      ["持久卷", "存储卷"],
    ],
  ),
  row(
    "pvc",
    ["PersistentVolumeClaim", "v1", "namespaced"],
    [
      ["persistentvolumeclaim", "pvc", "persistent volume claim", "volume claim", "storage claim", "volume"],
      ["持久卷声明", "存储声明"],
    ],
  ),
  row(
    "resourcequota",
    ["ResourceQuota", "v1", "namespaced"],
    [
      ["resourcequota", "quota", "resource quota"],
      ["资源配额", "配额"],
    ],
  ),
  row("limitrange", ["LimitRange", "v1", "namespaced"], [["limitrange", "limit range"], ["资源限制范围"]]),
  row(
    "deployment",
    ["Deployment", "apps/v1", "namespaced"],
    [
      ["deployment", "deploy"],
      ["部署", "无状态负载"],
    ],
  ),
  row("replicaset", ["ReplicaSet", "apps/v1", "namespaced"], [["replicaset", "rs", "replica set"], ["副本集"]]),
  row(
    "statefulset",
    ["StatefulSet", "apps/v1", "namespaced"],
    [
      ["statefulset", "sts", "stateful set"],
      ["有状态副本集", "有状态负载", "有状态应用", "有状态集"],
    ],
  ),
  row(
    "daemonset",
    ["DaemonSet", "apps/v1", "namespaced"],
    [
      ["daemonset", "ds", "daemon set"],
      ["守护进程集", "守护进程"],
    ],
  ),
  row("controllerrevision", ["ControllerRevision", "apps/v1", "namespaced"], [["controllerrevision"], ["控制器版本"]]),
  row("job", ["Job", "batch/v1", "namespaced"], [["job"], ["任务", "作业"]]),
  row(
    "cronjob",
    ["CronJob", "batch/v1", "namespaced"],
    [
      ["cronjob", "cj", "cron job"],
      ["定时任务", "定时作业", "计划任务"],
    ],
  ),
  row(
    "hpa",
    ["HorizontalPodAutoscaler", "autoscaling/v2", "namespaced"],
    [
      ["hpa", "horizontalpodautoscaler", "autoscaler", "horizontal pod autoscaler"],
      ["弹性伸缩", "自动扩缩容", "自动伸缩", "自动扩容", "自动缩容", "弹性扩容", "水平伸缩"],
    ],
  ),
  row(
    "ingress",
    ["Ingress", "networking.k8s.io/v1", "namespaced"],
    [
      ["ingress", "ing"],
      ["入口", "路由", "域名"],
    ],
  ),
  row(
    "ingressclass",
    ["IngressClass", "networking.k8s.io/v1", "cluster"],
    [["ingressclass", "ingress class"], ["入口类"]],
  ),
  row(
    "networkpolicy",
    ["NetworkPolicy", "networking.k8s.io/v1", "namespaced"],
    [
      ["networkpolicy", "netpol", "network policy"],
      ["网络策略", "网络限制", "网络隔离"],
    ],
  ),
  row(
    "storageclass",
    ["StorageClass", "storage.k8s.io/v1", "cluster"],
    [["storageclass", "sc", "storage class"], ["存储类"]],
  ),
  row(
    "pdb",
    ["PodDisruptionBudget", "policy/v1", "namespaced"],
    [["pdb", "poddisruptionbudget", "pod disruption budget"], ["中断预算"]],
  ),
  row("role", ["Role", "rbac.authorization.k8s.io/v1", "namespaced"], [["role"], ["角色"]]),
  row(
    "rolebinding",
    ["RoleBinding", "rbac.authorization.k8s.io/v1", "namespaced"],
    [["rolebinding", "role binding"], ["角色绑定"]],
  ),
  row(
    "clusterrole",
    ["ClusterRole", "rbac.authorization.k8s.io/v1", "cluster"],
    [["clusterrole", "cluster role"], ["集群角色"]],
  ),
  row(
    "clusterrolebinding",
    ["ClusterRoleBinding", "rbac.authorization.k8s.io/v1", "cluster"],
    [["clusterrolebinding", "cluster role binding"], ["集群角色绑定"]],
  ),
  row(
    "crd",
    ["CustomResourceDefinition", "apiextensions.k8s.io/v1", "cluster"],
    [["crd", "customresourcedefinition", "custom resource definition"], ["自定义资源"]],
  ),
  row(
    "priorityclass",
    ["PriorityClass", "scheduling.k8s.io/v1", "cluster"],
    [["priorityclass", "priority class"], ["优先级类"]],
  ),
  // Its plain name is said of what a Secret holds: this is the object of cert-manager.
  row(
    "certificate",
    ["Certificate", "cert-manager.io/v1", "namespaced"],
    [["certificates.cert-manager.io", "cert-manager certificate"], ["cert-manager 证书"]],
  ),
  row("lease", ["Lease", "coordination.k8s.io/v1", "namespaced"], [["lease"], ["租约"]]),
  row("replicationcontroller", ["ReplicationController", "v1", "namespaced"], [["replicationcontroller", "rc"], []]),
  // Things that are not API objects but that tools list.
  row(
    "cluster",
    ["", "", "cluster"],
    [
      ["cluster", "context", "kubecontext"],
      ["集群", "上下文"],
    ],
  ),
  row(
    "apiresource",
    ["", "", "cluster"],
    [
      ["apiresource", "api resource", "api-resource"],
      ["资源类型", "api资源"],
    ],
  ),
  row("helmrelease", ["", "", "namespaced"], [["helmrelease", "helm release", "release", "helm"], ["helm发布"]]),
  row("helmchart", ["", "", "cluster"], [["helmchart", "chart"], ["chart包"]]),
];

export const resourceByKey: ReadonlyMap<string, Resource> = new Map(
  resources.map((resource) => [resource.key, resource]),
);
