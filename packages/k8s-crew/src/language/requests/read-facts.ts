import type { AskedFact, Fact } from "../condition.ts";
import { factsOfNamespaces } from "../lexicon/facts.ts";
import type { RequestFields } from "../types.ts";
import { factsIn, type TakenFact } from "./facts.ts";
import { readNarrowed, type Situation } from "./read-sentence.ts";
import { readRoute } from "./routes.ts";
import { yesNoIn } from "./yes-no.ts";

/** A question for one fact of what is named, or of many things of a kind: “which node is redis-0 on”. */
export const readFact = (text: string, situation: Situation): RequestFields | undefined => {
  const route = readRoute(text, situation);
  if (route !== undefined) return route;
  for (const taken of factsIn(text)) {
    const fields = withYesNo(ofWhatRuns(factOf(taken, situation), text), taken, text);
    if (fields === undefined && taken.byNoun) continue;
    const fits = fitting[taken.fact];
    if (fits === undefined) return fields;
    const fitted = fields && fits(fields);
    if (fitted !== undefined) return fitted;
  }
  return undefined;
};

/** “Is it still active” is answered yes where it is not suspended. */
const withYesNo = (fields: RequestFields | undefined, { fact }: TakenFact, text: string): RequestFields | undefined => {
  const asks = fields?.fact === undefined ? undefined : yesNoIn(text);
  if (asks === undefined) return fields;
  return { ...fields, yesNo: fact === "active" ? { asks, denied: true } : { asks } };
};

/** “Is shop up and running” is asked of what runs there: the namespace itself is Active as long as it is not deleted. */
const ofWhatRuns = (fields: RequestFields | undefined, text: string): RequestFields | undefined => {
  if (fields?.fact !== "state" || fields.resource !== "namespace" || fields.name === undefined || !runs.test(text))
    return fields;
  const { name: namespace, cluster } = fields;
  return { kind: "request", view: "health", namespace, ...(cluster === undefined ? {} : { cluster }) };
};

const runs = /\b(?:up|running|alive|working|healthy)\b|在跑|跑着|活着/iu;

const factOf = (taken: TakenFact, situation: Situation): RequestFields | undefined => {
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
  // “The service accounts of dev” are things that stand there.
  const ofNamespace = fields.namespace !== undefined && factsOfNamespaces.has(taken.fact);
  if (taken.byNoun && fields.name === undefined && fields.refersBack !== true && !ofNamespace) return undefined;
  const { resource } = fields;
  const ofService = servicesOwn.has(taken.fact) && (resource === undefined || resource === "pod");
  return { ...fields, ...(ofClusters ? { allClusters: true } : {}), ...(ofService ? { resource: "service" } : {}) };
};

/** Words that ask for other things as well: the fact is meant only of what has it. */
const fitting: Readonly<Partial<Record<AskedFact, (fields: RequestFields) => RequestFields | undefined>>> = {
  backend: (fields) => (fields.resource === "ingress" ? fields : undefined),
  traffic: (fields) => (fields.resource === "networkpolicy" ? fields : undefined),
  endpoints: (fields) =>
    fields.name !== undefined && hasEndpoints.includes(fields.resource)
      ? { ...fields, resource: "endpoint" }
      : undefined,
};

/** What endpoints are asked of: they have the name of their service. */
const hasEndpoints: readonly (string | undefined)[] = [undefined, "pod", "service", "endpoint"];

/** What pods have none of, though they are what is named. */
const servicesOwn: ReadonlySet<AskedFact> = new Set<AskedFact>(["serviceIp", "outside", "nodePort", "dns"]);

const factAsked = (fact: Exclude<AskedFact, "logs" | "host" | "exposedBy" | "secret" | "key">): Fact =>
  fact === "cluster"
    ? "existence"
    : fact === "active"
      ? "suspended"
      : fact === "serviceIp"
        ? "ip"
        : fact === "outside"
          ? "address"
          : fact;

/** A password stands in a Secret and a key in a ConfigMap: what holds it is looked at, and the answer hides what is secret. */
const readHolder = ({ fact, rest }: TakenFact, situation: Situation): RequestFields | undefined => {
  const look = situation.language === "zh" ? "查看" : "describe";
  const fields = readNarrowed(`${look} ${rest}`, situation);
  const { name, resource, verb } = fields;
  if (name === undefined || (verb !== "get" && verb !== "describe")) return undefined;
  if (fact === "secret" && (resource === undefined || resource === "pod" || resource === "secret")) {
    const kind = resource === "secret" ? { resource } : {};
    return { ...withoutKind(fields), ...kind, verb: "list", fact: "data" };
  }
  const usual = "configmap";
  return { ...fields, verb: "get", resource: resource === undefined || resource === "pod" ? usual : resource };
};

const withoutKind = ({ resource: _, ...fields }: RequestFields): RequestFields => fields;

/** What leads to something is found by what it points at: an ingress by its backend, a service by what it selects. */
const readRelated = ({ fact, rest }: TakenFact, situation: Situation): RequestFields | undefined => {
  const look = situation.language === "zh" ? "查看" : "describe";
  const { name, namespace, cluster, clusterWord, resource } = readNarrowed(`${look} ${rest}`, situation);
  // What answers under a host is asked the other way round.
  if (name === undefined || hostName.test(name)) return undefined;
  const place = {
    ...(namespace === undefined ? {} : { namespace }),
    ...(cluster === undefined ? {} : { cluster }),
    ...(clusterWord === undefined ? {} : { clusterWord }),
  };
  const asked = { kind: "request", view: "call", verb: "list" } as const;
  if (fact === "exposedBy") return { ...asked, resource: "service", name, ...place, beside: "services" };
  if (resource === "ingress") return { ...asked, resource, name, ...place, fact: "host" };
  return {
    ...asked,
    resource: "ingress",
    ...place,
    conditions: [{ field: "backend", comparison: "contains", value: name }],
    fact: "host",
  };
};

/** The name of a host: what answers under it is told by the ingresses. */
const hostName = /^(?=[\w.-]*[A-Za-z])[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}$/u;

/** What a browser shows, or who uses it says, when what serves a host is in trouble. */
const outage =
  /(?<![\d.:/])(?:40[0348]|429|50[0-4])(?![\d.:])|\b(?:down|broken|unreachable|times? out|timing out|not (?:working|loading|reachable|responding)|doesn't (?:work|load)|won't load|bad gateway|service unavailable)\b|打不开|访问不了|访问不到|无法访问|不能访问|进不去|上不去|挂了|超时|报错|不通/iu;

/** A host where the name of a thing could stand asks for what serves it, or for what is wrong with that. */
export const servingHost = (fields: RequestFields, text: string): RequestFields => {
  const { name, verb, resource, namespace, cluster, kind, view } = fields;
  const host = [name, namespace, cluster].find((said) => said !== undefined && hostName.test(said));
  const fits = resource === undefined || resource === "ingress" || resource === "service";
  if (!fits || host === undefined) return fields;
  const place = namespace === undefined || namespace === host ? {} : { namespace };
  if (verb === "diagnose" || view === "health" || outage.test(text))
    return { kind: "request", view: "call", verb: "diagnose", resource: "ingress", name: host, ...place };
  const looks = kind === "unknown" || verb === "get" || verb === "list" || verb === "search";
  if (!looks) return fields;
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
