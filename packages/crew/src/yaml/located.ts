import { isMap, isPair, isScalar, LineCounter, parseDocument } from "yaml";
import { messageOf } from "../message-of.ts";
import type { Finding } from "./finding.ts";
import { pythonTags } from "./python-tags.ts";
import { withIndentedQuotes } from "./quoted-lines.ts";
import { syntaxProblems } from "./syntax.ts";

/** A value of the file and the line on which its key stands. */
export type Located = { readonly line: number; readonly value: unknown };

/** One agent or task as it is written: its name and its fields. */
export type Entry = {
  readonly name: string;
  readonly line: number;
  /** None where something other than fields stands below the name. */
  readonly fields: ReadonlyMap<string, Located> | undefined;
};

export type LocatedFile = {
  readonly file: string;
  readonly entries: readonly Entry[];
  readonly problems: readonly Finding[];
  readonly warnings: readonly Finding[];
};

/**
 * Reads the entries of an `agents.yaml` or `tasks.yaml` with the lines on which they stand. YAML 1.1, as crewAI's own
 * loader reads it: `yes` is true, `<<` takes over the fields of an anchor, and of a key that stands twice the last one counts.
 */
export function readLocated(file: string, source: string): LocatedFile {
  const { text, document, lines } = parsed(source.replace(/^\uFEFF/, ""));
  const failed = (problems: readonly Finding[]) => ({ file, entries: [], problems, warnings: [] });
  const problems = syntaxProblems({ file, text, document, lines });
  if (problems.length > 0) return failed(problems);
  const root: unknown = document.contents;
  if (root === null || (isScalar(root) && root.value === null)) return failed([]);
  if (!isMap(root)) {
    const message = "The file is not a table of names.";
    const remedy = "Write each agent or task under its name: `researcher:` and below it, indented, `role: …`.";
    return failed([{ file, line: 1, key: "", message, remedy }]);
  }
  try {
    const values = asRecord(document.toJS({ maxAliasCount: 1000 }));
    return { ...entriesOf({ file, lines, ...belowHeading({ root, values }) }), problems };
  } catch (error) {
    const message = `Its aliases cannot be followed: ${messageOf(error)}.`;
    return failed([{ file, line: 1, key: "", message, remedy: "Write the texts out." }]);
  }
}

function parsed(text: string) {
  const read = parse(text);
  if (!read.document.errors.some(({ code }) => code === "MISSING_CHAR")) return read;
  const again = parse(withIndentedQuotes(text));
  return again.document.errors.length === 0 ? again : read;
}

function parse(text: string) {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    version: "1.1",
    merge: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "error",
    customTags: pythonTags,
  });
  return { text, document, lines };
}

type Reading = {
  readonly file: string;
  readonly root: unknown;
  readonly lines: LineCounter;
  readonly values: Record<string, unknown>;
};

/** Some projects put all their agents below `agents:`, or all their tasks below `tasks:`. */
function belowHeading({ root, values }: Pick<Reading, "root" | "values">): Pick<Reading, "root" | "values"> {
  const [heading, ...others] = Object.keys(values);
  if (others.length > 0 || (heading !== "agents" && heading !== "tasks") || !isMap(root)) return { root, values };
  const below = values[heading];
  if (!isRecord(below) || !Object.values(below).every(isRecord)) return { root, values };
  return { root: root.items[0]?.value, values: below };
}

function entriesOf({ file, root, lines, values }: Reading): Omit<LocatedFile, "problems"> {
  const entries = new Map<string, Entry>();
  const warnings: Finding[] = [];
  const twice = (name: string, key: string, line: number) => {
    const message = `"${name}" stands twice; this one counts.`;
    warnings.push({ file, line, key, message, remedy: "Take one out, or rename it." });
  };
  for (const { name, line, node } of pairsOf(root, lines)) {
    const value = values[name];
    if (entries.has(name)) twice(name, name, line);
    const own = new Map<string, number>();
    for (const pair of pairsOf(node, lines)) {
      if (own.has(pair.name)) twice(pair.name, `${name}.${pair.name}`, pair.line);
      own.set(pair.name, pair.line);
    }
    const located = (key: string, held: unknown) => [key, { line: own.get(key) ?? line, value: held }] as const;
    const fields = isRecord(value)
      ? new Map(Object.entries(value).map(([key, held]) => located(key, held)))
      : undefined;
    entries.set(name, { name, line, fields });
  }
  return { file, entries: [...entries.values()], warnings };
}

function pairsOf(node: unknown, lines: LineCounter) {
  if (!isMap(node)) return [];
  return node.items.flatMap((pair) => {
    if (!isPair(pair) || !isScalar(pair.key)) return [];
    const { value, range } = pair.key;
    // A merge is no field of its own.
    if (typeof value === "symbol") return [];
    return [{ name: String(value), line: lines.linePos(range?.[0] ?? 0).line, node: pair.value }];
  });
}

function asRecord(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
