import { type IPty, spawn } from "@lydell/node-pty";
import { keptCode, type Place } from "./app.ts";

export type Terminal = {
  /** Everything shown so far, escape sequences included. */
  readonly shown: () => string;
  /** Waits until the text, or a text that fits, has been shown since the last wait. */
  waitFor(text: string | RegExp): Promise<void>;
  type(keys: string): void;
  /** Waits for the end; comes back with the exit code. */
  ended: Promise<number>;
  readonly pty: IPty;
};

export type TerminalOptions = {
  readonly place: Place;
  readonly columns?: number;
  readonly environment?: Readonly<Record<string, string>>;
};

/** Runs a command at a real pseudo-terminal. */
export const openTerminal = (command: string, args: readonly string[], options: TerminalOptions): Terminal => {
  const { place, columns = 80, environment } = options;
  const pty = spawn(command, [...args], {
    cols: columns,
    rows: 24,
    cwd: place.folder,
    env: {
      ...place.environment,
      ...keptCode(command === process.execPath ? (args[0] ?? "") : command),
      TERM: "xterm-256color",
      ...environment,
    },
  });
  let shown = "";
  let seen = 0;
  let wake = () => {};
  pty.onData((data) => {
    shown += data;
    wake();
  });
  const ended = new Promise<number>((resolve) => {
    pty.onExit(({ exitCode, signal }) => {
      wake();
      resolve(signal ? 128 + signal : exitCode);
    });
  });
  const waitFor = async (text: string | RegExp): Promise<void> => {
    const until = performance.now() + 10_000;
    for (;;) {
      const rest = shown.slice(seen);
      const at = typeof text === "string" ? rest.indexOf(text) : rest.search(text);
      if (at >= 0) {
        seen += at + (typeof text === "string" ? text.length : 1);
        return;
      }
      if (performance.now() > until) throw new Error(`${text} was not shown. Shown: ${JSON.stringify(rest)}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 100);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  return { shown: () => shown, waitFor, type: (keys) => pty.write(keys), ended, pty };
};
