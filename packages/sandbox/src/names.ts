import { createHash } from "node:crypto";

// The letters of generated names, without vowels and look-alikes. Source: k8s.io/apimachinery/pkg/util/rand.
const letters = "bcdfghjklmnpqrstvwxz2456789";

/** The random part of a generated name (`-x7k2m`), the same for the same seed so that a world always looks alike. */
export function nameSuffix(seed: string, length: number): string {
  const digest = createHash("sha256").update(seed).digest();
  return [...digest.subarray(0, length)].map((byte) => letters[byte % letters.length]).join("");
}

/** A uid, the same for the same seed. */
export function stableUid(seed: string): string {
  const hex = createHash("sha256").update(seed).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
