import type { Language } from "../conversation/output.ts";
import type { Field } from "../language/condition.ts";
import { fieldReaders } from "../results/fields.ts";
import type { Row } from "../results/types.ts";
import { sayCompared } from "../words/compare-words.ts";
import { fieldWords } from "../words/condition-words.ts";
import { bracketed, listOf } from "../words/fill.ts";
import { nounOf } from "../words/nouns.ts";
import { formatTable } from "./table.ts";

/** One of the places that are held side by side. `why`: it could not be read. */
export type ComparedSide = { readonly label: string; readonly rows: readonly Row[]; readonly why?: string };

type Looked = {
  readonly language: Language;
  readonly resource: string;
  readonly width: number;
  readonly now: number;
  /** The kind has an image: where none was read, nothing is said to be the same. */
  readonly imaged: boolean;
  /** Few things were picked out by a name: of those that only one side has, it is told what they are. */
  readonly named: boolean;
};

/** What things of the same name are held side by side by. */
const fields: readonly Field[] = ["image", "replicas"];

/** How many there are on each side, what only one has, and in what things of the same name differ. */
export function compareAnswer(sides: readonly ComparedSide[], looked: Looked): string {
  const { language, resource } = looked;
  const counts = sides.map(({ label, rows, why }) =>
    why === undefined
      ? sayCompared(language, "side", { label, count: rows.length })
      : sayCompared(language, "unread", { label, why }),
  );
  const head = sayCompared(language, "compared", {
    noun: nounOf(resource, 2, language),
    sides: listOf(language, counts),
  });
  const read = sides.filter(({ why }) => why === undefined);
  if (read.length < 2) return head;
  const names = [...new Set(read.flatMap(({ rows }) => rows.map(({ name }) => name)))];
  const shared = names.filter((name) => read.filter((side) => rowOf(side, name) !== undefined).length > 1);
  const differences = shared.flatMap((name) => differencesOf(name, read, looked));
  const differing = new Set(differences.map(({ name }) => name));
  const held = looked.named ? names : shared;
  const untold = looked.imaged ? held.filter((name) => read.some((side) => isUntold(side, name, looked))) : [];
  const same = shared.filter((name) => !differing.has(name) && !untold.includes(name));
  const only = read.flatMap((side) => onlyIn(side, read, looked));
  const isEverywhere = shared.every((name) => read.every((side) => rowOf(side, name) !== undefined));
  return [
    head,
    ...differenceTable(differences, read, looked),
    ...only,
    ...(same.length === 0 ? [] : [sayCompared(language, "same", { names: listOf(language, same) })]),
    ...(untold.length === 0 ? [] : [sayCompared(language, "untold", { names: listOf(language, untold) })]),
    ...(differences.length + only.length + untold.length === 0 && isEverywhere
      ? [sayCompared(language, "allSame")]
      : []),
  ].join("\n");
}

const rowOf = ({ rows }: ComparedSide, name: string): Row | undefined => rows.find((row) => row.name === name);

const isUntold = (side: ComparedSide, name: string, { now }: Looked): boolean => {
  const row = rowOf(side, name);
  return row !== undefined && fieldReaders.image.text(row, now) === undefined;
};

/** Stands where a side does not have what others have. */
const absent = "–";

type Difference = { readonly name: string; readonly field: Field; readonly values: readonly string[] };

function differencesOf(name: string, sides: readonly ComparedSide[], { now }: Looked): readonly Difference[] {
  return fields.flatMap((field) => {
    const values = sides.map((side) => {
      const row = rowOf(side, name);
      return row === undefined ? absent : (fieldReaders[field].text(row, now) ?? "");
    });
    const told = values.filter((value) => value !== absent);
    return new Set(told).size > 1 && !told.includes("") ? [{ name, field, values }] : [];
  });
}

function differenceTable(differences: readonly Difference[], sides: readonly ComparedSide[], looked: Looked) {
  if (differences.length === 0) return [];
  const { language, width } = looked;
  const columns = [
    { key: "name", title: "NAME", shrink: "middle" as const },
    { key: "field", title: "" },
    ...sides.map(({ label }, index) => ({ key: `side${index}`, title: label, shrink: "middle" as const })),
  ];
  const rows = differences.map(({ name, field, values }) => ({
    name,
    field: fieldWords[field][language],
    ...Object.fromEntries(values.map((value, index) => [`side${index}`, value])),
  }));
  return [sayCompared(language, "differs"), formatTable({ columns, rows, width })];
}

function onlyIn(side: ComparedSide, sides: readonly ComparedSide[], looked: Looked): readonly string[] {
  const { language, named } = looked;
  const others = sides.filter((other) => other !== side);
  const own = side.rows.filter(({ name }) => others.every((other) => !rowOf(other, name)));
  const names = own.map((row) => (named ? described(row, looked) : row.name));
  return names.length === 0
    ? []
    : [sayCompared(language, "onlyIn", { label: side.label, names: listOf(language, names) })];
}

function described(row: Row, { language, now }: Looked): string {
  const values = fields.map((field) => fieldReaders[field].text(row, now) ?? "").filter((value) => value !== "");
  return `${row.name}${bracketed(language, listOf(language, values))}`;
}
