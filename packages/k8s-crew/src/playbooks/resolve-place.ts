import { hasPart } from "../language/text/has-part.ts";
import type { Language } from "../language/types.ts";
import type { SurveyPlace } from "../plan/types.ts";
import { listOf } from "../words/fill.ts";
import { sayPlace } from "../words/plan-place-words.ts";

/** A cluster that may be meant, and its namespaces; undefined where they could not be listed. */
export type Found = { readonly cluster: string; readonly namespaces: readonly string[] | undefined };

/** A place as it really is called. `notes`: what a word was taken for, where it could mean something else as well. */
export type Resolved = {
  readonly kind: "found" | "nowhere";
  readonly place: SurveyPlace;
  readonly notes: readonly string[];
};

type Lists = {
  readonly found: readonly Found[];
  /** The person began in this namespace: it is no part of what was said. */
  readonly isConfigured: boolean;
  readonly language: Language;
};

/**
 * “prod” may be a namespace of that name, a part of a cluster's name or of a namespace's: what is called so comes first,
 * then clusters, then the only namespace that is like it. Where namespaces cannot be listed, what was said stands.
 */
export const resolvePlace = (said: SurveyPlace, lists: Lists): Resolved => {
  const { namespace: word, name, ...rest } = said;
  if (word !== undefined) return ofNamespace({ ...rest, ...(name === undefined ? {} : { name }) }, word, lists);
  // A bare name is a namespace where there is one of that name.
  const holding = name === undefined ? [] : clustersWith(name, lists.found);
  if (name === undefined || holding.length === 0) return { kind: "found", place: said, notes: [] };
  return { kind: "found", place: { ...rest, namespace: name, ...among(holding, lists.found) }, notes: [] };
};

const ofNamespace = (rest: SurveyPlace, word: string, { found, isConfigured, language }: Lists): Resolved => {
  const holding = clustersWith(word, found);
  const alike = rest.cluster !== undefined || isConfigured ? [] : clustersLike(word, found);
  if (holding.length > 0) {
    const clusters = listOf(language, alike);
    const notes = alike.length === 0 ? [] : [sayPlace(language, "takenAsNamespace", { word, clusters })];
    const unlisted = found.filter(({ namespaces }) => namespaces === undefined).map(({ cluster }) => cluster);
    return {
      kind: "found",
      place: { ...rest, namespace: word, ...among([...holding, ...unlisted], found) },
      notes,
    };
  }
  const near = namespacesLike(word, found);
  if (alike.length > 0)
    return { kind: "found", place: withinThem(rest, alike, found), notes: asClusters(word, { alike, near, language }) };
  if (found.some(({ namespaces }) => namespaces === undefined))
    return { kind: "found", place: { ...rest, namespace: word }, notes: [] };
  const [only] = near;
  if (only === undefined || near.length > 1 || isConfigured)
    return { kind: "nowhere", place: { ...rest, namespace: word }, notes: [] };
  return {
    kind: "found",
    place: { ...rest, namespace: only, ...among(clustersWith(only, found), found) },
    notes: [sayPlace(language, "takenAsNearest", { word, namespace: only })],
  };
};

/** In clusters that are called so a bare name may be a namespace, too. */
const withinThem = ({ name, ...rest }: SurveyPlace, among: readonly string[], found: readonly Found[]): SurveyPlace => {
  const holding = name === undefined ? [] : clustersWith(name, found).filter((cluster) => among.includes(cluster));
  if (name !== undefined && holding.length > 0) return { ...rest, namespace: name, among: holding };
  return { ...rest, ...(name === undefined ? {} : { name }), among };
};

type Like = { readonly alike: readonly string[]; readonly near: readonly string[]; readonly language: Language };

const asClusters = (word: string, { alike, near, language }: Like): readonly string[] => {
  const [other] = near;
  const slots = { word, clusters: listOf(language, alike) };
  // A cluster that is called just so needs no word about it.
  if (alike.length === 1 && alike[0] === word) return [];
  return [
    other === undefined
      ? sayPlace(language, "takenAsCluster", slots)
      : sayPlace(language, "takenAsClusterNot", { ...slots, namespaces: listOf(language, near), namespace: other }),
  ];
};

const clustersWith = (namespace: string, found: readonly Found[]): readonly string[] =>
  found.filter(({ namespaces }) => namespaces?.includes(namespace)).map(({ cluster }) => cluster);

/** The cluster of that name, else those that have it in their names. */
const clustersLike = (word: string, found: readonly Found[]): readonly string[] => {
  const names = found.map(({ cluster }) => cluster);
  const exact = names.filter((name) => name.toLowerCase() === word.toLowerCase());
  return exact.length > 0 ? exact : names.filter((name) => hasPart(name.toLowerCase(), word.toLowerCase()));
};

/** A beginning of fewer letters is like too much. */
const fewestLetters = 3;

const namespacesLike = (word: string, found: readonly Found[]): readonly string[] => {
  const said = word.toLowerCase();
  const names = [...new Set(found.flatMap(({ namespaces }) => namespaces ?? []))];
  return names.filter((name) => hasPart(name, said) || (said.length >= fewestLetters && name.startsWith(said)));
};

/** Said only where it leaves some out. */
const among = (clusters: readonly string[], found: readonly Found[]): Pick<SurveyPlace, "among"> =>
  clusters.length < found.length ? { among: clusters } : {};
