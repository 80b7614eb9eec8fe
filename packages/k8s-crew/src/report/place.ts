import { namedThing } from "../words/nouns.ts";
import { say } from "../words/report-words.ts";
import type { AnswerContext } from "./answer-context.ts";

/** Where something is, to stand behind a noun: `（命名空间 shop）`, ` in namespace shop of cluster prod`; "" when not known. */
export function placeOf({ cluster, namespace, language, resource }: AnswerContext): string {
  if (resource === "cluster") return "";
  const inNamespace = namespace !== undefined && resource !== "namespace" && resource !== "node";
  if (cluster !== undefined && inNamespace) return say(language, "placeBoth", { cluster, namespace });
  if (inNamespace) return say(language, "placeNamespace", { namespace });
  return cluster === undefined ? "" : say(language, "placeCluster", { cluster });
}

/** What was asked for: `pod web-1`, or the kind alone. */
export function thingOf({ resource, name, language }: AnswerContext): string {
  return namedThing(language, resource, name);
}
