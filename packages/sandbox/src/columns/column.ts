import { type KubernetesObject, listAt, numberAt, recordAt, textAt } from "../objects.ts";
import { age } from "../time.ts";

/** A printer column: what kubectl shows of a kind. Priority 1 is shown only by `-o wide`. */
export interface Column {
  readonly name: string;
  /** The type that the API server declares, which is not always that of the cells. Default: string. */
  readonly type?: "string" | "integer" | "boolean" | "date";
  readonly priority?: 0 | 1;
  /** The cell of an object, at a moment in milliseconds since the epoch. */
  readonly cell: (object: KubernetesObject, now: number) => string | number | boolean;
}

export const nameColumn: Column = { name: "Name", cell: (object) => object.metadata.name };
export const ageColumn: Column = {
  name: "Age",
  cell: (object, now) => age(textAt(object, "metadata.creationTimestamp"), now),
};
export const createdAtColumn: Column = {
  name: "Created At",
  type: "date",
  cell: (object) => textAt(object, "metadata.creationTimestamp"),
};

/** The text at a path; `<none>` when there is none, unless told otherwise. */
export function textColumn(name: string, path: string, fallback = "<none>"): Column {
  return { name, cell: (object) => textAt(object, path) || fallback };
}

export function countColumn(name: string, path: string): Column {
  return { name, type: "integer", cell: (object) => numberAt(object, path) };
}

/** A count that the API server declares as a string. */
export function looseCountColumn(name: string, path: string): Column {
  return { name, cell: (object) => numberAt(object, path) };
}

/** Shown by `-o wide` only. */
export function wide(column: Column): Column {
  return { ...column, priority: 1 };
}

/** The columns CONTAINERS, IMAGES and, where the kind has one, SELECTOR. */
export function templateColumns(...extra: readonly "selector"[]): Column[] {
  const of = (field: string) => (object: KubernetesObject) =>
    containersOf(object)
      .map((container) => textAt(container, field))
      .join(",");
  const columns: Column[] = [
    { name: "Containers", cell: of("name") },
    { name: "Images", cell: of("image") },
  ];
  const selector: Column = { name: "Selector", cell: (object) => selectorText(recordAt(object, "spec.selector")) };
  return [...columns, ...(extra.length > 0 ? [selector] : [])].map(wide);
}

function containersOf(object: KubernetesObject) {
  const ofJob = listAt(object, "spec.jobTemplate.spec.template.spec.containers");
  return ofJob.length > 0 ? ofJob : listAt(object, "spec.template.spec.containers");
}

/** A selector object, or plain labels, in one line: `app=web,tier in (a,b)`. */
export function selectorText(selector: Record<string, unknown>): string {
  const isObject = "matchLabels" in selector || "matchExpressions" in selector;
  const labels = Object.entries(isObject ? recordAt(selector, "matchLabels") : selector);
  const expressions = listAt(selector, "matchExpressions").map((expression) => {
    const values = Array.isArray(expression.values) ? ` (${expression.values.join(",")})` : "";
    return `${textAt(expression, "key")} ${textAt(expression, "operator").toLowerCase()}${values}`;
  });
  return [...labels.sort().map(([key, value]) => `${key}=${value}`), ...expressions].join(",") || "<none>";
}
