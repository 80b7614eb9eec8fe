import type { CacheEntry } from "./cache-store.ts";

/** By how much the clocks of two runners on one store may differ: each began at its own reading of the time of day. */
const CLOCKS_DIFFER_MS = 1_000;

/**
 * Whether what a store gave is an entry that a runner can have put there. A store may be a file, or another process with
 * other versions in it: what is not understood, or was read well after now, is as if it were not there.
 */
export function isEntry(value: unknown, now: number): value is CacheEntry {
  if (typeof value !== "object" || value === null) return false;
  const member = (name: keyof CacheEntry): unknown => Reflect.get(value, name);
  const [args, tags, readAt, generation] = [member("args"), member("tags"), member("readAt"), member("generation")];
  return (
    isText(member("key")) &&
    isText(member("server")) &&
    isText(member("tool")) &&
    isText(member("text")) &&
    Number.isFinite(member("ttlMs")) &&
    Number.isFinite(member("bytes")) &&
    Number.isFinite(member("tookMs")) &&
    (generation === undefined || typeof generation === "number") &&
    typeof readAt === "number" &&
    readAt <= now + CLOCKS_DIFFER_MS &&
    typeof args === "object" &&
    args !== null &&
    Array.isArray(tags) &&
    tags.every(isText)
  );
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
