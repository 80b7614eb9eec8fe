import type { Row } from "./types.ts";

/**
 * A table as kubectl prints it: a header of upper-case titles, columns at fixed offsets. A title may have one space
 * (`NOMINATED NODE`), a cell may have several words; columns are told apart by two spaces in the header.
 */
export const rowsOfTextTable = (text: string): readonly Row[] | undefined => {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const at = lines.findIndex(isHeader);
  const header = lines[at];
  if (header === undefined || at > 2) return undefined;
  const columns = columnsOf(header);
  const name =
    columns.find(({ title }) => title === "name") ??
    columns.find(({ title }) => title === "object" || title === "cluster") ??
    columns[0];
  if (!name) return undefined;
  return lines.slice(at + 1).map((line) => rowOf(line, columns, name.title));
};

/** At least one known title, every word in capitals. */
const isHeader = (line: string): boolean =>
  /^[A-Z][A-Z0-9 ()%/.:_-]*$/.test(line.trim()) &&
  /(^|\s)(NAME|NAMESPACE|KIND|STATUS|OBJECT|REASON|CURRENT|LAST SEEN)(\s|$)/.test(line.trim());

type Column = { readonly title: string; readonly start: number; readonly end: number };

const columnsOf = (header: string): readonly Column[] => {
  const starts = [...header.matchAll(/\S+(?: \S+)*/g)].map((match) => ({
    title: match[0].toLowerCase(),
    start: match.index,
  }));
  // With single spaces between all titles the words themselves are the columns.
  const found =
    starts.length === 1 && / /.test(header.trim())
      ? [...header.matchAll(/\S+/g)].map((match) => ({ title: match[0].toLowerCase(), start: match.index }))
      : starts;
  return found.map((column, index) => ({ ...column, end: found[index + 1]?.start ?? Number.POSITIVE_INFINITY }));
};

const rowOf = (line: string, columns: readonly Column[], nameTitle: string): Row => {
  const fields: Record<string, string> = {};
  for (const { title, start, end } of columns) fields[title] = line.slice(start, end).trim();
  const cell = fields[nameTitle] ?? "";
  const { namespace } = fields;
  return { name: cell.replace(/^\*\s*/, ""), ...(namespace ? { namespace } : {}), fields };
};

/** A Markdown table: `| NAME | STATUS |`, a rule, then rows. */
export const rowsOfMarkdownTable = (text: string): readonly Row[] | undefined => {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line.startsWith("|") && line.endsWith("|"));
  const [header, rule, ...rest] = lines;
  if (header === undefined || rule === undefined || !/^\|[\s:|-]+\|$/.test(rule)) return undefined;
  const titles = cellsOf(header).map((title) => title.toLowerCase());
  const nameAt = Math.max(0, titles.indexOf("name"));
  return rest.map((line) => {
    const cells = cellsOf(line);
    const fields = Object.fromEntries(titles.map((title, index) => [title, cells[index] ?? ""]));
    const { namespace } = fields;
    return { name: cells[nameAt] ?? "", ...(namespace ? { namespace } : {}), fields };
  });
};

const cellsOf = (line: string): readonly string[] =>
  line
    .slice(1, -1)
    .split("|")
    .map((cell) => cell.trim());
