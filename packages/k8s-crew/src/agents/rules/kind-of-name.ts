import type { Verb } from "../../catalog/types.ts";
import { kindOfFact, type Request } from "../../language/index.ts";
import type { PlannerInput } from "../types.ts";
import { beganIn } from "./began-in.ts";

/** What a step carries when the kind of what it names is a guess. */
export type Guess = { readonly guessed?: string };

/** Verbs that are about one thing of any kind; events are of one as well. */
const ofAnyKind: readonly (Verb | undefined)[] = ["get", "describe", "diagnose", "search", "delete"];

/**
 * “Describe worker-2”: the kind that was not said. Lists have shown it, or the conversation knows a thing of that name;
 * else a pod is guessed, and a search has to bear it out.
 */
export const withKind = (asked: Request, turn: PlannerInput): { request: Request; guessed: Guess } => {
  const request = asList(soughtAround(asked, turn), turn);
  const { name } = request;
  const events = request.resource === "event" && request.of === undefined;
  const looked = ofAnyKind.includes(asked.verb) || request.fact !== undefined || request.compare === true;
  const scales = request.verb === "scale";
  const open = events || (request.resource === undefined && (looked || scales));
  if (name === undefined) return { request, guessed: {} };
  // Also where its kind was said: what was looked for once is not looked for again.
  if (turn.kinds?.[name] === noKind && request.verb === "diagnose")
    return { request: withoutName(request, turn.known.namespace), guessed: {} };
  if (!open) return { request, guessed: {} };
  const runs = (request.compare === true && request.verb !== "top") || scales;
  const usual = (request.fact && kindOfFact[request.fact]) ?? (runs ? "deployment" : "pod");
  // Pods are not scaled, and they are called like what runs them.
  const kind = turn.kinds?.[name] ?? (scales ? undefined : kindAmong(turn.known, name));
  if (kind === undefined && usual !== "pod")
    return { request: { ...request, resource: usual }, guessed: { guessed: usual } };
  return kind === undefined || kind === "pod"
    ? { request, guessed: turn.kinds?.[name] === "pod" ? {} : { guessed: "pod" } }
    : { request: { ...request, ...(events ? { of: kind } : { resource: kind }) }, guessed: {} };
};

/** Where nothing is called as what is to be reached, what would reach it is looked at. */
const soughtAround = (asked: Request, { kinds }: PlannerInput): Request => {
  const { name, reach } = asked;
  return name !== undefined && kinds?.[name] === noKind && reach?.from !== undefined
    ? { ...asked, name: reach.from, reach: { sought: name } }
    : asked;
};

/** What nothing is called. */
export const noKind = "";

/** What goes by no such name in the cluster may still be in trouble: the place is looked at, or one that is called so. */
const withoutName = ({ name = "", verb: _, ...request }: Request, namespaces: readonly string[] = []): Request => {
  const namespace = request.namespace ?? namespaces.find((each) => each === name || each === `${name}s`);
  return { ...request, ...(namespace === undefined ? {} : { namespace }), view: "health" };
};

/**
 * “Find x”, and a question for a fact of x, lists what has that name, wherever it is; a fact is that of the x where the
 * conversation began, if it began in a namespace.
 */
const asList = (request: Request, { entities }: PlannerInput): Request => {
  const { verb, name, namespace, resource = "pod" } = request;
  if (verb !== "search" && !(name !== undefined && picksOut(request))) return request;
  const wide = namespace === undefined && (verb === "search" || !beganIn(entities, resource));
  return { ...request, verb: "list", ...(wide ? { allNamespaces: true } : {}) };
};

const picksOut = ({ fact, counted, conditions, verb }: Request): boolean =>
  fact !== undefined || (verb === "list" && (counted === true || conditions !== undefined));

/**
 * Where something is, rather than what: their names are read as places. Of what is only known by its name, no kind is, and
 * an event is called like what it happened to.
 */
const places: readonly string[] = ["cluster", "currentCluster", "namespace", "thing", "event"];

/** The kind of the known thing of that name, or of the only kind that has a name with that part. */
const kindAmong = (known: PlannerInput["known"], name: string): string | undefined => {
  const kinds = Object.entries(known).filter(([key]) => !places.includes(key));
  const exact = kinds.filter(([, names]) => names.includes(name));
  const fitting = exact.length > 0 ? exact : kinds.filter(([, names]) => names.some((each) => each.includes(name)));
  return fitting.length === 1 ? fitting[0]?.[0] : undefined;
};
