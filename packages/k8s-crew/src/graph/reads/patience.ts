import type { CallResult } from "@k8s-copilot/crew";
import type { CallRecord } from "../../output/output.ts";

/**
 * How long the reads of one turn wait, all together, for a server that does not answer. A read rarely comes alone (names
 * are looked up before what was asked for), and a server that let the first one wait would let each of them wait.
 */
const patienceMs = 30_000;

/** A read's share, in milliseconds: what the reads before it that waited in vain have left over. */
export const patienceFor = (calls: readonly CallRecord[], server: string): number => {
  const inVain = calls.filter((call) => call.outcome === "timeout" && call.server === server);
  return inVain.reduce((left, { ms }) => left - ms, patienceMs);
};

/** Nobody cancelled what ended because the patience did. */
export const lateResult = (result: CallResult): CallResult => ({
  ...result,
  outcome: "timeout",
  fault: {
    code: "timeout",
    server: result.server,
    place: "",
    isLocal: false,
    detail: `${patienceMs / 1000} s`,
    effect: "read",
  },
});
