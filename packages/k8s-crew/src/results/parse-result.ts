import { parseAllDocuments } from "yaml";
import { listIn, rowOfValue } from "./objects.ts";
import { rowsOfBullets, rowsOfContexts, rowsOfNameLines, saysEmpty } from "./text-lists.ts";
import { rowsOfMarkdownTable, rowsOfTextTable } from "./text-table.ts";
import type { ParsedResult, Row } from "./types.ts";
import { at, isRecord, textAt, tryJson } from "./values.ts";

export type ResultText = {
  readonly text: string;
  readonly structured?: unknown;
  /** What was asked: a list is read as a list, a log is never read as anything but text. */
  readonly verb?: string;
  readonly resource?: string;
};

/** Verbs whose results are lists; for the others a list is believed only where its form leaves no doubt. */
const listing: readonly string[] = ["list", "top", "search", "health"];

/** Characters of YAML that are parsed; longer texts are shown as they are. */
const yamlLimit = 4_000_000;

/** Reads a tool's result in any of the forms that servers have been seen to use. Never throws, never invents a name. */
export const parseResult = ({ text, structured, verb }: ResultText): ParsedResult => {
  if (verb === "logs") return { form: "text", text: logIn(text) };
  const lists = verb === undefined || listing.includes(verb);
  const fromStructure = structured === undefined ? undefined : ofValue(structured, lists);
  if (fromStructure?.form === "rows" && fromStructure.rows.length > 0) return fromStructure;
  const trimmed = text.trim();
  if (lists && saysEmpty(trimmed)) return { form: "rows", rows: [] };
  const json = /^[[{"]/.test(trimmed) ? unwrapped(tryJson(trimmed)) : undefined;
  const fromJson =
    typeof json === "string"
      ? parseResult({ text: json, ...(verb === undefined ? {} : { verb }) })
      : ofValue(json, lists);
  if (fromJson) return fromJson;
  const rows = lists || !looksLikeYaml(trimmed) ? rowsOfText(trimmed, lists) : undefined;
  return rows ? { form: "rows", rows } : (ofYaml(trimmed, lists) ?? { form: "text", text });
};

/** Some servers put JSON into a JSON string. */
const unwrapped = (value: unknown): unknown => {
  if (typeof value !== "string")
    return isRecord(value) && textAt(value, "type") === "text"
      ? (tryJson(textAt(value, "text")) ?? textAt(value, "text"))
      : value;
  return tryJson(value) ?? value;
};

const ofValue = (value: unknown, lists: boolean): ParsedResult | undefined => {
  const list = lists || Array.isArray(value) || Array.isArray(at(value, "items")) ? listIn(value) : undefined;
  if (list) return { form: "rows", rows: list.flatMap((each) => rowOfValue(each) ?? []) };
  return isRecord(value) ? { form: "object", object: objectIn(value) } : undefined;
};

/** The object itself, or the only object that a wrapper holds. */
const objectIn = (value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  if (isRecord(value.metadata)) return value;
  const inner = Object.values(value).filter((member) => isRecord(member) && isRecord(member.metadata));
  const only = inner.length === 1 ? inner[0] : undefined;
  return isRecord(only) ? only : value;
};

const rowsOfText = (text: string, lists: boolean): readonly Row[] | undefined => {
  const body = text.replace(/^#.*\n/, "");
  const plain = rowsOfMarkdownTable(text) ?? rowsOfContexts(text) ?? rowsOfTextTable(body) ?? rowsOfFound(text);
  if (plain || !lists) return plain;
  return looksLikeYaml(body) ? undefined : (rowsOfNameLines(text) ?? rowsOfBullets(text));
};

/** “Found 2 Pod resources in namespace dev:” and then the names. */
const rowsOfFound = (text: string): readonly Row[] | undefined => {
  const found = /^found (\d+) .*?(?:in namespace (\S+?))?:?\s*$/im.exec(text.split("\n", 1)[0] ?? "");
  if (!found) return undefined;
  const rest = text.slice(found[0].length);
  const rows = rowsOfNameLines(rest) ?? rowsOfBullets(rest) ?? [];
  const namespace = found[2];
  return rows.map((row) => (row.namespace === undefined && namespace !== undefined ? { ...row, namespace } : row));
};

const looksLikeYaml = (text: string): boolean =>
  /^(---\s*\n|#[^\n]*\n)?\s*(apiVersion:|- \w+:|kind:|metadata:)/.test(text);

const ofYaml = (text: string, lists: boolean): ParsedResult | undefined => {
  if (!looksLikeYaml(text) || text.length > yamlLimit) return undefined;
  const documents = valuesOfYaml(text);
  if (documents.length === 0) return undefined;
  const only = documents.length === 1 ? documents[0] : documents;
  return ofValue(only, lists);
};

const valuesOfYaml = (text: string): readonly unknown[] => {
  try {
    const documents = parseAllDocuments(text, { logLevel: "silent" });
    return "empty" in documents
      ? []
      : documents
          .filter(({ errors }) => errors.length === 0)
          .map((document): unknown => document.toJS({ maxAliasCount: 100 }));
  } catch {
    return [];
  }
};

/** A log may come wrapped: `{"pod": …, "logs": "…"}`. Anything else is the log itself, also when a line is JSON. */
const logIn = (text: string): string => {
  if (!/^\s*\{/.test(text)) return text;
  const value = tryJson(text.trim());
  const log = at(value, "logs") ?? at(value, "log") ?? at(value, "content");
  return typeof log === "string" ? log : text;
};
