import { displayWidth, fitEnd, fitMiddle, padTo } from "./display-width.ts";

export type TableColumn = {
  /** Key of the cell in a row. */
  readonly key: string;
  readonly title: string;
  readonly align?: "left" | "right";
  /** How cells may be shortened when the table is too wide: names in the middle, sentences at the end. Default: last of all, at the end. */
  readonly shrink?: "middle" | "end";
  /** Left out, the last one first, where otherwise names would become unreadable. */
  readonly optional?: boolean;
};

export type TableOptions = {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly Readonly<Record<string, string>>[];
  /** Columns of the terminal; Infinity never shortens. */
  readonly width: number;
  /** The line for rows that are not shown. Without it all rows are. */
  readonly more?: (hidden: number) => string;
};

/** A table longer than this shows its first rows only. */
const longest = 30;
const shownOfLonger = 20;
const gap = 2;
const narrowest = { readable: 32, shrinking: 12, other: 4 };

/** How many of so many rows a table shows. */
export const shownOf = (count: number): number => (count > longest ? shownOfLonger : count);

/** Aligned columns under a header, by display width, fitted to a width. No frame, no trailing spaces. */
export function formatTable({ columns: wantedColumns, rows, width, more }: TableOptions): string {
  const shown = more === undefined ? rows : rows.slice(0, shownOf(rows.length));
  const columns = columnsThatFit(wantedColumns, shown, width);
  const cells = [
    columns.map(({ title }) => title),
    ...shown.map((row) => columns.map(({ key }) => oneLine(row[key] ?? ""))),
  ];
  const wanted = columns.map((column) => widthOf(column, shown));
  const widths = fitWidths(columns, wanted, width);
  const lines = cells.map((line) =>
    fitEnd(
      line
        .map((cell, index) => fitCell(cell, columns[index], widths[index] ?? 0))
        .join(" ".repeat(gap))
        .trimEnd(),
      width,
    ),
  );
  return [
    ...lines,
    ...(shown.length < rows.length && more !== undefined ? [more(rows.length - shown.length)] : []),
  ].join("\n");
}

function columnsThatFit(
  columns: readonly TableColumn[],
  rows: TableOptions["rows"],
  width: number,
): readonly TableColumn[] {
  const least = columns.map((column) => {
    const wanted = widthOf(column, rows);
    return column.shrink === undefined ? wanted : Math.min(wanted, narrowest.readable);
  });
  const last = columns.findLastIndex(({ optional }) => optional === true);
  if (last === -1 || least.reduce((sum, value) => sum + value, gap * (columns.length - 1)) <= width) return columns;
  return columnsThatFit(columns.toSpliced(last, 1), rows, width);
}

function widthOf({ key, title }: TableColumn, rows: TableOptions["rows"]): number {
  return rows.reduce((widest, row) => Math.max(widest, displayWidth(oneLine(row[key] ?? ""))), displayWidth(title));
}

function oneLine(cell: string): string {
  return cell.replace(/\s+/g, " ").trim();
}

function fitCell(cell: string, column: TableColumn | undefined, width: number): string {
  const fitted = column?.shrink === "middle" ? fitMiddle(cell, width) : fitEnd(cell, width);
  return padTo(fitted, width, column?.align);
}

/** Takes what is too much from the widest column that may shrink, and only then from the others. */
function fitWidths(columns: readonly TableColumn[], wanted: readonly number[], width: number): readonly number[] {
  const widths = [...wanted];
  const excess = () => widths.reduce((sum, value) => sum + value, gap * (widths.length - 1)) - width;
  const take = (may: (index: number) => boolean, floor: number) => {
    while (excess() > 0) {
      const candidates = widths.map((value, index) => (may(index) && value > floor ? value : 0));
      const largest = Math.max(0, ...candidates);
      if (largest === 0) return;
      const runnerUp = Math.max(floor, ...candidates.filter((value) => value < largest));
      const step = Math.min(excess(), Math.max(1, largest - runnerUp));
      widths[candidates.indexOf(largest)] = largest - step;
    }
  };
  take((index) => columns[index]?.shrink !== undefined, narrowest.shrinking);
  take(() => true, narrowest.other);
  return widths;
}
