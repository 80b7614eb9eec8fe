import { podFacts } from "./pod-facts.ts";
import type { Row } from "./types.ts";

type State = {
  /** In Kubernetes' own words: `CrashLoopBackOff`, `Running, 0/1 ready`. */
  readonly state: string;
  readonly restarts?: number | undefined;
};

/**
 * How much trouble a state is, the worst first (kubernetes.io, pod lifecycle): what keeps dying and what cannot start
 * serves nobody; what runs or waits may still come; what has ended can wait.
 */
const byState: readonly RegExp[] = [
  /crashloop/i,
  /oomkilled/i,
  /imagepull|invalidimage|createcontainer|runcontainer|configerror/i,
  /evicted|unknown|nodelost|notready$/i,
  /running|ready|restarted|unhealthy/i,
  /pending|creating|init|unschedulable/i,
  /error|failed|deadline/i,
];

/** What has failed and was started again is on its way to the next crash. */
const diesAgain = ({ state, restarts = 0 }: State): boolean => restarts > 0 && /(?:^|:)(?:error|failed)$/i.test(state);

/** 0 is the worst. */
export const stateRank = (seen: State): number => {
  const place = byState.findIndex((pattern) => pattern.test(seen.state));
  return diesAgain(seen) ? 0 : place < 0 ? byState.length : place;
};

/** 0: no trouble; larger is worse. */
export const severityOf = (row: Row, now: number): number => {
  const { troubled, status, restarts } = podFacts(row, now);
  return troubled ? byState.length + 1 - stateRank({ state: status, restarts }) : 0;
};
