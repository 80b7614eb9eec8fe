import { readFileSync } from "node:fs";
import * as nodeModule from "node:module";
import { homedir } from "node:os";
import { runProgram } from "./program.ts";

// Since Node 22 compiled code can be kept; on Node 20 this does nothing.
if ("enableCompileCache" in nodeModule && typeof nodeModule.enableCompileCache === "function")
  nodeModule.enableCompileCache();

const { version }: { version: string } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

// A reader that leaves (`| head`) is no error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exitCode ??= 0;
  });
}
process.once("SIGTERM", () => process.exit(143));

process.exitCode = await runProgram(
  {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: process.cwd(),
    home: homedir(),
    name: /kubectl-copilot/.test(process.argv[1] ?? "") ? "kubectl copilot" : "k8s-copilot",
  },
  process.argv.slice(2),
  version,
);
