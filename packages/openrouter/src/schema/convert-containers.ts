import { isObject, type JsonSchema } from "../json.ts";
import { tupleOf } from "./allows.ts";
import { describe } from "./describe.ts";
import { deepestLevel } from "./keywords.ts";
import { limits } from "./limits.ts";
import { propertyNames } from "./names.ts";
import { noteAt, type Place } from "./place.ts";
import { asIs, jsonText, type Translation } from "./translation.ts";

type Convert = (schema: unknown, place: Place) => Translation;

export function convertObject(node: JsonSchema, place: Place, convert: Convert): Translation {
  const fields = Object.entries(isObject(node.properties) ? node.properties : {}).filter(
    ([, value]) => value !== false,
  );
  if (fields.length === 0 || place.level >= deepestLevel) {
    noteAt(place)({ keyword: fields.length === 0 ? "additionalProperties" : "properties", kind: "as_text" });
    return jsonText("object", describe(node));
  }
  const sentNames = propertyNames(fields.map(([name]) => name));
  const inside = { ...place, level: place.level + 1 };
  const parts = fields.map(([name, schema], index): Part => {
    const path = place.path === "" ? name : `${place.path}.${name}`;
    return { name, sent: sentNames[index] ?? name, translation: convert(schema, { ...inside, path }) };
  });
  const asked: readonly unknown[] = Array.isArray(node.required) ? node.required : [];
  const required = parts.filter(({ name }) => asked.includes(name)).map(({ sent }) => sent);
  const properties = Object.fromEntries(parts.map(({ sent, translation }) => [sent, translation.schema]));
  const schema = { ...limits(node, "object"), type: "object", properties, ...(required.length > 0 && { required }) };
  return { ...asIs(schema, describe(node)), ...thereAndBack(parts, asked) };
}

type Part = { readonly name: string; readonly sent: string; readonly translation: Translation };

function thereAndBack(parts: readonly Part[], asked: readonly unknown[]): Omit<Translation, "schema"> {
  const byName = new Map(parts.map((part) => [part.name, part]));
  const bySent = new Map(parts.map((part) => [part.sent, part]));
  const required = parts.filter(({ name }) => asked.includes(name));
  return {
    accepts: (value) =>
      isObject(value) &&
      required.every(({ name }) => Object.hasOwn(value, name)) &&
      Object.entries(value).every(([key, held]) => byName.get(key)?.translation.accepts(held) === true),
    receives: (value) =>
      isObject(value) &&
      required.every(({ sent }) => Object.hasOwn(value, sent)) &&
      Object.entries(value).every(([key, held]) => bySent.get(key)?.translation.receives(held) === true),
    encode: (value) =>
      mapEntries(value, (key, held) => {
        const part = byName.get(key);
        return part === undefined ? [key, held] : [part.sent, part.translation.encode(held)];
      }),
    decode: (value) =>
      mapEntries(value, (key, held) => {
        const part = bySent.get(key);
        return part === undefined ? [key, held] : [part.name, part.translation.decode(held)];
      }),
  };
}

/** A list whose places have schemas of their own is shown as one of any of them; its values are turned by their place. */
export function convertArray(node: JsonSchema, place: Place, convert: Convert): Translation {
  if (place.level >= deepestLevel) {
    noteAt(place)({ keyword: "items", kind: "as_text" });
    return jsonText("array", describe(node));
  }
  const { first, rest } = tupleOf(node);
  const inside = { ...place, level: place.level + 1, path: `${place.path}[]` };
  const isOpen = isObject(rest) || rest === true;
  const items = convert(first.length > 0 ? { anyOf: [...first, ...(isOpen ? [rest] : [])] } : rest, inside);
  const silent = { ...inside, level: inside.level + 1, lose: () => undefined };
  const places = items.isText === true ? [] : first.map((schema) => convert(schema, silent));
  const at = (index: number, value: unknown, side: "accepts" | "receives") => {
    const own = places[index];
    return own?.[side](value) === true ? own : items;
  };
  return {
    ...asIs({ ...limits(node, "array"), type: "array", items: items.schema }, describe(node)),
    accepts: (value) => Array.isArray(value) && value.every(items.accepts),
    receives: (value) => Array.isArray(value) && value.every(items.receives),
    encode: (value) =>
      Array.isArray(value) ? value.map((held, index) => at(index, held, "accepts").encode(held)) : value,
    decode: (value) =>
      Array.isArray(value) ? value.map((held, index) => at(index, held, "receives").decode(held)) : value,
  };
}

function mapEntries(value: unknown, map: (key: string, held: unknown) => readonly [string, unknown]): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => map(key, held)));
}
