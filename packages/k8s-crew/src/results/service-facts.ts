import { shown } from "./pod-facts.ts";
import { ageOf } from "./row-age.ts";
import type { Row } from "./types.ts";

export type ServiceFacts = {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly type: string;
  readonly ports: readonly string[];
  readonly ageSeconds: number | undefined;
  /** A load balancer that has no address. */
  readonly troubled: boolean;
};

export function serviceFacts(row: Row, now: number): ServiceFacts {
  const { fields } = row;
  return {
    name: row.name,
    namespace: row.namespace,
    type: fields.type ?? "",
    ports: (shown(fields.ports) ?? "").split(",").filter((port) => port !== ""),
    ageSeconds: ageOf(row, now),
    troubled: fields["external-ip"] === "<pending>",
  };
}
