import type { Said } from "../../catalog/arguments.ts";
import { isSuperlative, type Request } from "../../language/index.ts";
import type { Entities } from "../../memory/entities.ts";
import { mostLines } from "../../report/log-answer.ts";
import { workloadOf } from "../../results/replicas.ts";
import type { LastRequest, PlannerInput } from "../types.ts";

type Spoken = { readonly entities: Entities; readonly resource: string; readonly last: LastRequest | undefined };

/** What was said, by what it means. */
export const saidIn = (request: Request, known: Spoken): Said => ({
  cluster: request.cluster,
  namespace: request.namespace,
  // On “that node” the node is what was spoken of.
  name: isMeasuredBeside(request) ? undefined : (request.name ?? (pointsBack(request) ? spokenOf(known) : undefined)),
  container: request.container,
  // What is looked for stands anywhere in a log, not in its last lines.
  tail: request.lastMatching === undefined ? request.tail : mostLines,
  sinceSeconds: request.sinceSeconds,
  previous: request.previous,
  labelSelector: request.labelSelector,
  replicas: request.replicas,
  image: request.image,
  run: request.run,
});

/** In “the pod with the most restarts, delete it” the sentence itself says what “it” is. */
const pointsBack = ({ refersBack, node, quality, verb }: Request): boolean =>
  refersBack === true && node === undefined && !(verb === "delete" && quality !== undefined && isSuperlative(quality));

/** What things use is held side by side by all pods of each, not by one that is picked: the list is of all. */
export const isMeasuredBeside = ({ compare, beside, verb }: Request): boolean =>
  (compare === true || beside !== undefined) && verb === "top";

/** What a survey is about, where that is not a whole place: a name, or “it”. */
export const subjectOf = (request: Request, { entities, lastResource, last }: PlannerInput): string | undefined => {
  if (request.name !== undefined || request.refersBack !== true) return request.name;
  const surveyed = last !== undefined && last.view !== "call" ? last.name : undefined;
  return surveyed ?? backReference(entities, request.resource ?? lastResource ?? "pod");
};

/** “it”: the thing of the wanted kind that the conversation is about; for events and logs the pod. */
const backReference = (entities: Entities, resource: string): string | undefined =>
  (entities[resource] ?? (resource === "event" ? entities.pod : undefined))?.value;

/** “It”; where that is a pod and something is done to what runs pods, that. */
const spokenOf = (known: Spoken): string | undefined =>
  itIn(known) ?? (known.resource === "deployment" ? runnerOf(known.entities) : undefined);

/** What runs the pod that the conversation is about, as its name tells: what is changed is mostly that. */
const runnerOf = ({ pod }: Entities): string | undefined =>
  pod === undefined ? undefined : workloadOf({ name: pod.value }).replace(/^\//, "");

/** What was left at a question, or never came about, was spoken of last; so was what a list was asked for by its name. */
const itIn = ({ entities, resource, last }: Spoken): string | undefined => {
  const known = backReference(entities, resource);
  if (last?.open === true) return last.name ?? known;
  return last?.verb === "list" && last.resource === resource ? (last.asked?.name ?? known) : known;
};
