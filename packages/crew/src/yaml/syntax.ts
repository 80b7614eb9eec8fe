import { type Document, isAlias, type LineCounter, visit, type YAMLError } from "yaml";
import type { Finding } from "./finding.ts";

type Read = {
  readonly file: string;
  readonly text: string;
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
};

/**
 * What keeps a file from being read as YAML, as Python's `safe_load` would refuse it: what is no YAML, an alias that stands
 * for nothing, and a tag of Python. Of an entry only the first is told, since the others mostly follow from it.
 */
export function syntaxProblems({ file, text, document, lines }: Read): readonly Finding[] {
  const tags = document.warnings.filter(({ code }) => code === "TAG_RESOLVE_FAILED");
  const found = [...document.errors.map(saidOf), ...tags.map(saidOf), ...aliasesOfNothing(document)];
  const problems = found.map(({ offset, message, remedy }) => {
    const line = message.includes("closing") ? quoteBefore(text, offset) : lines.linePos(offset).line;
    return { file, line, key: keyAt(text, line), message, remedy };
  });
  const told = new Set<string>();
  return problems
    .toSorted((one, other) => one.line - other.line)
    .filter(({ key }) => {
      const [entry = ""] = key.split(".");
      return !told.has(entry) && told.add(entry).size > 0;
    });
}

type Said = { readonly offset: number; readonly message: string; readonly remedy: string };

const quote = "Quote texts that hold ': ' or begin with '{', '@', '*' or '`', or put them below their key after `>`.";

function saidOf({ code, message, pos: [offset] }: YAMLError): Said {
  switch (code) {
    case "TAB_AS_INDENT":
      return { offset, message: "It is indented with a tab.", remedy: "Indent with spaces." };
    case "MULTIPLE_DOCS":
      return { offset, message: "A second document begins.", remedy: "Take out the line `---`." };
    case "TAG_RESOLVE_FAILED":
      return { offset, message: `${message}.`, remedy: "Take out the tag that begins with `!`, or quote the text." };
    case "BAD_INDENT":
      return {
        offset,
        message: `This is not YAML: ${message}.`,
        remedy: "Let all keys of an entry begin in one column, and their texts further to the right.",
      };
    default:
      return /^Implicit (map )?keys/.test(message)
        ? { offset, message: "No colon stands after the key.", remedy: `Write \`key: text\`. ${quote}` }
        : { offset, message: `This is not YAML: ${message}.`, remedy: quote };
  }
}

function aliasesOfNothing(document: Document.Parsed): readonly Said[] {
  const found: Said[] = [];
  if (document.errors.length > 0) return found;
  visit(document, {
    Alias: (_, alias) => {
      if (!isAlias(alias) || alias.resolve(document) !== undefined) return;
      const message = `Nothing has the anchor "&${alias.source}".`;
      found.push({ offset: alias.range?.[0] ?? 0, message, remedy: quote });
    },
  });
  return found;
}

/** The line on which the quote was opened that nothing closes up to there. */
function quoteBefore(text: string, offset: number): number {
  const before = text.slice(0, offset).split("\n");
  const opening = before.findLastIndex((row) => /:\s+(?:"[^"]*|'[^']*)$/.test(row));
  return opening === -1 ? before.length : opening + 1;
}

/** The entry and the field that a line belongs to, told by how it is indented. A key may have lost its colon on the line itself. */
function keyAt(text: string, line: number): string {
  const before = text.split(/\r?\n/).slice(0, line);
  const isKey = (row: string, index: number) => row.includes(":") || index === line - 1;
  const start = before.findLastIndex((row, index) => /^[^\s#-]/.test(row) && isKey(row, index));
  const field = before
    .slice(start + 1)
    .findLast((row, index) => /^\s+[\w-]+\s*(:|$)/.test(row) && isKey(row, start + 1 + index));
  const names = [before[start], field].flatMap((row) => row?.split(":")[0]?.trim() ?? []);
  return names.join(".");
}
