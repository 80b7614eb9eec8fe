/** Kinds that no running cluster is without: pods of the cluster itself, the nodes they run on, the namespaces they stand in. */
const neverEmpty: readonly string[] = ["pod", "node", "namespace"];

/**
 * Whether a list of a whole cluster that came back empty cannot be what there is: it was cut off on its way, or the
 * identity sees nothing. Some servers answer an empty text to both.
 */
export const isIncrediblyEmpty = (rows: readonly unknown[], resource: string): boolean =>
  rows.length === 0 && neverEmpty.includes(resource);
