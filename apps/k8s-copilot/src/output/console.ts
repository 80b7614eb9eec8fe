import { terminalSafe } from "@k8s-copilot/k8s-crew/terminal-safe";
import type { Flags } from "../flags.ts";
import { canAsk, type Io } from "../io.ts";
import type { Status } from "./status.ts";
import { createStyle, type Style, wantsColor } from "./style.ts";
import { wrapped } from "./wrap.ts";

/** The two ways out: the answer on stdout, everything else on stderr. */
export type Console = {
  readonly out: Style;
  readonly err: Style;
  /** What is happening now; silent with `-q` and with machine output on a terminal that shows it. */
  readonly status: Status;
  /** stderr is a terminal, or more was asked for: then progress is told line by line. */
  readonly isTalkative: boolean;
  /** Somebody can be asked: both ends are terminals, it is not forbidden, and no machine reads. */
  readonly canAsk: boolean;
  /** Columns for tables in the answer. */
  readonly width: number;
  /** Aborted when the reader of stdout has gone, as with `| head`. */
  readonly readerGone: AbortSignal;
  /** Empties the screen, where there is one. */
  clear(): void;
  /** The first lines of an answer, before the rest is known; none: a new one begins. */
  begin(lines: string): void;
  /** Text for stdout, but for what of it was begun; not yet safe: as it is for a pipe except for what a terminal would obey. */
  answer(text: string): void;
  /** A line for stdout that is ours, made safe by its maker. */
  print(line: string): void;
  /** A line for stderr that is ours, made safe by its maker. */
  note(line: string): void;
};

/** A pipe has no edge; this much keeps tables whole and lines readable. */
const pipeWidth = 200;
const defaultWidth = 100;

/** `status` may be at work already: it is the first sign of life, before this file is loaded. */
export const createConsole = (io: Io, flags: Flags, status: Status): Console => {
  const { stdout, stderr, environment } = io;
  const readerGone = new AbortController();
  stdout.on("error", () => readerGone.abort());
  const style = (stream: NodeJS.WriteStream) =>
    createStyle(wantsColor({ isTerminal: stream.isTTY === true, environment, flag: flags.color }));
  const write = (text: string) => {
    status.clear();
    if (!readerGone.signal.aborted) stdout.write(text);
  };
  const writeAnswer = (text: string) =>
    write(endLine(fitted(terminalSafe(text, stdout.isTTY === true ? {} : wholeLines), stdout)));
  let begun = "";
  const fitted = (text: string, stream: NodeJS.WriteStream) =>
    stream.isTTY === true ? wrapped(text, stream.columns || defaultWidth) : text;
  return {
    out: style(stdout),
    err: style(stderr),
    status,
    isTalkative: !flags.quiet && (stderr.isTTY === true || flags.verbose),
    canAsk: canAsk(io) && flags.input && flags.output === "text",
    width: stdout.isTTY === true ? stdout.columns || defaultWidth : pipeWidth,
    readerGone: readerGone.signal,
    clear: () => {
      if (stdout.isTTY === true) write(emptyScreen);
    },
    begin: (lines) => {
      begun = lines;
      if (lines !== "") writeAnswer(lines);
    },
    answer: (text) => {
      const rest = restOf(text, begun);
      begun = "";
      if (rest !== undefined) writeAnswer(rest);
    },
    print: (line) => write(`${line}\n`),
    note: (line) => status.line(fitted(line, stderr)),
  };
};

/** Cursor home, then the screen and what was scrolled away (ECMA-48, xterm). */
const emptyScreen = "\x1b[H\x1b[2J\x1b[3J";

const wholeLines = { maxLineLength: Number.POSITIVE_INFINITY };

/** What is left to write; all of it where it turned out otherwise than it was begun. */
const restOf = (text: string, begun: string): string | undefined => {
  if (begun === "" || !`${text}\n`.startsWith(`${begun}\n`)) return text;
  return text === begun ? undefined : text.slice(begun.length + 1);
};

const endLine = (text: string): string => (text.endsWith("\n") ? text : `${text}\n`);
