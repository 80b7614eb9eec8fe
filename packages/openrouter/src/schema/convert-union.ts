import { isString, type JsonSchema } from "../json.ts";
import { allows } from "./allows.ts";
import { flatten, impliedType } from "./flatten.ts";
import { deepestLevel } from "./keywords.ts";
import { noteAt, type Place } from "./place.ts";
import { jsonText, type TextKind, type Translation, withNull, words } from "./translation.ts";

type Convert = (schema: unknown, place: Place) => Translation;

/** A branch with the schema that it was, which tells whose value is whose. */
type Branch = Translation & { readonly means: (value: unknown) => boolean };

/** A choice. Branches that look the same are shown once; words and words are one list; the rest stand in a lone `anyOf`. */
export function convertUnion(branches: readonly JsonSchema[], place: Place, convert: Convert): Translation {
  if (place.level > deepestLevel && !branches.every(isListed)) {
    noteAt(place)({ keyword: "anyOf", kind: "as_text" });
    return jsonText(textKind(branches, place), branches.map((branch) => branch.description).find(isString));
  }
  const translated = branches.map(
    (branch): Branch => ({ ...convert(branch, place), means: (value) => allows(branch, value, place.root) }),
  );
  const parts = joinWords(translated);
  if (isAmbiguous(parts)) noteAt(place)({ keyword: "anyOf", kind: "as_text" });
  const shown = distinctSchemas(parts);
  return {
    schema: shown.length === 1 && shown[0] !== undefined ? shown[0] : { anyOf: shown },
    accepts: (value) => parts.some((part) => part.accepts(value)),
    receives: (value) => parts.some((part) => part.receives(value)),
    encode: (value) => encodeWith(parts, value),
    decode: (value) => decodeWith(parts, value),
  };
}

function isListed(branch: JsonSchema): boolean {
  return branch.const !== undefined || Array.isArray(branch.enum);
}

/** What kind of text branches come to: an object when all are. */
export function textKind(branches: readonly unknown[], place: Place): TextKind {
  const silent = { ...place, lose: () => undefined };
  const kinds = branches.flatMap((branch): readonly (string | undefined)[] => {
    const { node, types, branches: inner } = flatten(branch, silent);
    if (inner.length > 0) return ["any"];
    return types.length > 0 ? types : [impliedType(node)];
  });
  const kind = (["object", "array"] as const).find((name) => kinds.length > 0 && kinds.every((one) => one === name));
  return kind ?? "any";
}

function encodeWith(parts: readonly Branch[], value: unknown): unknown {
  const part =
    parts.find((one) => one.means(value) && one.accepts(value)) ??
    parts.find((one) => one.means(value)) ??
    parts.find((one) => one.accepts(value));
  return part === undefined ? value : part.encode(value);
}

/** Text that stands for another value is that value, where a branch allows it; else it is the words that it says. */
function decodeWith(parts: readonly Branch[], value: unknown): unknown {
  const tries = parts.map((part) => ({ part, decoded: part.decode(value) }));
  const asked = tries.filter(({ part }) => part.receives(value));
  const found =
    asked.find(({ part, decoded }) => decoded !== value && part.means(decoded)) ??
    asked.find(({ part, decoded }) => part.means(decoded)) ??
    tries.find(({ part, decoded }) => part.means(decoded)) ??
    asked[0];
  return found === undefined ? value : found.decoded;
}

/** All lists of words as one, in the place of the first. */
function joinWords(parts: readonly Branch[]): readonly Branch[] {
  const lists = parts.filter((part) => part.values !== undefined);
  const [first] = lists;
  if (first === undefined || lists.length === 1) return parts;
  const list = words(
    lists.flatMap((part) => part.values ?? []),
    joined(lists.map((part) => part.schema.description)),
  );
  const whole = lists.some((part) => part.schema.nullable === true) ? withNull(list) : list;
  const branch = { ...whole, means: (value: unknown) => lists.some((part) => part.means(value)) };
  return parts.flatMap((part) => (part === first ? [branch] : part.values === undefined ? [part] : []));
}

/** Plain words beside what is told in words: `"2"` may be the number or the word. */
function isAmbiguous(parts: readonly Branch[]): boolean {
  const texts = parts.filter((part) => part.schema.type === "string");
  const isPlain = (part: Branch) => part.accepts("a word of its own") && part.values === undefined;
  return texts.some(isPlain) && texts.some((part) => !isPlain(part) && !(part.values ?? [{}]).every(isString));
}

function distinctSchemas(parts: readonly Branch[]): readonly JsonSchema[] {
  const byShape = new Map<string, JsonSchema[]>();
  for (const { schema } of parts) {
    const shape = JSON.stringify({ ...schema, description: undefined });
    byShape.set(shape, [...(byShape.get(shape) ?? []), schema]);
  }
  return [...byShape.values()].map((alike) => {
    const description = joined(alike.map((schema) => schema.description));
    return { ...alike[0], ...(description !== undefined && { description }) };
  });
}

function joined(descriptions: readonly unknown[]): string | undefined {
  const distinct = [...new Set(descriptions.filter(isString))];
  return distinct.length === 0 ? undefined : distinct.join("; or: ");
}

/** `anyOf` may have no description beside it: the first branch carries it. */
export function withOwnWords(branch: JsonSchema, description: unknown): JsonSchema {
  const text = [description, branch.description].filter(isString).join(": ");
  return text === "" ? branch : { ...branch, description: text };
}
