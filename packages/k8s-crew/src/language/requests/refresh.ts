import { alsoOfThings, cacheEmptied, joined, placeAnew, readAnew } from "../lexicon/cache-words.ts";
import { normalize } from "../text/normalize.ts";
import { meaningOfWord, readPieces } from "../text/phrases.ts";
import type { Request, RequestContext } from "../types.ts";
import { meansEverythingKept, placeNamed } from "./place-named.ts";

type Said = Pick<Request, "kind" | "command" | "commandArgument">;

/** Who says more tells of more than the cache. */
const longest = 160;

/** “Drop the cache”, “清除 dev 的缓存”, “重新读取”, “refresh namespace dev”: `/refresh` in words, with what it is about. */
export const readRefresh = (message: string, names: RequestContext = {}): Said | undefined => {
  if (message.length > longest) return undefined;
  const text = normalize(message).replace(/\s+/gu, " ");
  if (readAnew.some((pattern) => pattern.test(text))) return refreshing("");
  const emptied = groupsOf(cacheEmptied, text);
  if (emptied !== undefined) return ofCache(emptied, names);
  const place = groupsOf(placeAnew, text)?.place ?? "";
  if (place !== "" && meansEverythingKept(place)) return refreshing("");
  return isPlace(place, names) ? refreshing(place) : undefined;
};

type Groups = { readonly [group: string]: string | undefined };

/** What stands before “cache” is a part of what is kept, where that is known or tied to it (“dev 的缓存”); else it is part of a name. */
const ofCache = ({ verb = "", article = "", of = "", cache = "", place }: Groups, names: RequestContext) => {
  if (joined.test(`${of} ${place ?? ""}`)) return undefined;
  const said = savedOf(of);
  const within = place === undefined || meansEverythingKept(place) ? "" : place;
  if (said.text === "" || meansEverythingKept(said.text)) return refreshing(within);
  const isKind = isKindOnly(said.text);
  const known = isKind || isPlace(said.text, names) || isKindAndPlace(said.text);
  // Nothing is called 缓存: “redis 缓存” is what redis keeps.
  const tied = said.tied || (cache === "缓存" && /^[\w.-]+$/u.test(said.text));
  if (!tied && (!known || (isKind && namesThing({ verb, article, of: said.text, cache })))) return undefined;
  return refreshing(within === "" ? said.text : `${said.text} in ${within}`);
};

type Naming = { readonly verb: string; readonly article: string; readonly of: string; readonly cache: string };

/** “Delete deployment cache” has a thing as its object; hardly any pod is called so and nothing more. */
const namesThing = ({ verb, article, of, cache }: Naming): boolean =>
  alsoOfThings.test(verb) && cache !== "缓存" && !(/s$/iu.test(of) || (article !== "" && /^pod$/iu.test(of)));

/** What the cache is said to be of, without what ties it to it. */
const savedOf = (said: string): { readonly text: string; readonly tied: boolean } => {
  const text = said.trim().replace(/^(?:所有|全部|关于|有关|在)\s*/u, "");
  const untied = text.replace(/\s*(?:(?:里面?|中|下面?|上面?)?的|里面?|中|下|上|'s)$/u, "");
  return { text: untied.trim(), tied: untied !== text };
};

const isKindOnly = (text: string): boolean => {
  const pieces = readPieces(text);
  return pieces.length === 1 && pieces[0]?.meaning.is === "resource";
};

/** “dev 的 pod”, “pods in dev”: with more than the kind alone. */
const isKindAndPlace = (text: string): boolean =>
  /的|\b(?:in|of|on)\b/iu.test(text) && readPieces(text).some(({ meaning }) => meaning.is === "resource");

/** “namespace list” names no place. */
const isPlace = (text: string, { clusters = [], namespaces = [] }: RequestContext): boolean => {
  const known = [...clusters, ...namespaces];
  if (known.includes(text)) return true;
  const named = placeNamed(text);
  return named !== undefined && (known.includes(named.name) || meaningOfWord(named.name) === undefined);
};

const groupsOf = (patterns: readonly RegExp[], text: string): Groups | undefined =>
  patterns.map((pattern) => pattern.exec(text)?.groups).find((groups) => groups !== undefined);

const refreshing = (argument: string): Said => ({
  kind: "command",
  command: "refresh",
  ...(argument === "" ? {} : { commandArgument: argument }),
});
