/**
 * The kinds that the sandbox knows, as discovery tells them, and which writes it carries out.
 * A kind that is not here cannot be stored. A write that is not here answers 501 in plain words.
 */
export interface Kind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  /** The plural in the path; unique in the table, so it also names the shelf of the store. */
  readonly resource: string;
  readonly namespaced: boolean;
  readonly shortNames: readonly string[];
  /** Whether `kubectl get all` shows it. */
  readonly inAll: boolean;
  /** `full`: create, update, patch, delete. `delete`: only that. `none`: read only. */
  readonly writes: "full" | "delete" | "none";
  /** Whether it has the `scale` subresource. */
  readonly scales: boolean;
  /** Fields that a field selector may name, beside `metadata.name` and `metadata.namespace`. */
  readonly selectableFields: readonly string[];
}

const podFields = [
  "spec.nodeName",
  "spec.restartPolicy",
  "spec.schedulerName",
  "spec.serviceAccountName",
  "status.phase",
  "status.podIP",
];
const eventFields = [
  ...["kind", "namespace", "name", "uid", "apiVersion", "resourceVersion", "fieldPath"].map(
    (field) => `involvedObject.${field}`,
  ),
  ...["reason", "type", "reportingComponent", "source"],
];

export const kinds: readonly Kind[] = [
  row("v1 Namespace namespaces", { short: ["ns"], cluster: true, writes: "full", fields: ["status.phase"] }),
  row("v1 Node nodes", { short: ["no"], cluster: true, writes: "full", fields: ["spec.unschedulable"] }),
  row("v1 Pod pods", { short: ["po"], inAll: true, writes: "full", fields: podFields }),
  row("v1 Service services", { short: ["svc"], inAll: true, writes: "full", fields: ["spec.clusterIP", "spec.type"] }),
  row("v1 Endpoints endpoints", { short: ["ep"] }),
  row("v1 ConfigMap configmaps", { short: ["cm"], writes: "full" }),
  row("v1 Secret secrets", { writes: "full", fields: ["type"] }),
  row("v1 ServiceAccount serviceaccounts", { short: ["sa"], writes: "full" }),
  row("v1 Event events", { short: ["ev"], fields: eventFields }),
  row("v1 PersistentVolume persistentvolumes", { short: ["pv"], cluster: true }),
  row("v1 PersistentVolumeClaim persistentvolumeclaims", { short: ["pvc"], writes: "delete" }),
  row("v1 ResourceQuota resourcequotas", { short: ["quota"], writes: "full" }),
  row("v1 LimitRange limitranges", { short: ["limits"], writes: "full" }),
  row("v1 ReplicationController replicationcontrollers", { short: ["rc"], inAll: true }),
  row("apps/v1 Deployment deployments", { short: ["deploy"], inAll: true, writes: "full", scales: true }),
  row("apps/v1 ReplicaSet replicasets", { short: ["rs"], inAll: true, writes: "delete" }),
  row("apps/v1 StatefulSet statefulsets", { short: ["sts"], inAll: true, writes: "full", scales: true }),
  row("apps/v1 DaemonSet daemonsets", { short: ["ds"], inAll: true, writes: "full" }),
  row("apps/v1 ControllerRevision controllerrevisions", {}),
  row("batch/v1 Job jobs", { inAll: true, writes: "full", fields: ["status.successful"] }),
  row("batch/v1 CronJob cronjobs", { short: ["cj"], inAll: true, writes: "delete" }),
  row("autoscaling/v2 HorizontalPodAutoscaler horizontalpodautoscalers", {
    short: ["hpa"],
    inAll: true,
    writes: "delete",
  }),
  row("networking.k8s.io/v1 Ingress ingresses", { short: ["ing"], writes: "full" }),
  row("networking.k8s.io/v1 IngressClass ingressclasses", { cluster: true }),
  row("networking.k8s.io/v1 NetworkPolicy networkpolicies", { short: ["netpol"], writes: "full" }),
  row("policy/v1 PodDisruptionBudget poddisruptionbudgets", { short: ["pdb"], writes: "delete" }),
  row("storage.k8s.io/v1 StorageClass storageclasses", { short: ["sc"], cluster: true }),
  row("discovery.k8s.io/v1 EndpointSlice endpointslices", {}),
  row("coordination.k8s.io/v1 Lease leases", {}),
  row("rbac.authorization.k8s.io/v1 Role roles", { writes: "full" }),
  row("rbac.authorization.k8s.io/v1 RoleBinding rolebindings", { writes: "full" }),
  row("rbac.authorization.k8s.io/v1 ClusterRole clusterroles", { cluster: true, writes: "full" }),
  row("rbac.authorization.k8s.io/v1 ClusterRoleBinding clusterrolebindings", { cluster: true, writes: "full" }),
];

/** Kinds that are answered by computing, and stand in no store. */
export const virtualKinds: readonly Kind[] = [
  row("metrics.k8s.io/v1beta1 NodeMetrics nodes", { cluster: true }),
  row("metrics.k8s.io/v1beta1 PodMetrics pods", {}),
  row("authorization.k8s.io/v1 SelfSubjectAccessReview selfsubjectaccessreviews", { cluster: true }),
];

/** What clients ask for and the sandbox does not do, with the words of its 501. */
export const unsupportedSubresources: Readonly<Record<string, string>> = {
  exec: "running a command in a container",
  attach: "attaching to a container",
  portforward: "forwarding a port",
  proxy: "proxying to a node, pod or service",
  ephemeralcontainers: "adding a debug container",
  status: "writing a status",
  binding: "binding a pod to a node",
  token: "issuing a token",
};

/** `apps/v1`, or `v1` for the core group. */
export function groupVersion(kind: Pick<Kind, "group" | "version">): string {
  return kind.group === "" ? kind.version : `${kind.group}/${kind.version}`;
}

export function kindOf(object: { readonly apiVersion: string; readonly kind: string }): Kind | undefined {
  return kinds.find((kind) => kind.kind === object.kind && groupVersion(kind) === object.apiVersion);
}

/** The kind of that name, which the code relies on. */
export function kindNamed(name: string): Kind {
  const found = kinds.find((kind) => kind.kind === name);
  if (found === undefined) throw new RangeError(`No kind is called "${name}": add a row to kinds.ts`);
  return found;
}

export function kindOfResource(group: string, version: string, resource: string): Kind | undefined {
  return [...kinds, ...virtualKinds].find(
    (kind) => kind.resource === resource && kind.group === group && kind.version === version,
  );
}

/** `deployments.apps`, or `pods` for the core group: how messages name a resource. */
export function qualifiedResource(kind: Pick<Kind, "group" | "resource">): string {
  return kind.group === "" ? kind.resource : `${kind.resource}.${kind.group}`;
}

interface RowOptions {
  readonly short?: readonly string[];
  readonly cluster?: boolean;
  readonly inAll?: boolean;
  readonly writes?: Kind["writes"];
  readonly scales?: boolean;
  readonly fields?: readonly string[];
}

/** Reads `apps/v1 Deployment deployments`: apiVersion, kind and plural. */
function row(names: string, options: RowOptions): Kind {
  const [apiVersion = "", kind = "", resource = ""] = names.split(" ");
  const [group = "", version = ""] = apiVersion.includes("/") ? apiVersion.split("/") : ["", apiVersion];
  return {
    group,
    version,
    kind,
    resource,
    namespaced: options.cluster !== true,
    shortNames: options.short ?? [],
    inAll: options.inAll ?? false,
    writes: options.writes ?? "none",
    scales: options.scales ?? false,
    selectableFields: options.fields ?? [],
  };
}
