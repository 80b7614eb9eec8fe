import { isDeepStrictEqual } from "node:util";
import { isObject, isString, type JsonSchema } from "../json.ts";

const highest = "minimum exclusiveMinimum minLength minItems minProperties".split(" ");
const lowest = "maximum exclusiveMaximum maxLength maxItems maxProperties".split(" ");

/** Says nothing about values, so that either may win. */
const annotations =
  "description title default examples example $id id $schema $comment $anchor $defs definitions".split(" ");

/**
 * Both of two nodes at once: the properties of each, required by either, the narrower limit of both. Where both cannot be
 * said, the first has the last word and `lose` hears the keyword.
 */
export function merge(first: JsonSchema, second: JsonSchema, lose: (keyword: string) => void): JsonSchema {
  const shared = Object.keys(first).filter((keyword) => Object.hasOwn(second, keyword));
  const both = shared.map((keyword) => {
    const [one, other] = [first[keyword], second[keyword]];
    const joined = isDeepStrictEqual(one, other) ? one : join(keyword, one, other);
    if (joined === undefined && !annotations.includes(keyword)) lose(keyword);
    return [keyword, joined ?? one] as const;
  });
  return { ...second, ...first, ...Object.fromEntries(both) };
}

/** Undefined when the two cannot be one. */
function join(keyword: string, one: unknown, other: unknown): unknown {
  if (keyword === "properties" && isObject(one) && isObject(other)) return joinProperties(one, other, "allOf");
  if (keyword === "required" && Array.isArray(one) && Array.isArray(other)) return [...one, ...other];
  if (keyword === "items" && isObject(one) && isObject(other)) return { allOf: [one, other] };
  if (keyword === "additionalProperties" && (one === false || other === false)) return false;
  if (keyword === "enum" || keyword === "type") return common(listOf(one), listOf(other), keyword);
  if (typeof one !== "number" || typeof other !== "number") return undefined;
  if (highest.includes(keyword)) return Math.max(one, other);
  return lowest.includes(keyword) ? Math.min(one, other) : undefined;
}

/** The properties of both; one that both have is both of it (`allOf`) or either (`anyOf`). */
export function joinProperties(one: JsonSchema, other: JsonSchema, how: "allOf" | "anyOf"): JsonSchema {
  const shared = Object.keys(one).filter(
    (name) => Object.hasOwn(other, name) && !isDeepStrictEqual(one[name], other[name]),
  );
  const both = shared.map((name) => [name, { [how]: [one[name], other[name]] }] as const);
  return { ...other, ...one, ...Object.fromEntries(both) };
}

function common(one: readonly unknown[], other: readonly unknown[], keyword: string): unknown {
  const isIn = (list: readonly unknown[], value: unknown) =>
    list.some(
      (held) => isDeepStrictEqual(held, value) || (keyword === "type" && held === "number" && value === "integer"),
    );
  const values = [...one.filter((value) => isIn(other, value)), ...other.filter((value) => isIn(one, value))];
  const distinct = values.filter(
    (value, index) => values.findIndex((held) => isDeepStrictEqual(held, value)) === index,
  );
  if (distinct.length === 0) return undefined;
  return keyword === "type" && distinct.length === 1 ? distinct[0] : distinct;
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return isString(value) ? [value] : [];
}
