import type { Said } from "../../catalog/arguments.ts";
import type { Catalog, Verb } from "../../catalog/types.ts";
import type { Request } from "../../language/index.ts";
import type { PlannerInput } from "../types.ts";
import { defaultResource, servedBy } from "./default-resource.ts";
import { diagnosedKind } from "./diagnosis.ts";
import type { Guess } from "./kind-of-name.ts";
import type { Context } from "./plan-context.ts";
import { isMeasuredBeside, saidIn } from "./said.ts";

/** What a call reads or changes, and what was said of it. */
export type CallRead = {
  readonly verb: Verb;
  /** The kind that is meant, where it is told of by another. */
  readonly wanted: string;
  readonly resource: string;
  readonly said: Said;
  readonly guessed: Guess;
};

export const callRead = (request: Request, guessed: Guess, { catalog, turn }: Context): CallRead => {
  const verb = request.verb ?? "list";
  const wanted = request.resource ?? kindOfIt(request, turn) ?? defaultResource(verb, request);
  const resource = kindRead(request, { catalog, verb, wanted });
  const said = saidIn(request, { entities: turn.entities, resource, last: turn.last });
  return { verb, wanted, resource, said, guessed };
};

/** “How many replicas does it have”: of the kind that was spoken of last, though nothing came of it. */
const kindOfIt = ({ refersBack, name }: Request, { last }: PlannerInput): string | undefined =>
  refersBack === true && name === undefined && last?.open === true && last.name !== undefined
    ? last.resource
    : undefined;

type Wanted = { readonly catalog: Catalog; readonly verb: Verb; readonly wanted: string };

/** What is measured of workloads is measured of their pods. */
const kindRead = (request: Request, { catalog, verb, wanted }: Wanted): string => {
  if (verb === "diagnose") return diagnosedKind(request.resource);
  return servedBy(catalog, verb, isMeasuredBeside(request) && wanted !== "node" ? "pod" : wanted);
};
