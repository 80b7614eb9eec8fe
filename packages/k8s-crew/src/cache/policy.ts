import type { CachePolicy, ToolCall } from "@k8s-copilot/crew";
import { parameterOf } from "../catalog/arguments.ts";
import type { Catalog } from "../catalog/types.ts";
import { resourceOf } from "../plan/admit.ts";

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** How long a read of each kind may answer again. What is not listed is read anew every time. */
const ttlByResource: { readonly [resource: string]: number } = {
  cluster: hour,
  apiresource: hour,
  crd: hour,
  node: 10 * minute,
  namespace: 5 * minute,
  storageclass: 5 * minute,
  pv: 5 * minute,
  pvc: 5 * minute,
  role: 5 * minute,
  rolebinding: 5 * minute,
  clusterrole: 5 * minute,
  clusterrolebinding: 5 * minute,
  serviceaccount: 5 * minute,
  deployment: 30 * second,
  statefulset: 30 * second,
  daemonset: 30 * second,
  replicaset: 30 * second,
  job: 30 * second,
  cronjob: 30 * second,
  service: 30 * second,
  ingress: 30 * second,
  configmap: 30 * second,
  pod: 15 * second,
  endpoint: 15 * second,
  event: 5 * second,
};

/** Metrics, whatever they are of. */
const metricsTtlMs = 5 * second;

const cachedVerbs: readonly string[] = ["list", "get", "describe", "top"];

/** Health and status use nothing older, whatever the kind's own time. */
export const verdictMaxAgeMs = 15 * second;

/**
 * Only what the catalog knows to be a read is cached; logs and secrets never. A write drops everything of its cluster:
 * coarse, and never wrong.
 */
export const policyFrom =
  (catalog: Catalog) =>
  (call: ToolCall): CachePolicy | undefined => {
    const entry = catalog.get(call.tool);
    if (!entry) return undefined;
    const parameter = parameterOf(entry, "cluster");
    const cluster = parameter ? String(call.args[parameter.name] ?? "") : "";
    const place = `${entry.server}/${cluster}`;
    if (catalog.effectOf(call.tool, call.args) !== "read")
      return { ttlMs: 0, tags: [], drops: cluster === "" ? [entry.server] : [place, `${entry.server}/`] };
    const resource = resourceOf(entry, call.args);
    const ttlMs = entry.verb === "top" ? metricsTtlMs : (ttlByResource[resource] ?? 0);
    if (ttlMs === 0 || !cachedVerbs.includes(entry.verb)) return undefined;
    return { ttlMs, tags: ["*", entry.server, place], drops: [] };
  };
