import type { Request } from "../language/index.ts";
import type { LastRequest, PlannerInput } from "./types.ts";

/**
 * “And in prod?”, “no, I meant production”: the same as before with what is named now. A correction that says itself what
 * to do keeps the place of what it corrects.
 */
export const onceMore = (request: Request, { last }: PlannerInput): Request => {
  if (last === undefined || (request.kind !== "request" && request.kind !== "unknown")) return request;
  const bare = request.verb === undefined && (request.view ?? "call") === "call";
  if (!bare)
    return request.corrects === true && request.verb === last.verb ? { ...placeIn(last), ...request } : request;
  if (request.refersBack !== true && request.corrects !== true) return request;
  // “Fix it”: what is wished of it is not understood, and is not what was asked before.
  if (request.kind === "unknown" && request.corrects !== true && request.name === undefined) return request;
  if (last.view !== "call") return { ...request, kind: "request", view: last.view };
  return merged(request.corrects === true ? withPlaceNamed(request, last) : request, last);
};

const merged = (request: Request, last: LastRequest): Request => {
  const { allNamespaces, refersBack: _, corrects: __, ...before } = last.asked ?? request;
  const name = request.name ?? last.asked?.name ?? last.name;
  const resource = request.resource ?? last.asked?.resource ?? last.resource;
  return {
    ...before,
    ...(allNamespaces === true && request.namespace === undefined ? { allNamespaces } : {}),
    ...request,
    kind: "request",
    view: "call",
    verb: last.asked?.verb ?? last.verb,
    resource,
    ...(name === undefined ? {} : { name }),
  };
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
