import { isMap, isPair, isScalar, LineCounter, parseDocument } from "yaml";

/** A mistake in a file, or something in it that has no effect here: where it stands and what to do about it. */
export type Finding = {
  /** As it was passed in; of an option that was passed beside the files, its name. */
  readonly file: string;
  /** Counted from 1; 0 for an option, and for a file that cannot be read. */
  readonly line: number;
  /** The way to the value, joined by dots (`researcher.llm`); "" for the file itself. */
  readonly key: string;
  readonly message: string;
  readonly remedy: string;
};

/** A value of the file and the line on which its key stands. */
export type Located = { readonly line: number; readonly value: unknown };

/** One agent or task as it is written: its name and its fields. */
export type Entry = { readonly name: string; readonly line: number; readonly fields: ReadonlyMap<string, Located> };

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
export function readLocated(file: string, text: string): LocatedFile {
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ""), {
    lineCounter: lines,
    version: "1.1",
    merge: true,
    uniqueKeys: false,
    prettyErrors: false,
  });
  const lineAt = (offset: number | undefined) => (offset === undefined ? 1 : Math.max(1, lines.linePos(offset).line));
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      file,
      line: lineAt(error.pos[0]),
      key: "",
      message: `This is not YAML: ${error.message}`,
      remedy: "Quote texts that hold ': ' or begin with '{', and indent with spaces.",
    }));
    return { file, entries: [], problems, warnings: [] };
  }
  const root: unknown = document.contents;
  if (root === null || (isScalar(root) && root.value === null))
    return { file, entries: [], problems: [], warnings: [] };
  if (!isMap(root)) {
    const message = "The file is not a table of names.";
    const remedy = "Write each agent or task under its name: `researcher:` and below it, indented, `role: …`.";
    return { file, entries: [], problems: [{ file, line: 1, key: "", message, remedy }], warnings: [] };
  }
  const values = asRecord(document.toJS({ maxAliasCount: 1000 }));
  const entries = new Map<string, Entry>();
  const problems: Finding[] = [];
  const warnings: Finding[] = [];
  for (const { name, line, node } of pairsOf(root, lineAt)) {
    const value = values[name];
    if (entries.has(name)) {
      warnings.push({
        file,
        line,
        key: name,
        message: `"${name}" stands twice; this one counts.`,
        remedy: "Rename one.",
      });
    }
    if (!isRecord(value)) {
      problems.push({
        file,
        line,
        key: name,
        message: `"${name}" holds no fields.`,
        remedy: "Write its fields below it, indented.",
      });
      continue;
    }
    const own = new Map(pairsOf(node, lineAt).map((pair) => [pair.name, pair.line]));
    const fields = new Map(
      Object.entries(value).map(([key, held]) => [key, { line: own.get(key) ?? line, value: held }]),
    );
    entries.set(name, { name, line, fields });
  }
  return { file, entries: [...entries.values()], problems, warnings };
}

function pairsOf(node: unknown, lineAt: (offset: number | undefined) => number) {
  if (!isMap(node)) return [];
  return node.items.flatMap((pair) => {
    if (!isPair(pair) || !isScalar(pair.key)) return [];
    return [{ name: String(pair.key.value), line: lineAt(pair.key.range?.[0]), node: pair.value }];
  });
}

function asRecord(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
