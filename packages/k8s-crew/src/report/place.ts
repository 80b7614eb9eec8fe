import { namedThing } from "../words/nouns.ts";
import { say } from "../words/report-words.ts";
import type { AnswerContext } from "./answer-context.ts";

/** Kinds that stand in no namespace, though a call about them may have named one. */
const unplaced: readonly string[] = ["namespace", "node"];

/**
 * Where something is, to stand behind a noun: `（集群 prod，命名空间 shop）`, ` in all namespaces of the current cluster`;
 * "" when not known.
 */
export function placeOf(context: AnswerContext): string {
  const parts = placeParts(context);
  if (parts.length === 0) return "";
  if (context.language === "zh") return `（${parts.toReversed().join("，")}）`;
  return ` in ${parts.join(" of ")}`;
}

/** Which of a kind a list was narrowed to, and where. */
export function scopeOf(context: AnswerContext): string {
  const subject = subjectOf(context);
  if (subject === "") return placeOf(context);
  if (context.language === "zh") return `（${[subject, ...placeParts(context).toReversed()].join("，")}）`;
  return ` ${subject}${placeOf(context)}`;
}

function placeParts({ cluster, currentCluster, namespace, everywhere, language, resource }: AnswerContext) {
  if (resource === "cluster") return [];
  const inNamespace = namespace !== undefined && !unplaced.includes(resource);
  return [
    ...(inNamespace ? [say(language, "inNamespace", { namespace })] : []),
    ...(namespace === undefined && everywhere === true ? [say(language, "inAllNamespaces")] : []),
    ...(cluster === undefined ? [] : [say(language, "inCluster", { cluster })]),
    ...(cluster === undefined && currentCluster === true ? [say(language, "inCurrentCluster")] : []),
  ];
}

function subjectOf(context: AnswerContext): string {
  const onNode = context.node === undefined ? "" : say(context.language, "onNode", { node: context.node });
  return [namedIn(context), onNode].filter((part) => part !== "").join(context.language === "zh" ? "，" : " ");
}

function namedIn({ resource, of, name, nameContains, language }: AnswerContext): string {
  const said = name ?? nameContains;
  if (said === undefined || said === "") return "";
  if (resource === "event") {
    const thing = of === undefined ? said : namedThing(language, of, said);
    return say(language, "ofThing", { thing });
  }
  return say(language, name === undefined ? "nameContains" : "named", { name: said });
}

/** What was asked for: `pod web-1`, or the kind alone. */
export function thingOf({ resource, name, language }: AnswerContext): string {
  return namedThing(language, resource, name);
}
