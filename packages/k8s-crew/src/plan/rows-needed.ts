import type { Arguments } from "@k8s-copilot/crew";
import { parameterOf } from "../catalog/arguments.ts";
import type { CatalogEntry } from "../catalog/types.ts";
import { at } from "../results/values.ts";
import type { Focus } from "./types.ts";

/** Rows that are asked for where a tool stops early by itself and names no maximum. */
const plenty = 500;

/** Counting, ordering and picking out are right only over all rows: the first ten are not the ten that match. */
const needsAll = (focus: Focus): boolean =>
  [focus.name, focus.quality, focus.conditions, focus.first, focus.counted, focus.per, focus.node, focus.fact].some(
    (part) => part !== undefined,
  );

/** Room for all rows, told to a tool that takes a number of them; nothing where the first ones will do. */
export const roomFor = (entry: CatalogEntry, focus: Focus): Arguments => {
  const limit = parameterOf(entry, "limit");
  // Whoever asks for use asks for who uses most, whatever the order of the list is.
  if (!limit || !(needsAll(focus) || entry.verb === "top") || (limit.type !== "integer" && limit.type !== "number"))
    return {};
  const maximum = Number(at(entry.inputSchema, "properties", limit.name, "maximum") ?? plenty);
  return { [limit.name]: maximum };
};
