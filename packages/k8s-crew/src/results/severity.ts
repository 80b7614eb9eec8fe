import { podFacts } from "./pod-facts.ts";
import type { Row } from "./types.ts";

/**
 * How much trouble a pod's state is, the worst first (kubernetes.io, pod lifecycle): what crashes and what cannot start
 * serves nobody; what waits or is not ready may still come; a job's failed pod has ended.
 */
const byState: readonly RegExp[] = [
  /crashloop/i,
  /oomkilled/i,
  /imagepull|invalidimage|createcontainer|runcontainer|configerror/i,
  /evicted|unknown|nodelost/i,
  /error|failed|deadline/i,
  /running/i,
  /pending|creating|init/i,
];

/** 0: no trouble; larger is worse. */
export const severityOf = (row: Row, now: number): number => {
  const { troubled, status } = podFacts(row, now);
  if (!troubled) return 0;
  const place = byState.findIndex((pattern) => pattern.test(status));
  return place < 0 ? 1 : byState.length - place + 1;
};
