import { resourceByKey } from "../catalog/resources.ts";
import type { Language } from "../output/output.ts";

/** What things are called. Kinds that are not here go by their Kubernetes name, in both languages. */
const nouns: Readonly<Record<string, { readonly zh: string; readonly en: string; readonly plural: string }>> = {
  pod: { zh: "Pod", en: "pod", plural: "pods" },
  container: { zh: "容器", en: "container", plural: "containers" },
  node: { zh: "节点", en: "node", plural: "nodes" },
  namespace: { zh: "命名空间", en: "namespace", plural: "namespaces" },
  cluster: { zh: "集群", en: "cluster", plural: "clusters" },
  event: { zh: "事件", en: "event", plural: "events" },
  pvc: { zh: "PVC", en: "PVC", plural: "PVCs" },
  pv: { zh: "PV", en: "PV", plural: "PVs" },
  hpa: { zh: "HPA", en: "HPA", plural: "HPAs" },
  ingress: { zh: "Ingress", en: "Ingress", plural: "Ingresses" },
  networkpolicy: { zh: "NetworkPolicy", en: "NetworkPolicy", plural: "NetworkPolicies" },
  reading: { zh: "对这句话的理解", en: "reading of your message", plural: "readings of your message" },
  since: { zh: "时间范围", en: "time window", plural: "time windows" },
  endpoint: { zh: "Endpoints", en: "Endpoints", plural: "Endpoints" },
  apiresource: { zh: "资源类型", en: "resource type", plural: "resource types" },
  helmrelease: { zh: "Helm Release", en: "Helm release", plural: "Helm releases" },
};

/** `Pod`, `pods`: the noun for so many things of a resource (key of the resource table). */
export const nounOf = (resource: string, count: number, language: Language): string => {
  const noun = nouns[resource];
  const kind = resourceByKey.get(resource)?.kind || "";
  if (language === "zh") return noun?.zh ?? (kind === "" ? "资源" : kind);
  const singular = noun?.en ?? (kind === "" ? "resource" : kind);
  return count === 1 ? singular : (noun?.plural ?? `${singular}${singular.endsWith("s") ? "es" : "s"}`);
};

/** `pod web-1`, or the kind alone. */
export const namedThing = (language: Language, resource: string, name: string | undefined): string =>
  name === undefined ? nounOf(resource, 1, language) : `${nounOf(resource, 1, language)} ${name}`;
