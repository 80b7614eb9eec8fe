import type { Language } from "../conversation/output.ts";
import { reportWord } from "../words/report-words.ts";

export type ExcerptOptions = {
  readonly language: Language;
  readonly maxLines?: number;
  readonly maxCharacters?: number;
  readonly onlyErrors?: boolean;
};

const faulty =
  /\b(error|err|exception|fatal|panic|fail(ed|ure)?|critical|oom|killed|traceback|refused|timeout)\b|错误|异常|失败/i;

/** The lines of a log that speak of a fault. */
export const errorLines = (text: string): readonly string[] => text.split("\n").filter((line) => faulty.test(line));

/**
 * A log within limits: the last lines, because the end is where it broke, and of the rest the faulty ones. What is left
 * out is counted.
 */
export const excerptLog = (
  text: string,
  { language, maxLines = 200, maxCharacters = 32_000, onlyErrors = false }: ExcerptOptions,
): string => {
  const all = text.replace(/\n+$/, "").split("\n");
  const chosen = onlyErrors ? errorLines(text) : all;
  const kept = chosen.length <= maxLines ? chosen : withFaults(chosen, maxLines);
  const lines = fitting(kept, maxCharacters);
  const note =
    lines.length < all.length ? [reportWord(language, "linesShown", { shown: lines.length, total: all.length })] : [];
  return [...lines, ...note].join("\n");
};

const withFaults = (lines: readonly string[], limit: number): readonly string[] => {
  const tail = lines.slice(-Math.ceil(limit * 0.8));
  const faults = lines.slice(0, lines.length - tail.length).filter((line) => faulty.test(line));
  return [...faults.slice(-(limit - tail.length)), ...tail];
};

const fitting = (lines: readonly string[], limit: number): readonly string[] => {
  let size = 0;
  const kept: string[] = [];
  for (const line of lines.toReversed()) {
    const part = line.length > 4_000 ? `${line.slice(0, 4_000)}…` : line;
    size += part.length + 1;
    if (size > limit && kept.length > 0) break;
    kept.push(part);
  }
  return kept.reverse();
};
