import { type Resource, resourceByKey, resources } from "./resources.ts";

/** The key of the resource that a word of a name or sentence speaks of, in singular or plural. */
export const resourceOfWord = (word: string): string | undefined =>
  unreadable.has(word) ? undefined : keyOf(word.toLowerCase());

/** True for `pods`, false for `pod` and for words that are no resource. */
export const isPlural = (word: string): boolean => !keys.has(word) && resourceOfWord(word) !== undefined;

/** The resource that the value of a kind parameter names: `Pod`, `pods`, `deployments.apps`, `po`. */
export const resourceOfKind = (value: string): Resource | undefined => {
  const key = keyOf(value.toLowerCase().replace(/\..*$/, ""));
  return key === undefined ? undefined : resourceByKey.get(key);
};

/** `Pod` → `pods`, `Ingress` → `ingresses`, `NetworkPolicy` → `networkpolicies`: the plural that kubectl and the API use. */
export const pluralOf = (resource: Resource): string => {
  const singular = resource.kind.toLowerCase();
  return singular === "endpoints" ? singular : pluralOfWord(singular);
};

/** `policy` → `policies`, `class` → `classes`: the plural of an English word in small letters. */
export const pluralOfWord = (word: string): string => {
  if (/(?:s|x|ch|sh)$/.test(word)) return `${word}es`;
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
};

/** kubectl's short name of nodes is an English word. */
const unreadable: ReadonlySet<string> = new Set(["no"]);

const keys: ReadonlyMap<string, string> = new Map(
  resources.flatMap(({ key, kind, words, zh }) =>
    [...words.map((word) => word.replace(/[ -]/g, "")), kind.toLowerCase(), ...zh]
      .filter((word) => word !== "")
      .map((word) => [word, key] as const),
  ),
);

const keyOf = (word: string): string | undefined =>
  [word, word.replace(/s$/, ""), word.replace(/es$/, ""), word.replace(/ies$/, "y")]
    .map((form) => keys.get(form))
    .find((key) => key !== undefined);
