import type { LastRequest } from "../../agents/types.ts";
import { nearBeginning } from "../../choices/near-names.ts";
import type { Request } from "../../language/index.ts";
import { creating } from "../../plan/fill-name.ts";
import type { Plan, Step } from "../../plan/types.ts";
import type { Parts } from "../parts.ts";
import { placeOf } from "../place-of.ts";

/**
 * What was asked, to be asked once more in another place: a name that was misspelled is remembered as it was meant, one that is gone as what
 * took its place, and
 * of a message with several parts each of them.
 */
export const askedOf = (parts: Parts, { asked, parts: each, steps }: Plan): Pick<LastRequest, "asked" | "parts"> => {
  const meant = (request: Request, own: readonly Step[]): Request => {
    const chosen = changedIn(parts, own);
    if (chosen !== undefined) return { ...request, ...chosen };
    const found = own.flatMap((step) => placeOf(parts, step).name ?? []).at(-1);
    if (request.name === undefined) return withPlace(parts, request, own);
    if (found !== undefined && own.some(({ lost }) => lost === true)) return { ...request, name: found };
    const name = found === undefined ? undefined : nearBeginning(found, request.name);
    return name === undefined ? request : { ...request, name };
  };
  return {
    ...(asked === undefined ? {} : { asked: meant(asked, steps) }),
    ...(each === undefined
      ? {}
      : {
          parts: each.map((request, at) =>
            meant(
              request,
              steps.filter(({ part }) => part?.index === at),
            ),
          ),
        }),
  };
};

/** The one thing that a change was meant for, once it was chosen: whatever follows is about that, made or refused. */
const changedIn = (parts: Parts, own: readonly Step[]): Pick<Request, "name" | "namespace" | "cluster"> | undefined => {
  const [target, ...others] = own
    .filter(({ effect, verb }) => effect !== "read" && !creating.includes(verb))
    .map((step) => placeOf(parts, step));
  if (target?.name === undefined || others.some(({ name }) => name !== target.name)) return undefined;
  const { name, namespace, cluster } = target;
  return {
    name,
    ...(namespace === undefined ? {} : { namespace }),
    ...(cluster === undefined ? {} : { cluster }),
  };
};

/** A list that did not say where is of the place that it was read from, for “and the services?”. */
const withPlace = (parts: Parts, request: Request, own: readonly Step[]): Request => {
  const places = new Set(own.map((step) => placeOf(parts, step).namespace));
  const [namespace] = places;
  const isOpen = request.namespace === undefined && request.allNamespaces !== true && request.view === "call";
  return isOpen && places.size === 1 && namespace !== undefined ? { ...request, namespace } : request;
};
