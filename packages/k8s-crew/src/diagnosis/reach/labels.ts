import { at, isRecord, listAt, scalarText, textAt } from "../../results/values.ts";

export type Labels = Readonly<Record<string, string>>;

export const labelsAt = (value: unknown, ...path: readonly string[]): Labels => {
  const found = path.reduce<unknown>((inner, key) => at(inner, key), value);
  return Object.fromEntries(
    Object.entries(isRecord(found) ? found : {}).map(([key, label]) => [key, scalarText(label) ?? ""]),
  );
};

/** Whether labels meet a label selector of the API. An empty one selects everything. */
export const selects = (selector: unknown, labels: Labels): boolean =>
  Object.entries(labelsAt(selector, "matchLabels")).every(([key, value]) => labels[key] === value) &&
  listAt(selector, "matchExpressions").every((term) => meets(term, labels));

const meets = (term: unknown, labels: Labels): boolean => {
  const value = labels[textAt(term, "key")];
  const values = listAt(term, "values").map((each) => scalarText(each) ?? "");
  switch (textAt(term, "operator")) {
    case "In":
      return value !== undefined && values.includes(value);
    case "NotIn":
      return value === undefined || !values.includes(value);
    case "Exists":
      return value !== undefined;
    default:
      return value === undefined;
  }
};
