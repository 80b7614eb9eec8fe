import { parseAllDocuments } from "yaml";
import type { ParseHints } from "./hints.ts";
import { readValue } from "./json-form.ts";
import { isApiObject } from "./rows.ts";
import type { ParsedResult } from "./types.ts";
import { at, isRecord } from "./values.ts";

/**
 * YAML as a result: a list of objects, one object, or several documents. Undefined unless it clearly is Kubernetes
 * YAML or a list of things with names, because almost any text is valid YAML.
 */
export function readYaml(text: string, hints: ParseHints): ParsedResult | undefined {
  if (!looksLikeYaml(text)) return undefined;
  const values = documents(text);
  if (values === undefined || values.length === 0) return undefined;
  const [value] = values;
  if (values.length > 1) return values.every(isApiObject) ? readValue(values, hints) : undefined;
  if (Array.isArray(value)) return value.every(isRecord) || hints.list ? readValue(value, hints) : undefined;
  if (!isRecord(value)) return undefined;
  const isList = Array.isArray(at(value, "items"));
  const isObject = isApiObject(value) || ("kind" in value && "apiVersion" in value);
  return isList || isObject ? readValue(value, hints) : undefined;
}

/** Cheap look at the first line that says something, so that logs are not sent through a YAML parser. */
function looksLikeYaml(text: string): boolean {
  const line = text.split("\n", 20).find((candidate) => candidate.trim() !== "" && !/^(?:#|---)/.test(candidate));
  return (
    line !== undefined &&
    /^(?:- [\w"']|-$|(?:apiVersion|kind|metadata|items|data|spec|status|type):(?:\s|$))/.test(line.trimEnd())
  );
}

function documents(text: string): readonly unknown[] | undefined {
  try {
    const parsed = parseAllDocuments(text, { logLevel: "silent" });
    if (!Array.isArray(parsed) || parsed.some((document) => document.errors.length > 0)) return undefined;
    return parsed.map((document): unknown => document.toJS()).filter((value) => value !== null);
  } catch {
    return undefined;
  }
}
