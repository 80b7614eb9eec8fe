import type { Language } from "../output/output.ts";
import { say } from "../words/report-words.ts";

export type ExcerptOptions = {
  /** Default 200. */
  readonly maxLines?: number;
  /** UTF-8 bytes of the lines that are kept. Default 32,000. */
  readonly maxBytes?: number;
  /** Of the notes about what is left out. Default English. */
  readonly language?: Language;
};

export type LogExcerpt = { readonly text: string; readonly shown: number; readonly total: number };

const longestLine = 4_000;

/**
 * A long log cut to a budget: its end, the lines that tell of errors, and its beginning, in this order of importance,
 * with a note where lines are left out and a last line that says how many of how many are shown. A log within the budget
 * comes back as it is.
 */
export function excerptLog(text: string, options: ExcerptOptions = {}): LogExcerpt {
  const { maxLines = 200, maxBytes = 32_000, language = "en" } = options;
  const lines = linesOf(text);
  if (lines.length <= maxLines && Buffer.byteLength(text) <= maxBytes)
    return { text, shown: lines.length, total: lines.length };
  const clipped = (index: number) => clip(lines[index] ?? "", Math.min(longestLine, maxBytes));
  const kept = chooseLines(lines, { maxLines, maxBytes, clipped });
  const counts = { shown: kept.length, total: lines.length };
  const body: string[] = [];
  let next = 0;
  for (const index of kept) {
    if (index > next) body.push(say(language, "linesLeftOut", { count: index - next }));
    body.push(clipped(index));
    next = index + 1;
  }
  if (next < lines.length) body.push(say(language, "linesLeftOut", { count: lines.length - next }));
  return { text: [...body, say(language, "linesShown", counts)].join("\n"), ...counts };
}

export type NumberedLine = { readonly number: number; readonly text: string };

/** Lines that tell of an error, with the stack trace below them. Numbers count from 1. */
export function errorLines(text: string): readonly NumberedLine[] {
  const lines = linesOf(text);
  return errorIndexes(lines).map((index) => ({ number: index + 1, text: lines[index] ?? "" }));
}

const errorWords =
  /\b(?:error|err|fatal|panic|exception|critical|crit|severe|emerg|alert|failed|failure|oomkilled|traceback|segfault|refused|unhandled)\b|Exception\b|^[EF]\d{4} |错误|失败|异常|致命/i;
/** `ValueError`, `SyntaxError`: as programs call them. */
const errorClass = /[a-z]Error\b/;
/** What looks like it and says the opposite. */
const noErrors =
  /\b(?:no|0|zero|without) (?:errors?|failures?)\b|\b(?:errors?|failed|failures?|err)["']?\s*[=:]\s*["']?(?:0|null|nil|none|false|<nil>)\b|"level":\s*"(?:info|debug|trace)"|\blevel=(?:info|debug|trace)\b/i;
const stackTrace = /^\s+(?:at |File "|\.\.\. \d+ more)|^Caused by: |^goroutine \d+|^\t\S+:\d+/;
const longestTrace = 15;

function errorIndexes(lines: readonly string[]): readonly number[] {
  const found: number[] = [];
  let trace = 0;
  for (const [index, line] of lines.entries()) {
    const isError = (errorWords.test(line) || errorClass.test(line)) && !noErrors.test(line);
    if (isError) trace = longestTrace;
    else if (trace > 0 && stackTrace.test(line)) trace -= 1;
    else {
      trace = 0;
      continue;
    }
    found.push(index);
  }
  return found;
}

type Budget = { readonly maxLines: number; readonly maxBytes: number; readonly clipped: (index: number) => string };

/** Half of the lines and bytes for the end, three quarters with the errors, and the rest for the beginning and the end. */
function chooseLines(lines: readonly string[], { maxLines, maxBytes, clipped }: Budget): readonly number[] {
  const kept = new Set<number>();
  let bytes = 0;
  const add = (indexes: Iterable<number>, share: number) => {
    for (const index of indexes) {
      if (kept.has(index)) continue;
      const size = Buffer.byteLength(clipped(index)) + 1;
      if (kept.size + 1 > maxLines * share || bytes + size > maxBytes * share) return;
      kept.add(index);
      bytes += size;
    }
  };
  const backwards = Array.from(lines.keys()).toReversed();
  add(backwards, 0.5);
  add(errorIndexes(lines).toReversed(), 0.75);
  add(lines.keys(), 0.9);
  add(backwards, 1);
  return [...kept].toSorted((a, b) => a - b);
}

function linesOf(text: string): readonly string[] {
  const lines = text.split("\n");
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

function clip(line: string, bytes: number): string {
  return line.length <= bytes / 4 || Buffer.byteLength(line) <= bytes
    ? line
    : `${line.slice(0, Math.floor(bytes / 4)).replace(/[\ud800-\udbff]$/, "")}..`;
}
