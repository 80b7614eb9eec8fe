import type { CachedEntry } from "@k8s-copilot/crew";
import { clusterIn, kindsIn, namespaceIn } from "../../cache/spots.ts";
import type { Catalog } from "../../catalog/types.ts";
import type { Language } from "../../output/output.ts";
import { formatAge } from "../../results/age.ts";
import { sayCache } from "../../words/cache-words.ts";
import { nounOf } from "../../words/nouns.ts";
import type { Parts } from "../parts.ts";

/** What is kept, kind by kind and place by place, and what that saved so far. */
export const cacheText = ({ runner, catalog }: Parts, language: Language): string => {
  const entries = runner.entries();
  const { hits, sent, savedMs } = runner.stats();
  const sums = sayCache(language, "cacheSums", { hits, sent, saved: secondsText(savedMs) });
  if (entries.length === 0) return [sayCache(language, "cacheEmpty"), sums].join("\n");
  return [
    sayCache(language, "cacheKept", { count: entries.length }),
    ...groupsOf(entries, catalog, language).map(([what, group]) => rowText(what, group, language)),
    sums,
    sayCache(language, "cacheHow"),
  ].join("\n");
};

const groupsOf = (entries: readonly CachedEntry[], catalog: Catalog, language: Language) => {
  const groups = new Map<string, CachedEntry[]>();
  for (const entry of entries) {
    const what = whatOf(entry, catalog, language);
    groups.set(what, [...(groups.get(what) ?? []), entry]);
  }
  return [...groups].toSorted(([one], [other]) => one.localeCompare(other));
};

/** `pods, dev-cluster/dev`; without a place where the call named none. */
const whatOf = ({ tool, args }: CachedEntry, catalog: Catalog, language: Language): string => {
  const entry = catalog.get(tool);
  if (entry === undefined) return tool;
  const [kind = ""] = kindsIn(entry, args);
  const place = [clusterIn(entry, args), namespaceIn(entry, args)].filter((name) => name !== "").join("/");
  const noun = nounOf(kind, 2, language);
  return place === "" ? noun : `${noun}${language === "zh" ? "，" : ", "}${place}`;
};

const rowText = (what: string, group: readonly CachedEntry[], language: Language): string =>
  sayCache(language, "cacheRow", {
    what,
    count: group.length,
    age: secondsText(Math.max(...group.map(({ ageMs }) => ageMs))),
    left: secondsText(Math.max(0, Math.min(...group.map(({ ageMs, ttlMs }) => ttlMs - ageMs)))),
    size: sizeText(group.reduce((sum, { bytes }) => sum + bytes, 0)),
  });

const secondsText = (ms: number): string => (ms < 1_000 ? `${Math.round(ms)} ms` : formatAge(Math.round(ms / 1_000)));

const sizeText = (bytes: number): string => (bytes < 1_000 ? `${bytes} B` : `${Math.round(bytes / 1_000)} kB`);
