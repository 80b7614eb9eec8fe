import { closeSync, openSync } from "node:fs";
import Database from "libsql";
import { fileMode, lockOf } from "./folder.ts";

/**
 * Keeps others out of a conversation until the function that comes back is called, or the process is gone, however it
 * went: the lock is the operating system's. Undefined when somebody else is in. The file stays: two that take a lock on
 * a name must take it on the same file.
 */
export const lockSession = (file: string): (() => void) | undefined => {
  closeSync(openSync(lockOf(file), "a", fileMode));
  const lock = new Database(lockOf(file));
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (thrown) {
    lock.close();
    if (thrown instanceof Error && "code" in thrown && thrown.code === "SQLITE_BUSY") return undefined;
    throw thrown;
  }
  return () => lock.close();
};
