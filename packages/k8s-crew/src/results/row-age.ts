import { secondsSince } from "./age.ts";
import type { Row } from "./types.ts";

/** Age in seconds of any row. */
export function ageOf(row: Row, now: number): number | undefined {
  return secondsSince(row.fields.age ?? row.fields.created ?? "", now);
}
