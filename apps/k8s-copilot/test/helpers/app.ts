import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { inject } from "vitest";

export const appFolder = fileURLToPath(new URL("../../", import.meta.url));
export const bin = join(appFolder, "bin", "k8s-copilot.cjs");

/** A home and a working folder of its own, so that nothing of the computer's own settings counts. */
export const emptyPlace = () => {
  const root = mkdtempSync(join(tmpdir(), "k8s-copilot-place-"));
  const home = join(root, "home");
  const folder = join(root, "work");
  mkdirSync(home);
  mkdirSync(folder);
  const log = join(root, "log.jsonl");
  return {
    home,
    folder,
    environment: { PATH: process.env.PATH ?? "", HOME: home, LC_ALL: "C.UTF-8", SCRIPT_LOG: log },
    /** What the conversation was sent. */
    sent: (): readonly Record<string, unknown>[] => {
      try {
        return readFileSync(log, "utf8")
          .trim()
          .split("\n")
          .map((line) => JSON.parse(line));
      } catch {
        return [];
      }
    },
  };
};

/** Writes the user's config file. */
export const configure = ({ home }: { readonly home: string }, config: string): void => {
  const folder = join(home, ".config", "k8s-copilot");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "config.yaml"), config);
};

export type Place = ReturnType<typeof emptyPlace>;

export type RunOptions = {
  readonly place?: Place;
  readonly environment?: Readonly<Record<string, string>>;
  /** Written to stdin, which is then closed. `open`: stdin stays open and silent. Default: closed at once. */
  readonly stdin?: string | Buffer | "open";
  readonly node?: readonly string[];
  readonly onStart?: (child: ChildProcess) => unknown;
};

export type Ended = {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly ms: number;
};

/** What V8 made of an app that many tests run stands beside it, as it stays in a person's home from run to run. */
export const keptCode = (file: string): Readonly<Record<string, string>> =>
  [inject("installedApp"), inject("scriptedApp")].includes(file)
    ? { XDG_CACHE_HOME: join(dirname(dirname(file)), "cache") }
    : {};

/** Runs the file as a process of its own, with pipes, and waits for its end. */
export const runApp = (file: string, args: readonly string[], options: RunOptions = {}): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const place = options.place ?? emptyPlace();
    const since = performance.now();
    const child = spawn(process.execPath, [...(options.node ?? []), file, ...args], {
      cwd: place.folder,
      env: { ...place.environment, ...keptCode(file), ...options.environment },
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    child.on("error", reject);
    child.on("close", (code) =>
      resolve({
        code,
        stdout: Buffer.concat(out).toString(),
        stderr: Buffer.concat(err).toString(),
        ms: performance.now() - since,
      }),
    );
    child.stdin.on("error", () => {});
    if (options.stdin !== "open") child.stdin.end(options.stdin ?? "");
    options.onStart?.(child);
  });

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
