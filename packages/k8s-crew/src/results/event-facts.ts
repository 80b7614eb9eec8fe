import { secondsSince } from "./age.ts";
import type { Row } from "./types.ts";
import { toNumber } from "./values.ts";

export type EventFacts = {
  readonly type: string;
  readonly reason: string;
  /** What it happened to: `pod/web-1`. */
  readonly object: string;
  readonly namespace: string | undefined;
  readonly message: string;
  readonly count: number | undefined;
  readonly ageSeconds: number | undefined;
  readonly warning: boolean;
};

export function eventFacts(row: Row, now: number): EventFacts {
  const { fields } = row;
  const type = fields.type ?? "";
  return {
    type,
    reason: fields.reason ?? "",
    object: fields.object ?? row.name,
    namespace: row.namespace,
    message: fields.message ?? "",
    count: toNumber(fields.count),
    ageSeconds: secondsSince(fields["last seen"] ?? fields.age ?? fields.created ?? "", now),
    warning: type.toLowerCase() === "warning",
  };
}
