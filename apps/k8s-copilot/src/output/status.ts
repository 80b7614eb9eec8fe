import type { Flags } from "../flags.ts";
import type { Io } from "../io.ts";

/** One line that lives below what was written: what is happening, and for how long. */
export type Status = {
  /** Says what is happening from now on. */
  show(label: string): void;
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

/** On a stream that is no terminal, or a dumb one, and with `-q`, lines are written and nothing lives. */
export const createStatus = (
  { stderr: stream, environment }: Pick<Io, "stderr" | "environment">,
  flags: Flags,
): Status => {
  let animated = stream.isTTY === true && environment.TERM !== "dumb" && !flags.quiet && !flags.plain;
  let label: string | undefined;
  let since = performance.now();
  let timer: NodeJS.Timeout | undefined;
  let frame = 0;
  const draw = () => {
    if (label === undefined) return;
    const seconds = `${Math.floor((performance.now() - since) / 1000)}s`;
    const room = (stream.columns || 80) - seconds.length - 4;
    stream.write(`${eraseLine}${frames[frame++ % frames.length]} ${fitted(label, room)} ${seconds}`);
  };
  const clear = () => {
    if (label !== undefined) stream.write(eraseLine);
    label = undefined;
    clearInterval(timer);
    timer = undefined;
  };
  return {
    show: (text) => {
      if (!animated) return;
      label = text;
      timer ??= setInterval(draw, frameMs).unref();
      draw();
    },
    restart: () => {
      since = performance.now();
    },
    line: (text) => {
      if (label !== undefined) stream.write(eraseLine);
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
