import { isUsualNamespace } from "../lexicon/usual-names.ts";
import { hasPart } from "../text/has-part.ts";
import { isGrammar, type Piece, resourceOfWord } from "../text/phrases.ts";
import type { Request, RequestContext } from "../types.ts";

type Places = Pick<Request, "namespace" | "allNamespaces" | "cluster" | "clusterWord" | "allClusters">;

/** A reader that takes its pieces out of the sentence and hands on the rest. */
type Taken = { readonly found: Places; readonly pieces: readonly Piece[] };

type Step = (pieces: readonly Piece[], found: Places, context: RequestContext) => Taken | undefined;

/** Takes namespaces and clusters out of the pieces: said outright, by their cue (in X, X 里), or by being known. */
export const takePlaces = (pieces: readonly Piece[], context: RequestContext): Taken =>
  [namespaceAndName, everywhere, besideItsWord, afterCue, beforeCue, knownName].reduce<Taken>(
    (taken, step) => repeat(step, taken, context),
    { found: {}, pieces },
  );

/** The known cluster that a word means: its name in any case, or a part of the name of exactly one. */
export const clusterOf = (word: string, clusters: readonly string[] = []): string | undefined => {
  const lower = word.toLowerCase();
  const exact = clusters.find((cluster) => cluster.toLowerCase() === lower);
  if (exact !== undefined) return exact;
  const parts = clusters.filter((cluster) => hasPart(cluster.toLowerCase(), lower));
  return parts.length === 1 ? parts[0] : undefined;
};

/** How nodes are mostly called; pods run on them, so "on pool-worker-1" is no cluster. */
export const nodeLike = /(?:^|-)(?:worker|master|control-plane|minion)(?:-|\d|$)|^ip-|node/iu;

const maximumSteps = 6;

const repeat = (step: Step, start: Taken, context: RequestContext): Taken => {
  let taken = start;
  for (let count = 0; count < maximumSteps; count += 1) {
    const next = step(taken.pieces, taken.found, context);
    if (next === undefined) return taken;
    taken = next;
  }
  return taken;
};

/** Both parts of a name with its namespace have a letter: “0/1” is how many are ready. */
const placedName = /^(?=[\d.-]*[A-Za-z_])[\w.-]+\/(?=[\d.-]*[A-Za-z_])[\w.-]+$/u;

/** "dev/cart-service": the namespace and a name in it, unless the first is a kind ("pod/cart-0"). */
const namespaceAndName: Step = (pieces, found, context) => {
  const at = pieces.findIndex(
    ({ text, meaning }) =>
      meaning.is === "word" && placedName.test(text) && resourceOfWord(text.split("/")[0] ?? "") === undefined,
  );
  const [namespace = "", name = ""] = pieces[at]?.text.split("/") ?? [];
  if (at < 0 || found.namespace !== undefined) return undefined;
  const rest = { text: name, meaning: { is: "word", quoted: true } } as const;
  return { found: { ...found, ...namespaceOf(namespace, context) }, pieces: pieces.with(at, rest) };
};

/** "所有命名空间", "across all clusters": over all, when something else is asked for there. */
const everywhere: Step = (pieces, found) => {
  const at = pieces.findIndex((piece, index) => isGrammar(piece, "all") && placeWord(pieces[index + 1]) !== undefined);
  if (at < 0) return undefined;
  const word = placeWord(pieces[at + 1]);
  const others = pieces.filter((_, index) => index !== at && index !== at + 1);
  const somethingElse = others.some(
    (piece) =>
      (word === "cluster" && isWord(piece) && /[A-Za-z]/u.test(piece.text)) ||
      (piece.meaning.is === "resource" && placeWord(piece) === undefined) ||
      piece.meaning.is === "quality" ||
      asksForAll(piece),
  );
  const all: Places = word === "cluster" ? { allClusters: true } : { allNamespaces: true };
  return somethingElse
    ? { found: { ...found, ...all }, pieces: withoutRange(pieces, cueBefore(pieces, at), at + 2) }
    : { found, pieces: withoutRange(pieces, at, at + 1) };
};

/** "namespace dev", "dev 命名空间", "dev 这个命名空间", "prod 集群", "cluster edge-1". */
const besideItsWord: Step = (pieces, found, context) => {
  for (const [index, piece] of pieces.entries()) {
    const word = placeWord(piece);
    if (word === undefined || (word === "cluster" ? found.cluster : found.namespace) !== undefined) continue;
    const after = skipNamed(pieces, index + 1);
    const before = isGrammar(pieces[index - 1], "this") ? index - 2 : index - 1;
    const at = isPlaceName(pieces[before], context) ? before : isPlaceName(pieces[after], context) ? after : -1;
    const name = pieces[at]?.text;
    if (name === undefined) continue;
    const place: Places =
      word === "cluster" ? { cluster: clusterOf(name, context.clusters) ?? name } : namespaceOf(name, context);
    const start = cueBefore(pieces, Math.min(at, index));
    return {
      found: { ...found, ...place },
      pieces: withoutRange(pieces, start, cueAfter(pieces, Math.max(at, index) + 1)),
    };
  }
  return undefined;
};

/** "in dev", "在 dev", "on prod". Not "in the cart-service logs". */
const afterCue: Step = (pieces, found, context) => {
  const at = pieces.findIndex((piece, index) => {
    const next = pieces[index + 2];
    const ownsNext = asksForLogs(next) || (isGrammar(next, "of") && asksForLogs(pieces[index + 3]));
    return (
      (isGrammar(piece, "in") || isGrammar(piece, "on")) &&
      isPlaceName(pieces[index + 1], context) &&
      !(tellsOfTrouble(pieces) && isThing(piece, pieces[index + 1], context)) &&
      !(isGrammar(piece, "on") && nodeLike.test(pieces[index + 1]?.text ?? "")) &&
      !((ownsNext || isOneOfAKind(next)) && !isKnownPlace(pieces[index + 1], context))
    );
  });
  const [cue, name] = [pieces[at], pieces[at + 1]];
  if (at < 0 || cue === undefined || name === undefined) return undefined;
  const place = weakPlace(name.text, context, isGrammar(cue, "on") ? "cluster" : "namespace");
  const both = joined(found, place);
  if (both === undefined) return undefined;
  return { found: both, pieces: withoutRange(pieces, at, cueAfter(pieces, at + 2)) };
};

/** “On the visit ingress”: what stands before its kind is the name of one. */
const isOneOfAKind = (next: Piece | undefined): boolean =>
  next?.meaning.is === "resource" &&
  !next.meaning.plural &&
  placeWord(next) === undefined &&
  /[a-z]$/iu.test(next.text);

/** A trouble of no kind that is named. */
const tellsOfTrouble = (pieces: readonly Piece[]): boolean =>
  pieces.some(
    ({ meaning }) => meaning.is === "quality" && (meaning.quality === "errors" || meaning.quality === "broken"),
  ) && !pieces.some(({ meaning }) => meaning.is === "resource");

/** “Errors in redis-0”, “ErrImagePull on web”: what has a trouble, though a place could be called so as well. */
const isThing = (cue: Piece, named: Piece | undefined, context: RequestContext): boolean =>
  !isKnownPlace(named, context) &&
  (/[a-z]-\d{1,3}$/iu.test(named?.text ?? "") || (isGrammar(cue, "on") && (context.clusters ?? []).length > 0));

/** "dev 里", "dev 环境", "staging environment". Not "pod x 里", "进到 redis-0 里", "web-0 里的日志". */
const beforeCue: Step = (pieces, found, context) => {
  const at = pieces.findIndex(
    (piece, index) =>
      isPlaceName(piece, context) &&
      isGrammar(pieces[index + 1], "inside") &&
      pieces[index - 1]?.meaning.is !== "resource" &&
      !holdsSomething(pieces, index, context) &&
      (isKnownPlace(piece, context) || !isOfOneThing(pieces, index)),
  );
  const name = pieces[at];
  if (at < 0 || name === undefined) return undefined;
  const place = weakPlace(name.text, context, "namespace");
  const both = joined(found, place);
  if (both === undefined) return undefined;
  return { found: both, pieces: withoutRange(pieces, at, cueAfter(pieces, at + 1)) };
};

/** “app-settings 里有什么”: what is no namespace of those that are known, and has a name of two words, is a thing. */
const holdsSomething = (pieces: readonly Piece[], index: number, context: RequestContext): boolean => {
  const { text = "" } = pieces[index] ?? {};
  const onlyLooks = pieces
    .slice(index + 2)
    .every(({ meaning }) => meaning.is !== "resource" && meaning.is !== "quality");
  return (
    (context.namespaces ?? []).length > 0 && !isKnownPlace(pieces[index], context) && text.includes("-") && onlyLooks
  );
};

/** What one goes into, and what has a log and is named like a pod, is a thing rather than a place. */
const isOfOneThing = (pieces: readonly Piece[], index: number): boolean => {
  const { text = "" } = pieces[index] ?? {};
  const after = pieces[isGrammar(pieces[index + 2], "of") ? index + 3 : index + 2];
  const before = pieces[index - 1]?.meaning;
  return (before?.is === "intent" && before.intent === "exec") || (asksForLogs(after) && /[-.\d]/u.test(text));
};

/** A known place, or a namespace that every team has, without any cue. Not a name that stands beside its resource. */
const knownName: Step = (pieces, found, context) => {
  const at = pieces.findIndex(
    (piece, index) =>
      isWord(piece) && !namesOneOf(pieces[index - 1]) && openPlace(piece.text, found, context) !== undefined,
  );
  const name = pieces[at];
  if (at < 0 || name === undefined) return undefined;
  return {
    found: { ...found, ...openPlace(name.text, found, context) },
    pieces: withoutRange(pieces, cueBefore(pieces, at), cueAfter(pieces, at + 1)),
  };
};

/** What follows “pod” is its name; what follows “pods” is no name of one. */
const namesOneOf = (piece: Piece | undefined): boolean =>
  piece?.meaning.is === "resource" && !(piece.meaning.plural && /[a-z]$/iu.test(piece.text));

/** A place that is still open. Beside its cluster, "dev" of "dev-cluster" can only mean the namespace. */
const openPlace = (name: string, found: Places, context: RequestContext): Places | undefined => {
  const place = knownPlace(name, context);
  const both = place && joined(found, place);
  if (place === undefined || both !== undefined) return both;
  const means = place.clusterWord !== undefined && found.namespace === undefined && isUsualNamespace(name);
  return means ? { namespace: name } : undefined;
};

const knownPlace = (name: string, context: RequestContext): Places | undefined => {
  const namespace = knownNamespace(name, context);
  if (namespace !== undefined) return { namespace };
  const cluster = clusterOf(name, context.clusters);
  if (cluster !== undefined)
    return cluster.toLowerCase() === name.toLowerCase() ? { cluster } : { cluster, clusterWord: name };
  return isUsualNamespace(name) ? { namespace: name } : undefined;
};

/** "on prod" means a cluster, unless the clusters are known and none is called that. */
const weakPlace = (name: string, context: RequestContext, otherwise: "cluster" | "namespace"): Places => {
  const known = knownPlace(name, context);
  const guessed = known?.namespace !== undefined && knownNamespace(name, context) === undefined;
  const cluster = otherwise === "cluster" && (known === undefined || (guessed && context.clusters === undefined));
  return cluster ? { cluster: name } : (known ?? { namespace: name });
};

const knownNamespace = (name: string, { namespaces = [] }: RequestContext): string | undefined =>
  namespaces.find((namespace) => namespace.toLowerCase() === name.toLowerCase());

const namespaceOf = (name: string, context: RequestContext): Places => ({
  namespace: knownNamespace(name, context) ?? name,
});

/**
 * A further place beside those that were found; undefined where there is one of its kind already. A cluster that is named
 * in full shows that the part of its name which stood for it was meant as a namespace: "in dev on dev-cluster".
 */
const joined = ({ clusterWord, ...found }: Places, place: Places): Places | undefined => {
  const guessed = clusterWord !== undefined && found.namespace === undefined;
  if (guessed && place.cluster !== undefined && place.clusterWord === undefined)
    return { ...found, ...place, namespace: clusterWord };
  const taken =
    (place.namespace !== undefined && found.namespace !== undefined) ||
    (place.cluster !== undefined && found.cluster !== undefined);
  return taken ? undefined : { ...found, ...(clusterWord === undefined ? {} : { clusterWord }), ...place };
};

const placeWord = (piece: Piece | undefined): "cluster" | "namespace" | undefined => {
  if (piece?.meaning.is !== "resource") return undefined;
  const { resource } = piece.meaning;
  return resource === "cluster" || resource === "namespace" ? resource : undefined;
};

/** A word that can name a place: unknown to the tables, or known as a place. */
const isPlaceName = (piece: Piece | undefined, context: RequestContext): boolean =>
  isWord(piece) &&
  (/[A-Za-z]/u.test(piece?.text ?? "") || isKnownPlace(piece, context)) &&
  !/[/:=]/u.test(piece?.text ?? "");

const isKnownPlace = (piece: Piece | undefined, context: RequestContext): boolean =>
  piece !== undefined && knownPlace(piece.text, context) !== undefined;

const isWord = (piece: Piece | undefined): boolean => piece?.meaning.is === "word";

const asksForLogs = (piece: Piece | undefined): boolean =>
  piece?.meaning.is === "intent" && piece.meaning.intent === "logs";

const asksForAll = ({ meaning }: Piece): boolean =>
  meaning.is === "intent" &&
  ["status", "wellbeing", "overview", "health", "logs", "top", "usage", "problem"].includes(meaning.intent);

const skipNamed = (pieces: readonly Piece[], index: number): number =>
  isGrammar(pieces[index], "named") ? index + 1 : index;

const cueBefore = (pieces: readonly Piece[], index: number): number =>
  isGrammar(pieces[index - 1], "in", "on", "of") && !isGrammar(pieces[index - 1], "inside") ? index - 1 : index;

const cueAfter = (pieces: readonly Piece[], index: number): number =>
  isGrammar(pieces[index], "inside") ? cueAfter(pieces, index + 1) : index;

const withoutRange = (pieces: readonly Piece[], start: number, end: number): readonly Piece[] => [
  ...pieces.slice(0, start),
  ...pieces.slice(end),
];
