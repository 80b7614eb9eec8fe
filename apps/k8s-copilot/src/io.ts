import type { Environment } from "./language.ts";

/** What the app touches of the process it runs in. `main.ts` alone takes it from there. */
export type Io = {
  /** What stands behind the program's name. */
  readonly argv: readonly string[];
  /** As the person types it: `k8s-copilot`, or `kubectl copilot`. */
  readonly program: string;
  /** kubectl asks what may stand behind `kubectl copilot`; the arguments are the words so far. */
  readonly isCompletion: boolean;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly environment: Environment;
  /** The working folder, and the person's home folder. */
  readonly folder: string;
  readonly home: string;
  /** Calls back on SIGINT and SIGTERM until the function that is returned is called. */
  onSignal(handler: (signal: "SIGINT" | "SIGTERM") => void): () => void;
  /** Calls back just before the process ends, however it ends, to put the terminal back. */
  onExit(handler: () => void): () => void;
  /** Stops the process as Ctrl-Z does; calls back when the shell lets it go on. */
  suspend(resumed: () => void): void;
};

/** A person can be asked only where both what they type and what is asked are on a terminal. */
export const canAsk = (io: Pick<Io, "stdin" | "stderr">): boolean =>
  io.stdin.isTTY === true && io.stderr.isTTY === true;
