import { emptyWords, leadsNowhere, runsNothing, unusedWords, usedByPods } from "../lexicon/unused.ts";
import type { RequestFields } from "../types.ts";
import { readNarrowed, type Situation } from "./read-sentence.ts";

/** Things that nothing uses, that lead nowhere, hold nothing or run nothing. */
export const readUnused = (text: string, situation: Situation): RequestFields | undefined =>
  unreferenced(text, situation) ?? nowhere(text, situation) ?? empty(text, situation) ?? idle(text, situation);

const listed = (text: string, words: RegExp, situation: Situation): RequestFields | undefined => {
  if (!words.test(text)) return undefined;
  const look = situation.language === "zh" ? "列出" : "list";
  const rest = text.replace(words, " ");
  const { conditions: _, quality: __, refersBack: ___, ...fields } = readNarrowed(`${look} ${rest}`, situation);
  const lists = fields.kind === "request" && fields.verb === "list" && fields.name === undefined;
  return lists ? fields : undefined;
};

/** “Unused configmaps”: things that no pod refers to; of volumes those that no claim has. */
const unreferenced = (text: string, situation: Situation): RequestFields | undefined => {
  if (unusedWords.test(text) && /\bimages?\b|镜像/iu.test(text))
    return { kind: "request", view: "call", verb: "list", resource: "image", unused: true };
  const fields = listed(text, unusedWords, situation);
  const { resource = "" } = fields ?? {};
  if (resource === "pv") return { ...fields, conditions: [{ field: "status", comparison: "is", value: "unbound" }] };
  if (resource === "service") return withoutEndpoints(fields);
  return usedByPods.has(resource) ? { ...fields, unused: true } : undefined;
};

/** “Services that point at nothing” are told by the endpoints, which have the services' names. */
const nowhere = (text: string, situation: Situation): RequestFields | undefined => {
  const fields = listed(text, leadsNowhere, situation);
  return fields?.resource === "service" ? withoutEndpoints(fields) : undefined;
};

const withoutEndpoints = (fields: RequestFields | undefined): RequestFields => ({
  ...fields,
  resource: "endpoint",
  conditions: [{ field: "endpoints", comparison: "missing" }],
});

/** “Empty namespaces”: those that no pod stands in. */
const empty = (text: string, situation: Situation): RequestFields | undefined => {
  if (!emptyWords.test(text) || !/\b(?:namespaces?|ns)\b|命名空间/iu.test(text)) return undefined;
  const { cluster } = readNarrowed(text.replace(emptyWords, " "), situation);
  const place = cluster === undefined ? {} : { cluster };
  return { kind: "request", view: "call", verb: "list", resource: "namespace", unused: true, ...place };
};

/** Said of what is to be done, not of how it is. */
const orders = /[把将]|都\s?(?:给我)?\s?缩/u;

/** “Deployments scaled to zero”. */
const idle = (text: string, situation: Situation): RequestFields | undefined => {
  if (orders.test(text)) return undefined;
  const fields = listed(text, runsNothing, situation);
  if (fields === undefined || !scalable.has(fields.resource ?? "")) return undefined;
  return { ...fields, conditions: [{ field: "replicas", comparison: "equal", value: "0" }] };
};

const scalable: ReadonlySet<string> = new Set(["deployment", "statefulset", "replicaset"]);

/** Of kinds of which no list tells whether anything uses them, the words for that are told as left out. */
export const withUnusedLeft = (fields: RequestFields, text: string): RequestFields => {
  const { kind, verb, unused, conditions, usedThing } = fields;
  const isOpen = kind === "request" && (verb === "list" || verb === "delete") && usedThing === undefined;
  const said = isOpen && unused === undefined ? unusedWords.exec(text)?.[0].trim() : undefined;
  // Claims and volumes say it themselves, by what they are bound to.
  if (said === undefined || conditions !== undefined) return fields;
  return { ...fields, unread: [...new Set([...(fields.unread ?? []), said])] };
};
