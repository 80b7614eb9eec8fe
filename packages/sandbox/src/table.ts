import type { Column } from "./columns/column.ts";
import { columnsOf } from "./columns/columns.ts";
import type { Kind } from "./kinds.ts";
import type { Fields, KubernetesObject } from "./objects.ts";

export interface TableOptions {
  /** What a row tells of its object beside the cells: `None`, `Metadata` (default) or `Object`. */
  readonly includeObject: string;
  readonly metadata: Fields;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** The `meta.k8s.io/v1` Table of the objects, as clients ask for it with `Accept: application/json;as=Table;…`. */
export function renderTable(kind: Kind, objects: readonly KubernetesObject[], options: TableOptions): Fields {
  const columns = columnsOf(kind);
  return {
    kind: "Table",
    apiVersion: "meta.k8s.io/v1",
    metadata: options.metadata,
    columnDefinitions: columns.map(definition),
    rows: objects.map((object) => ({
      cells: columns.map((column) => column.cell(object, options.now)),
      ...includedObject(object, options.includeObject),
    })),
  };
}

function definition({ name, type = "string", priority = 0 }: Column): Fields {
  return { name, type, format: name === "Name" ? "name" : "", description: "", priority };
}

function includedObject(object: KubernetesObject, includeObject: string): { object?: Fields } {
  if (includeObject === "None") return {};
  if (includeObject === "Object") return { object };
  return { object: { kind: "PartialObjectMetadata", apiVersion: "meta.k8s.io/v1", metadata: object.metadata } };
}
