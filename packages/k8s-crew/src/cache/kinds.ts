const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/**
 * What the cache knows of a kind. What has no row is read anew every time, and a change to it touches everything of its
 * cluster.
 */
export type CachedKind = {
  /** How long a read of it may answer again. */
  readonly ttlMs: number;
  /** A list of it says how things are, not only what there is. */
  readonly health: boolean;
  /** The kinds of which a read may be another one once this kind was changed, itself left out. */
  readonly touches: readonly string[] | "everything";
};

const split = (words: string): readonly string[] => (words === "" ? [] : words.split(" "));

/** What looks different when pods come, go or change, whoever owns them. */
const places = "pod event endpoint endpointslice node pvc hpa pdb resourcequota";
const owners = "deployment replicaset statefulset daemonset job cronjob replicationcontroller";
const rights = "role rolebinding clusterrole clusterrolebinding serviceaccount";

type Rest = readonly [touches: string | "everything", health?: "health"];

const row = (key: string, ttlMs: number, [touches, health]: Rest): readonly [string, CachedKind] => [
  key,
  { ttlMs, health: health === "health", touches: touches === "everything" ? touches : split(touches) },
];

/**
 * One row each: how long, what a change to it touches, and whether it shows health. A kind that pods cannot start without
 * touches all who run pods. 0: read anew every time.
 */
const rows = [
  row("cluster", hour, ["everything"]),
  row("apiresource", hour, ["everything"]),
  row("crd", hour, ["everything"]),
  row("namespace", 5 * minute, ["everything", "health"]),
  row("node", 10 * minute, [`cluster lease ${owners} ${places}`, "health"]),
  row("storageclass", 5 * minute, ["pvc pv pod event"]),
  row("pv", 5 * minute, [`${owners} ${places}`, "health"]),
  row("pvc", 5 * minute, [`pv ${owners} ${places}`, "health"]),
  row("role", 5 * minute, [rights]),
  row("rolebinding", 5 * minute, [rights]),
  row("clusterrole", 5 * minute, [rights]),
  row("clusterrolebinding", 5 * minute, [rights]),
  row("serviceaccount", 5 * minute, [`secret ${rights} ${owners} ${places}`]),
  row("deployment", 30 * second, [`replicaset service pv ${places}`, "health"]),
  row("statefulset", 30 * second, [`controllerrevision pv ${places}`, "health"]),
  row("daemonset", 30 * second, [`controllerrevision pv ${places}`, "health"]),
  row("replicaset", 30 * second, [`deployment pv ${places}`, "health"]),
  row("replicationcontroller", 30 * second, [`pv ${places}`, "health"]),
  row("job", 30 * second, [`cronjob pv ${places}`, "health"]),
  row("cronjob", 30 * second, [`job pv ${places}`, "health"]),
  row("service", 30 * second, ["endpoint endpointslice ingress event"]),
  row("ingress", 30 * second, ["ingressclass event"]),
  row("configmap", 30 * second, [`${owners} ${places}`]),
  row("pod", 15 * second, [`pv service ${owners} ${places}`, "health"]),
  row("endpoint", 15 * second, ["endpointslice service ingress event", "health"]),
  row("endpointslice", 15 * second, ["endpoint service ingress event", "health"]),
  row("event", 5 * second, ["", "health"]),
  row("secret", 0, [`serviceaccount certificate ingress ${owners} ${places}`]),
  row("hpa", 0, [`${owners} ${places}`, "health"]),
  row("pdb", 0, ["event", "health"]),
  row("resourcequota", 0, [`${owners} ${places}`]),
  row("limitrange", 0, [`${owners} ${places}`]),
  row("priorityclass", 0, [`${owners} ${places}`]),
  row("networkpolicy", 0, ["event"]),
  row("ingressclass", 0, ["ingress event"]),
  row("certificate", 0, ["secret ingress event", "health"]),
  row("lease", 0, ["event"]),
  row("controllerrevision", 0, ["statefulset daemonset event"]),
];

export const cachedKinds: ReadonlyMap<string, CachedKind> = new Map(rows);

/** A plain list of it is already a statement about how things are. What has no row may be one. */
export const showsHealth = (resource: string): boolean => cachedKinds.get(resource)?.health ?? true;
