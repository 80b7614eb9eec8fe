/** A copy that nobody can change, and about how many bytes it takes. */
export type JsonCopy = { readonly value: unknown; readonly bytes: number };

const DEEPEST = 200;

/**
 * A copy of a value that JSON can hold without loss, or undefined: for cycles, functions, dates, big integers, buffers, and
 * for what is larger than `maxBytes`. Stops where the limit is reached, however large the value. May throw what a getter
 * throws.
 */
export function jsonCopy(value: unknown, maxBytes: number): JsonCopy | undefined {
  const size = { left: maxBytes };
  const copy = copied(value, size, 0);
  return copy === impossible ? undefined : { value: copy, bytes: maxBytes - size.left };
}

const impossible = Symbol("impossible");

type Size = { left: number };

function copied(value: unknown, size: Size, depth: number): unknown {
  if (!takes(size, 4) || depth > DEEPEST) return impossible;
  if (value === null || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : impossible;
  if (typeof value === "string") return takesText(size, value) ? value : impossible;
  if (Array.isArray(value)) return copiedArray(value, size, depth);
  if (typeof value !== "object" || !isPlain(value)) return impossible;
  return copiedObject(value, size, depth);
}

function copiedObject(value: object, size: Size, depth: number): unknown {
  const copies: [string, unknown][] = [];
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue;
    const copy = takesText(size, key) ? copied(member, size, depth + 1) : impossible;
    if (copy === impossible) return impossible;
    copies.push([key, copy]);
  }
  return Object.freeze(Object.fromEntries(copies));
}

function copiedArray(values: readonly unknown[], size: Size, depth: number): unknown {
  const copies: unknown[] = [];
  for (const value of values) {
    const copy = copied(value, size, depth + 1);
    if (copy === impossible) return impossible;
    copies.push(copy);
  }
  return Object.freeze(copies);
}

function takes(size: Size, bytes: number): boolean {
  size.left -= bytes;
  return size.left >= 0;
}

/** A text has at least as many bytes as characters, so a huge one need not be counted. */
function takesText(size: Size, text: string): boolean {
  return text.length <= size.left && takes(size, Buffer.byteLength(text));
}

/** Made by braces or by JSON, of whatever realm: maps, errors and instances of classes are not. */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
