import { mask } from "./mask.ts";
import { isSecretName } from "./secret-names.ts";

/**
 * Masks the values under `data:` and `stringData:` of Secrets in YAML text, and block scalars (`password: |`) under
 * names that say they are secret. Works by indentation and not by a YAML parser: fast on megabytes, and right on text
 * that was cut or has other text around it. In the API server's YAML `data` stands before `kind`.
 */
export function maskSecretBlocks(text: string): string {
  const hasSecret =
    /^[ \t]*(?:- )?["']?(?:kind["']?:[ \t]*["']?Secret(?:List)?|type["']?:[ \t]*["']?(?:Opaque|kubernetes\.io\/|bootstrap\.kubernetes\.io\/|helm\.sh\/))/m.test(
      text,
    );
  const hasBlock = /:[ \t]*[|>][+-]?\d?[ \t]*$/m.test(text);
  if (!hasSecret && !hasBlock) return text;
  const lines = text.split("\n");
  if (hasSecret) maskObjects(lines);
  if (hasBlock) maskBlockScalars(lines);
  return lines.join("\n");
}

function maskObjects(lines: string[]): void {
  let done = { last: -1, column: -1 };
  for (const [index, line] of lines.entries()) {
    const match = /^([ \t]*(?:- )?)["']?(kind|type)["']?:[ \t]*["']?([\w./-]+)/.exec(line);
    if (match === null) continue;
    const [, lead = "", key, value = ""] = match;
    const column = lead.length;
    const isList = key === "kind" && value === "SecretList";
    const isSecret = key === "kind" ? value === "Secret" : secretType.test(value);
    if (!(isList || isSecret) || (index <= done.last && column === done.column)) continue;
    const range = siblings(lines, index, column);
    maskDataIn(lines, range, isList ? undefined : column);
    done = { last: range[1], column };
  }
}

/** Types of Secret (kubernetes.io, "Types of Secret"), Helm's included. */
const secretType = /^(?:Opaque$|(?:bootstrap\.)?kubernetes\.io\/|helm\.sh\/)/;

/** The lines of the object in which a line stands: up and down to a line that is indented less, or a new list entry. */
function siblings(lines: readonly string[], index: number, column: number): readonly [first: number, last: number] {
  let first = index;
  while (first > 0 && !startsEntry(lines[first] ?? "", column) && belongs(lines[first - 1] ?? "", column)) first -= 1;
  let last = index;
  while (
    last + 1 < lines.length &&
    belongs(lines[last + 1] ?? "", column) &&
    !startsEntry(lines[last + 1] ?? "", column)
  )
    last += 1;
  return [first, last];
}

function belongs(line: string, column: number): boolean {
  return line.trim() === "" || (columnOf(line) >= column && !/^(?:---|\.\.\.)/.test(line));
}

/** `- apiVersion: v1` whose content begins in this column. */
function startsEntry(line: string, column: number): boolean {
  return /^[ \t]*- /.test(line) && columnOf(line) === column;
}

/** The column where a line's content begins; the dash of a list entry counts as indentation. */
function columnOf(line: string): number {
  return /^[ \t]*(?:- )?/.exec(line)?.[0].length ?? 0;
}

function maskDataIn(lines: string[], [first, last]: readonly [number, number], column: number | undefined): void {
  for (let index = first; index <= last; index += 1) {
    const match = /^([ \t]*(?:- )?)["']?(?:data|stringData)["']?:(.*)$/.exec(lines[index] ?? "");
    const start = match?.[1]?.length;
    if (match === null || start === undefined || (column !== undefined && start !== column)) continue;
    const inline = match[2]?.trim() ?? "";
    if (inline !== "" && inline !== "{}" && inline !== "null") lines[index] = maskFlow(lines[index] ?? "");
    index = maskChildren(lines, index + 1, start) - 1;
  }
}

/** `data: {a: b}`: every value, to the end of the line. */
function maskFlow(line: string): string {
  return line.replace(
    /([{,]\s*["']?[\w.-]+["']?\s*:\s*)([^,}<]+)/g,
    (_found, before: string, value: string) => before + mask("secret", value.trim().length),
  );
}

/** Masks `key: value` lines deeper than `column`; lines deeper than the keys continue a value and are dropped into it. */
function maskChildren(lines: string[], from: number, column: number): number {
  let index = from;
  let keyColumn: number | undefined;
  for (; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    if (line.trim() === "") continue;
    if (columnOf(line) <= column) break;
    keyColumn ??= columnOf(line);
    const match = /^([ \t]*["']?[\w.-]+["']?:[ \t]*)(.*)$/.exec(line);
    if (match?.[1] !== undefined && columnOf(line) === keyColumn) lines[index] = match[1] + maskScalar(match[2] ?? "");
    else lines[index] = `${/^[ \t]*/.exec(line)?.[0] ?? ""}${maskScalar(line.trim())}`;
  }
  return index;
}

function maskScalar(value: string): string {
  const bare = value.trim().replace(/^["']|["']$/g, "");
  const isBlockMark = /^[|>][+-]?\d?$/.test(bare);
  return bare === "" || isBlockMark || bare.startsWith("<masked:") ? value : mask("secret", bare.length);
}

function maskBlockScalars(lines: string[]): void {
  for (let index = 0; index < lines.length; index += 1) {
    const match = /^([ \t]*(?:- )?)["']?([\w.-]+)["']?:[ \t]*[|>][+-]?\d?[ \t]*$/.exec(lines[index] ?? "");
    if (match?.[2] === undefined || !isSecretName(match[2])) continue;
    const column = match[1]?.length ?? 0;
    for (index += 1; index < lines.length && belongsToScalar(lines[index] ?? "", column); index += 1) {
      const line = lines[index] ?? "";
      if (line.trim() !== "") lines[index] = `${/^[ \t]*/.exec(line)?.[0] ?? ""}${maskScalar(line)}`;
    }
    index -= 1;
  }
}

function belongsToScalar(line: string, column: number): boolean {
  return line.trim() === "" || (/^[ \t]*/.exec(line)?.[0].length ?? 0) > column;
}
