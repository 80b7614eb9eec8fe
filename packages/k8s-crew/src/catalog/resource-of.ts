import { isPlural, resourceOfWord } from "./resource-words.ts";
import type { Verb } from "./types.ts";
import { isUnknown } from "./verb-of.ts";
import { verbOfWord } from "./verbs.ts";
import { anyResource, aspects, compoundHeads, noise, prepositions } from "./vocabulary.ts";

/**
 * The resource that words speak of: a key of the resource table, `*` for “resource” itself, `other` for a thing that
 * the table does not know, undefined when they name nothing.
 */
export const resourceOfTokens = (tokens: readonly string[], verb: Verb): string | undefined => {
  const nouns = nounsOf(tokens);
  const [head, rest] = cutAtPreposition(nouns);
  return headOf(head, verb) ?? headOf(rest, verb);
};

/** All resources that words speak of, in order. */
export const resourcesIn = (tokens: readonly string[]): readonly string[] =>
  nounsOf(tokens).flatMap((word) => resourceOfWord(word) ?? []);

/** True when the thing spoken of is written in the plural: `get_pods`. */
export const speaksInPlural = (tokens: readonly string[]): boolean => {
  const [head, rest] = cutAtPreposition(nounsOf(tokens));
  const last = (head.length > 0 ? head : rest).findLast((word) => resourceOfWord(word) !== undefined);
  return last !== undefined && isPlural(last);
};

/** Where things are, rather than things. */
export const isPlace = (resource: string): boolean => resource === "cluster" || resource === "namespace";

/** Verbs go; `deploy` and `部署` are verbs at the start and things elsewhere. */
const nounsOf = (tokens: readonly string[]): readonly string[] => {
  const said = tokens.filter((word) => !noise.has(word));
  return said.filter((word, at) => {
    const meaning = verbOfWord(word);
    if (meaning === undefined) return true;
    if (aspects.has(word)) return true;
    return resourceOfWord(word) !== undefined && at > 0;
  });
};

const cutAtPreposition = (words: readonly string[]): readonly [head: readonly string[], rest: readonly string[]] => {
  const at = words.findIndex((word) => prepositions.has(word));
  return at < 0 ? [words, []] : [words.slice(0, at), words.slice(at + 1).filter((word) => !prepositions.has(word))];
};

/** In “deployment hpa list” the last thing is meant; places (cluster, namespace) only when nothing else is there. */
const headOf = (words: readonly string[], verb: Verb): string | undefined => {
  const things = words.flatMap((word, at) => {
    const key = resourceOfWord(word);
    return key === undefined ? [] : [{ key, at, word }];
  });
  const thing = things.findLast(({ key }) => !isPlace(key));
  const general = words.some((word) => anyResource.has(word));
  const unknown = words.some(isUnknown);
  if (thing === undefined && general) return "*";
  const meant = thing ?? things.at(-1);
  if (meant === undefined) return unknown ? "other" : undefined;
  return isAnotherThing({ after: words.slice(meant.at + 1), plural: isPlural(meant.word), verb }) ? "other" : meant.key;
};

/** For these, a part of the thing is not the thing: who lists pod files lists no pods. */
const wholeOnly: ReadonlySet<Verb> = new Set(["list", "delete", "create"]);

const isAnotherThing = ({
  after,
  plural,
  verb,
}: {
  readonly after: readonly string[];
  readonly plural: boolean;
  readonly verb: Verb;
}): boolean => {
  const next = after.filter((word) => !aspects.has(word) && !anyResource.has(word));
  if (next.some((word) => compoundHeads.has(word))) return true;
  return wholeOnly.has(verb) && !plural && next.length > 0;
};
