import { isObject, isString, type JsonSchema } from "../json.ts";
import { convertArray, convertObject } from "./convert-containers.ts";
import { convertUnion, textKind, withOwnWords } from "./convert-union.ts";
import { describe } from "./describe.ts";
import { type FlatNode, flatten, impliedType } from "./flatten.ts";
import { formats, type SchemaType } from "./keywords.ts";
import { limits } from "./limits.ts";
import { noteKeywords, noteTyped } from "./losses.ts";
import { merge } from "./merge.ts";
import { noteAt, type Place } from "./place.ts";
import { asIs, jsonText, type Translation, withNull, words } from "./translation.ts";

/** A node of any JSON Schema as one that Gemini takes, with the way there and back for its values. Never fails. */
export function convertNode(schema: unknown, place: Place): Translation {
  const flat = flatten(schema, place);
  if (flat.isInsideItself || !place.spend()) {
    noteAt(place)({ keyword: flat.isInsideItself ? "$ref" : "type", kind: "as_text" });
    return jsonText(textKind([schema], place), describe(flat.node));
  }
  noteKeywords(flat.node, noteAt(place));
  const translated = convertFlat(flat, { ...place, followed: flat.followed });
  return flat.nullable ? withNull(translated) : translated;
}

function convertFlat({ node, branches, types }: FlatNode, place: Place): Translation {
  const listed = allowedValues(node);
  if (listed !== undefined) return words(listed, describe(node));
  const deeper = { ...place, level: place.level + 1 };
  if (branches.length > 0) {
    const { anyOf, oneOf, nullable, description, ...shared } = node;
    const lose = (keyword: string) => noteAt(place)({ keyword, kind: "left_out" });
    const whole = branches.map((branch, index) =>
      withOwnWords(merge(isObject(branch) ? branch : {}, shared, lose), index === 0 ? description : undefined),
    );
    return convertUnion(whole, branches.length > 1 ? deeper : place, convertNode);
  }
  if (types.length > 1) {
    const { nullable, ...shared } = node;
    return convertUnion(
      types.map((type) => ({ ...shared, type })),
      deeper,
      convertNode,
    );
  }
  const type = types[0] ?? impliedType(node);
  if (type === undefined && node.type === undefined) noteAt(place)({ keyword: "type", kind: "left_out" });
  return convertTyped(node, type ?? "string", place);
}

function convertTyped(node: JsonSchema, type: SchemaType, place: Place): Translation {
  noteTyped(node, type, noteAt(place));
  switch (type) {
    case "object":
      return convertObject(node, place, convertNode);
    case "array":
      return convertArray(node, place, convertNode);
    default:
      if (formatNote(node, type).length > 0) noteAt(place)({ keyword: "format", kind: "in_words" });
      return asIs({ ...limits(node, type), type }, describe(node, formatNote(node, type)));
  }
}

/** The values that `const` or `enum` allow, null aside. A list of both booleans is just a boolean. */
function allowedValues(node: JsonSchema): readonly unknown[] | undefined {
  const listed = node.const !== undefined ? [node.const] : Array.isArray(node.enum) ? node.enum : [];
  const values = listed.filter((value) => value !== null && value !== undefined && value !== "");
  const isBoolean = node.type === "boolean" && values.includes(true) && values.includes(false);
  return values.length === 0 || isBoolean ? undefined : values;
}

function formatNote(node: JsonSchema, type: SchemaType): readonly string[] {
  return isString(node.format) && node.format !== "" && !formats[type]?.includes(node.format)
    ? [`format: ${node.format}`]
    : [];
}
