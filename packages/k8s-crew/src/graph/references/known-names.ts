import { templateFor } from "../../agents/rules/calls.ts";
import { defaultResource } from "../../agents/rules/default-resource.ts";
import { argumentsFor, parameterOf } from "../../catalog/arguments.ts";
import { effectOfVerb } from "../../catalog/verbs.ts";
import { isOfferable } from "../../choices/choices.ts";
import {
  clusterOf,
  compares,
  goesOn,
  kindsIn,
  mayNamePlace,
  type Request,
  readRequest,
  readStorage,
  speaksOfStage,
  switchingIn,
  unknownWords,
  wordsThatMayName,
} from "../../language/index.ts";
import { hasPart } from "../../language/text/has-part.ts";
import { parseResult } from "../../results/parse-result.ts";
import type { Row } from "../../results/types.ts";
import { sayOfThing } from "../../words/repair-words.ts";
import type { Parts } from "../parts.ts";
import { readAll } from "../reads/read-all.ts";
import type { State } from "../state.ts";
import { wordAlone } from "./full-words.ts";
import { withThings } from "./known-things.ts";

/**
 * The names of places that a message may speak of, as far as what it says has to be held against them. They are listed
 * for each message anew: how long a list is good for is for the cache to say, and namespaces are those of one cluster.
 */
export const withKnownNames = async (parts: Parts, state: State): Promise<State["known"]> => {
  const clusters = await withClusters(parts, state);
  const placed = await withNamespaces(parts, { ...state, known: clusters });
  const known = await withOwnNamespace(parts, { ...state, known: placed });
  return withThings(parts, { ...state, known });
};

/** “In dev” may be the namespace dev of dev-cluster, whatever namespaces the cluster of the conversation has. */
const withOwnNamespace = async (parts: Parts, { known, message, language }: State): Promise<State["known"]> => {
  const { namespace = [], cluster: clusters = [] } = known;
  const { cluster, clusterWord: word } = readRequest(message, { language, clusters, namespaces: namespace });
  if (cluster === undefined || word === undefined) return known;
  const rows = await listed(parts, "namespace", cluster);
  const isNamespace = rows?.some(({ name }) => name === word) === true;
  return isNamespace ? { ...known, namespace: [...namespace, word] } : known;
};

/**
 * The clusters' names, once a message names something: without them “in prod-cluster” would be taken for a namespace of
 * the current cluster.
 */
const withClusters = async (parts: Parts, state: State): Promise<State["known"]> => {
  const { known, message, language, guidanceMemory } = state;
  const { kind, view, namespace, name, cluster, allClusters } = readRequest(message, { language });
  const named =
    switchingIn(message) !== undefined ||
    speaksOfStage(message) ||
    compares(message) ||
    readStorage(message, {}) !== undefined ||
    // The command beside an answer says in which of several clusters it is.
    (kind === "request" && view === "call" && guidanceMemory.kubectl !== "off") ||
    (kind !== "help" && ((namespace ?? name ?? cluster) !== undefined || allClusters === true)) ||
    wordsThatMayName(message, { language }).length > 0;
  if (!named) return known;
  const rows = await listed(parts, "cluster", undefined);
  if (rows === undefined) return known;
  const current = rows.length === 1 ? rows : rows.filter(({ fields }) => fields.current === "true");
  const gone = goneClusters(parts, state, names(rows));
  for (const name of gone) note(parts, sayOfThing(language, "vanished", { resource: "cluster", name }));
  return { ...known, cluster: [...names(rows), ...gone], currentCluster: names(current) };
};

/**
 * Clusters that there were and that the message names: they are read as what they were, so that nothing is looked up where
 * it was not meant, and denied with what there is.
 */
const goneClusters = (
  { catalog }: Parts,
  { known, formerClusters, message }: State,
  there: readonly string[],
): readonly string[] => {
  // What was known may be of another server, where several list clusters of their own.
  const lists = new Set(catalog.find({ verb: "list", resource: "cluster" }).map(({ entry }) => entry.server));
  const before = lists.size === 1 ? (known.cluster ?? []) : [];
  const former = [...new Set([...formerClusters, ...before])].filter((name) => !there.includes(name));
  const isPartOfOther = (name: string) => there.some((other) => hasPart(other, name) && hasPart(message, other));
  return former.filter((name) => hasPart(message, name) && !isPartOfOther(name));
};

const note = (parts: Parts, text: string): void => {
  const { notes } = parts.turn().record;
  if (!notes.includes(text)) notes.push(text);
};

/**
 * The namespaces' names, where a word could be one of them: “billing 有几个 pod” is about the namespace, where there is
 * one of that name, else about pods that are called so.
 */
const withNamespaces = async (parts: Parts, state: State): Promise<State["known"]> => {
  const { known, message, language, entities } = state;
  const clusters = known.cluster ?? [];
  const read = readRequest(message, { language, clusters });
  const { allNamespaces, kind } = read;
  // A word that is only a part of a cluster's name may be that of a namespace.
  const cluster = read.clusterWord === undefined ? read.cluster : undefined;
  if (allNamespaces === true || !["request", "unknown"].includes(kind)) return known;
  const switches = switchingIn(message)?.where !== undefined;
  const meansStage = clusters.length > 0 && speaksOfStage(message, clusters) && cluster === undefined;
  if (!switches && !meansStage && (!isInDoubt(read, state) || !isServed(parts, read))) return known;
  const rows = await listed(parts, "namespace", cluster ?? entities.cluster?.value);
  return rows === undefined ? known : { ...known, namespace: names(rows) };
};

/** Whether a word of the message could be a namespace's name, read so or otherwise. */
const isInDoubt = (read: Request, state: State): boolean => {
  const { message, known } = state;
  const { namespace, name, verb } = read;
  const clusters = known.cluster ?? [];
  const words = unknownWords(message).filter((word) => !clusters.includes(word) && word !== namespace);
  const leastWords =
    compares(message) || read.rights !== undefined || readStorage(message, { clusters }) !== undefined ? 0 : 1;
  const lists = (verb === "list" || verb === "top") && words.length > 0;
  // “Delete the billing deployment”: of a kind beside a word, the word may say where.
  const changes = verb !== undefined && effectOfVerb(verb) !== "read" && namespace === undefined && isPlain(name);
  // “app-settings 里有什么”: what holds something may be a thing.
  const holds = read.view === "overview" && namespace !== undefined && namespace.includes("-");
  const isOdd = lists || changes || holds || words.length > leastWords;
  return isOdd || ails(read) || mayMeanNamespace(read, state) || mayNamePlace(message) || again(read, words, state);
};

/** “Same for billing”: of another place, or of another thing. */
const again = ({ verb, namespace, name, refersBack, corrects }: Request, words: readonly string[], state: State) => {
  const isOpen = verb === undefined && namespace === undefined && (name !== undefined || words.length > 0);
  const goesBack = refersBack === true || corrects === true || goesOn(state.message);
  return (goesBack && isOpen) || isAlone(state);
};

/** What has a namespace's name may be in trouble as a whole. */
const ails = ({ verb, name, resource, namespace }: Request): boolean =>
  (verb === "diagnose" || verb === "get") &&
  name !== undefined &&
  (resource === undefined || (namespace === undefined && isPlain(name)));

/** A message that is nothing but one word may name another place to look at. */
const isAlone = (state: State): boolean => wordAlone(state) !== undefined && kindsIn(state.message).length === 0;

/**
 * A word that was taken for a cluster may be a namespace's name as well: “in dev” on the cluster dev says nothing, were
 * not the namespace meant.
 */
const mayMeanNamespace = (read: Request, { known, entities }: State): boolean => {
  const here = entities.cluster?.value ?? (known.currentCluster?.length === 1 ? known.currentCluster[0] : undefined);
  const isHere = here !== undefined && read.cluster === here;
  return isHere || (read.clusterWord ?? (read.namespace && clusterOf(read.namespace, known.cluster))) !== undefined;
};

/** Without what controllers add to names: a place may be called so. */
const isPlain = (name: string | undefined): boolean => name !== undefined && !/\d/u.test(name);

/** A change that no tool can make is said to be none at once, wherever it was meant. */
const isServed = ({ catalog }: Parts, request: Request): boolean => {
  const { verb, resource, name, rights } = request;
  // What somebody may do is only asked about.
  if (verb === undefined || rights !== undefined || effectOfVerb(verb) === "read") return true;
  const kind = resource ?? defaultResource(verb, request);
  return templateFor(catalog, { verb, resource: kind, scope: "one", name }) !== undefined;
};

/** The rows of a list that needs nothing but a cluster, where that is known; undefined where it was not read. */
const listed = async (
  parts: Parts,
  resource: "cluster" | "namespace",
  cluster: string | undefined,
): Promise<readonly Row[] | undefined> => {
  const template = parts.catalog.find({ verb: "list", resource })[0];
  if (!template) return undefined;
  const { entry, args } = template;
  const own =
    resource === "namespace" && parameterOf(entry, "cluster") ? argumentsFor(entry, resource, { cluster }) : {};
  const read = { tool: entry.tool, args: { ...own, ...args } };
  if (entry.parameters.some(({ required, name }) => required && !(name in read.args))) return undefined;
  const [result] = await readAll(parts, [read], { signal: parts.turn().signal, maxAgeMs: parts.settings.maxAgeMs });
  if (result?.outcome !== "ok") return undefined;
  const parsed = parseResult({ text: result.text, structured: result.structured, verb: "list", resource });
  return parsed.form === "rows" ? parsed.rows : undefined;
};

const names = (rows: readonly Row[]): readonly string[] => rows.map(({ name }) => name).filter(isOfferable);
