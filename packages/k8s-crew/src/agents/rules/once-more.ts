import type { Verb } from "../../catalog/types.ts";
import { effectOfVerb } from "../../catalog/verbs.ts";
import { asksNow, clusterOf, editIn, followUpIn, joinedNames, type Request } from "../../language/index.ts";
import { isNumbered, workloadNameOf } from "../../results/replicas.ts";
import type { LastRequest, PlannerInput } from "../types.ts";

/**
 * “And in prod?”, “no, I meant production”: the same as before with what is named now. A correction that says itself what
 * to do keeps the place of what it corrects.
 */
export const onceMore = (request: Request, turn: PlannerInput): Request => {
  const { last } = turn;
  // Since when something is so is asked of what the request names already.
  if (request.began === true) return request;
  if (last === undefined || (request.kind !== "request" && request.kind !== "unknown")) return request;
  const changed = changedAgain(request, turn, last);
  if (changed !== undefined) return changed;
  const followed = following(request, turn, last);
  if (followed !== undefined) return followed;
  const bare = request.verb === undefined && (request.view ?? "call") === "call";
  if (!bare) {
    const samePlace =
      (request.corrects === true && request.verb === last.verb) || (request.refersBack === true && last.open === true);
    return samePlace ? { ...placeIn(last), ...request, ...unchangedBy(request, last) } : request;
  }
  if (request.refersBack !== true && request.corrects !== true) return request;
  // “Fix it”: what is wished of it is not understood, and is not what was asked before.
  if (request.kind === "unknown" && request.corrects !== true && request.name === undefined) return request;
  if (last.view !== "call") return { ...request, kind: "request", view: last.view };
  if (saysOnlyIt(request) && isChange(last)) return lookAt(request, last);
  return merged(request.corrects === true ? withPlaceNamed(request, last) : request, last);
};

/** “Make it 5” after a change makes another of the same; “how many are there now” tells how it stands. */
const changedAgain = (request: Request, { message }: PlannerInput, last: LastRequest): Request | undefined => {
  const { asked } = last;
  const spoken = request.name ?? request.namespace ?? request.cluster;
  if (!isChange(last) || spoken !== undefined || asked === undefined) return undefined;
  if (asksNow(message)) return lookAt(request, last);
  const edit = /\p{L}/u.test(message) ? editIn(message) : undefined;
  if (edit === undefined) return undefined;
  const { container: _, ...values } = edit;
  const isSame = Object.keys(edit).every((key) => key in asked);
  // “nginx:1.2” after a change that lacked its image.
  const fills = last.open === true && Object.keys(values).every((key) => key === lacking[asked.verb ?? "get"]);
  return (isSame && request.verb === undefined) || fills ? { ...asked, ...edit } : undefined;
};

/** What a change cannot do without. */
const lacking: { readonly [verb in Verb]?: string } = { set: "image", scale: "replicas" };

/** What was done last may have been the read that checked it. */
const isChange = ({ asked, verb }: LastRequest): boolean => effectOfVerb(asked?.verb ?? verb) !== "read";

const saysOnlyIt = ({ corrects, name, namespace, cluster, replicas, image }: Request): boolean =>
  corrects !== true && [name, namespace, cluster, replicas, image].every((said) => said === undefined);

/** “It” after a change tells how that stands which the change was meant for: nothing is changed for want of a word. */
const lookAt = ({ language, hits }: Request, last: LastRequest): Request => {
  const name = last.asked?.name ?? last.name;
  const resource = last.asked?.resource ?? last.resource;
  const found = { language, hits, kind: "request", view: "call", verb: "list", fact: "state", resource } as const;
  const looked = { ...found, ...placeIn(last), ...(name === undefined ? {} : { name }) };
  return { ...looked, ...unchangedBy(looked, last) };
};

/** “Did it work?” of a change that was refused, or that no tool makes. */
const unchangedBy = ({ fact }: Request, last: LastRequest): Pick<Request, "unchanged"> =>
  fact === "state" && last.open === true && isChange(last) ? { unchanged: true } : {};

const corrected = ["cluster", "namespace", "name"] as const;

/**
 * The same for a message that asked for several things: each of them once more, and what is corrected is so in all that
 * said the same of it.
 */
export const eachOnceMore = (request: Request, turn: PlannerInput): readonly Request[] => {
  const again = onceMore(request, turn);
  const { parts = [], asked } = turn.last ?? {};
  const isSame = again !== request && again.verb === asked?.verb && again.resource === asked?.resource;
  if (!isSame || asked === undefined || parts.length < 2) return [again];
  const roles = corrected.filter((role) => again[role] !== asked[role]);
  if (roles.length === 0) return [again];
  const { allNamespaces: _, ...rest } = again;
  const changes = Object.fromEntries(roles.flatMap((role) => (rest[role] === undefined ? [] : [[role, rest[role]]])));
  return parts.map((part) => (roles.every((role) => part[role] === asked[role]) ? { ...part, ...changes } : part));
};

/** “And search-api?”, “last 2 lines”, “dev” after a name that was not found: the same with what is named or narrowed now. */
const following = (request: Request, turn: PlannerInput, last: LastRequest): Request | undefined => {
  // “换成 web”: the word for another image is that for another thing, too.
  const bare = request.verb === undefined || request.quality !== undefined || request.verb === "set";
  const follows = bare && last.view === "call" && request.corrects !== true && looking.includes(last.verb);
  // A place may be called as something is described: “alerts”.
  const said = joinedNames(turn.message, turn.known).replace(request.namespace ?? request.cluster ?? "", " ");
  const more = follows ? followUpIn(said) : undefined;
  if (more === undefined) return undefined;
  const { namespace, cluster } = { ...request, ...more.narrows };
  const isPlace = (word: string) =>
    [namespace, request.clusterWord].includes(word) ||
    (cluster !== undefined && clusterOf(word, [cluster]) === cluster);
  const name = more.words.find((word) => !isPlace(word));
  const narrows = Object.fromEntries(
    Object.entries(more.narrows).filter(([key]) => narrowing[last.verb]?.includes(key)),
  );
  const narrowed = Object.keys(narrows).length > 0 && name === undefined;
  const placed = namespace !== undefined || cluster !== undefined;
  if (name === undefined && !placed && !narrowed) return undefined;
  const known =
    name !== undefined && (formed.test(name) || Object.values(turn.known).some((names) => names.includes(name)));
  if (!more.marked && !narrowed && !known && !(name === undefined && placed) && last.open !== true) return undefined;
  const { quality: _, view: __, ...asked } = request;
  // What is only narrowed is the very thing that was picked, not whatever its name is a part of.
  const meant = name ?? (placed ? undefined : last.name);
  const wanted = { ...asked, ...narrows, ...(meant === undefined ? {} : { name: meant }) };
  const again = merged(wanted, last);
  // A row of a list that is named alone is to be looked at.
  return name !== undefined && last.verb === "list" && last.resource !== "event"
    ? { ...again, verb: "describe" }
    : again;
};

/** Written as names are, so that nobody can mean anything else by it alone. */
const formed = /^[a-z\d]+(?:[-.][a-z\d]+)+$/u;

/** Only what looks is done again for a bare name: a change is asked for in words each time. */
const looking: readonly Verb[] = ["list", "get", "describe", "logs", "top", "diagnose", "health", "search"];

/** What can be narrowed of what was asked before. */
const narrowing: { readonly [verb in Verb]?: readonly string[] } = {
  logs: ["tail", "sinceSeconds", "container", "previous", "quality"],
  list: ["sinceSeconds", "quality"],
  top: ["quality"],
};

const merged = (request: Request, last: LastRequest): Request => {
  const { allNamespaces, carriedPlace, refersBack: _, corrects: __, ...before } = last.asked ?? request;
  // What was asked is meant again, whatever thing it showed.
  const { refersBack: ___, corrects: ____, ...said } = request;
  const resource = request.resource ?? last.asked?.resource ?? last.resource;
  const name = request.name ?? carriedName(last.asked?.name ?? last.name, { request, last, resource });
  return {
    ...before,
    ...(allNamespaces === true && request.namespace === undefined ? { allNamespaces } : {}),
    ...said,
    kind: "request",
    view: "call",
    verb: last.asked?.verb ?? last.verb,
    resource,
    ...(name === undefined ? {} : { name }),
    ...carried(request, { ...before, ...(carriedPlace === undefined ? {} : { carriedPlace }) }),
  };
};

/** “And in prod?” leaves its namespace to what was said before, “no, in dev” its cluster: neither need have the other. */
const carried = (now: Request, before: Request): Pick<Request, "carriedPlace"> => {
  if (now.cluster !== undefined && now.namespace !== undefined) return {};
  if (now.cluster !== undefined) return { carriedPlace: "namespace" };
  if (now.namespace !== undefined) return before.cluster === undefined ? {} : { carriedPlace: "cluster" };
  return before.carriedPlace === undefined ? {} : { carriedPlace: before.carriedPlace };
};

type Carried = { readonly request: Request; readonly last: LastRequest; readonly resource: string };

/** A pod belongs to its place: elsewhere what runs it is meant. Those of a StatefulSet are called alike everywhere. */
const carriedName = (name: string | undefined, { request, last, resource }: Carried): string | undefined => {
  const { namespace, cluster } = { ...last.asked, ...request };
  const isElsewhere = namespace !== last.asked?.namespace || cluster !== last.asked?.cluster;
  return name === undefined || resource !== "pod" || !isElsewhere || isNumbered(name) ? name : workloadNameOf(name);
};

/** A bare word corrects the name, if one was given before, else the place. */
const withPlaceNamed = ({ name, ...rest }: Request, { asked, name: before }: LastRequest): Request => {
  if (name === undefined) return rest;
  const named = (asked?.name ?? before) !== undefined;
  return named || rest.namespace !== undefined || rest.resource !== undefined
    ? { ...rest, name }
    : { ...rest, namespace: name };
};

const placeIn = ({ asked }: LastRequest): Pick<Request, "cluster" | "namespace" | "allNamespaces"> => ({
  ...(asked?.cluster === undefined ? {} : { cluster: asked.cluster }),
  ...(asked?.namespace === undefined ? {} : { namespace: asked.namespace }),
  ...(asked?.allNamespaces === undefined ? {} : { allNamespaces: asked.allNamespaces }),
});
