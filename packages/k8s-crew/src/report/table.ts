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
  /** Left out after those, where otherwise names could not be told apart any more. */
  readonly spare?: boolean;
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
const narrowest = { readable: 32, distinct: 14, shrinking: 12, other: 4 };

/** How many of so many rows a table shows. */
export const shownOf = (count: number): number => (count > longest ? shownOfLonger : count);

/** Aligned columns under a header, by display width, fitted to a width. No frame, no trailing spaces. */
export function formatTable({ columns: wantedColumns, rows, width, more }: TableOptions): string {
  const shown = more === undefined ? rows : rows.slice(0, shownOf(rows.length));
  const columns = columnsThatFit(wantedColumns, { rows: shown, width });
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

type Fitting = Pick<TableOptions, "rows" | "width">;

function columnsThatFit(columns: readonly TableColumn[], fitting: Fitting): readonly TableColumn[] {
  const last = leftOut(columns, fitting);
  return last === -1 ? columns : columnsThatFit(columns.toSpliced(last, 1), fitting);
}

/** The column that goes next, -1 when all may stay. */
function leftOut(columns: readonly TableColumn[], { rows, width }: Fitting): number {
  const least = (narrowestName: number) =>
    columns.reduce(
      (sum, column) => {
        const wanted = widthOf(column, rows);
        return sum + (column.shrink === undefined ? wanted : Math.min(wanted, narrowestName));
      },
      gap * (columns.length - 1),
    );
  const optional = columns.findLastIndex((column) => column.optional === true);
  if (optional !== -1 && least(narrowest.readable) > width) return optional;
  return least(narrowest.distinct) > width ? columns.findLastIndex((column) => column.spare === true) : -1;
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
