import { at, isRecord, listAt, scalarText, textAt } from "./values.ts";

/** `app=web,tier in (a,b)`: a label selector as the API takes it. */
export const selectorText = (selector: unknown): string => {
  const labels = at(selector, "matchLabels");
  const pairs = Object.entries(isRecord(labels) ? labels : {}).map(
    ([key, value]) => `${key}=${scalarText(value) ?? ""}`,
  );
  const terms = listAt(selector, "matchExpressions").map((each) => {
    const [key, operator] = [textAt(each, "key"), textAt(each, "operator")];
    if (operator === "Exists") return key;
    if (operator === "DoesNotExist") return `!${key}`;
    return `${key} ${operator.toLowerCase()} (${listAt(each, "values").join(",")})`;
  });
  return [...pairs, ...terms].join(",");
};
