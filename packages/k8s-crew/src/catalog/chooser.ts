import { operationsOf } from "./operations.ts";
import { mayChooseOperation } from "./parameters.ts";
import type { Property } from "./schema.ts";
import type { Verb } from "./types.ts";

/** Verbs that leave open what is done. */
export const vagueVerbs: ReadonlySet<Verb> = new Set(["other", "run", "exec", "start"]);

const readVerbs: ReadonlySet<Verb> = new Set([
  "list",
  "get",
  "describe",
  "logs",
  "top",
  "search",
  "health",
  "diagnose",
]);

/** In a tool that only reads, an optional “action” is a filter (“only events of this action”). */
export const chooserIn = (properties: readonly Property[], verb: Verb | undefined): Property | undefined =>
  properties.find((property) => {
    if (!mayChooseOperation(property)) return false;
    const isFilter =
      !property.required && readVerbs.has(verb ?? "other") && /filter|过滤|筛选/i.test(property.description);
    if (isFilter) return false;
    const operations = operationsOf(property);
    return operations.some(({ verb: known }) => known !== "other") || isFreeOperation(property, verb);
  });

/** An operation that is required and explained nowhere: anything may come. A command line is another matter. */
const isFreeOperation = (property: Property, verb: Verb = "other"): boolean =>
  property.required &&
  vagueVerbs.has(verb) &&
  /^(?:operation|action|subcommand|操作|动作)$/i.test(property.name.replace(/[_-]/g, ""));
