import type { Verb } from "../../catalog/types.ts";
import type { Fact, Field, State } from "../condition.ts";
import { kindOfState } from "../lexicon/conditions.ts";
import { factsOfMany, factsOfNamespaces, kindOfFact } from "../lexicon/facts.ts";
import type { Intent } from "../lexicon/intents.ts";
import { keysIn, qualityOf, statesIn } from "../sentence/spoken-of.ts";
import { isGrammar, type Piece } from "../text/phrases.ts";
import type { Quality } from "../types.ts";
import { type Asked, call, type Facts, type Sentence } from "./intent-facts.ts";
import { diagnosis, viewed } from "./intent-views.ts";

/** Logs are asked of these; of anything else they are asked of its pods. */
const withLogs: ReadonlySet<string> = new Set([
  "pod",
  "deployment",
  "statefulset",
  "daemonset",
  "replicaset",
  "job",
  "cronjob",
]);

/** Decides what is asked, strongest sign first. Undefined when nothing is. */
export const decide = (sentence: Sentence): Asked | undefined => {
  const facts = factsOf(sentence);
  return (
    factual(facts) ??
    explained(facts) ??
    written(facts) ??
    asked(facts) ??
    narrowed(facts) ??
    viewed(facts) ??
    listed(facts)
  );
};

const factsOf = (sentence: Sentence): Facts => {
  const intents = new Set<Intent>();
  let write: Verb | undefined;
  for (const { meaning } of sentence.pieces) {
    if (meaning.is !== "intent") continue;
    intents.add(meaning.intent);
    if (meaning.write && write === undefined) write = meaning.intent;
  }
  if (write === undefined && startsWithDeploy(sentence.pieces)) write = "create";
  const states = statesIn(sentence.pieces);
  const quality = sentence.order ?? qualityOf(sentence.pieces, sentence.first);
  return { ...sentence, intents, write, quality, states, ...resourceIn(sentence) };
};

/** One fact of what is named or pointed at, or of all things of a kind. Nothing else may be asked beside it. */
const factual = ({ fact, intents, write, name, namespace, points, resource, of }: Facts): Asked | undefined => {
  const other = write !== undefined || intents.has("diagnose") || intents.has("logs") || resource === "event";
  if (fact === undefined || other) return undefined;
  const ofPlace = namespace && resource === undefined && factsOfPlaces.has(fact);
  // “What images run in dev”: those of what runs there.
  const isBarePlace = resource === undefined || (resource === "namespace" && factsOfNamespaces.has(fact));
  const within = namespace && isBarePlace && !ofPlace && factsOfMany.has(fact);
  const many = factsOfMany.has(fact) && resource !== undefined && !places.has(resource);
  const one = (name.name !== undefined || points) && !(resource !== undefined && places.has(resource));
  if (within && !one) return { ...call("list", { resource: kindOfFact[fact] ?? "pod" }), fact };
  return one || ofPlace || many ? { ...call("list", { resource: of ?? resource }), fact } : undefined;
};

const places: ReadonlySet<string> = new Set(["cluster", "namespace"]);
const factsOfPlaces: ReadonlySet<Fact> = new Set<Fact>(["age", "existence", "state"]);

/** What has to meet conditions is a list, of whatever kind can. */
const narrowed = ({ name, fields, states, resource, of, order, quality }: Facts): Asked | undefined => {
  if (name.name !== undefined || (fields.length === 0 && states.length === 0)) return undefined;
  const used = fields.some((field) => field === "cpu" || field === "memory");
  // Only a volume is released, whatever people call it.
  const kind = states.includes("released") ? "pv" : (resource ?? kindOf(fields, states));
  // “Running nginx” says what they run, not how they are.
  const runs = fields.includes("image") && quality === "running";
  const ordered = states.length === 0 && !runs ? quality : order;
  if (used) return call("top", { resource: kind, quality: ordered });
  // “Services without endpoints” are told by the endpoints, which have the services' names.
  return call("list", {
    resource: kind === "service" && fields.includes("endpoints") ? "endpoint" : kind,
    of,
    quality: ordered,
  });
};

const kindOf = (fields: readonly Field[], states: readonly State[]): string => {
  const [state] = states.flatMap((each) => kindOfState[each] ?? []);
  if (state !== undefined) return state;
  if (fields.includes("endpoints")) return "endpoint";
  if (fields.includes("replicas")) return "deployment";
  return fields.includes("pressure") || fields.includes("taints") ? "node" : "pod";
};

/** "deploy nginx" asks for it; "deploy" anywhere else is short for deployment. */
const startsWithDeploy = ([first, second]: readonly Piece[]): boolean =>
  first?.text.toLowerCase() === "deploy" && second?.meaning.is === "word";

/** Why, how to, what is: to be told something, whatever else is named. */
const explained = (facts: Facts): Asked | undefined => {
  if (facts.intents.has("changes")) return { view: "changes" };
  const { intents, name, quality, resource, write } = facts;
  if (intents.has("howto") && write !== undefined) return call("explain", { resource });
  if (intents.has("diagnose")) return diagnosis(facts);
  if (write !== undefined) return undefined;
  if (intents.has("explain"))
    return name.name === undefined ? call("explain", { resource }) : call("get", { resource });
  const bare = intents.size === 1 && name.name === undefined && quality === undefined && !facts.namespace;
  return intents.has("whatis") && bare && resource !== undefined ? call("explain", { resource }) : undefined;
};

const written = ({ write, replicas, image, resource, of, quality, name }: Facts): Asked | undefined => {
  if (write === undefined) return undefined;
  const changes = write === "update" || write === "upgrade" || write === "set";
  if (changes && image) return call("set", { resource });
  if (changes && replicas) return call("scale", { resource });
  const node = write === "drain" || write === "cordon" || write === "uncordon" ? "node" : undefined;
  // “The failed backup job” is told from others of that name by how it is.
  const how = name.name === undefined || write === "delete" ? quality : undefined;
  return call(write, { resource: resource ?? node, of, quality: how });
};

const asked = (facts: Facts): Asked | undefined => {
  const { intents, name, quality, resource, of } = facts;
  if (intents.has("search") && name.name !== undefined) return call("search", {});
  // “Customers can't log in” asks for no log.
  if (intents.has("complaint") && name.name === undefined) return undefined;
  if (asksForLogs(facts)) {
    const source = [of, resource].find((key) => withLogs.has(key ?? ""));
    return call("logs", { resource: source ?? "pod", quality: quality === "errors" ? quality : undefined });
  }
  if (resource === "event" || quality === "warnings") return call("list", { resource: "event", of, quality });
  // “Any errors in dev in the last 10 minutes”: what happened there in that time; how it is now tells nothing of when.
  if (quality === "errors" && facts.span && resource === undefined && name.name === undefined)
    return call("list", { resource: "event", quality: "warnings" });
  return intents.has("describe") ? call("describe", { resource, of }) : measured(facts);
};

/** "报错" that is looked at or in a time span, and lines of something, are of its log. */
const asksForLogs = ({ intents, name, quality, lines, span }: Facts): boolean =>
  intents.has("logs") ||
  (name.name !== undefined && (lines || (quality === "errors" && (span || intents.has("look")))));

const measured = (facts: Facts): Asked | undefined => {
  const { intents, name, quality } = facts;
  const resource = facts.resource === "cluster" ? undefined : facts.resource;
  // How much of a quota is used, the quota itself tells.
  if (resource !== undefined && toldBy[resource] !== undefined) return undefined;
  if (quality === "most_restarts" || quality === "newest" || quality === "oldest") return undefined;
  if (intents.has("top") || quality === "most_cpu" || quality === "most_memory" || hasMeasure(facts)) {
    return call("top", { resource: resource ?? (facts.resource === undefined ? "pod" : "node"), quality });
  }
  if (!intents.has("usage")) return undefined;
  const whole = resource === undefined && name.name === undefined;
  return whole ? { view: "overview" } : call("top", { resource: resource ?? "pod" });
};

const listed = ({ pieces, intents, name, namespace, quality, resource, of }: Facts): Asked | undefined => {
  const named = name.name !== undefined;
  const onlyPlace = resource === "cluster" || resource === "namespace";
  if (onlyPlace && intents.size === 0 && pieces.some((piece) => isGrammar(piece, "about"))) return undefined;
  if (resource !== undefined) {
    if (named && name.beside && of === undefined) return call("get", { resource });
    const list = call("list", { resource, of, quality });
    // A quota is asked for how much of it is left, a policy for what it lets through.
    const tells = toldBy[resource];
    return tells === undefined ? list : { ...list, fact: tells };
  }
  if (named && quality === "most_restarts") return call("diagnose", {});
  // “Is redis running” asks for the state of one, “the newest redis” for one of several.
  if (named && ofState.some((state) => state === quality)) return call("get", {});
  if (quality !== undefined && quality !== "errors")
    return named ? undefined : call("list", { resource: "pod", quality });
  const looks = intents.has("look") || intents.has("list") || intents.has("whatis");
  if (named && looks) return call("get", {});
  return namespace && looks ? { view: "overview" } : undefined;
};

const ofState: readonly Quality[] = ["running", "pending", "not_ready", "ready"];

const toldBy: Readonly<Record<string, Fact>> = {
  resourcequota: "quota",
  networkpolicy: "traffic",
  limitrange: "limitDefaults",
};

/**
 * The head of "A 的 B" and of "B of A"; events before all others, a cluster or namespace after all others. `of` is what
 * the name names, where that is something else: the pods of deployment web.
 */
const resourceIn = ({ pieces, language, name }: Sentence): Pick<Facts, "resource" | "of"> => {
  const all = keysIn(pieces);
  const specific = all.filter((key) => key !== "cluster" && key !== "namespace");
  if (specific.includes("event")) {
    return { resource: "event", of: name.resource ?? specific.find((key) => key !== "event") };
  }
  const lastOf = language === "zh" ? pieces.findLastIndex((piece) => isGrammar(piece, "of")) : -1;
  const head = lastOf < 0 ? undefined : keysIn(pieces.slice(lastOf)).find((key) => specific.includes(key));
  const first = language === "zh" ? (name.resource ?? specific[0]) : (specific[0] ?? name.resource);
  const resource = head ?? first ?? all[0];
  return { resource, of: name.resource === resource ? undefined : name.resource };
};

const hasMeasure = ({ pieces }: Facts): boolean =>
  pieces.some(({ meaning }) => meaning.is === "measure" && meaning.measure !== "restarts");
