import type { Field } from "../condition.ts";
import {
  againstHere,
  aspects,
  comparative,
  counting,
  everyPlace,
  lacking,
  mainCluster,
  noNames,
  sameness,
  usage,
} from "../lexicon/comparisons.ts";
import { isGrammar, readPieces } from "../text/phrases.ts";
import type { Request, RequestContext } from "../types.ts";
import { clusterOf } from "./places.ts";
import { meantPieces } from "./sentence.ts";
import { keysIn } from "./spoken-of.ts";

/** What is held side by side: the same of several places, or several things. At least two. */
type Sides = readonly Pick<Request, "cluster" | "namespace" | "name">[];

type Mentioned = {
  readonly clusters: readonly string[];
  readonly namespaces: readonly string[];
  readonly names: readonly string[];
};

/** Whether a message may compare; the names of places help to read it then. */
export const compares = (text: string): boolean =>
  text.length <= longest && [...sameness, ...comparative].some((cue) => cue.test(text));

/** A longer message is a story that is told. */
const longest = 500;

/** “What has prod that staging doesn't”: one of the places lacks what another has. */
const lacksThere = (text: string, { clusters, namespaces }: Mentioned): boolean =>
  (clusters.length > 1 || namespaces.length > 1) &&
  (text.match(operand) ?? [])
    .filter((word) => [...clusters, ...namespaces].some((place) => clusterOf(word, [place]) !== undefined))
    .some((word) => lacking.some((cue) => new RegExp(cue.replace("@", word), "iu").test(text)));

/**
 * A sentence that compares, whatever the order of its words: the places and things that it mentions are its sides. One
 * request for each; undefined where there are no two.
 */
export const readComparing = (text: string, context: RequestContext): readonly Request[] | undefined => {
  const mentioned = mentionedIn(text, context);
  if (!(compares(text) || lacksThere(text, mentioned)) || changes(text)) return undefined;
  const asked = askedOf(text);
  const found = placesOf(text, mentioned, context) ?? thingsOf(text, mentioned);
  if (found === undefined) return undefined;
  const plain = asked.resource === undefined && asked.by.length === 0 && !asked.used && !asked.counted;
  const whole = found.every(
    ({ cluster, namespace, name }) => cluster !== undefined && (namespace ?? name) === undefined,
  );
  // Whole clusters that are named by nothing but their number have their own table.
  if (plain && whole && mentioned.clusters.length < 2) return undefined;
  const named = found.some(({ name }) => name !== undefined);
  const kinds = asked.resource !== undefined || asked.used || named ? [asked.resource] : workloads;
  return kinds.flatMap((resource) => found.map((side) => requestFor(side, { ...asked, resource }, context)));
};

/** What is compared when nothing is named: what people run. */
const workloads: readonly string[] = ["deployment", "statefulset"];

/** A change is never read as a question: it begins with its verb, or says what to do with what (把). */
const changes = (text: string): boolean => {
  const pieces = readPieces(text);
  const first = meantPieces(pieces)[0]?.meaning;
  return (first?.is === "intent" && first.write) || pieces.some((piece) => isGrammar(piece, "take"));
};

const operand = /[A-Za-z0-9](?:[\w./@-]*\w)?/giu;
const version = /^v?\d+(?:[.\d\w-]*)$/iu;

const mentionedIn = (text: string, { clusters = [], namespaces = [] }: RequestContext): Mentioned => {
  const words = [...new Set((text.match(operand) ?? []).map((word) => word.replace(/'s$/u, "")))];
  const strange = new Set(
    readPieces(text).flatMap((piece) => (piece.meaning.is === "word" ? [piece.text.replace(/'s$/u, "")] : [])),
  );
  const exact = (word: string, names: readonly string[]) =>
    names.find((name) => name.toLowerCase() === word.toLowerCase());
  const meant = (word: string) => exact(word, clusters) ?? (word.length > 1 ? (clusterOf(word, clusters) ?? []) : []);
  const ofCluster = words.flatMap(meant);
  const ofNamespace = words.flatMap((word) => exact(word, namespaces) ?? []);
  const exactClusters = words.flatMap((word) => exact(word, clusters) ?? []);
  // A word that is a namespace of that very name is a cluster only where it is needed as one.
  const asClusters = ofNamespace.length > 1 && exactClusters.length < 2 ? exactClusters : ofCluster;
  // “dev and prod”, of which only one is a namespace: each is the cluster that it is a part of.
  const others = new Set(words.filter((word) => exact(word, namespaces) === undefined).flatMap(meant));
  const areClusters = ofNamespace.length === 1 && new Set(asClusters).size > 1 && others.size === 1;
  const isPlace = (word: string) => exact(word, namespaces) !== undefined || clusterOf(word, clusters) !== undefined;
  const names = words.filter(
    (word) => strange.has(word) && !version.test(word) && !isPlace(word) && !isOfTheQuestion(word),
  );
  return { clusters: [...new Set(asClusters)], namespaces: areClusters ? [] : [...new Set(ofNamespace)], names };
};

/** What asks is none of the things that are asked about. */
const isOfTheQuestion = (word: string): boolean =>
  noNames.test(word) || (!isNameLike(word) && [...sameness, ...comparative].some((cue) => cue.test(word)));

/** A name as people give them to things; an ordinary word that no table knows is seldom one. */
const isNameLike = (word: string): boolean => /[-.\d_]/u.test(word);

const nameAmong = (names: readonly string[]): string | undefined => {
  const alike = names.filter(isNameLike);
  return alike.length === 1 ? alike[0] : names.length === 1 ? names[0] : undefined;
};

/** The same of several places. */
const placesOf = (
  text: string,
  { clusters, namespaces, names }: Mentioned,
  context: RequestContext,
): Sides | undefined => {
  const name = nameAmong(names);
  const of = name === undefined ? {} : { name };
  const [namespace, ...others] = namespaces;
  const within = namespace === undefined || others.length > 0 ? {} : { namespace };
  const all = context.clusters ?? [];
  if (clusters.length > 1) return clusters.map((cluster) => ({ cluster, ...within, ...of }));
  const [cluster] = clusters;
  if (namespaces.length > 1 && !isKindAsked(text, "namespace")) {
    const on = cluster === undefined || namespaces.includes(cluster) ? {} : { cluster };
    return namespaces.map((each) => ({ namespace: each, ...on, ...of }));
  }
  if (everyPlace.test(text) && all.length > 1) return all.map((each) => ({ cluster: each, ...within, ...of }));
  const here = context.cluster;
  const isMeant = cluster !== undefined && (isAgainst(text, cluster) || mainCluster.test(text));
  if (cluster === undefined || here === undefined || here === cluster || !isMeant) return undefined;
  return [here, cluster].map((each) => ({ cluster: each, ...within, ...of }));
};

/** “The same as staging”, “和 staging 有什么不同”: the only place that is named stands behind such a word. */
const isAgainst = (text: string, cluster: string): boolean =>
  (text.match(operand) ?? []).some(
    (word) => clusterOf(word, [cluster]) !== undefined && againstHere.test(text.slice(0, text.indexOf(word))),
  );

/** Namespaces are asked for themselves: which is older. */
const isKindAsked = (text: string, kind: string): boolean => {
  const keys = keysIn(readPieces(text));
  return (
    keys.length > 0 &&
    keys.every((key) => key === kind) &&
    aspects.some(([field, words]) => field === "age" && words.test(text))
  );
};

/** Several things by their names. More than these are a list. */
const mostThings = 6;

const thingsOf = (text: string, { clusters, namespaces, names }: Mentioned): Sides | undefined => {
  const [cluster] = clusters;
  const on = cluster === undefined ? {} : { cluster };
  if (namespaces.length > 1) return namespaces.map((name) => ({ name, ...on }));
  const alike = names.filter(isNameLike);
  const things = alike.length > 1 ? alike : areJoined(text, names) ? names : [];
  const [namespace] = namespaces;
  const within = namespace === undefined ? on : { ...on, namespace };
  return things.length < 2 || things.length > mostThings ? undefined : things.map((name) => ({ name, ...within }));
};

/** Ordinary-looking names count where a word joins them. */
const areJoined = (text: string, [one = "", other = "", ...more]: readonly string[]): boolean => {
  const between = text.slice(text.indexOf(one) + one.length, text.indexOf(other)).trim();
  const isHeld = /\b(?:more|less|fewer|\w{2,}er)\b.*\bthan$/iu.test(between);
  return more.length === 0 && (isHeld || joining.test(between));
};

const joining = /^(?:,|and|or|vs\.?|versus|with|to|than|和|跟|与|还是|对比|比|、|，)+$/iu;

type AskedOf = {
  readonly resource: string | undefined;
  readonly by: readonly Field[];
  /** What they use is asked. */
  readonly used: boolean;
  readonly counted: boolean;
};

const askedOf = (text: string): AskedOf => {
  const keys = keysIn(readPieces(text)).filter((key) => key !== "cluster");
  // A release is a version, unless it is one of Helm's.
  const kinds = keys.filter((key) => key !== "namespace" && (key !== "helmrelease" || /helm/iu.test(text)));
  const resource = kinds[0] ?? (isKindAsked(text, "namespace") ? "namespace" : undefined);
  const used = usage.test(text);
  const by = aspects.flatMap(([field, words]) => (words.test(text) ? [field] : []));
  const counted = kinds.length > 0 && counting.test(text) && !used;
  return { resource, by: used ? [] : by, used, counted };
};

const requestFor = (
  side: Sides[number],
  { resource, by, used, counted }: AskedOf,
  context: RequestContext,
): Request => {
  const wide = side.namespace === undefined ? { allNamespaces: true } : {};
  const { language = "en" } = context;
  const common = { language, hits: [], kind: "request", view: "call", compare: true, ...side, ...wide } as const;
  if (used) {
    // What is named in no place may be a node as well as what runs.
    const open = resource === undefined && side.name !== undefined && side.namespace === undefined;
    return { ...common, verb: "top", ...(open ? {} : { resource: resource === "node" ? "node" : "pod" }) };
  }
  // “Services” whose versions are compared are what people run; a thing's own kind is looked for.
  const said = resource === "service" && by.includes("image") ? undefined : resource;
  const kind = said ?? (side.name === undefined ? "deployment" : undefined);
  return {
    ...common,
    verb: "list",
    ...(kind === undefined ? {} : { resource: kind }),
    ...(by.length === 0 ? {} : { comparedBy: by }),
    ...(counted ? { counted: true } : {}),
  };
};
