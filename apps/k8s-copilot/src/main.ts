import { homedir } from "node:os";
import { basename } from "node:path";
import type { Io } from "./io.ts";
import { run } from "./run.ts";

/** The door between the process and the app: nothing else touches `process`. */
const io: Io = {
  argv: process.argv.slice(2),
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
};

process.exitCode = await run(io, async () => (await import("./parts.ts")).loadBackend());
