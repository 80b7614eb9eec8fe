import { parseQuantity } from "../catalog/quantity.ts";
import { containersOf } from "./templates.ts";
import { at, isRecord, textAt } from "./values.ts";

export type Measured = "cpu" | "memory";

/** What the containers of an object may use or request together. `unset`: one of them has none. Undefined: not told. */
export const boundOf = (
  object: unknown,
  which: "limits" | "requests",
  measured: Measured,
): number | "unset" | undefined => {
  const containers = containersOf(object);
  if (containers.length === 0) return undefined;
  const amounts = containers.map((container) => parseQuantity(textAt(container, "resources", which, measured)));
  const known = amounts.flatMap((amount) => amount ?? []);
  return known.length < amounts.length ? "unset" : known.reduce((sum, amount) => sum + amount, 0);
};

/** What a pod takes of a node for the scheduler: of a container that requests nothing, nothing. */
export const requestedBy = (object: unknown, measured: Measured): number | undefined => {
  const containers = containersOf(object);
  if (containers.length === 0) return undefined;
  return containers.reduce<number>(
    (sum, container) =>
      sum +
      (parseQuantity(textAt(container, "resources", "requests", measured)) ??
        parseQuantity(textAt(container, "resources", "limits", measured)) ??
        0),
    0,
  );
};

/** What a node has for pods; what it has in all where it does not tell that. */
export const allocatableOf = (node: unknown, measured: Measured | "pods"): number | undefined => {
  const status = at(node, "status");
  if (!isRecord(status)) return undefined;
  return parseQuantity(textAt(status, "allocatable", measured) || textAt(status, "capacity", measured));
};
