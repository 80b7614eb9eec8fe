import type { Flags } from "../flags.ts";
import type { Io } from "../io.ts";

/** What is said of something that takes long, after so many seconds of it. */
type WhenLong = (seconds: number) => string;

/** One line that lives below what was written: what is happening, and for how long. */
export type Status = {
  /** Says what is happening from now on; once that has taken long, what is said then with how long it has. */
  show(label: string, whenLong?: WhenLong): void;
  /** Counts the seconds from here. */
  restart(): void;
  /** Writes a whole line above the living one. */
  line(text: string): void;
  /** Takes the living line away. */
  clear(): void;
  /** From now on lines are written and nothing lives. */
  rest(): void;
};

const frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const frameMs = 100;
const eraseLine = "\r\x1b[2K";
/** After this much of one thing a person may begin to wonder. */
const longMs = 4_000;

const secondsOf = (ms: number): number => Math.floor(ms / 1000);

/** On a stream that is no terminal, or a dumb one, and with `-q`, lines are written and nothing lives. */
export const createStatus = (
  { stderr: stream, environment }: Pick<Io, "stderr" | "environment">,
  flags: Flags,
): Status => {
  let animated = stream.isTTY === true && environment.TERM !== "dumb" && !flags.quiet && !flags.plain;
  let living: { readonly label: string; readonly whenLong: WhenLong | undefined; readonly at: number } | undefined;
  let since = performance.now();
  let timer: NodeJS.Timeout | undefined;
  let frame = 0;
  const draw = () => {
    if (living === undefined) return;
    const { label, whenLong, at } = living;
    const now = performance.now();
    const long = now - at < longMs ? undefined : whenLong?.(secondsOf(now - at));
    const seconds = long === undefined ? ` ${secondsOf(now - since)}s` : "";
    const room = (stream.columns || 80) - seconds.length - 3;
    stream.write(`${eraseLine}${frames[frame++ % frames.length]} ${fitted(long ?? label, room)}${seconds}`);
  };
  const clear = () => {
    if (living !== undefined) stream.write(eraseLine);
    living = undefined;
    clearInterval(timer);
    timer = undefined;
  };
  return {
    show: (label, whenLong) => {
      if (!animated) return;
      living = { label, whenLong, at: performance.now() };
      timer ??= setInterval(draw, frameMs).unref();
      draw();
    },
    restart: () => {
      since = performance.now();
    },
    line: (text) => {
      if (living !== undefined) stream.write(eraseLine);
      stream.write(`${text}\n`);
      draw();
    },
    clear,
    rest: () => {
      clear();
      animated = false;
    },
  };
};

/** Cut so that the line cannot wrap, which would leave its first half behind. East Asian characters take two columns. */
const fitted = (text: string, columns: number): string => {
  let used = 0;
  let kept = "";
  for (const character of text) {
    used += (character.codePointAt(0) ?? 0) >= 0x1100 ? 2 : 1;
    if (used > columns) return kept;
    kept += character;
  }
  return kept;
};
