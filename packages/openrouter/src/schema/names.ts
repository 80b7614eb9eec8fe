import { createHash } from "node:crypto";

/** What Google takes as the name of a function and of a property; OpenRouter's own rule for functions is wider. */
const longest = 64;

/**
 * A name for each tool that every provider takes: letters, digits, `_` and `-`, at most 64, none twice.
 * The n-th answer belongs to the n-th name.
 */
export function toolNames(names: readonly string[]): readonly string[] {
  return distinctNames(names, /[^a-zA-Z0-9_-]/g);
}

/** The same for the properties of a schema, where `-` is not taken either. */
export function propertyNames(names: readonly string[]): readonly string[] {
  return distinctNames(names, /[^a-zA-Z0-9_]/g);
}

function distinctNames(names: readonly string[], foreign: RegExp): readonly string[] {
  const cleaned = names.map((name) => clean(name, foreign));
  // A name that needs no change keeps it, wherever it stands.
  const taken = new Set(names.filter((name, index) => cleaned[index] === name));
  const given = new Set<string>();
  return names.map((name, index) => {
    const wish = cleaned[index] ?? name;
    const isFree = wish === name ? !given.has(wish) : !taken.has(wish) && !given.has(wish);
    const chosen = isFree ? wish : nextFree(wish, (candidate) => !taken.has(candidate) && !given.has(candidate));
    given.add(chosen);
    return chosen;
  });
}

function clean(name: string, foreign: RegExp): string {
  const spelled = name.replace(foreign, "_");
  const started = /^[a-zA-Z_]/.test(spelled) ? spelled : `_${spelled}`;
  if (started.length <= longest) return started;
  return `${started.slice(0, longest - 9)}_${createHash("sha256").update(name).digest("hex").slice(0, 8)}`;
}

function nextFree(wish: string, isFree: (name: string) => boolean): string {
  for (let number = 2; ; number += 1) {
    const suffix = `_${number}`;
    const candidate = wish.slice(0, longest - suffix.length) + suffix;
    if (isFree(candidate)) return candidate;
  }
}
