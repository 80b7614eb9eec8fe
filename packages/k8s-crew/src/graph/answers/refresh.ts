import { clusterIn, namespaceIn } from "../../cache/spots.ts";
import { tagOf } from "../../cache/tags.ts";
import { meansEverythingKept, type RefreshScope, type RequestContext, readRefreshScope } from "../../language/index.ts";
import type { Language } from "../../output/output.ts";
import { sayCache } from "../../words/cache-words.ts";
import { say } from "../../words/conversation-words.ts";
import { nounOf } from "../../words/nouns.ts";
import type { Parts } from "../parts.ts";
import type { State, Update } from "../state.ts";

/** `/refresh`, `/refresh namespace dev`, `/refresh pods`: what was kept of it is dropped, and how much that was is said. */
export const refreshed = (parts: Parts, state: State, argument: string): Update => {
  const { language } = state;
  if (argument.trim() === "" || meansEverythingKept(argument)) return { answer: emptied(parts, language), known: {} };
  const names = namesKept(parts, state);
  const scope = readRefreshScope(argument, names);
  if (scope === undefined) return { answer: sayCache(language, "unknownScope", { said: argument.slice(0, 80) }) };
  const what = scopeText(scope, language);
  const count = parts.runner.drop(dropsOf(scope));
  const said = sayCache(language, count === 0 ? "nothingKept" : "dropped", { what, count });
  return { answer: [said, ...unknownCluster(scope, names, language)].join("\n"), known: {} };
};

/** Drops all that is kept, and says how much that was. */
export const emptied = ({ runner }: Parts, language: Language): string =>
  say(language, "refreshed", { count: runner.drop([tagOf({})]) });

/** The names that are known, those that the conversation is about, and those that something is kept of. */
export const namesKept = ({ runner, catalog }: Parts, { known, entities }: State): RequestContext => {
  const kept = runner.entries().flatMap(({ tool, args }) => {
    const entry = catalog.get(tool);
    return entry === undefined ? [] : [{ cluster: clusterIn(entry, args), namespace: namespaceIn(entry, args) }];
  });
  const named = (names: readonly string[]) => [...new Set(names)].filter((name) => name !== "");
  return {
    clusters: named([entities.cluster?.value ?? "", ...(known.cluster ?? []), ...kept.map(({ cluster }) => cluster)]),
    namespaces: named([
      entities.namespace?.value ?? "",
      ...(known.namespace ?? []),
      ...kept.map(({ namespace }) => namespace),
    ]),
  };
};

/** What names no cluster may still have been dropped for one that nobody has seen. */
const unknownCluster = (
  { cluster }: RefreshScope,
  { clusters = [] }: RequestContext,
  language: Language,
): readonly string[] =>
  cluster === undefined || clusters.length === 0 || clusters.includes(cluster)
    ? []
    : [sayCache(language, "otherClusters", { cluster, clusters: clusters.join(language === "zh" ? "、" : ", ") })];

/** What names no place may tell of any. */
const dropsOf = ({ cluster, namespace, resource }: RefreshScope): readonly string[] =>
  withOpen(cluster).flatMap((within) =>
    withOpen(namespace).map((at) => tagOf({ cluster: within, namespace: at, resource })),
  );

const withOpen = (name: string | undefined): readonly (string | undefined)[] =>
  name === undefined ? [name] : [name, ""];

const scopeText = ({ cluster, namespace, resource }: RefreshScope, language: Language): string => {
  const places = [
    ...(cluster === undefined ? [] : [placeText("cluster", cluster, language)]),
    ...(namespace === undefined ? [] : [placeText("namespace", namespace, language)]),
  ].map((text) => text.trim());
  const place = places.join(language === "zh" ? "、" : ", ");
  const kind = resource === undefined ? "" : nounOf(resource, 2, language);
  if (kind === "") return language === "zh" ? `${place} ` : place;
  return place === "" ? sayCache(language, "ofKind", { kind }) : sayCache(language, "inPlace", { place, kind });
};

const placeText = (resource: string, name: string, language: Language): string =>
  sayCache(language, "placed", { kind: nounOf(resource, 1, language), name });
