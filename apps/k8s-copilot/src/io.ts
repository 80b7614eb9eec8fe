/** The process as the app sees it: passed in, so that nothing else reaches for globals. */
export type Io = {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  readonly home: string;
  /** `k8s-copilot`, or `kubectl copilot` when started as the plugin. */
  readonly name: string;
};

export const say = (io: Io, text: string): void => {
  io.stderr.write(`${text}\n`);
};

/** Ends with a code, once everything that was written has left: `process.exit` would cut a pipe short. */
export class Exit extends Error {
  readonly exitCode: number;
  constructor(exitCode: number, message = "") {
    super(message);
    this.name = "Exit";
    this.exitCode = exitCode;
  }
}
