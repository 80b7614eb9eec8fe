import { resourceByKey } from "../../catalog/resources.ts";
import type { Verb } from "../../catalog/types.ts";
import {
  asksFactOnly,
  followUpIn,
  goesOn,
  kindsIn,
  pointsAtMany,
  type Request,
  troubleQuestionIn,
  unknownWords,
  widerIn,
} from "../../language/index.ts";
import type { Language } from "../../output/output.ts";
import { nounOf } from "../../words/nouns.ts";
import type { LastRequest, PlannerInput } from "../types.ts";

type Before = { readonly turn: PlannerInput; readonly last: LastRequest; readonly read: (text: string) => Request };

/** Puts back what a request leaves out because it was said before: the thing, the kind of things, or the place. */
export const withLeftOut = (request: Request, turn: PlannerInput, read: Before["read"]): Request => {
  const { last } = turn;
  // “那个……” points at nothing where nothing was spoken of.
  if (last === undefined && saysNothing(request)) return { ...request, kind: "unknown" };
  const trouble = last && ofTrouble(request, turn, last);
  if (trouble !== undefined) return trouble;
  if (last !== undefined && pointsAtNoOne(request, turn, last)) return troublesThere(request, last);
  const there = last && inSurveyed(request, turn, last);
  if (there !== undefined) return there;
  if (last === undefined || last.view !== "call" || !["request", "unknown"].includes(request.kind)) return request;
  const before = { turn, last, read };
  const wider = widened(request, before);
  if (wider !== undefined) return wider;
  const spoken = ofTheSameFact(request, before) ?? spokenOut(request, before) ?? request;
  return thing(spoken, before) ?? ofThatName(spoken, before) ?? amongThem(spoken, before) ?? spoken;
};

/** “Which one uses the most memory” after a look at one namespace: of what is there. */
const inSurveyed = (request: Request, { message }: PlannerInput, { view, asked }: LastRequest): Request | undefined => {
  const lists = listing.includes(request.verb) && request.name === undefined && !placed(request);
  const { namespace, cluster } = asked ?? {};
  if (view === "call" || namespace === undefined || !lists || kindsIn(message).length > 0) return undefined;
  return { ...request, namespace, ...(cluster === undefined ? {} : { cluster }) };
};

/** “Which image is it” after a list of what has a name: of what has that name, not of all that such a list holds. */
const ofThatName = (
  { refersBack, ...request }: Request,
  { turn: { message }, last: { verb, asked } }: Before,
): Request | undefined => {
  const { name, namespace, cluster } = asked ?? {};
  const lists = request.fact !== undefined && listing.includes(request.verb) && listing.includes(verb);
  if (name === undefined || request.name !== undefined || refersBack !== true || !lists) return undefined;
  if (pointsAtMany(message) || placed(request)) return undefined;
  return {
    ...request,
    name,
    ...(namespace === undefined ? {} : { namespace }),
    ...(cluster === undefined ? {} : { cluster }),
  };
};

/** “Since when” asks what changed with the thing that was looked at; “how do I fix it” first what is wrong with it. */
const ofTrouble = ({ language, hits }: Request, turn: PlannerInput, last: LastRequest): Request | undefined => {
  const question = troubleQuestionIn(turn.message);
  const { lastResource = "pod", entities } = turn;
  // What was said of a name stands for all that runs under it, unless it is another word for the one thing.
  const called = last.asked?.name;
  const name = called !== undefined && (last.name ?? called).startsWith(called) ? called : (last.name ?? last.single);
  const namespaced = resourceByKey.get(lastResource)?.namespaced !== false;
  const placed = {
    ...(entities.cluster === undefined ? {} : { cluster: entities.cluster.value }),
    ...(entities.namespace === undefined || !namespaced ? {} : { namespace: entities.namespace.value }),
  };
  // A kind that is said makes it a question of its own.
  if (question === undefined || last.open === true || kindsIn(turn.message).length > 0) return undefined;
  const said = { language, hits, kind: "request", ...placed, ...(name === undefined ? {} : { name }) } as const;
  if (question === "began") return { ...said, view: "changes", began: true };
  if (question === "others") return { language, hits, kind: "request", ...placed, view: "health" };
  return name === undefined
    ? { ...said, view: "health" }
    : { ...said, view: "call", verb: "diagnose", resource: lastResource };
};

const saysNothing = (request: Request): boolean =>
  request.refersBack === true && (request.verb ?? request.view ?? request.name) === undefined && !placed(request);

const listing: readonly (Verb | undefined)[] = ["list", "top"];
const lookingAtOne: readonly (Verb | undefined)[] = ["get", "describe", "logs"];

/** “What's up with it” where a list or a look at a place came before, and no one thing of it was spoken of. */
const pointsAtNoOne = (
  request: Request,
  { entities }: PlannerInput,
  { verb, view, asked, single }: LastRequest,
): boolean => {
  const asksWhy = request.verb === "diagnose" && request.refersBack === true && request.name === undefined;
  const several = view !== "call" || (verb === "list" && (asked?.name ?? single) === undefined);
  return asksWhy && several && request.resource !== undefined && entities[request.resource] === undefined;
};

/** What is wrong there, of all that is. */
const troublesThere = ({ language, hits, cluster, namespace }: Request, { asked }: LastRequest): Request => {
  const there = cluster ?? asked?.cluster;
  const within = namespace ?? asked?.namespace;
  return {
    language,
    hits,
    kind: "request",
    view: "health",
    ...(there === undefined ? {} : { cluster: there }),
    ...(within === undefined ? {} : { namespace: within }),
  };
};

/** “Everywhere”: the same list over more places; “and on riverside, all of them”: in another cluster over all of it. */
const widened = (request: Request, { turn: { message }, last }: Before): Request | undefined => {
  if (!listing.includes(last.verb) || last.resource === "cluster" || last.asked === undefined) return undefined;
  const { namespace, cluster, clusterWord: _, ...asked } = last.asked;
  const { cluster: there } = request;
  if (
    there !== undefined &&
    request.namespace === undefined &&
    widerIn(withoutPlace(message, request)) === "namespaces"
  )
    return { ...asked, cluster: there, allNamespaces: true };
  const wider = widerIn(message);
  const one = wider === "namespaces" ? namespace : cluster;
  if (wider === undefined || (wider === "namespaces" && one === undefined)) return undefined;
  return wider === "namespaces"
    ? { ...asked, ...(cluster === undefined ? {} : { cluster }), allNamespaces: true }
    : { ...asked, ...(namespace === undefined ? {} : { namespace }), allClusters: true };
};

/** The message without the cluster that it names, and the words that place it. */
const withoutPlace = (message: string, { cluster = "", clusterWord }: Request): string => {
  const [before = "", after = ""] = message.split(clusterWord ?? cluster);
  const rest = `${before.replace(/\b(?:on|in|at|for)\s*$/iu, "")} ${after.replace(/^\s*(?:集群|cluster)?(?:那边|这边|上面?|里面?|那儿)?的?呢?/iu, "")}`;
  return rest.replaceAll(/[,，;；\s]+/gu, " ").trim();
};

const whichOfThem: Readonly<Record<Language, RegExp>> = {
  en: /\bwhich (?:ones?|of (?:them|those|these|['’]?em))\b|\bwho(?:['’]?s| is| are)?(?= (?:crash|broken|failing|pending|unhealthy|restarting|down\b|stuck|not\b|the (?:worst|biggest)))/iu,
  zh: /(?:其中|它们|里面)?的?(?:哪些|哪几个|哪个|谁(?=在崩|在重启|没|不|挂|崩|坏|一直))/u,
};

/** “Which of them …” with the kind that was listed, “几个副本” with the thing that was looked at: only what looks. */
const spokenOut = (said: Request, { turn: { message, language }, last, read }: Before): Request | undefined => {
  // “用的哪个镜像” of what has one name asks for a fact of it, and for none of several.
  const ofOne = last.asked?.name !== undefined && asksFactOnly(message);
  const among = listing.includes(last.verb) && !ofOne && kindsIn(message).length === 0;
  const asks = among && whichOfThem[language].test(message);
  if (asks) {
    const kind = nounOf(last.resource, 2, language);
    const request = read(message.replace(whichOfThem[language], language === "zh" ? `哪些 ${kind} ` : `which ${kind}`));
    return request.kind === "request" && listing.includes(request.verb) ? request : undefined;
  }
  const isFact = said.fact !== undefined && said.refersBack !== true && kindsIn(message).length === 0;
  const open =
    said.kind === "unknown" ||
    asksFactOnly(message) ||
    ((isFact || lookingAtOne.includes(said.verb)) && said.name === undefined);
  const spokenOf = last.name ?? last.asked?.name;
  if (!open || placed(said) || spokenOf === undefined || unknownWords(message).length > 0) return undefined;
  const request = read(language === "zh" ? `它${message}` : `${message.replace(/[\s?.!]+$/u, "")} of it`);
  return request.kind === "request" && request.fact !== undefined && request.refersBack === true ? request : undefined;
};

/** “And cpu?” after what something may use: the same that was asked of it, which tells of both. */
const ofTheSameFact = (
  { verb, name, ...request }: Request,
  { turn: { message }, last }: Before,
): Request | undefined => {
  const { asked } = last;
  const measures = verb === "top" && name === undefined && !placed({ ...request, verb });
  const isOfBoth = asked?.fact === "limits" || (asked?.verb === "top" && asked.name !== undefined);
  return measures && isOfBoth && goesOn(message) ? asked : undefined;
};

const placed = ({ namespace, cluster, allNamespaces, allClusters }: Request): boolean =>
  (namespace ?? cluster) !== undefined || allNamespaces === true || allClusters === true;

/** “Describe the pod” after one was looked at: that one, for whatever only looks. */
const thing = (request: Request, { turn, last }: Before): Request | undefined => {
  const { verb, name, refersBack, labelSelector, conditions } = request;
  const open = name === undefined && refersBack !== true && (labelSelector ?? conditions) === undefined;
  const ofOne = last.name !== undefined || last.resource === "event";
  if (!open || placed(request) || !lookingAtOne.includes(verb) || !ofOne) return undefined;
  const { lastResource = "pod", entities, message } = turn;
  const known = entities[lastResource]?.value ?? (last.open === true ? last.name : undefined);
  const kinds = kindsIn(message);
  if (known === undefined || kinds.some((kind) => kind !== lastResource)) return undefined;
  return { ...request, refersBack: true, resource: lastResource, ...(verb === "logs" ? { name: known } : {}) };
};

/** “How many are running”, “how much memory do they use”: of the list that was just shown, where it was read. */
const amongThem = (request: Request, { turn: { message, language }, last }: Before): Request | undefined => {
  const { verb, name } = request;
  // What else is on a node is of all namespaces; which of them is on it, of those.
  const own = name ?? (whichOfThem[language].test(message) ? undefined : request.node);
  if (!listing.includes(verb) || !listing.includes(last.verb) || own !== undefined || placed(request)) return undefined;
  const kinds = kindsIn(message);
  const many = pointsAtMany(message);
  const marked = goesOn(message);
  if (kinds.length > 0 && !many && !marked) return undefined;
  const { refersBack: _, ...rest } = request;
  const { cluster, namespace, allNamespaces } = last.asked ?? {};
  // A kind alone asks for the same of that kind: “and the nodes?” after what pods use.
  const alike = marked && kinds.length > 0 && followUpIn(message) !== undefined && measured.includes(kinds[0]);
  return {
    ...(many ? rest : request),
    ...(cluster === undefined ? {} : { cluster }),
    ...(namespace === undefined ? {} : { namespace }),
    ...(allNamespaces === undefined ? {} : { allNamespaces }),
    ...(alike ? { verb: last.verb } : {}),
    ...(kinds.length === 0 && verb === "list" && last.resource !== "event" && !tellsItsKind(request)
      ? { resource: last.resource }
      : {}),
  };
};

/** “Which have no backends” after services: only Endpoints tell. */
const tellsItsKind = ({ conditions = [] }: Request): boolean => conditions.some(({ field }) => field === "endpoints");

/** What can be both listed and measured. */
const measured: readonly (string | undefined)[] = ["pod", "node"];
