import { type CallResult, createDeadline } from "@k8s-copilot/crew";
import type { Read } from "../../overview/types.ts";
import type { Parts } from "../parts.ts";
import { verdictAge } from "./max-age.ts";
import { readAll } from "./read-all.ts";

/**
 * A cluster that says nothing for so long is a row with its cause, and the others are not kept waiting. One that is read
 * thing by thing and answers each is given more time, though not without end.
 */
const silenceMs = 5_000;
const clusterDeadlineMs = 15_000;

/** A cluster's deadline begins with its turn: one that was never asked must not pass for one that is slow. */
export const lanes = { count: 4, patienceMs: 1_000 };

/** Reads for one cluster until it falls silent, or its deadline. */
export const clusterReads = (parts: Parts, readEach = readAll) => {
  const whole = createDeadline({ signals: [parts.turn().signal], timeoutMs: clusterDeadlineMs });
  const silence = createDeadline({ signals: [whole.signal], timeoutMs: silenceMs });
  const limits = { signal: silence.signal, maxAgeMs: verdictAge(parts.settings.maxAgeMs) };
  const readOne = async (read: Read): Promise<readonly CallResult[]> => {
    const results = await readEach(parts, [read], limits);
    if (results.every(({ outcome }) => outcome === "ok")) silence.renew();
    return results.map((result) => (silence.timedOut() || whole.timedOut() ? asLate(result) : result));
  };
  return {
    read: async (reads: readonly Read[]): Promise<readonly CallResult[]> =>
      (await Promise.all(reads.map(readOne))).flat(),
    close: () => {
      silence.close();
      whole.close();
    },
  };
};

/** Nobody cancelled what the deadline ended. */
const asLate = (result: CallResult): CallResult =>
  result.outcome === "cancelled" ? { ...result, outcome: "timeout", message: "" } : result;
