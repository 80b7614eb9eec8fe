/**
 * Makes text from outside safe to print. A terminal obeys what it is shown: an escape sequence in a log, an event or a
 * name can hide lines, forge an approval, set the clipboard or retitle the window (CVE-2021-25743 is kubectl's case).
 * No control byte, and no character that is invisible or turns the reading direction, comes out of here; only newline
 * and tab pass.
 */

/** `visible` shows what stood there as `\x1b` (for logs and messages); `drop` leaves it out (for names and labels). */
export type TerminalSafeOptions = {
  readonly unsafe?: "visible" | "drop";
  /** Longest line, in UTF-16 units; the rest is cut and its length told as `…[+N]`. Default 4096; Infinity for pipes. */
  readonly maxLineLength?: number;
};

/** Cleans a text that arrives in pieces; the pieces may be cut anywhere, also inside an escape sequence. */
export type TerminalSanitizer = {
  push(chunk: string): string;
  /** What was held back for want of its continuation. Call it once, at the end. */
  end(): string;
};

const defaultMaxLineLength = 4096;

/**
 * What never reaches a terminal. The two joiners (U+200C, U+200D) and the first sixteen variation selectors stay:
 * Persian, Indic scripts and emoji need them.
 */
const unsafeRanges: readonly (readonly [range: string, what: string])[] = [
  ["\\x00-\\x08\\x0b-\\x1f\\x7f", "C0 controls and DEL, without newline and tab"],
  ["\\x80-\\x9f", "C1 controls: one-byte forms of escape sequences"],
  ["\\xad", "soft hyphen"],
  ["\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069", "direction marks, embeddings, overrides and isolates"],
  ["\\u200b\\u2060-\\u2064\\ufeff\\u180e", "zero-width and invisible operators"],
  ["\\u206a-\\u206f\\ufff9-\\ufffb", "deprecated format characters, interlinear annotation"],
  ["\\u2028\\u2029", "line and paragraph separators"],
  ["\\u115f\\u1160\\u3164\\uffa0", "Hangul fillers: blanks that count as letters"],
  ["\\u{e0000}-\\u{e007f}", "tag characters: an invisible alphabet"],
  ["\\u{e0100}-\\u{e01ef}", "variation selectors supplement"],
  ["\\ud800-\\udfff", "halves of a pair"],
];

const unsafeSource = `[${unsafeRanges.map(([range]) => range).join("")}]`;

/** True when the text holds a character that must not reach a terminal. */
export const isTerminalSafe = (text: string): boolean => !new RegExp(unsafeSource, "u").test(text);

/** Replaces each unsafe character by `replace` of it. Newline and tab are safe. */
export const replaceUnsafe = (text: string, replace: (character: string) => string): string =>
  text.replace(new RegExp(unsafeSource, "gu"), replace);

export const terminalSafe = (text: string, options: TerminalSafeOptions = {}): string => {
  const sanitizer = createTerminalSanitizer(options);
  return sanitizer.push(text) + sanitizer.end();
};

export const createTerminalSanitizer = (options: TerminalSafeOptions = {}): TerminalSanitizer => {
  const clean = options.unsafe === "drop" ? dropUnsafe : showUnsafe;
  const lines = createLineCutter(options.maxLineLength ?? defaultMaxLineLength);
  let held = "";
  const take = (text: string, isEnd: boolean) => {
    const { ready, rest } = isEnd ? { ready: text, rest: "" } : splitBeforeUnfinished(text, options.unsafe === "drop");
    held = rest;
    return lines.push(clean(ready));
  };
  return {
    push: (chunk) => take(held + chunk, false),
    end: () => take(held, true) + lines.end(),
  };
};

const showUnsafe = (text: string): string =>
  replaceUnsafe(text.replaceAll("\r\n", "\n"), (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0xd800 && code <= 0xdfff) return "\ufffd";
    return code <= 0xff ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u{${code.toString(16)}}`;
  });

const dropUnsafe = (text: string): string =>
  replaceUnsafe(text.replaceAll("\r\n", "\n").replace(escapeSequence, ""), () => "");

/** Longest sequence that is looked for; a longer one loses its first bytes only, so that no text can hide behind it. */
const maxSequenceLength = 1024;

/**
 * ECMA-48: a control string (OSC, DCS, SOS, PM, APC) up to BEL or ST; CSI with its parameters; ESC with intermediates.
 * A control string that never ends loses its opening only.
 */
const escapeSequence = new RegExp(
  [
    `(?:\\x1b[\\]PX^_]|[\\x90\\x98\\x9d-\\x9f])[^\\x07\\x1b\\x9c\\n]{0,${maxSequenceLength}}(?:\\x07|\\x1b\\\\|\\x9c)`,
    "(?:\\x1b\\[|\\x9b)[0-?]{0,64}[ -/]{0,16}[@-~]?",
    "\\x1b[ -/]{0,16}[0-~]?",
  ].join("|"),
  "g",
);

/** Cuts off what may still continue: CR of a CRLF, the first half of a pair and, when dropping, an open sequence. */
const splitBeforeUnfinished = (text: string, holdSequences: boolean): { ready: string; rest: string } => {
  const last = text.charCodeAt(text.length - 1);
  const isHalf = last === 0x0d || (last >= 0xd800 && last <= 0xdbff);
  const opened = holdSequences ? openSequenceAt(text) : -1;
  const at = opened >= 0 ? opened : isHalf ? text.length - 1 : text.length;
  return { ready: text.slice(0, at), rest: text.slice(at) };
};

const openSequence = new RegExp(
  [
    `(?:\\x1b[\\]PX^_]|[\\x90\\x98\\x9d-\\x9f])[^\\x07\\x1b\\x9c\\n]{0,${maxSequenceLength}}\\x1b?$`,
    "(?:\\x1b\\[|\\x9b)[0-?]{0,64}[ -/]{0,16}$",
    "\\x1b[ -/]{0,16}$",
  ].join("|"),
);

const openSequenceAt = (text: string): number => {
  const from = Math.max(0, text.length - maxSequenceLength - 3);
  const found = text.slice(from).search(openSequence);
  return found < 0 ? -1 : from + found;
};

/** Shortens lines that are too long; a line is known to be too long only when more of it arrives. */
const createLineCutter = (maxLength: number) => {
  const room = Math.max(0, maxLength - "…[+9999999999]".length);
  let line = "";
  let cut = 0;
  const finish = () => {
    const text = cut > 0 ? shorten(line, room, cut) : line;
    line = "";
    cut = 0;
    return text;
  };
  const add = (piece: string) => {
    const free = maxLength - line.length;
    line += piece.length <= free ? piece : piece.slice(0, free);
    cut += Math.max(0, piece.length - free);
  };
  return {
    push: (text: string): string => {
      if (maxLength === Number.POSITIVE_INFINITY) return text;
      const pieces = text.split("\n");
      const rest = pieces.pop() ?? "";
      let ready = "";
      for (const piece of pieces) {
        add(piece);
        ready += `${finish()}\n`;
      }
      add(rest);
      return ready;
    },
    end: finish,
  };
};

const shorten = (line: string, room: number, cut: number): string => {
  const last = line.charCodeAt(room - 1);
  const end = last >= 0xd800 && last <= 0xdbff ? room - 1 : room;
  return `${line.slice(0, end)}…[+${line.length - end + cut}]`;
};
