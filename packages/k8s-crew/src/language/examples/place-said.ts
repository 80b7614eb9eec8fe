import { isUsualNamespace } from "../lexicon/usual-names.ts";
import { withPlaceWords } from "../sentence/place-words.ts";
import { takePlaces } from "../sentence/places.ts";
import { nameStages } from "../sentence/stages.ts";
import { literally } from "../text/pattern.ts";
import { readPieces } from "../text/phrases.ts";
import type { RequestContext } from "../types.ts";

/** Where something is, as far as that was said, and the text without it. */
export type PlaceSaid = { readonly namespace?: string; readonly cluster?: string; readonly rest: string };

/** Takes the place out of a text. A word is a place where it is known as one, or called one. */
export const placeSaid = (said: string, context: RequestContext): PlaceSaid => {
  const { clusters = [], namespaces = [] } = context;
  const text = nameStages(said, [...clusters, ...namespaces]);
  const { found } = takePlaces(withPlaceWords(readPieces(text), context), context);
  const { namespace, cluster, clusterWord = cluster } = found;
  const isCertain = (name: string, known: readonly string[]) =>
    known.includes(name) || isUsualNamespace(name) || stands(name, true).test(text);
  // Where no namespace is known, a plain word that stands where one does is one.
  const isPlain = namespaces.length === 0 && /^[a-z]+$/iu.test(namespace ?? "");
  const isThere = namespace !== undefined && (isPlain || isCertain(namespace, namespaces));
  const inNamespace = isThere ? namespace : undefined;
  const inCluster = cluster !== undefined && isCertain(cluster, clusters) ? cluster : undefined;
  const taken = [inNamespace, inCluster && clusterWord].flatMap((name) => name ?? []);
  return {
    ...(inNamespace === undefined ? {} : { namespace: inNamespace }),
    ...(inCluster === undefined ? {} : { cluster: inCluster }),
    rest: taken.reduce((rest, name) => rest.replace(stands(name, false), " "), text),
  };
};

/** A name with what says that it is a place; `called`: only where its kind is said. */
const stands = (name: string, called: boolean): RegExp => {
  const value = `(?<![\\w.-])${literally(name)}(?![\\w.-])`;
  const before = "(?:(?:the )?(?:namespace|ns|cluster)|命名空间|集群)";
  const after = "(?:这个|那个)?(?:命名空间|集群)|namespace|ns|cluster";
  const cue = "(?:\\b(?:in|on|at|of|for|from|inside|within|under|over)\\s+(?:the |our |my )?)?在?\\s*";
  const inside = "(?:环境|空间|environment\\b|env\\b)?(?:里面|里头|里边|里|上面|上|中|下面|下|那边|这边)?的?";
  return new RegExp(
    called
      ? `${before}\\s*${value}|${value}\\s*(?:${after})`
      : `${cue}(?:${before}\\s*)?${value}\\s*(?:${after})?${inside}`,
    "iu",
  );
};
