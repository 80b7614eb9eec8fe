import { nameParameterOf, parameterOf } from "../catalog/arguments.ts";
import { resourceOfKind } from "../catalog/resource-words.ts";
import { resourceByKey } from "../catalog/resources.ts";
import type { Catalog, CatalogEntry, Parameter, Role } from "../catalog/types.ts";
import type { Step } from "./types.ts";

/** Verbs that look at many things; without a name or a namespace they still mean something. */
const listing: readonly string[] = ["list", "top", "search", "health"];

/** Parameters that the server can be left to choose, whatever its schema says, because a person rarely cares. */
const quiet: readonly Role[] = [
  "tail",
  "limit",
  "since",
  "previous",
  "timestamps",
  "labelSelector",
  "fieldSelector",
  "allNamespaces",
];

export type Decisive = {
  readonly parameter: Parameter;
  readonly role: "cluster" | "namespace" | "name" | "container" | "value";
};

/**
 * The parameters of a step that a person has to decide, in the order in which they are asked: where (cluster,
 * namespace), which (name, container), then any other that the schema requires. A default in a schema is the
 * server's guess, not the person's answer: a namespace with a default is still asked for.
 */
export const decisiveParameters = (step: Step, entry: CatalogEntry): readonly Decisive[] => {
  const found: Decisive[] = [];
  const add = (role: Decisive["role"], parameter: Parameter | undefined) => {
    if (parameter && !found.some((other) => other.parameter.name === parameter.name)) found.push({ parameter, role });
  };
  add("cluster", parameterOf(entry, "cluster"));
  if (mayBeNamespaced(step.resource)) add("namespace", parameterOf(entry, "namespace"));
  const name = nameParameterOf(entry, step.resource);
  if (name && (name.required || step.mentions.name !== undefined || !listing.includes(step.verb))) add("name", name);
  if (step.verb === "logs" || step.verb === "exec") add("container", parameterOf(entry, "container"));
  for (const parameter of entry.parameters) {
    const needed = parameter.required || carriesMeaning(step, parameter);
    if (needed && parameter.default === undefined && !quiet.includes(parameter.role)) add("value", parameter);
  }
  return found;
};

/** To scale without saying to how many changes nothing: some tools read the number then, whatever they say of themselves. */
const carriesMeaning = ({ verb }: Step, { role }: Parameter): boolean => verb === "scale" && role === "replicas";

export const looksAtMany = (step: Step): boolean => listing.includes(step.verb);

/** Custom resources and unknown kinds may live in a namespace; only known cluster-wide kinds do not. */
const mayBeNamespaced = (resource: string): boolean => resourceByKey.get(resource)?.namespaced !== false;

/** The resource that a step's name parameter names: the step's own, or for an event the thing it happened to. */
export const namedResource = (step: Step, catalog: Catalog): string => {
  const entry = catalog.get(step.tool);
  const of = entry === undefined ? undefined : parameterOf(entry, "name", step.resource)?.of;
  if (of !== undefined && of !== "*" && of !== "other" && resourceByKey.has(of)) return of;
  const kind = entry && parameterOf(entry, "kind");
  const owner = of === "*" && kind ? resourceOfKind(String(step.args[kind.name] ?? "")) : undefined;
  if (step.resource === "event" && owner && owner.key !== "event") return owner.key;
  return step.resource === "event" || step.resource === "*" ? "pod" : step.resource;
};
