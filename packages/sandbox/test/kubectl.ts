import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Whether there is a kubectl; says so when there is none. */
export function hasKubectl(): boolean {
  const found = spawnSync("kubectl", ["version", "--client"]).status === 0;
  if (!found) console.log("skipped: no kubectl on this machine");
  return found;
}

const cache = mkdtempSync(join(tmpdir(), "kubectl-cache-"));

/** Runs the real kubectl against a kubeconfig; arguments are split at spaces, except within single quotes. */
export function kubectlFor(kubeconfig: string) {
  return (command: string, input?: string): Promise<Outcome> => {
    const words = [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
    return new Promise((resolve) => {
      const child = execFile(
        "kubectl",
        ["--kubeconfig", kubeconfig, "--cache-dir", cache, ...words],
        { timeout: 20_000 },
        (error, stdout, stderr) => {
          resolve({ code: error === null ? 0 : Number(error.code ?? 1), stdout, stderr });
        },
      );
      child.stdin?.end(input ?? "");
    });
  };
}

/** Tries until the check passes; the last failure is the test's. */
export async function eventually(check: () => Promise<void> | void): Promise<void> {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const failure = await Promise.resolve()
      .then(check)
      .then(
        () => undefined,
        (error: unknown) => ({ error }),
      );
    if (failure === undefined) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await check();
}

/** Asks the API as curl would; the server URL is that of a context. */
export async function request(server: string | undefined, path: string, init: RequestInit = {}) {
  const response = await fetch(`${server}${path}`, init);
  return { code: response.status, text: await response.text() };
}
