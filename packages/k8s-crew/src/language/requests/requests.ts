import { isUsualNamespace } from "../lexicon/usual-names.ts";
import { partsInSequence, requestsSideBySide } from "../sentence/clauses.ts";
import { readComparing } from "../sentence/comparing.ts";
import { takeComparison } from "../sentence/comparison.ts";
import { takeConditionalChange } from "../sentence/conditional-change.ts";
import { variantsOf } from "../sentence/coordination.ts";
import { inPlainWords } from "../sentence/plain-words.ts";
import { nameStages } from "../sentence/stages.ts";
import { detectLanguage } from "../text/detect-language.ts";
import { normalize } from "../text/normalize.ts";
import { readPieces } from "../text/phrases.ts";
import { withoutQuotedPhrases } from "../text/tokens.ts";
import type { Request, RequestContext } from "../types.ts";
import { speaksBeside } from "./beside.ts";
import { takeBeforeChange } from "./change-question.ts";
import { continued, isMerePlace, type SaidRequest } from "./continued.ts";
import { takeGuess } from "./guesses.ts";
import { speaksOfMost } from "./most-of.ts";
import { withNamesApart } from "./names-like-words.ts";
import { readRequest } from "./request.ts";
import { readStorage } from "./storage.ts";
import { hitsIn } from "./talk.ts";

export type SaidRequests = {
  /** In the order in which they were said; at least one. */
  readonly requests: readonly SaidRequest[];
  /** Parts that ask for something the rules do not understand. */
  readonly strange: readonly string[];
  /** Changes that hang on how the rest turns out. */
  readonly conditional?: readonly string[];
};

/**
 * All that a message asks for. Things named side by side ("dev 和 production") make one request each; so do parts that
 * follow one another (然后, and then). What one part leaves open it takes from the one before.
 */
export const readRequests = (said: string, context: RequestContext = {}): SaidRequests => {
  const named = withNamesApart(said, context, (text) => readRequest(text, context));
  if (named === undefined) return readEach(said, context);
  const { requests, ...rest } = readEach(named.text, context);
  return { ...rest, requests: requests.map(({ request }) => ({ text: said, request: named.asSaid(request) })) };
};

const readEach = (said: string, context: RequestContext): SaidRequests => {
  const message = inPlainWords(normalize(said));
  const hanging = takeConditionalChange(message, (text) => readRequest(text, context));
  return hanging === undefined || message.length > longestSentence
    ? readAll(message, context)
    : { ...readAll(hanging.rest, context), conditional: [hanging.change] };
};

const readAll = (message: string, context: RequestContext): SaidRequests => {
  const read = (text: string) => placedAsSaid(readRequest(text, context), context);
  const known = [...(context.clusters ?? []), ...(context.namespaces ?? [])];
  const apart = speaksBeside(message) || speaksOfMost(message) ? read(message) : undefined;
  if (apart !== undefined && isHeldBeside(apart)) {
    const { list, question = apart } = listBefore(message, read) ?? {};
    return { requests: [{ text: message, request: question }], strange: list === undefined ? [] : [list] };
  }
  const compared = sideBySide(message, context) ?? readCompared(nameStages(message, known), read);
  if (compared !== undefined) return { requests: compared, strange: [] };
  // “Keeps dying, disk full?” asks for a cause.
  const stored = takeGuess(message) === undefined ? ofStorage(message, context) : undefined;
  if (stored !== undefined) return { requests: stored, strange: [] };
  const whole = { text: message, request: read(message) };
  if (whole.request.considered !== undefined) return { requests: [whole], strange: [] };
  const before = takeBeforeChange(message, read);
  if (before !== undefined) return askedBefore(before, read);
  const text = withoutQuotedPhrases(message);
  if (
    text.length > longestSentence ||
    whole.request.hits.includes("kubectl") ||
    !["request", "unknown"].includes(whole.request.kind)
  )
    return { requests: [whole], strange: [] };
  const parts = partsInSequence(text).flatMap((part) => readPart(part, read));
  const understood = parts.filter((part, index) => part.request.kind === "request" || (index > 0 && isMerePlace(part)));
  if (understood.length === 0 || parts.length === 1) return { requests: [whole], strange: [] };
  const left = parts.filter((part) => !understood.includes(part));
  const strange = left.filter(({ text, request }) => !talk.includes(request.kind) && saysSomething(text));
  return { requests: distinct(continued(understood)), strange: strange.map(({ text }) => text) };
};

/** “List namespaces, and which node is the fullest”: several lists tell the one; the list before it is left for later. */
const listBefore = (message: string, read: Read): { readonly list: string; readonly question: Request } | undefined => {
  const { list = "", asked = "" } = listThenQuestion.exec(message)?.groups ?? {};
  if (list === "") return undefined;
  const [before, question] = [read(list), read(asked)];
  const isList = before.kind === "request" && before.verb === "list" && !isHeldBeside(before);
  return isList && isHeldBeside(question) ? { list, question } : undefined;
};

const isHeldBeside = ({ beside, ranked }: Request): boolean => (beside ?? ranked) !== undefined;

const listThenQuestion =
  /^(?<list>[^,，;；。?？]+?)\s*(?:[,，;；。]\s*(?:and|also|then|再|然后|另外|还有)?|\s+and)\s*(?<asked>(?:also )?(?:which|what|哪).+)$/iu;

/** What is asked before a change is asked of what it changes; the change itself is not asked for. */
const askedBefore = (before: { readonly change: string; readonly request: string }, read: Read): SaidRequests => {
  const parts = [before.change, before.request].map((text) => ({ text, request: read(text) }));
  return { requests: continued(parts).slice(1), strange: [] };
};

const ofStorage = (message: string, context: RequestContext): readonly SaidRequest[] | undefined => {
  const language = detectLanguage(message, context.language ?? "en");
  return readStorage(message, context)?.map((fields) => ({
    text: message,
    request: { language, hits: [], kind: "request", ...fields },
  }));
};

const sideBySide = (message: string, context: RequestContext): readonly SaidRequest[] | undefined => {
  const text = normalize(message);
  if (text.length > longestSentence) return undefined;
  const language = detectLanguage(message, context.language ?? "en");
  const named = nameStages(text, [...(context.clusters ?? []), ...(context.namespaces ?? [])]);
  return readComparing(named, { ...context, language })?.map((request) => ({ text: message, request }));
};

/** What is compared when nothing is named: what people run. */
const workloads = "deployment";

/**
 * “Compare dev and production”: the same list of each place. Undefined where nothing is compared, or where what is
 * named are no places (“the difference between a pod and a node”).
 */
const readCompared = (message: string, read: Read): readonly SaidRequest[] | undefined => {
  const rest = message.length > longestSentence ? undefined : takeComparison(message);
  if (rest === undefined) return undefined;
  const sides = variantsOf(rest, (texts) => {
    const each = texts.map((text) => read(listed(text)));
    const places = each.map(({ cluster, namespace }) => [cluster, namespace].join("/"));
    return each.every(isPlaced) && new Set(places).size === texts.length;
  });
  if (sides.length < 2) return usageOfEach(rest, read) ?? allClusters(message, rest, read);
  return sides.map((text) => {
    const { language, hits, name, namespace, cluster, resource } = read(listed(text));
    const what = { ...(name === undefined ? {} : { name }), resource: comparable(resource) };
    const where = { ...(namespace === undefined ? {} : { namespace }), ...(cluster === undefined ? {} : { cluster }) };
    const wide = namespace === undefined ? { allNamespaces: true } : {};
    const request = { language, hits, kind: "request", view: "call", verb: "list", compare: true } as const;
    return { text, request: { ...request, ...what, ...where, ...wide } };
  });
};

/** “Compare the memory of web-a and web-b”, “the cpu limits of …”: what each of them uses, or may use. */
const usageOfEach = (rest: string, read: Read): readonly SaidRequest[] | undefined => {
  const sides = variantsOf(rest, (texts) => {
    const each = texts.map((text) => read(listed(text)));
    const asked = each.every(({ verb, fact, name }) => (verb === "top" || fact !== undefined) && name !== undefined);
    return asked && isOneRequestForEach(each);
  });
  return sides.length < 2 ? undefined : sides.map((text) => ({ text, request: read(listed(text)) }));
};

/** “What is the difference between the two clusters”: the table of all clusters holds them side by side. */
const allClusters = (message: string, rest: string, read: Read): readonly SaidRequest[] | undefined => {
  const { language, hits, cluster, namespace, name } = read(listed(rest));
  const ofClusters = /(?:两|几|三|所有|各|多)个?集群|集群(?:之间|间)|\bclusters\b/iu.test(rest);
  const counted = /\b(?:the|two|three|both|all|my|our|these)\s+clusters\b/iu.test(rest);
  // One thing that runs in several clusters is held side by side, with its image.
  if (ofClusters && name !== undefined && (cluster ?? namespace) === undefined) {
    const resource = comparable(read(listed(rest)).resource);
    const wide = { allClusters: true, allNamespaces: true, compare: true } as const;
    return [
      {
        text: message,
        request: { language, hits, kind: "request", view: "call", verb: "list", name, resource, ...wide },
      },
    ];
  }
  if (!ofClusters || (!counted && (cluster ?? namespace ?? name) !== undefined)) return undefined;
  const view = hits.some((hit) => /^(?:pods?|nodes?|节点)$/iu.test(hit)) ? "status" : "overview";
  return [{ text: message, request: { language, hits, kind: "request", view, allClusters: true } }];
};

const listed = (text: string): string => `${/\p{Script=Han}/u.test(text) ? "查看" : "show"} ${text}`;

const isPlaced = ({ cluster, namespace }: Request): boolean => (cluster ?? namespace) !== undefined;

const comparable = (resource: string | undefined): string =>
  resource === undefined || resource === "cluster" || resource === "namespace" ? workloads : resource;

/** A longer message is a story that is told, with one request in it. */
const longestSentence = 500;

/** What needs no doing, beside what was understood. */
const talk: readonly Request["kind"][] = ["request", "about_assistant", "greeting", "thanks", "empty"];

type Read = (text: string) => Request;

const readPart = (part: string, read: Read): readonly SaidRequest[] =>
  eachOf(part, read)
    .flatMap((text) => requestsSideBySide(text, read))
    .flatMap((text) => eachOf(text, read))
    .map((text) => ({ text, request: read(text) }));

/** The most requests that things named side by side may come to. */
const mostRequests = 20;

const eachOf = (text: string, read: Read): readonly string[] => {
  const variants = variantsOf(text, (texts) => isOneRequestForEach(texts.map(read)));
  if (variants.length === 1) return variants;
  const all = variants.flatMap((variant) => eachOf(variant, read));
  return all.length <= mostRequests ? all : [text];
};

const roles = ["namespace", "cluster", "name", "container"] as const;

/** The readings differ in one thing only: in the place (of both kinds), in the name, or in what is wanted of it. */
const isOneRequestForEach = (requests: readonly Request[]): boolean => {
  if (!requests.every(({ kind, verb }) => kind === "request" && verb !== "explain")) return false;
  const values = [
    ...roles.map((role) => requests.map((request) => request[role])),
    requests.map(({ view = "call", verb, resource }) => [view, verb ?? "", resource ?? ""].join(" ")),
  ];
  const differing = values.filter((each) => new Set(each).size > 1);
  const [namespaces = [], clusters = [], names = []] = values;
  // “Deployment web and service db”: two things, each with its own kind.
  const kinds = requests.map(({ resource }) => resource);
  const isSameVerb = new Set(requests.map(({ verb, view }) => `${verb} ${view}`)).size === 1;
  const isEachOfItsKind =
    differing.length === 2 && differing.includes(names) && differing.includes(values.at(-1) ?? []);
  if (isEachOfItsKind && isSameVerb) return ![...names, ...kinds].includes(undefined);
  // “shop in prod and web in staging”: two places, each with its own.
  const placed = differing.length === 2 && differing.includes(namespaces) && differing.includes(clusters);
  if (placed) return ![...namespaces, ...clusters].includes(undefined);
  // “redis-0 in dev and web-1 in staging”: two things, each with the place that is said beside it.
  const ofThings = [names, namespaces, clusters, values.at(-1)];
  const isEachInItsPlace =
    isSameVerb &&
    differing.includes(names) &&
    differing.includes(namespaces) &&
    differing.every((each) => ofThings.includes(each));
  if (isEachInItsPlace) return ![...names, ...namespaces].includes(undefined);
  const [one] = differing;
  return differing.length === 1 && one !== undefined && !one.includes(undefined) && new Set(one).size === one.length;
};

const distinct = (said: readonly SaidRequest[]): readonly SaidRequest[] => {
  const key = ({ request: { hits: _, corrects: __, refersBack: ___, ...wanted } }: SaidRequest) =>
    JSON.stringify(Object.entries(wanted).toSorted(([left], [right]) => (left < right ? -1 : 1)));
  return said.filter((one, index) => said.findIndex((other) => key(other) === key(one)) === index);
};

const saysSomething = (text: string): boolean => {
  const pieces = readPieces(text);
  return (
    hitsIn(pieces).length > 0 ||
    pieces.some(({ meaning }) => ["word", "unknown", "intent", "talk"].includes(meaning.is))
  );
};

/**
 * “dev” may be a part of a cluster's name and a namespace's whole one. Unless the message speaks of clusters it is first
 * held against the namespaces: a list of one namespace taken for that of a cluster would be untrue. It means the cluster
 * where the namespaces are known and none is called so, and, unless teams call a stage by it, where the whole is looked at.
 */
const placedAsSaid = (request: Request, { namespaces = [] }: RequestContext): Request => {
  const { cluster: _, clusterWord, ...rest } = request;
  if (clusterWord === undefined || request.namespace !== undefined) return request;
  const whole = request.view === "overview" || request.view === "health" || request.view === "status";
  if (namespaces.length > 0 || (whole && !isUsualNamespace(clusterWord))) return request;
  return { ...rest, namespace: clusterWord };
};
