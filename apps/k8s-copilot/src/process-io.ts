import { homedir } from "node:os";
import { basename } from "node:path";
import type { Io } from "./io.ts";

/** This process, as the app sees it. Nothing else of the app touches `process`'s streams, signals or environment. */
export const processIo = (): Io => ({
  argv: process.argv.slice(2),
  isCompletion: /^kubectl[_-]complete-/.test(basename(process.argv[1] ?? "")),
  program: basename(process.argv[1] ?? "").startsWith("kubectl-") ? "kubectl copilot" : "k8s-copilot",
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
  folder: process.cwd(),
  home: homedir(),
  onSignal: (handler) => {
    const listeners = (["SIGINT", "SIGTERM"] as const).map((signal) => {
      const listener = () => handler(signal);
      process.on(signal, listener);
      return () => process.off(signal, listener);
    });
    return () => {
      for (const forget of listeners) forget();
    };
  },
  onExit: (handler) => {
    process.on("exit", handler);
    return () => process.off("exit", handler);
  },
  suspend: (resumed) => {
    process.once("SIGCONT", resumed);
    process.kill(process.pid, "SIGTSTP");
  },
});

/** How long something forgotten, such as an idle socket, may hold up the end of the process. */
const lingerMs = 3000;

/**
 * Ends the process with this code when nothing is left to do. The code is set, not forced, because `process.exit` cuts
 * what still goes to a slow reader; it is forced only when everything was written and something still holds on.
 */
export const endProcess = (code: number): void => {
  process.exitCode = code;
  const force = () => {
    if (process.stdout.writableLength + process.stderr.writableLength === 0) process.exit();
    setTimeout(force, lingerMs).unref();
  };
  setTimeout(force, lingerMs).unref();
};
