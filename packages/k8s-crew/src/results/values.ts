/** Reading values of unknown shape without ever throwing: results come from servers that nobody has checked. */

export type UnknownRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is UnknownRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value at a path (`at(pod, "status", "phase")`); undefined where the path ends early. Own properties only. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  let current = value;
  for (const key of path) {
    if (!isRecord(current) || !Object.hasOwn(current, key)) return undefined;
    current = current[key];
  }
  return current;
}

/** A scalar at a path as text; "" when there is none. */
export function textAt(value: unknown, ...path: readonly string[]): string {
  return scalarText(at(value, ...path)) ?? "";
}

/** A number at a path (also from numeric text). */
export function numberAt(value: unknown, ...path: readonly string[]): number | undefined {
  return toNumber(at(value, ...path));
}

/** The list at a path; empty when there is none. */
export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}

export function scalarText(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "bigint") return String(value);
  return undefined;
}

export function toNumber(value: unknown): number | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (typeof value !== "string" || value.trim() === "") return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/** JSON.parse as a value: undefined when the text is not JSON. (`null` parses to null.) */
export function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
