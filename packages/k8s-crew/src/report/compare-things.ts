import type { Field } from "../language/condition.ts";
import type { Language } from "../output/output.ts";
import { fieldsOfThings } from "../results/compared-fields.ts";
import { fieldReaders } from "../results/fields.ts";
import type { Row } from "../results/types.ts";
import { sayCompared } from "../words/compare-words.ts";
import { fieldWords } from "../words/condition-words.ts";
import { allOf } from "../words/fill.ts";
import { namedThing } from "../words/nouns.ts";
import { formatTable } from "./table.ts";

/** A thing that is held beside another: a column. `row` undefined: there is none. */
export type ComparedThing = { readonly label: string; readonly resource: string; readonly row: Row | undefined };

type Looked = {
  readonly language: Language;
  readonly width: number;
  readonly now: number;
  readonly asked: readonly Field[] | undefined;
  /** The one name that all of them have, where it is their places that differ. */
  readonly name: string | undefined;
};

type Line = { readonly field: Field; readonly title: string; readonly values: readonly string[] };

/** A few things side by side: what each is, one line for each field, and in words what differs. */
export function compareThings(things: readonly ComparedThing[], looked: Looked): string {
  const absent = things.filter(({ row }) => row === undefined).map((thing) => absentText(thing, looked));
  const there = things.filter((thing): thing is ComparedThing & { row: Row } => thing.row !== undefined);
  if (there.length === 0) return absent.join("\n");
  const fields = [...new Set(there.flatMap(({ resource }) => fieldsOfThings(resource, looked.asked)))];
  const lines = fields.flatMap((field) => linesOf(field, there, looked));
  const ranks = there.length < 2 ? [] : ranked(there, looked);
  // Which has more says that they differ.
  const told = there.length < 2 || (ranks.length > 0 && ranks.length === looked.asked?.length);
  const verdicts = [...ranks, ...(told ? [] : verdict(lines, there, looked))];
  return [...absent, ...verdicts, "", table(lines, there, looked)].join("\n").trimStart();
}

/** Of another kind there may be one of that name. */
const absentText = ({ label, resource }: ComparedThing, { language, name }: Looked): string =>
  name === undefined
    ? sayCompared(language, "notFound", { name: label })
    : sayCompared(language, "missing", { label, name: namedThing(language, resource, name) });

/** One line for the field, or one for each of its entries where it has several. */
function linesOf(field: Field, things: readonly (ComparedThing & { row: Row })[], looked: Looked): readonly Line[] {
  const texts = things.map(({ row }) => fieldReaders[field].text(row, looked.now));
  if (texts.every((text) => text === undefined)) return [];
  const title = fieldWords[field][looked.language];
  if (!entried.has(field)) return [{ field, title, values: texts.map((text) => text ?? "?") }];
  const sets = texts.map((text) => new Map((text ?? "").split("\n").filter(Boolean).map(entryOf)));
  const keys = [...new Set(sets.flatMap((set) => [...set.keys()]))];
  return keys.map((key) => ({ field, title: key, values: sets.map((set) => set.get(key) ?? "") }));
}

const entried: ReadonlySet<Field> = new Set<Field>(["env", "data"]);

const entryOf = (entry: string): readonly [string, string] => {
  const at = entry.indexOf("=");
  return at < 0 ? [entry, "✓"] : [entry.slice(0, at), entry.slice(at + 1)];
};

/** How old they are differs nearly always; it counts only where it was asked. */
function verdict(lines: readonly Line[], things: readonly ComparedThing[], looked: Looked): readonly string[] {
  const { language, name, asked = [] } = looked;
  const telling = lines.filter(({ field }) => field !== "age" || asked.includes("age"));
  const differing = telling.filter(({ values }) => new Set(values).size > 1).map(({ title }) => title);
  const same = telling.filter(({ values }) => new Set(values).size === 1).map(({ title }) => title);
  const labels = allOf(
    language,
    things.map(({ label }) => label),
  );
  const fields = allOf(language, differing.length > 0 ? differing : same);
  if (telling.length === 0) return [];
  const said = name === undefined ? { names: labels, fields } : { name, labels, fields };
  const kind = name === undefined ? "things" : "places";
  const first = sayCompared(language, differing.length > 0 ? `${kind}Differ` : `${kind}Same`, said);
  const also =
    differing.length > 0 && same.length > 0
      ? [sayCompared(language, "alsoSame", { fields: allOf(language, same) })]
      : [];
  return [first, ...also];
}

/** Which of them has more of what was asked, where that is a number. */
function ranked(things: readonly (ComparedThing & { row: Row })[], looked: Looked): readonly string[] {
  const { language, now, asked = [] } = looked;
  return asked.flatMap((field) => {
    const reader = fieldReaders[field];
    const sentence = rankings[field];
    if (reader.number === undefined || sentence === undefined) return [];
    const numbers = things.map(({ label, row }) => ({
      label,
      number: reader.number?.(row, now),
      text: reader.text(row, now) ?? "",
    }));
    if (numbers.some(({ number }) => number === undefined)) return [];
    const sorted = numbers.toSorted((one, other) => (other.number ?? 0) - (one.number ?? 0));
    const [first, second] = sorted;
    if (first === undefined || second === undefined) return [];
    const word = fieldWords[field][language];
    if (first.number === second.number) return [sayCompared(language, "equal", { field: word, value: first.text })];
    return [sayCompared(language, sentence, { field: word, name: first.label, value: first.text })];
  });
}

const rankings: Readonly<Partial<Record<Field, "most" | "larger" | "older">>> = {
  replicas: "most",
  restarts: "most",
  capacity: "larger",
  age: "older",
};

function table(lines: readonly Line[], things: readonly ComparedThing[], { width }: Looked): string {
  const columns = [
    { key: "field", title: "" },
    ...things.map(({ label }, index) => ({ key: `thing${index}`, title: label, shrink: "middle" as const })),
  ];
  const rows = lines.map(({ title, values }) => ({
    field: title,
    ...Object.fromEntries(values.map((value, index) => [`thing${index}`, value === "" ? "-" : value])),
  }));
  return formatTable({ columns, rows, width });
}
