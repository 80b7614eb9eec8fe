import { displayWidth, padTo, shorten } from "./display-width.ts";

export type TableColumn = {
  readonly key: string;
  readonly title: string;
  /** May be shortened when the table is wider than the screen. */
  readonly shrink?: boolean;
};

export type TableOptions = {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly Readonly<Record<string, string>>[];
  /** Columns that the table may take; `Infinity` shortens nothing. */
  readonly width: number;
  /** Rows shown before the rest is only counted. Default 30; above it the first 20 are shown. */
  readonly limit?: number;
  /** The line that counts the rest. */
  readonly more?: (count: number) => string;
};

const gap = 2;
const narrowest = 8;

/** A table aligned by display width. Only columns marked `shrink` are shortened, the widest first. */
export const formatTable = ({ columns, rows, width, limit = 30, more }: TableOptions): string => {
  const shown = rows.length > limit ? rows.slice(0, Math.min(20, limit)) : rows;
  const cell = (row: Readonly<Record<string, string>>, key: string) => (row[key] ?? "").replace(/\s+/g, " ");
  const widths = fit(
    columns.map(({ key, title }) => Math.max(displayWidth(title), ...shown.map((row) => displayWidth(cell(row, key))))),
    columns,
    width,
  );
  const line = (texts: readonly string[]) =>
    texts
      .map((text, index) => padTo(shorten(text, widths[index] ?? 0), widths[index] ?? 0))
      .join(" ".repeat(gap))
      .trimEnd();
  const left = rows.length - shown.length;
  return [
    line(columns.map(({ title }) => title)),
    ...shown.map((row) => line(columns.map(({ key }) => cell(row, key)))),
    ...(left > 0 && more ? [more(left)] : []),
  ].join("\n");
};

const fit = (natural: readonly number[], columns: readonly TableColumn[], width: number): readonly number[] => {
  const widths = [...natural];
  const total = () => widths.reduce((sum, each) => sum + each, 0) + gap * (widths.length - 1);
  while (total() > width) {
    const candidates = widths.map((each, index) => (columns[index]?.shrink && each > narrowest ? each : 0));
    const widest = candidates.indexOf(Math.max(...candidates));
    if ((candidates[widest] ?? 0) === 0) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
};
