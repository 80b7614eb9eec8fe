/**
 * What stands in place of a secret: its kind and a length class, and no character of it. Plain in YAML, JSON, URLs and
 * tables, and never masked again.
 */
export function mask(kind: string, length: number): string {
  return `<masked:${kind}:${length < 16 ? "short" : length < 64 ? "medium" : "long"}>`;
}
