import { effectOfVerb } from "../../catalog/verbs.ts";
import type { Condition } from "../condition.ts";
import type { RequestFields } from "../types.ts";

const objectVerbs: ReadonlySet<string> = new Set([
  "describe",
  "delete",
  "create",
  "label",
  "annotate",
  "explain",
  "patch",
  "apply",
]);

/** Kinds of which one is the default: that is no name of one. */
const withDefault: readonly (string | undefined)[] = ["storageclass", "ingressclass"];

const unnamedDefault = ({ name, ...fields }: RequestFields): RequestFields => {
  if (name?.toLowerCase() !== "default" || !withDefault.includes(fields.resource))
    return { ...fields, ...(name === undefined ? {} : { name }) };
  return fields.verb === "get" ? { ...fields, verb: "list" } : fields;
};

/** Keeps only what fits the verb. */
export const fitting = (said: RequestFields): RequestFields => {
  const { tail, lastMatching, previous, holding, yesNo, ...fields } = unnamedDefault(said);
  const { sinceSeconds, container, replicas, replicasBy, image, imageTag, labelSelector, ...narrowed } = fields;
  const rest = asList(narrowed, image);
  const logs = rest.verb === "logs";
  const timed = logs || rest.resource === "event" || rest.view === "changes";
  const labels = rest.verb !== "label" && rest.verb !== "annotate" && rest.verb !== "taint" && rest.verb !== "set";
  return {
    ...rest,
    ...(logs ? linesRead({ tail, lastMatching, previous, holding, yesNo, quality: rest.quality }) : {}),
    ...(timed && sinceSeconds !== undefined ? { sinceSeconds } : {}),
    ...((logs || rest.verb === "exec") && container !== undefined ? { container } : {}),
    ...(rest.verb === "scale" && replicas !== undefined ? { replicas } : {}),
    ...(rest.verb === "scale" && replicas === undefined && replicasBy !== undefined ? { replicasBy } : {}),
    ...(rest.verb === "set" && image !== undefined ? { image } : {}),
    ...(rest.verb === "set" && imageTag !== undefined ? { imageTag } : {}),
    ...(labels && labelSelector !== undefined ? { labelSelector } : {}),
  };
};

type Lines = {
  readonly [Key in "tail" | "lastMatching" | "previous" | "holding" | "yesNo" | "quality"]:
    | RequestFields[Key]
    | undefined;
};

/** Of a log, which lines; whether there are any is asked of those that are looked for. */
const linesRead = ({ tail, lastMatching, previous, holding, yesNo, quality }: Lines): RequestFields => ({
  ...(tail === undefined ? {} : { tail }),
  ...(lastMatching === undefined ? {} : { lastMatching }),
  ...(previous === true ? { previous } : {}),
  ...(holding === undefined ? {} : { holding }),
  ...(yesNo !== undefined && (holding !== undefined || quality === "errors") ? { yesNo } : {}),
});

/** A list is what can be narrowed, ordered and counted; a change may be one of the things that meet a condition. */
const asList = (
  { conditions: said = [], first, counted, per, ...rest }: RequestFields,
  image?: string,
): RequestFields => {
  const lists = rest.verb === "list" || rest.verb === "top";
  const inUse: readonly Condition[] =
    image === undefined ? [] : [{ field: "image", comparison: "contains", value: image }];
  const all = [...said, ...inUse];
  const picks = rest.verb === "delete" && rest.name === undefined;
  // Of other changes a number may be what is to become of it; what is left out never is.
  const spares = rest.verb !== undefined && effectOfVerb(rest.verb) !== "read" && rest.name === undefined;
  const conditions = lists || picks ? all : spares ? all.filter(({ comparison }) => comparison === "not") : [];
  return {
    ...rest,
    ...(conditions.length > 0 ? { conditions } : {}),
    ...(lists && first !== undefined ? { first } : {}),
    ...(lists && counted === true && rest.quality !== "most_restarts" && rest.fact === undefined ? { counted } : {}),
    ...(lists && per !== undefined ? { per } : {}),
    ...(lists && per === "namespace" && rest.namespace === undefined ? { allNamespaces: true } : {}),
  };
};

/** "delete namespace x" is about the namespace itself; "delete x" is not, whatever x is called. */
export const namespaceItself = (fields: RequestFields): RequestFields => {
  const { namespace, ...rest } = fields;
  const itself = namespace !== undefined && rest.name === undefined && rest.resource === undefined;
  const ofOne = objectVerbs.has(rest.verb ?? "") || rest.fact !== undefined;
  return itself && ofOne && rest.refersBack !== true ? { ...rest, resource: "namespace", name: namespace } : fields;
};
