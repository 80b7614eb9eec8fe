import { fieldName, isEvent } from "./rows.ts";
import type { Row } from "./types.ts";

type Column = { readonly title: string; readonly start: number };
type Cells = readonly string[];

/** Headers of kubectl tables that hold a space; all other words of a header line are columns of their own. */
const multiWordHeaders = [
  "NOMINATED NODE",
  "READINESS GATES",
  "LAST SEEN",
  "FIRST SEEN",
  "LAST SCHEDULE",
  "LAST BACKUP",
  "RECLAIM POLICY",
  "ACCESS MODES",
  "POD SELECTOR",
  "NODE SELECTOR",
  "MIN AVAILABLE",
  "MAX UNAVAILABLE",
  "ALLOWED DISRUPTIONS",
  "STATUS REASON",
  "APP VERSION",
];

/** Words of which one has to stand in a header line, so that a shouted sentence is not taken for a table. */
const tableWords = new Set([
  "NAME",
  "NAMESPACE",
  "KIND",
  "STATUS",
  "READY",
  "AGE",
  "POD",
  "NODE",
  "REASON",
  "CONTEXT",
  "CLUSTER",
]);

const headerWord = /^[A-Z][A-Z0-9%_./-]*(?:\([A-Za-z%]+\))?%?$/;

/**
 * Rows of a kubectl table (several, when tables follow each other) by the columns' offsets, so that cells may hold
 * spaces (`2 (5m ago)`) and may be empty. Undefined when the text holds no table. `preface`: how many lines may stand
 * before the header; `resource`: what the rows are.
 */
export function readTable(text: string, preface: number, resource?: string): readonly Row[] | undefined {
  const lines = text.split("\n").map((line) => line.replace(/\r$/, ""));
  const first = lines.findIndex(isHeader);
  if (first === -1 || lines.slice(0, first).filter((line) => line.trim() !== "").length > preface) return undefined;
  const rows: Row[] = [];
  let columns: readonly Column[] = [];
  for (const line of lines.slice(first)) {
    if (isHeader(line)) columns = columnsOf(line);
    else if (line.trim() === "") columns = [];
    else if (columns.length > 0 && !/^[-=_+\s]+$/.test(line)) {
      const row = tableRow(
        columns.map((column) => column.title),
        cellsOf(line, columns),
        resource,
      );
      if (row !== undefined) rows.push(row);
    }
  }
  return rows;
}

/** Rows of a Markdown table; undefined when there is none. Without a NAME column the first one names the row. */
export function readMarkdownTable(text: string): readonly Row[] | undefined {
  const lines = text.split("\n").map((line) => line.trim());
  const rule = lines.findIndex(
    (line, index) => index > 0 && /^\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?\|?$/.test(line),
  );
  const header = lines[rule - 1];
  if (rule < 1 || header === undefined || !header.includes("|")) return undefined;
  const titles = markdownCells(header);
  const hasName = titles.some((title) => nameTitles.has(title.toUpperCase()));
  const named = hasName ? titles : ["NAME", ...titles.slice(1)];
  const body = lines.slice(rule + 1);
  const end = body.findIndex((line) => !line.includes("|"));
  return (end === -1 ? body : body.slice(0, end))
    .map((line) => tableRow(named, markdownCells(line)))
    .filter((row) => row !== undefined);
}

const nameTitles = new Set(["NAME", "名称", "名字"]);

function isHeader(line: string): boolean {
  const words = line.trim().split(/\s+/);
  if (!words.every((word) => headerWord.test(word))) return false;
  if (words.length === 1) return words[0] === "NAME";
  return words.some((word) => tableWords.has(word)) && /\S(?: {2,}|\t)\S/.test(line.trimStart().concat(" "));
}

/** Columns begin where a word follows two spaces or a tab, or where a known header begins after a single space. */
function columnsOf(line: string): readonly Column[] {
  const columns: Column[] = [];
  for (const group of line.matchAll(/\S+(?: \S+)*/g)) {
    let offset = 0;
    while (offset < group[0].length) {
      const rest = group[0].slice(offset);
      const title = multiWordHeaders.find((header) => rest.startsWith(header)) ?? unknownTitle(rest);
      columns.push({ title, start: group.index + offset });
      offset += title.length + 1;
    }
  }
  return columns;
}

/** A column of a custom resource may hold spaces too: only a known word begins a new column after a single space. */
function unknownTitle(rest: string): string {
  const words = rest.split(" ");
  const end = words.findIndex((word, index) => index > 0 && (tableWords.has(word) || singleWords.has(word)));
  return tableWords.has(words[0] ?? "") || singleWords.has(words[0] ?? "")
    ? (words[0] ?? "")
    : words.slice(0, end === -1 ? undefined : end).join(" ");
}

const singleWords = new Set([
  "RESTARTS",
  "IP",
  "LABELS",
  "ROLES",
  "VERSION",
  "TYPE",
  "UP-TO-DATE",
  "AVAILABLE",
  "DESIRED",
  "CURRENT",
]);

function cellsOf(line: string, columns: readonly Column[]): Cells {
  if (line.includes("\t")) return line.split("\t").map((cell) => cell.trim());
  const cells = columns.map(({ start }, index) => line.slice(start, columns[index + 1]?.start).trim());
  const isAligned =
    columns.every(({ start }) => start === 0 || start >= line.length || line[start - 1] === " ") &&
    cells.every((cell) => !cell.includes("  "));
  if (isAligned) return cells;
  // Cells that do not stand below their header, from servers that do not pad: the gaps decide, if they are as many.
  const [byGap, byWord] = [line.trim().split(/ {2,}/), line.trim().split(/\s+/)];
  if (byGap.length === columns.length) return byGap;
  return byWord.length === columns.length ? byWord : cells;
}

function tableRow(titles: readonly string[], cells: Cells, resource?: string): Row | undefined {
  const fields: Record<string, string> = {};
  for (const [index, title] of titles.entries()) {
    const cell = cells[index] ?? "";
    if (cell !== "") fields[nameTitles.has(title) ? "name" : fieldName(title)] ??= cell;
  }
  return namedRow(fields) ?? (isEvent(fields, resource) ? { name: "", fields } : undefined);
}

/** `kubectl top pod --containers` has POD and NAME (the container); `kubectl get all` writes `pod/web`; events have OBJECT. */
function namedRow(fields: Record<string, string>): Row | undefined {
  const { name: cell, namespace, ...rest } = fields;
  const pod = rest.pod;
  const full = pod ?? cell ?? rest.object ?? rest.node ?? rest.context ?? rest.cluster;
  if (full === undefined) return undefined;
  if (pod !== undefined && cell !== undefined) rest.container ??= cell;
  const typed = /^([a-z][a-z0-9.]*)\/([^/]+)$/.exec(full);
  if (typed?.[1] !== undefined) rest.kind ??= typed[1];
  if (rest.current === "*") rest.current = "true";
  return { name: typed?.[2] ?? full, ...(namespace === undefined ? {} : { namespace }), fields: rest };
}

function markdownCells(line: string): Cells {
  return line
    .replace(/^\||\|$/g, "")
    .split("|")
    .map((cell) => cell.trim().replace(/^[`*]+|[`*]+$/g, ""));
}
