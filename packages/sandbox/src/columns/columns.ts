import type { Kind } from "../kinds.ts";
import { ageColumn, type Column, createdAtColumn, nameColumn } from "./column.ts";
import {
  endpointSliceColumns,
  endpointsColumns,
  ingressClassColumns,
  ingressColumns,
  networkPolicyColumns,
  serviceColumns,
} from "./network.ts";
import {
  bindingColumns,
  budgetColumns,
  claimColumns,
  configMapColumns,
  eventColumns,
  leaseColumns,
  namespaceColumns,
  nodeColumns,
  quotaColumns,
  secretColumns,
  serviceAccountColumns,
  storageClassColumns,
  volumeColumns,
} from "./others.ts";
import { podColumns } from "./pods.ts";
import {
  autoscalerColumns,
  cronJobColumns,
  daemonSetColumns,
  deploymentColumns,
  jobColumns,
  replicaSetColumns,
  statefulSetColumns,
} from "./workloads.ts";

/** The printer columns by plural. Source: kubernetes pkg/printers/internalversion/printers.go, v1.32. */
const columns: Readonly<Record<string, readonly Column[]>> = {
  namespaces: namespaceColumns,
  nodes: nodeColumns,
  pods: podColumns,
  services: serviceColumns,
  endpoints: endpointsColumns,
  endpointslices: endpointSliceColumns,
  configmaps: configMapColumns,
  secrets: secretColumns,
  serviceaccounts: serviceAccountColumns,
  events: eventColumns,
  persistentvolumes: volumeColumns,
  persistentvolumeclaims: claimColumns,
  resourcequotas: quotaColumns,
  limitranges: [nameColumn, createdAtColumn],
  deployments: deploymentColumns,
  replicasets: replicaSetColumns,
  statefulsets: statefulSetColumns,
  daemonsets: daemonSetColumns,
  jobs: jobColumns,
  cronjobs: cronJobColumns,
  horizontalpodautoscalers: autoscalerColumns,
  ingresses: ingressColumns,
  ingressclasses: ingressClassColumns,
  networkpolicies: networkPolicyColumns,
  poddisruptionbudgets: budgetColumns,
  storageclasses: storageClassColumns,
  leases: leaseColumns,
  roles: [nameColumn, createdAtColumn],
  clusterroles: [nameColumn, createdAtColumn],
  rolebindings: bindingColumns,
  clusterrolebindings: bindingColumns,
};

export function columnsOf(kind: Kind): readonly Column[] {
  return columns[kind.resource] ?? [nameColumn, ageColumn];
}
