import type { SuggestionKey } from "./suggestions.ts";

type Steps = readonly SuggestionKey[];

/** What people look at next, by what they just looked at: `view`, `verb resource`, `verb *`. First ones first. */
export const stepsAfter: { readonly [done: string]: Steps } = {
  status: ["why", "whyNode", "broken", "overview", "namespaces", "topNodes"],
  overview: ["broken", "topNodes", "nodes", "namespaces"],
  health: ["why", "whyNode", "logs", "events", "warnings", "topNodes"],
  changes: ["why", "warnings", "check", "broken", "status"],
  "list pod": ["why", "logs", "describe", "events", "check", "status"],
  "list node": ["whyNode", "podsOnNode", "topNodes", "overview", "broken"],
  "list namespace": ["pods", "check", "broken", "status"],
  "list cluster": ["status", "overview", "namespaces"],
  "list event": ["why", "logs", "describe", "whyNode", "pods", "broken"],
  "list deployment": ["why", "describe", "pods", "check", "broken"],
  "list statefulset": ["why", "describe", "pods", "pvcs", "broken"],
  "list daemonset": ["why", "describe", "pods", "nodes", "broken"],
  "list job": ["events", "logs", "describe", "pods"],
  "list service": ["endpoints", "pods", "describe", "check"],
  "list endpoint": ["pods", "services", "check"],
  "list ingress": ["services", "endpoints", "describe", "pods"],
  "list pvc": ["events", "describe", "storageClasses", "pods"],
  "list pv": ["pvcs", "storageClasses", "namespaces"],
  "list storageclass": ["pvcs", "namespaces", "status"],
  "list hpa": ["topPods", "deployments", "describe"],
  "list resourcequota": ["topPods", "pods", "deployments"],
  "list configmap": ["deployments", "pods", "check"],
  "list secret": ["deployments", "pods", "check"],
  "list *": ["describe", "describeWide", "pods", "check", "broken", "status"],
  "logs pod": ["events", "previousLogs", "logs", "describe", "check"],
  "describe pod": ["logs", "events", "why", "check"],
  "get pod": ["logs", "events", "why", "check"],
  "describe node": ["eventsOfNode", "podsOnNode", "topNodes", "nodes"],
  "get node": ["eventsOfNode", "podsOnNode", "topNodes", "nodes"],
  "describe service": ["endpoints", "pods", "services"],
  "describe *": ["why", "events", "logs", "pods", "check"],
  "get *": ["why", "events", "logs", "pods", "check"],
  "diagnose *": ["previousLogs", "logs", "describe", "events", "check", "topPods", "topNodes"],
  "top pod": ["pods", "topNodes", "autoscalers", "overview", "status"],
  "top node": ["overview", "nodes", "broken", "status"],
  "explain *": ["broken", "pods", "status", "namespaces"],
  other: ["pods", "broken", "status", "namespaces"],
};

/** What is wrong decides before what was looked at: a pod that never started has no log to read. */
export const stepsInTrouble: readonly { readonly state: RegExp; readonly steps: Steps; readonly not: Steps }[] = [
  { state: /CrashLoopBackOff|Restarted/i, steps: ["why", "previousLogs", "logs", "events"], not: [] },
  { state: /OOMKilled/i, steps: ["why", "topPods", "describe", "previousLogs"], not: [] },
  {
    state: /ImagePullBackOff|ErrImagePull|InvalidImageName/i,
    steps: ["why", "events", "describe"],
    not: ["logs", "previousLogs"],
  },
  {
    state: /CreateContainer|RunContainerError|ContainerCreating|PodInitializing/i,
    steps: ["why", "events", "describe"],
    not: ["logs", "previousLogs"],
  },
  {
    state: /Pending|Unschedulable|FailedScheduling/i,
    steps: ["why", "events", "topNodes", "quotas"],
    not: ["logs", "previousLogs"],
  },
  { state: /Evicted/i, steps: ["why", "describe", "topNodes", "nodes"], not: ["logs", "previousLogs"] },
  { state: /NotReady \d|\bready\)?$|Unhealthy/i, steps: ["why", "events", "logs", "endpoints"], not: [] },
  { state: /no endpoints/i, steps: ["endpoints", "pods", "services"], not: [] },
];

/** What helps when nothing came of it, by how it failed. */
export const stepsAfterFailure: { readonly [outcome: string]: Steps } = {
  not_found: ["listKind", "listKindAll", "namespaces", "status"],
  forbidden: ["bindings", "namespaces", "clusters", "status"],
  timeout: ["status", "clusters", "nodes"],
  unavailable: ["status", "clusters", "nodes"],
  other: ["status", "namespaces", "broken"],
};

/** What follows a change, by its verb: see that it worked, and how to take it back. */
export const stepsAfterWrite: { readonly [verb: string]: Steps } = {
  delete: ["listKind", "warnings", "check"],
  cordon: ["podsOnNode", "uncordon", "nodes"],
  drain: ["podsOnNode", "uncordon", "nodes"],
  uncordon: ["nodes", "podsOnNode", "topNodes"],
  rollback: ["rollout", "pods", "warnings"],
  other: ["rollout", "pods", "undo", "warnings", "check"],
};

/** An empty list, by what was listed: what no event tells, the thing itself may; else look wider, or at what there is. */
export const stepsAfterNothing: { readonly [resource: string]: Steps } = {
  event: ["logs", "describe", "describeWide", "pods", "broken", "status"],
  other: ["listKindAll", "namespaces", "pods", "broken", "status"],
};

/** What can be done about a thing where the server has no tool for what was wished. */
export const stepsInstead: Steps = ["describe", "logs", "events", "pods", "status", "broken"];

/** What stands in for a verb by other means. */
export const detours: { readonly [verb: string]: SuggestionKey } = { restart: "recreate" };
