import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import type { Io } from "../io.ts";

/** XDG: only an absolute path counts. */
export const sessionsFolder = ({ environment, home }: Pick<Io, "environment" | "home">): string => {
  const base = environment.XDG_STATE_HOME;
  return join(base?.startsWith("/") ? base : join(home, ".local", "state"), "k8s-copilot", "sessions");
};

/** Nobody else reads what was said, whatever the umask is. */
export const fileMode = 0o600;

export const makeFolder = (folder: string): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
};

const ending = ".db";

export const fileOf = (folder: string, id: string): string => join(folder, `${id}${ending}`);

/** SQLite keeps its own beside the file; the lock is ours. */
const besides = ["", "-wal", "-shm", "-journal", ".lock", ".lock-journal"];

export const lockOf = (file: string): string => `${file}.lock`;

/** The conversations that are kept, the one touched last first. */
export const idsIn = (folder: string): readonly { readonly id: string; readonly touched: number }[] =>
  namesIn(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => ({ id: name.slice(0, -ending.length), touched: touched(join(folder, name)) }))
    .sort((one, other) => other.touched - one.touched);

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

const touched = (file: string): number =>
  Math.max(...[file, `${file}-wal`].map((each) => statSync(each, { throwIfNoEntry: false })?.mtimeMs ?? 0));

export const removeFiles = (file: string): void => {
  for (const beside of besides) rmSync(`${file}${beside}`, { force: true });
};

const lastFile = (folder: string): string => join(folder, "last");

/** The conversation that a turn was taken in last; times of files say less, since reading one may write it. */
export const lastId = (folder: string): string | undefined => {
  try {
    return readFileSync(lastFile(folder), "utf8").trim() || undefined;
  } catch {
    return undefined;
  }
};

export const setLast = (folder: string, id: string): void => {
  const own = `${lastFile(folder)}.${process.pid}`;
  writeFileSync(own, `${id}\n`, { mode: fileMode });
  renameSync(own, lastFile(folder));
};

/** Who talks, for the report: the computer's account has no name in some containers. */
export const accountName = (): string => {
  try {
    return userInfo().username;
  } catch {
    return "";
  }
};
