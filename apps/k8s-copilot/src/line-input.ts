import { createInterface, type Interface } from "node:readline";
import type { Io } from "./io.ts";

/** A message from a person; a paste of several lines is one message. `undefined`: the input has ended. */
export type LineReader = {
  read(prompt: string): Promise<string | undefined>;
  /** Called for each Ctrl-C. */
  onInterrupt(handler: () => void): void;
  close(): void;
};

/** Lines that follow each other faster than this were pasted, not typed. */
const pasteGapMs = 30;

/**
 * node:readline on Node 20.20 puts characters that an input method commits in the middle of a line at its end, and
 * prints a row twice when a chunk crosses the edge of the screen. Both are mended on the instance.
 */
const mend = (reader: Interface): void => {
  if ("isCompletionEnabled" in reader)
    Object.defineProperty(reader, "isCompletionEnabled", { get: () => true, set: () => {}, configurable: true });
};

/** Reads messages from a terminal or a pipe, one a line. */
export const createLineReader = ({ stdin, stderr }: Io): LineReader => {
  const terminal = stdin.isTTY === true && stderr.isTTY === true;
  const reader = createInterface({ input: stdin, output: terminal ? stderr : undefined, terminal, historySize: 1_000 });
  if (terminal) mend(reader);
  const lines: string[] = [];
  let waiting: ((line: string | undefined) => void) | undefined;
  let ended = false;
  let timer: NodeJS.Timeout | undefined;
  const interrupted: (() => void)[] = [];

  const deliver = () => {
    if (!waiting) return;
    const next = terminal ? (lines.length > 0 ? lines.splice(0).join("\n") : undefined) : lines.shift();
    if (next === undefined && !ended) return;
    const resolve = waiting;
    waiting = undefined;
    resolve(next);
  };

  reader.on("line", (line) => {
    lines.push(line);
    clearTimeout(timer);
    // A pipe is read line by line at once; on a terminal the rest of a paste is waited for.
    if (terminal) timer = setTimeout(deliver, pasteGapMs);
    else deliver();
  });
  reader.on("close", () => {
    ended = true;
    deliver();
  });
  reader.on("SIGINT", () => {
    for (const handler of interrupted) handler();
  });

  return {
    read: (prompt) =>
      new Promise((resolve) => {
        if (terminal) {
          reader.setPrompt(prompt);
          reader.prompt();
        }
        waiting = resolve;
        if (!terminal || ended) deliver();
      }),
    onInterrupt: (handler) => {
      interrupted.push(handler);
    },
    close: () => {
      clearTimeout(timer);
      reader.close();
    },
  };
};

/** One line from a terminal, for a question of `ask`. */
export const askLine = async (io: Io, prompt: string): Promise<string | undefined> => {
  const reader = createLineReader(io);
  let stopped = false;
  reader.onInterrupt(() => {
    stopped = true;
    reader.close();
  });
  const line = await reader.read(prompt);
  reader.close();
  return stopped ? undefined : line;
};

/** Milliseconds in which nobody can have read what they consent to. */
const readingMs = 300;

/**
 * Consent is typed by a person who has seen the question: what was typed ahead or pasted is thrown away, and so is
 * whatever arrives before it could have been read.
 */
export const askConsent = async (io: Io): Promise<string | undefined> => {
  await drain(io, readingMs);
  const line = await askLine(io, "> ");
  return line?.includes("\n") ? "" : line;
};

/** Throws away what arrives within a time. */
export const drain = ({ stdin }: Pick<Io, "stdin">, ms: number): Promise<void> =>
  new Promise((resolve) => {
    const drop = () => {};
    stdin.on("data", drop);
    stdin.resume();
    setTimeout(() => {
      stdin.off("data", drop);
      stdin.pause();
      resolve();
    }, ms);
  });
