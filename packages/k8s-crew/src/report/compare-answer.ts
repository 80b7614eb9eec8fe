import type { Field } from "../language/condition.ts";
import type { Language } from "../output/output.ts";
import { fieldsOfMany } from "../results/compared-fields.ts";
import { fieldReaders } from "../results/fields.ts";
import { hasImage } from "../results/filter.ts";
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
  /** Few things were picked out by a name: of those that only one side has, it is told what they are. */
  readonly named: boolean;
  /** What they are held side by side by, where that was said. */
  readonly asked: readonly Field[] | undefined;
  /** Only how many there are is asked. */
  readonly counted: boolean;
};

/** How many there are on each side, what only one has, and in what things of the same name differ. */
export function compareAnswer(sides: readonly ComparedSide[], looked: Looked): string {
  const { language, counted } = looked;
  const read = sides.filter(({ why }) => why === undefined);
  const head = headOf(sides, looked);
  if (read.length < 2) return head;
  if (counted) return [head, moreOf(read, language)].join("\n");
  return [head, ...found(paired(read), looked)].join("\n");
}

function headOf(sides: readonly ComparedSide[], { language, resource }: Looked): string {
  const counts = sides.map(({ label, rows, why }) =>
    why === undefined
      ? sayCompared(language, "side", { label, count: rows.length })
      : sayCompared(language, "unread", { label, why }),
  );
  return sayCompared(language, "compared", { noun: nounOf(resource, 2, language), sides: listOf(language, counts) });
}

function moreOf(sides: readonly ComparedSide[], language: Language): string {
  const [first, second] = sides.toSorted((one, other) => other.rows.length - one.rows.length);
  return first === undefined || first.rows.length === second?.rows.length
    ? sayCompared(language, "asMany")
    : sayCompared(language, "moreOf", { label: first.label });
}

/** What differs, what only one side has, and what is the same; of what nothing was read, that it is unknown. */
function found(sides: readonly ComparedSide[], looked: Looked): readonly string[] {
  const { language, resource, asked } = looked;
  const keys = [...new Set(sides.flatMap(({ rows }) => rows.map(keyOf)))];
  const shared = keys.filter((key) => sides.filter((side) => rowOf(side, key) !== undefined).length > 1);
  const differences = shared.flatMap((key) => differencesOf(key, sides, looked));
  const differing = new Set(differences.map(({ name }) => name));
  const held = looked.named ? keys : shared;
  const untold = hasImage(resource) ? held.filter((key) => sides.some((side) => isUntold(side, key, looked))) : [];
  const same = shared.filter((key) => !differing.has(key) && !untold.includes(key));
  const only = sides.flatMap((side) => onlyIn(side, sides, looked));
  const isEverywhere = shared.every((key) => sides.every((side) => rowOf(side, key) !== undefined));
  const none = isEverywhere && differences.length + only.length + untold.length === 0;
  const fields = listOf(
    language,
    fieldsOfMany(resource, asked).map((field) => fieldWords[field][language]),
  );
  return [
    ...differenceTable(differences, sides, looked),
    ...only,
    ...(same.length === 0 ? [] : [sayCompared(language, "same", { names: listOf(language, same) })]),
    ...(untold.length === 0 ? [] : [sayCompared(language, "untold", { names: listOf(language, untold) })]),
    ...(none && shared.length > 0 ? [sayCompared(language, "allSameBy", { fields })] : []),
  ];
}

/** Over several namespaces, things of one name in two of them are two. */
function keyOf({ name, namespace }: Row): string {
  return namespace === undefined ? name : `${namespace}/${name}`;
}

/**
 * Things of one name are held against each other, in whatever namespaces they stand, where every side has
 * exactly one of that name: environments often differ in the names of their namespaces.
 */
function paired(sides: readonly ComparedSide[]): readonly ComparedSide[] {
  const isOne = (name: string) => sides.every(({ rows }) => rows.filter((row) => row.name === name).length === 1);
  const isPlacedAlike = (row: Row) => sides.every((side) => rowOf(side, keyOf(row)) !== undefined);
  const withoutPlace = ({ namespace: _, ...row }: Row): Row => row;
  const isOfOne = sides.every(({ rows }) => new Set(rows.map(({ namespace }) => namespace)).size < 2);
  const bare = (row: Row) => isOfOne || (isOne(row.name) && !isPlacedAlike(row));
  return sides.map((side) => ({ ...side, rows: side.rows.map((row) => (bare(row) ? withoutPlace(row) : row)) }));
}

const rowOf = ({ rows }: ComparedSide, key: string): Row | undefined => rows.find((row) => keyOf(row) === key);

const isUntold = (side: ComparedSide, key: string, { now }: Looked): boolean => {
  const row = rowOf(side, key);
  return row !== undefined && fieldReaders.image.text(row, now) === undefined;
};

/** Stands where a side does not have what others have. */
const absent = "–";

type Difference = { readonly name: string; readonly field: Field; readonly values: readonly string[] };

function differencesOf(key: string, sides: readonly ComparedSide[], looked: Looked): readonly Difference[] {
  return fieldsOfMany(looked.resource, looked.asked).flatMap((field) => {
    const values = sides.map((side) => {
      const row = rowOf(side, key);
      return row === undefined ? absent : (fieldReaders[field].text(row, looked.now) ?? "");
    });
    const told = values.filter((value) => value !== absent);
    return new Set(told).size > 1 ? [{ name: key, field, values }] : [];
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
    ...Object.fromEntries(values.map((value, index) => [`side${index}`, value.replaceAll("\n", ", ")])),
  }));
  return [sayCompared(language, "differs"), formatTable({ columns, rows, width })];
}

function onlyIn(side: ComparedSide, sides: readonly ComparedSide[], looked: Looked): readonly string[] {
  const { language, named } = looked;
  const others = sides.filter((other) => other !== side);
  const own = side.rows.filter((row) => others.every((other) => !rowOf(other, keyOf(row))));
  const names = own.map((row) => (named ? described(row, looked) : keyOf(row)));
  return names.length === 0
    ? []
    : [sayCompared(language, "onlyIn", { label: side.label, names: listOf(language, names) })];
}

function described(row: Row, { language, now, resource, asked }: Looked): string {
  const values = fieldsOfMany(resource, asked)
    .map((field) => fieldReaders[field].text(row, now) ?? "")
    .filter((value) => value !== "");
  return `${keyOf(row)}${bracketed(language, listOf(language, values))}`;
}
