import type { Catalog, Verb } from "../catalog/types.ts";

/** A read or a write that the server has to have a tool for. */
export type Need = readonly [verb: Verb, resource: string];

/** Whether some tool lists the things without being told the name of one. */
export const lists = (catalog: Catalog, resource: string): boolean =>
  catalog
    .find({ verb: "list", resource })
    .some(
      ({ entry, args }) =>
        !entry.parameters.some(({ role, required, name }) => required && role === "name" && !(name in args)),
    );

/** Whether some tool can do it; events may also come one pod at a time. A list is no look at one thing. */
export const serves = (catalog: Catalog, [verb, resource]: Need): boolean =>
  catalog.find({ verb, resource }).some(({ entry }) => verb !== "get" || entry.verb !== "list") ||
  (resource === "event" && catalog.find({ verb, resource, of: "pod" }).length > 0);
