import { resourceByKey } from "../../catalog/resources.ts";
import { unmarked } from "../../choices/choices.ts";
import { hasPart } from "../../language/text/has-part.ts";
import { drive, together } from "../../overview/chains.ts";
import { listEverywhere, type Place, templateOf } from "../../overview/list-everywhere.ts";
import type { Row } from "../../results/types.ts";
import type { Parts } from "../parts.ts";
import { verdictAge } from "../reads/max-age.ts";
import { readAnew } from "../reads/read-all.ts";

/** Where a thing is looked for; `namespaces`: how many there are. */
export type SearchPlace = Place & { readonly namespaces: number };

export type Found = { readonly resource: string; readonly row: Row };

/**
 * Kinds that a thing is looked for among of which only the name was said: what people run before what belongs to it. Each
 * row is read at once, and only where the rows before it have nothing of that name.
 */
const searched: readonly (readonly string[])[] = [
  ["deployment", "statefulset", "daemonset", "cronjob", "job", "service", "node", "pvc", "pod"],
  ["ingress", "configmap", "secret", "hpa", "resourcequota", "serviceaccount", "networkpolicy", "pv", "storageclass"],
  ["pdb", "limitrange", "role", "rolebinding", "clusterrole", "clusterrolebinding", "ingressclass"],
];

/** Lists that a search takes at most where each is of one namespace. */
const mostLists = 60;

type Wanted = {
  readonly words: readonly string[];
  /** Words that are tried where none of the others names anything. */
  readonly perhaps: readonly string[];
  /** Also among kinds that are rarely spoken of. */
  readonly everyKind: boolean;
  /** Kinds that are not looked through. */
  readonly except: readonly string[];
};

/** All that is called by one of the words; by a part of its name where nothing is called so in full. */
export const searchThings = async (
  parts: Parts,
  place: SearchPlace,
  { words, perhaps, everyKind, except }: Wanted,
): Promise<readonly Found[]> => {
  const seen: Found[] = [];
  let left = mostLists;
  for (const row of everyKind ? searched : searched.slice(0, 1)) {
    const kinds = row.filter((kind) => !except.includes(kind));
    const { chosen, lists } = affordable(place, kinds, left);
    left -= lists;
    const there = await listed(parts, place, chosen);
    const called = there.filter(({ row }) => words.some((word) => isCalled(row, word)));
    if (called.length > 0) return called;
    seen.push(...there);
  }
  const otherwise = seen.filter(({ row }) => perhaps.some((word) => isCalled(row, word)));
  if (otherwise.length > 0) return otherwise;
  return seen.filter(({ row, resource }) => resource !== "pod" && words.some((word) => isPartly(row, word)));
};

/**
 * The rows of lists over the place, young enough to tell what there is not; none of a kind that cannot be listed.
 */
export const listed = async (parts: Parts, place: Place, kinds: readonly string[]): Promise<readonly Found[]> => {
  const limits = { signal: parts.turn().signal, maxAgeMs: verdictAge(parts.settings.maxAgeMs) };
  const chains = kinds.map((resource) => listEverywhere(placeOf(place, resource), resource, { whole: true }));
  const listings = await drive(together(chains), (reads) => readAnew(parts, reads, limits));
  return listings.flatMap((listing, index) =>
    listing.kind === "listed" ? listing.items.map((row) => ({ resource: kinds[index] ?? "", row: unmarked(row) })) : [],
  );
};

const placeOf = ({ namespace, ...place }: Place, resource: string): Place =>
  namespace === undefined || resourceByKey.get(resource)?.namespaced === false ? place : { ...place, namespace };

/** The kinds that may be read, and how many lists those take that are read namespace by namespace. */
const affordable = (place: SearchPlace, kinds: readonly string[], left: number) => {
  const isByNamespace = (resource: string) =>
    place.namespace === undefined &&
    resourceByKey.get(resource)?.namespaced === true &&
    templateOf(place, resource, "all") === undefined;
  const each = kinds.filter(isByNamespace).slice(0, Math.floor(left / Math.max(1, place.namespaces)));
  const chosen = kinds.filter((resource) => !isByNamespace(resource) || each.includes(resource));
  return { chosen, lists: each.length * place.namespaces };
};

const isCalled = ({ name }: Row, word: string): boolean => name.toLowerCase() === word.toLowerCase();

/** Shorter parts are in too many names. */
const leastPart = 4;

const isPartly = ({ name }: Row, word: string): boolean =>
  word.length >= leastPart && hasPart(name.toLowerCase(), word.toLowerCase());
