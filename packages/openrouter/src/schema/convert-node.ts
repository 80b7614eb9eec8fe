import { isObject, isString, type JsonSchema } from "../json.ts";
import { describe } from "./describe.ts";
import { type FlatNode, flatten, impliedType, merge } from "./flatten.ts";
import { bounds, deepestLevel, formats, type SchemaType } from "./keywords.ts";
import { type Loss, type NoteLoss, noteKeywords, noteTyped } from "./losses.ts";
import { propertyNames } from "./names.ts";
import { asIs, jsonText, type Translation, words } from "./translation.ts";

/** Where a node stands: `level` 1 is the root; `followed` are the references on the way; `lose` notes what is lost. */
export type Place = {
  readonly root: JsonSchema;
  readonly level: number;
  readonly followed: readonly string[];
  readonly path: string;
  readonly lose: (loss: Loss) => void;
};

/** A node of any JSON Schema as one that Gemini takes, with the way there and back for its values. Never fails. */
export function convertNode(schema: unknown, place: Place): Translation {
  const flat = flatten(schema, place.root, place.followed);
  if (flat === undefined) return asText("object", isObject(schema) ? schema : {}, { place, keyword: "$ref" });
  noteKeywords(flat.node, noteAt(place));
  const inside = { ...place, followed: flat.followed };
  const translated = convertFlat(flat, inside);
  return flat.nullable ? withNull(translated) : translated;
}

function convertFlat(flat: FlatNode, place: Place): Translation {
  const { node, branches } = flat;
  const listed = allowedValues(node);
  if (listed !== undefined) return words(listed, describe(node));
  if (branches.length > 0) {
    const { anyOf, oneOf, nullable, description, ...shared } = node;
    return convertUnion(
      branches.map((branch, index) => withOwnWords(branch, shared, index === 0 ? description : undefined)),
      { ...place, level: place.level + (branches.length > 1 ? 1 : 0) },
    );
  }
  if (flat.types.length > 1) {
    const { nullable, ...shared } = node;
    return convertUnion(
      flat.types.map((type) => ({ ...shared, type })),
      { ...place, level: place.level + 1 },
    );
  }
  return convertTyped(node, flat.types[0] ?? impliedType(node), place);
}

/** Branches that say the same become one; words and words become one list of words; the rest stand in a lone `anyOf`. */
function convertUnion(branches: readonly JsonSchema[], place: Place): Translation {
  const lists = branches.map(allowedValues);
  if (lists.every((list) => list !== undefined)) return words(lists.flat(), describe(branches[0] ?? {}));
  if (place.level > deepestLevel) return asText("object", branches[0] ?? {}, { place, keyword: "anyOf" });
  const distinct = new Map<string, Translation>();
  for (const branch of branches) {
    const translated = convertNode(branch, place);
    const key = JSON.stringify({ ...translated.schema, description: undefined });
    if (!distinct.has(key)) distinct.set(key, translated);
  }
  const translations = [...distinct.values()];
  const [only] = translations;
  if (only !== undefined && translations.length === 1) return only;
  const fitting = (value: unknown, side: "accepts" | "receives") =>
    translations.find((translation) => translation[side](value));
  return {
    schema: { anyOf: translations.map((translation) => translation.schema) },
    accepts: (value) => fitting(value, "accepts") !== undefined,
    receives: (value) => fitting(value, "receives") !== undefined,
    encode: (value) => fitting(value, "accepts")?.encode(value) ?? value,
    decode: (value) => fitting(value, "receives")?.decode(value) ?? value,
  };
}

/** `anyOf` may have no description beside it: the first branch carries it. */
function withOwnWords(branch: unknown, shared: JsonSchema, description: unknown): JsonSchema {
  const merged = merge(isObject(branch) ? branch : {}, shared);
  const text = [description, merged.description].filter(isString).join(": ");
  return text === "" ? merged : { ...merged, description: text };
}

function convertTyped(node: JsonSchema, type: SchemaType, place: Place): Translation {
  noteTyped(node, type, noteAt(place));
  switch (type) {
    case "object":
      return convertObject(node, place);
    case "array":
      return convertArray(node, place);
    default:
      if (formatNote(node, type).length > 0) noteAt(place)({ keyword: "format", kind: "in_words" });
      return asIs({ ...limits(node, type), type }, describe(node, formatNote(node, type)));
  }
}

function convertObject(node: JsonSchema, place: Place): Translation {
  const fields = Object.entries(isObject(node.properties) ? node.properties : {}).filter(
    ([, value]) => value !== false,
  );
  if (fields.length === 0 || place.level >= deepestLevel) {
    return asText("object", node, { place, keyword: fields.length === 0 ? "additionalProperties" : "properties" });
  }
  const sentNames = propertyNames(fields.map(([name]) => name));
  const inside = { ...place, level: place.level + 1 };
  const parts = fields.map(([name, schema], index) => {
    const sent = sentNames[index] ?? name;
    const path = place.path === "" ? name : `${place.path}.${name}`;
    return { name, sent, translation: convertNode(schema, { ...inside, path }) };
  });
  const asked: readonly unknown[] = Array.isArray(node.required) ? node.required : [];
  const required = parts.filter(({ name }) => asked.includes(name)).map(({ sent }) => sent);
  const properties = Object.fromEntries(parts.map(({ sent, translation }) => [sent, translation.schema]));
  const byName = new Map(parts.map((part) => [part.name, part]));
  const bySent = new Map(parts.map((part) => [part.sent, part]));
  return {
    ...asIs(
      { ...limits(node, "object"), type: "object", properties, ...(required.length > 0 && { required }) },
      describe(node),
    ),
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

function convertArray(node: JsonSchema, place: Place): Translation {
  if (place.level >= deepestLevel) return asText("array", node, { place, keyword: "items" });
  const tuple = [node.prefixItems, node.items].find((list) => Array.isArray(list));
  const element = Array.isArray(tuple) && tuple.length > 0 ? { anyOf: tuple } : node.items;
  const items = convertNode(element, { ...place, level: place.level + 1, path: `${place.path}[]` });
  return {
    ...asIs({ ...limits(node, "array"), type: "array", items: items.schema }, describe(node)),
    encode: (value) => (Array.isArray(value) ? value.map(items.encode) : value),
    decode: (value) => (Array.isArray(value) ? value.map(items.decode) : value),
  };
}

type Reason = { readonly place: Place; readonly keyword: string };

function asText(type: "object" | "array", node: JsonSchema, { place, keyword }: Reason): Translation {
  noteAt(place)({ keyword, kind: "as_text" });
  return jsonText(type, describe(node));
}

function noteAt({ path, lose }: Place): NoteLoss {
  return (loss) => lose({ path, ...loss });
}

/** The values that `const` or `enum` allow, null aside. A list of both booleans is just a boolean. */
function allowedValues(node: JsonSchema): readonly unknown[] | undefined {
  const listed = node.const !== undefined ? [node.const] : Array.isArray(node.enum) ? node.enum : [];
  const values = listed.filter((value) => value !== null && value !== undefined && value !== "");
  const isBoolean = node.type === "boolean" && values.includes(true) && values.includes(false);
  return values.length === 0 || isBoolean ? undefined : values;
}

function limits(node: JsonSchema, type: SchemaType): JsonSchema {
  const kept = bounds[type].map((keyword) => [keyword, bound(node, keyword, type)] as const);
  const format = isString(node.format) && formats[type]?.includes(node.format) ? node.format : undefined;
  return Object.fromEntries([...kept, ["format", format] as const].filter(([, value]) => value !== undefined));
}

function bound(node: JsonSchema, keyword: string, type: SchemaType): number | undefined {
  const value = node[keyword];
  const isSize = keyword !== "minimum" && keyword !== "maximum";
  if (typeof value === "number" && Number.isFinite(value) && !(isSize && (value < 0 || !Number.isInteger(value))))
    return value;
  const step = type === "integer" ? 1 : 0;
  if (keyword === "minimum" && typeof node.exclusiveMinimum === "number")
    return step === 0 ? node.exclusiveMinimum : Math.floor(node.exclusiveMinimum) + step;
  if (keyword === "maximum" && typeof node.exclusiveMaximum === "number")
    return step === 0 ? node.exclusiveMaximum : Math.ceil(node.exclusiveMaximum) - step;
  return undefined;
}

function formatNote(node: JsonSchema, type: SchemaType): readonly string[] {
  return isString(node.format) && node.format !== "" && !formats[type]?.includes(node.format)
    ? [`format: ${node.format}`]
    : [];
}

function withNull(translation: Translation): Translation {
  return {
    schema: nullable(translation.schema),
    accepts: (value) => value === null || translation.accepts(value),
    receives: (value) => value === null || translation.receives(value),
    encode: (value) => (value === null ? null : translation.encode(value)),
    decode: (value) => (value === null ? null : translation.decode(value)),
  };
}

/** `nullable` may not stand beside `anyOf`: there each branch says it, also in a choice within a choice. */
function nullable(schema: JsonSchema): JsonSchema {
  return Array.isArray(schema.anyOf) ? { anyOf: schema.anyOf.map(nullable) } : { ...schema, nullable: true };
}

function mapEntries(value: unknown, map: (key: string, held: unknown) => readonly [string, unknown]): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => map(key, held)));
}
