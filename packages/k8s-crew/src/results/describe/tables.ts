import type { UnknownRecord } from "../values.ts";
import { type Entry, timeIn } from "./outline.ts";

/** The rows of a table below a part, by the titles of its columns in lower case. */
export const tableIn = (entry: Entry | undefined): readonly Readonly<Record<string, string>>[] => {
  const lines = entry?.lines ?? [];
  const ruler = lines.findIndex((line) => /^\s*-+(?:\s+-+)*\s*$/.test(line));
  // Conditions of pods have no ruler: their titles stand where their columns begin.
  const [header, marks, rows] =
    ruler < 0 ? [lines[0], lines[0], lines.slice(1)] : [lines[ruler - 1], lines[ruler], lines.slice(ruler + 1)];
  if (header === undefined || marks === undefined) return [];
  const starts = [...marks.matchAll(/\S+/g)].map(({ index }) => index);
  const titles = starts.map((start, index) =>
    header
      .slice(start, starts[index + 1])
      .trim()
      .toLowerCase(),
  );
  return rowLines(rows, starts).map((line) =>
    Object.fromEntries(titles.map((title, index) => [title, cellOf(line, starts, index)])),
  );
};

/** A message may go on in lines of its own, which begin left of where a row does. */
const rowLines = (lines: readonly string[], starts: readonly number[]): readonly string[] => {
  const rows: string[] = [];
  for (const line of lines) {
    const isRow = line.search(/\S/) === starts[0] && line.slice(0, starts[1]).trim() !== "";
    if (isRow || rows.length === 0) rows.push(line);
    else rows[rows.length - 1] = `${rows.at(-1)}\n${line.trim()}`;
  }
  return rows;
};

const cellOf = (line: string, starts: readonly number[], index: number): string =>
  line.slice(starts[index], index === starts.length - 1 ? undefined : starts[index + 1]).trim();

/** The conditions of an object, as its status holds them. */
export const conditionsIn = (entry: Entry | undefined): readonly UnknownRecord[] =>
  tableIn(entry).flatMap((row) => {
    const { type = "", status = "", reason = "", message = "" } = row;
    const since = timeIn(row.lasttransitiontime ?? row["last transition time"] ?? "");
    return type === ""
      ? []
      : [{ type, status, reason, message, ...(since === "" ? {} : { lastTransitionTime: since }) }];
  });

/** What happened, as cells; what is old is told by its age. */
export const eventsIn = (entry: Entry | undefined): readonly UnknownRecord[] =>
  tableIn(entry).flatMap((row) => {
    const { type = "", reason = "", message = "" } = row;
    const age = (row.age ?? row.lastseen ?? "").split(" ")[0] ?? "";
    return reason === "" && message === "" ? [] : [{ type, reason, message, age }];
  });
