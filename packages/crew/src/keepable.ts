/**
 * The object, which writes itself down as `keepable` has it: a checkpoint with one value in it that JSON cannot say is lost as
 * a whole. Who has the object meanwhile sees it as it is.
 */
export function keptSafely<T extends object>(value: T): T {
  // Not for whoever lists its fields.
  return Object.defineProperty(value, "toJSON", { value: () => fieldsOf(value, [value]) });
}

/**
 * As JSON has it, with big integers as text, out of which `z.coerce.bigint()` makes them again, and without what throws when
 * it is looked at. Maps, sets and all else that the serializer of checkpoints has a way for stay what they are.
 */
export function keepable(value: unknown, above: readonly object[] = []): unknown {
  if (typeof value === "bigint") return `${value}`;
  if (typeof value !== "object" || value === null) return value;
  if (above.includes(value)) return "[Circular]";
  try {
    return objectOf(value, [...above, value]);
  } catch {
    return undefined;
  }
}

function objectOf(value: object, above: readonly object[]): unknown {
  const kept = (inner: unknown) => keepable(inner, above);
  if ("toJSON" in value && typeof value.toJSON === "function") return kept(value.toJSON());
  if (Array.isArray(value)) return value.map(kept);
  if (value instanceof Set) return new Set([...value].map(kept));
  if (value instanceof Map) return new Map([...value].map(([key, inner]) => [kept(key), kept(inner)]));
  if (value instanceof Error || value instanceof RegExp || value instanceof Uint8Array) return value;
  return fieldsOf(value, above);
}

function fieldsOf(value: object, above: readonly object[]): object {
  return Object.fromEntries(Object.keys(value).map((key) => [key, fieldOf(value, { key, above })]));
}

type Field = { readonly key: string; readonly above: readonly object[] };

function fieldOf(value: object, { key, above }: Field): unknown {
  try {
    return keepable(Reflect.get(value, key), above);
  } catch {
    return undefined;
  }
}
