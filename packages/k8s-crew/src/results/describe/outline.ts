/**
 * What `kubectl describe` prints, as an outline: `Key: value` lines with what is indented below them. Lines that belong
 * to no key (a second label, the rows of a table) stay with the entry above, as they are.
 */
export type Entry = {
  readonly key: string;
  readonly value: string;
  readonly entries: readonly Entry[];
  readonly lines: readonly string[];
};

/** A key: no commas, so that the row of a table with a date is none. */
const keyed = /^([\w#<>()/.'\- ]{1,70}?):(?:\s+(.*))?$/;

/** Begins each part of a described object. A message of several lines may hold anything else at the edge. */
const atEdge = /^[A-Z][\w()/' -]{1,45}:(?:\s|$)/;

/** Lines of a message that look like parts: what programs print when they end. */
const spoken = /^(?:Error|Exception|Traceback|Caused by|Warning|Usage|Fatal|Panic|FATAL|ERROR|WARN|INFO|DEBUG)\b/;

export const isEdge = (line: string): boolean => atEdge.test(line) && !spoken.test(line);

/** The parts at the left edge, each with its raw lines. */
export const sectionsOf = (text: string): readonly Entry[] => {
  const sections: { key: string; value: string; raw: string[] }[] = [];
  for (const line of text.split("\n").map((each) => each.replace(/\s+$/, ""))) {
    const [, key = "", value = ""] = isEdge(line) ? (keyed.exec(line) ?? []) : [];
    if (key !== "") sections.push({ key, value: toldValue(value), raw: [] });
    else if (line !== "") sections.at(-1)?.raw.push(line);
  }
  return sections.map(({ key, value, raw }) => ({ key, value, entries: outlineOf(raw), lines: raw }));
};

type Open = { indent: number; key: string; value: string; entries: Open[]; lines: string[] };

/** What is indented below a part. */
const outlineOf = (raw: readonly string[]): readonly Entry[] => {
  const root: Open = { indent: -1, key: "", value: "", entries: [], lines: [] };
  const open: Open[] = [root];
  for (const line of raw) {
    const indent = line.search(/\S/);
    const [, key, value = ""] = indent > 0 ? (keyed.exec(line.trim()) ?? []) : [];
    const last = open.at(-1) ?? root;
    if (key === undefined) last.lines.push(line.trim());
    else {
      while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
      const entry: Open = { indent, key, value: toldValue(value), entries: [], lines: [] };
      (open.at(-1) ?? root).entries.push(entry);
      open.push(entry);
    }
  }
  return root.entries;
};

/** What kubectl writes where there is nothing. */
const toldValue = (value: string): string =>
  /^<(?:none|unset|nil|unknown|default)>$/.test(value.trim()) ? "" : value.trim();

export const entryIn = (entries: readonly Entry[], ...keys: readonly string[]): Entry | undefined =>
  entries.find(({ key }) => keys.some((wanted) => wanted.toLowerCase() === key.toLowerCase()));

/** The value of the first of these keys; empty where there is none. */
export const valueIn = (entries: readonly Entry[], ...keys: readonly string[]): string =>
  entryIn(entries, ...keys)?.value ?? "";

/** `app=web` pairs of an entry, in its value and in the lines below. */
export const pairsIn = (entry: Entry | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [entry?.value ?? "", ...(entry?.lines ?? [])]
      .flatMap((line) => line.split(","))
      .map((pair) => pair.trim().split("="))
      .flatMap(([key = "", ...value]) => (key === "" || value.length === 0 ? [] : [[key, value.join("=")]])),
  );

/** `Key: value` entries below an entry. */
export const valuesIn = (entry: Entry | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries((entry?.entries ?? []).map(({ key, value }) => [key, value]));

/** The first whole number in a text. */
export const numberIn = (text: string): number | undefined => {
  const digits = /-?\d+/.exec(text)?.[0];
  return digits === undefined ? undefined : Number(digits);
};

/** `Thu, 26 Nov 2026 07:46:47 +0000` as the API writes it; empty where it is no time. */
export const timeIn = (text: string): string => {
  const at = Date.parse(text);
  return Number.isNaN(at) ? "" : new Date(at).toISOString().replace(".000Z", "Z");
};
