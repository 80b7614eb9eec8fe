import { saysOnlyToLook } from "../turns/turned.ts";
import type { Request } from "../types.ts";

/** A request, and the part of the message that it was read from. */
export type SaidRequest = { readonly text: string; readonly request: Request };

/** Verbs that need a name: without one of its own, a part is about what the part before was about. */
const ofOne: readonly (string | undefined)[] = ["logs", "describe", "diagnose", "get"];

/** What one part of a message leaves open it takes from the part before. */
export const continued = (said: readonly SaidRequest[]): readonly SaidRequest[] => {
  const done: SaidRequest[] = [];
  for (const part of said) {
    const before = done.at(-1)?.request;
    done.push({ text: part.text, request: before === undefined ? part.request : continuing(before, part) });
  }
  return done;
};

const continuing = (before: Request, part: SaidRequest): Request => {
  const request = sameElsewhere(before, part) ?? countedAmong(before, part) ?? amongThem(before, part.request);
  const open = request.namespace === undefined && request.allNamespaces !== true;
  const { namespace, cluster, name, resource } = before;
  const itself = request.name === undefined && (request.refersBack === true || ofOne.includes(request.verb));
  return {
    ...(open && namespace !== undefined ? { namespace } : {}),
    ...(cluster === undefined ? {} : { cluster }),
    ...(itself && name !== undefined ? { name, ...(resource === undefined ? {} : { resource }) } : {}),
    ...request,
  };
};

/** “… and have a look at production too”: the same, there; “… and at web-1”: the same look at that. */
const sameElsewhere = (before: Request, { text, request }: SaidRequest): Request | undefined => {
  const { view: _, verb: __, refersBack: ___, ...rest } = request;
  const { name, namespace, cluster, ...asked } = before;
  const isPlace = isMerePlace({ text, request });
  const isThing = request.name !== undefined && name !== undefined && ofOne.includes(before.verb);
  if (!isPlace && !(isThing && saysOnlyToLook(text))) return undefined;
  return { ...asked, ...(isPlace && name !== undefined ? { name } : {}), ...rest, kind: "request" };
};

/** “And in production”: where, and nothing else. */
export const isMerePlace = ({ text, request }: SaidRequest): boolean =>
  (request.namespace ?? request.cluster) !== undefined && request.name === undefined && saysOnlyToLook(text);

/** “How many nodes are there and how many are down”: of those that were counted before. */
const countedAmong = (before: Request, { text, request }: SaidRequest): Request | undefined => {
  const { quality, resource, name, language, hits } = request;
  const asked = quality !== undefined && (resource ?? name) === undefined && counts.test(text);
  if (before.counted !== true || before.resource === undefined || !asked) return undefined;
  const of = { verb: "list", resource: before.resource, quality, counted: true } as const;
  return { language, hits, kind: "request", view: "call", ...of };
};

const counts = /\bhow many\b|几个|多少/iu;

/** “… and tell me which are broken”: of what was listed. */
const amongThem = (before: Request, request: Request): Request => {
  const { view, quality, resource, name } = request;
  const isOfThem = before.verb === "list" && view === "health" && quality !== undefined;
  return isOfThem && (resource ?? name) === undefined
    ? {
        ...request,
        view: "call",
        verb: "list",
        ...(before.resource === undefined ? {} : { resource: before.resource }),
      }
    : request;
};
