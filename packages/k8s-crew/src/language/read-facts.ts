import type { AskedFact, Fact } from "./condition.ts";
import { type TakenFact, takeFact } from "./facts.ts";
import { readNarrowed, type Situation } from "./read-sentence.ts";
import type { RequestFields } from "./types.ts";

/** A question for one fact of what is named, or of many things of a kind: “which node is redis-0 on”. */
export const readFact = (text: string, situation: Situation): RequestFields | undefined => {
  const taken = takeFact(text);
  if (taken === undefined) return undefined;
  // What is left of “how old is web” is a name that nothing tells to be one.
  const look = situation.language === "zh" ? "查看" : "describe";
  if (taken.fact === "logs") return readSaying(taken.rest, situation);
  if (taken.fact === "host" || taken.fact === "exposedBy") return readRelated(taken, situation);
  if (taken.fact === "secret" || taken.fact === "key") return readHolder(taken, situation);
  // In which cluster something is means whether it is there, in each of them.
  const ofClusters = taken.fact === "cluster";
  const fact = factAsked(taken.fact);
  const fields = readNarrowed(`${look} ${taken.rest}`, { ...situation, fact });
  if (fields.fact === undefined || (ofClusters && fields.name === undefined)) return undefined;
  const { resource } = fields;
  const ofService = servicesOwn.has(taken.fact) && (resource === undefined || resource === "pod");
  return { ...fields, ...(ofClusters ? { allClusters: true } : {}), ...(ofService ? { resource: "service" } : {}) };
};

/** What pods have none of, though they are what is named. */
const servicesOwn: ReadonlySet<AskedFact> = new Set<AskedFact>(["serviceIp", "outside"]);

const factAsked = (fact: Exclude<AskedFact, "logs" | "host" | "exposedBy" | "secret" | "key">): Fact =>
  fact === "cluster" ? "existence" : fact === "serviceIp" ? "ip" : fact === "outside" ? "address" : fact;

/** A password stands in a Secret and a key in a ConfigMap: what holds it is looked at, and the answer hides what is secret. */
const readHolder = ({ fact, rest }: TakenFact, situation: Situation): RequestFields | undefined => {
  const look = situation.language === "zh" ? "查看" : "describe";
  const fields = readNarrowed(`${look} ${rest}`, situation);
  const { name, resource, verb } = fields;
  if (name === undefined || (verb !== "get" && verb !== "describe")) return undefined;
  const usual = fact === "secret" ? "secret" : "configmap";
  return { ...fields, verb: "get", resource: resource === undefined || resource === "pod" ? usual : resource };
};

/** What leads to something is found by what it points at: an ingress by its backend, a service by what it selects. */
const readRelated = ({ fact, rest }: TakenFact, situation: Situation): RequestFields | undefined => {
  const look = situation.language === "zh" ? "查看" : "describe";
  const { name, namespace, cluster, clusterWord, resource } = readNarrowed(`${look} ${rest}`, situation);
  if (name === undefined) return undefined;
  const place = {
    ...(namespace === undefined ? { allNamespaces: true } : { namespace }),
    ...(cluster === undefined ? {} : { cluster }),
    ...(clusterWord === undefined ? {} : { clusterWord }),
  };
  const asked = { kind: "request", view: "call", verb: "list" } as const;
  if (fact === "host" && resource === "ingress") return { ...asked, resource, name, ...place, fact };
  const field = fact === "host" ? "backend" : "selector";
  return {
    ...asked,
    resource: fact === "host" ? "ingress" : "service",
    ...place,
    conditions: [{ field, comparison: "contains", value: name }],
    ...(fact === "host" ? { fact: "host" as const } : {}),
  };
};

/** The name of a host: what answers under it is told by the ingresses. */
const hostName = /^(?=[\w.-]*[A-Za-z])[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}$/u;

/** A host where the name of a thing could stand asks for what serves it. */
export const servingHost = (fields: RequestFields): RequestFields => {
  const { name, verb, resource, namespace, cluster, kind } = fields;
  const looks = kind === "unknown" || verb === "get" || verb === "list" || verb === "search";
  const fits = resource === undefined || resource === "ingress" || resource === "service";
  const host = [name, namespace, cluster].find((said) => said !== undefined && hostName.test(said));
  if (!looks || !fits || host === undefined) return fields;
  return {
    kind: "request",
    view: "call",
    verb: "list",
    resource: "ingress",
    ...(namespace === undefined || namespace === host ? { allNamespaces: true } : { namespace }),
    conditions: [{ field: "host", comparison: "contains", value: host }],
    fact: "backend",
  };
};

/** “What did web say before it died”: its log. */
const readSaying = (text: string, situation: Situation): RequestFields | undefined => {
  const asked = situation.language === "zh" ? `查看 ${text} 的日志` : `show the logs of ${text}`;
  const fields = readNarrowed(asked, situation);
  return fields.verb === "logs" && (fields.name !== undefined || fields.refersBack === true) ? fields : undefined;
};
