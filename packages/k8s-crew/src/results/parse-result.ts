import type { Verb } from "../catalog/types.ts";
import type { ParseHints } from "./hints.ts";
import { readJson, readValue } from "./json-form.ts";
import { readArrows, readBullets, readNameLines, readPlainNames, saysEmpty } from "./line-forms.ts";
import { logText } from "./log-text.ts";
import { readMarkdownTable, readTable } from "./table-form.ts";
import type { ParsedResult, Readings, Row } from "./types.ts";
import { readYaml } from "./yaml-form.ts";

export type ResultToParse = {
  readonly text: string;
  /** MCP's structuredContent, when the server sent it. */
  readonly structured?: unknown;
  /** What the call did; without it the text is read with care. */
  readonly verb?: Verb;
  /** A key of the resource table. */
  readonly resource?: string;
  /** Of this very result; what is new is added. */
  readonly readings?: Readings;
};

const listVerbs: ReadonlySet<Verb> = new Set<Verb>(["list", "top", "search"]);

/**
 * Reads any server's result: JSON under any key, kubectl tables, YAML, name lines, bullets, context lists, or text.
 * Never throws, and never gives a name that does not stand in the result. The caller has removed terminal escapes.
 */
export function parseResult({ readings, ...result }: ResultToParse): ParsedResult {
  const key = `${result.verb} ${result.resource}`;
  const known = readings?.get(key);
  if (known !== undefined) return known;
  const parsed = parse(result);
  readings?.set(key, parsed);
  return parsed;
}

function parse({ text, structured, verb, resource }: ResultToParse): ParsedResult {
  if (verb === "logs") return { form: "text", text: logText(text, structured) };
  const hints: ParseHints = {
    ...(verb === undefined ? {} : { verb }),
    ...(resource === undefined ? {} : { resource }),
    list: verb !== undefined && (listVerbs.has(verb) || (verb === "get" && resource === "event")),
    read: (inner) => readText(inner, hints),
  };
  const fromText = readText(text, hints);
  const fromStructured = structured === undefined || structured === null ? undefined : readValue(structured, hints);
  return fromStructured === undefined ? fromText : richer(fromStructured, fromText);
}

function readText(text: string, hints: ParseHints): ParsedResult {
  const body = unfenced(text);
  const asText: ParsedResult = { form: "text", text };
  if (body.trim() === "") return hints.list || hints.verb === undefined ? { form: "rows", rows: [] } : asText;
  if (hints.verb !== "describe" && hints.verb !== "explain" && saysEmpty(body)) return { form: "rows", rows: [] };
  const json = readJson(body, hints);
  if (json !== undefined) return json;
  if (hints.verb === "describe" || hints.verb === "explain") return readYaml(body, hints) ?? asText;
  const rows = readArrows(body) ?? readTable(body, hints.list ? 20 : 3, hints.resource) ?? readMarkdownTable(body);
  if (rows !== undefined) return asRows(rows);
  return readYaml(body, hints) ?? readLines(body, hints) ?? embeddedJson(body, hints) ?? asText;
}

/** Looser forms: only for lists, or behind a line that announces one. */
function readLines(text: string, hints: ParseHints): ParsedResult | undefined {
  const announced = /^Found \d+ /.test(text.trimStart());
  if (!hints.list && !announced) return undefined;
  const rows = readNameLines(text) ?? readBullets(text) ?? (hints.list ? readPlainNames(text) : undefined);
  return rows === undefined ? undefined : asRows(rows);
}

/** `Here are the pods:\n[{…}]`. */
function embeddedJson(text: string, hints: ParseHints): ParsedResult | undefined {
  if (!hints.list) return undefined;
  const start = text.search(/^[[{]/m);
  return start > 0 ? readJson(text.slice(start), hints) : undefined;
}

/** The inside of a Markdown fence, when the text is one fence with at most a line before it. */
function unfenced(text: string): string {
  return /^(?:[^\n]{0,200}\n+)?```[a-z]*\n([\s\S]*?)\n?```\s*$/i.exec(text.trim())?.[1] ?? text;
}

/** Structured content counts unless the text says more: more rows, or more about each. */
function richer(structured: ParsedResult, text: ParsedResult): ParsedResult {
  if (text.form !== "rows") return structured;
  if (structured.form !== "rows") return text.rows.length > 0 ? text : structured;
  if (structured.rows.length !== text.rows.length) return structured.rows.length > text.rows.length ? structured : text;
  return fieldCount(structured.rows) >= fieldCount(text.rows) ? structured : text;
}

function fieldCount(rows: readonly Row[]): number {
  return rows.reduce((sum, row) => sum + Object.keys(row.fields).length, 0);
}

function asRows(rows: readonly Row[]): ParsedResult {
  return { form: "rows", rows };
}
