import type { Verb } from "./types.ts";
import { isUnknown } from "./verb-of.ts";
import { verbOfWord } from "./verbs.ts";
import { aspects } from "./vocabulary.ts";

/** Words of a name beyond its verb and its resource: the more, the more special what it does. */
export const extrasIn = (tokens: readonly string[], verb: Verb): number =>
  tokens.filter(
    (word) =>
      isUnknown(word) ||
      (aspects.has(word) && !plainAspects.has(word) && (verb === "get" || verbOfWord(word)?.verb !== verb)),
  ).length;

/** Aspects that change nothing about what is shown. */
const plainAspects: ReadonlySet<string> = new Set([
  "info",
  "information",
  "detail",
  "details",
  "list",
  "name",
  "names",
  "列表",
  "详情",
  "信息",
]);
