import type { ParseHints } from "./hints.ts";
import { rowOf } from "./rows.ts";
import type { ParsedResult, Row } from "./types.ts";
import { at, isRecord, scalarText, textAt, tryJson, type UnknownRecord } from "./values.ts";

/** Keys that only wrap the result (FastMCP's `result`, REST's `data`, …). */
const wrapperKeys = ["result", "data", "output", "response", "content", "payload", "value"];

/** A single JSON object with these keys is a structured log line, not a result. */
const logKeys = ["level", "lvl", "severity", "msg", "logger", "caller"];

/** JSON text as a result; undefined when the text is not JSON. Text that is a JSON string of JSON is read through. */
export function readJson(text: string, hints: ParseHints): ParsedResult | undefined {
  const trimmed = text.trim();
  if (!/^[[{"]/.test(trimmed)) return undefined;
  const whole = tryJson(trimmed);
  if (typeof whole === "string") return readJson(whole, hints) ?? { form: "text", text: whole };
  if (whole !== undefined) return readValue(whole, hints);
  return hints.list ? readDocuments(trimmed, hints) : undefined;
}

/** A JSON value (also structured content) as a result; undefined when it holds nothing readable. */
export function readValue(value: unknown, hints: ParseHints): ParsedResult | undefined {
  if (typeof value === "string") return readJson(value, hints);
  if (Array.isArray(value)) return readArray(value, hints);
  return isRecord(value) ? readObject(value, hints) : undefined;
}

function readArray(entries: readonly unknown[], hints: ParseHints): ParsedResult | undefined {
  if (!hints.list && entries.some((entry) => isLogLine(entry))) return undefined;
  const rows = rowsOf(entries, hints);
  return rows === undefined ? undefined : { form: "rows", rows };
}

/** Rows when most entries have a name: a few odd ones do not spoil a list, a list of numbers is none. */
function rowsOf(entries: readonly unknown[], hints: ParseHints): readonly Row[] | undefined {
  const rows = entries.map((entry) => rowOf(entry, hints.resource)).filter((row) => row !== undefined);
  return rows.length * 2 >= entries.length ? rows : undefined;
}

function readObject(object: UnknownRecord, hints: ParseHints): ParsedResult | undefined {
  const items = at(object, "items");
  if (Array.isArray(items)) return readArray(items, hints);
  if (isRecord(at(object, "metadata")) && textAt(object, "metadata", "name") !== "") return { form: "object", object };
  return listUnderKey(object, hints) ?? unwrapped(object, hints) ?? plainObject(object, hints);
}

/**
 * `{"count":2,"namespaces":[…]}`: the one list in an object whose other values are only about the list. Where several
 * keys hold lists, the one named for the resource counts. A Go server writes null for an empty list.
 */
function listUnderKey(object: UnknownRecord, hints: ParseHints): ParsedResult | undefined {
  const entries = Object.entries(object);
  const named = entries.find(
    ([key, value]) => isNamedFor(key, hints.resource) && (Array.isArray(value) || value === null),
  );
  if (named !== undefined && hints.list) return readArray(Array.isArray(named[1]) ? named[1] : [], hints);
  const lists = entries.filter(([, value]) => Array.isArray(value) || (value === null && hints.list));
  const [only] = lists;
  if (only === undefined || lists.length > 1) return undefined;
  const aboutTheList = entries.every(([key, value]) => key === only[0] || scalarText(value) !== undefined);
  const isThing = textAt(object, "name") !== "" || textAt(object, "Name") !== "";
  if (!aboutTheList || (isThing && !hints.list)) return undefined;
  const list = Array.isArray(only[1]) ? only[1] : [];
  return list.some(isRecord) || hints.list ? readArray(list, hints) : undefined;
}

function isNamedFor(key: string, resource: string | undefined): boolean {
  if (resource === undefined) return key === "items";
  const lower = key.toLowerCase().replace(/[-_]/g, "");
  const stem = resource.toLowerCase();
  return (
    lower === stem || lower === `${stem}s` || lower === `${stem}es` || (stem === "cluster" && lower === "contexts")
  );
}

function unwrapped(object: UnknownRecord, hints: ParseHints): ParsedResult | undefined {
  const key = wrapperKeys.find((candidate) => Object.hasOwn(object, candidate));
  if (key === undefined || "kind" in object) return undefined;
  const others = Object.entries(object).filter(([other]) => other !== key);
  if (others.some(([, value]) => scalarText(value) === undefined && value !== null)) return undefined;
  const inner = object[key];
  if (typeof inner === "string") return hints.read(inner);
  return readValue(inner, hints);
}

function plainObject(object: UnknownRecord, hints: ParseHints): ParsedResult | undefined {
  if (Object.keys(object).length === 0) return undefined;
  return hints.verb === undefined && isLogLine(object) ? undefined : { form: "object", object };
}

function isLogLine(value: unknown): boolean {
  return (
    isRecord(value) &&
    logKeys.filter((key) => Object.hasOwn(value, key)).length > 0 &&
    !Object.hasOwn(value, "metadata")
  );
}

/** Several JSON values one after the other: a server that sends each entry of a list as a content part of its own. */
function readDocuments(text: string, hints: ParseHints): ParsedResult | undefined {
  const parts = text.split(/\n(?=[[{"])/);
  const values = parts.map((part) => tryJson(part.trim()));
  if (parts.length < 2 || values.some((value) => value === undefined)) return undefined;
  return readArray(values, hints);
}
