import { inWrittenForms } from "./spoken-forms.ts";

/** Characters of a message that are read: its head and its tail. What stands between is kept by the caller, not read. */
const headLength = 4000;
const tailLength = 2000;

const pastedBlock = /```[^`]*(?:```|$)/gu;
const pastedLine =
  /^\s*(?:>|\[?\d{4}-\d\d-\d\d|\[?(?:ERROR|WARN|WARNING|INFO|DEBUG|FATAL|TRACE)\b|[IWEF]\d{4}\s|level=|\{")/u;

/**
 * A message in the form that the rules match: short enough, NFKC (full-width letters and digits become ASCII), straight
 * quotes, no invisible characters, contractions with their apostrophe. Pasted material (fenced blocks, `>` lines, log lines) is left out: it is something
 * to talk about, not something said.
 */
export const normalize = (message: string): string =>
  inWrittenForms(
    withoutPasted(readablePart(message).normalize("NFKC"))
      .replace(/[\u2018\u2019\u201b\u2032]/gu, "'")
      .replace(/[\u201c\u201d\u201f\u300c\u300d\u300e\u300f\u00ab\u00bb]/gu, '"')
      .replace(/[\p{Cf}\p{Co}\p{Cs}]|[^\P{Cc}\n\t]/gu, "")
      .trim(),
  );

const readablePart = (message: string): string =>
  message.length <= headLength + tailLength
    ? message
    : `${message.slice(0, headLength)}\n${message.slice(message.length - tailLength)}`;

const withoutPasted = (text: string): string =>
  text
    .replace(pastedBlock, "\n")
    .split("\n")
    .filter((line) => !pastedLine.test(line))
    .join("\n");
