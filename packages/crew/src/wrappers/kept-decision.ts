import { getConfig, task as step } from "@langchain/langgraph";
import { z } from "zod";
import { canonicalJson } from "../canonical-json.ts";
import { keptSafely } from "../keepable.ts";
import type { Arguments } from "../types.ts";

export type Decision<Decided> = {
  readonly tool: string;
  readonly args: Arguments;
  /** How many others decide about it after this one. */
  readonly depth: number;
  readonly signal: AbortSignal | undefined;
  readonly decide: () => Promise<Decided>;
};

/**
 * What is decided about a call. A graph that keeps checkpoints keeps it too: after a pause a node begins anew, and who decided
 * then that a person has to be asked must not decide now that this was not needed. Undefined where what is kept is about
 * another call, because a node sent its calls in another order than before, or was decided by another in a row of several.
 */
export async function keptDecision<Decided>(deciding: Decision<Decided>): Promise<Decided | undefined> {
  if (!isKept()) return deciding.decide();
  const call = canonicalJson([deciding.tool, deciding.args, deciding.depth]);
  const decideNow = step(`approval of ${deciding.tool}`, async () => {
    const decided = await deciding.decide();
    return keptSafely({ call, decided, wasStopped: deciding.signal?.aborted === true });
  });
  const kept = await decideNow();
  // Of what was broken off nothing was decided.
  if (kept.wasStopped && deciding.signal?.aborted !== true) return keptDecision(deciding);
  return kept.call === call ? kept.decided : undefined;
}

/** What LangGraph puts into the config of a node, or of a step of one, in a graph with a checkpointer. */
const Keeping = z.object({ __pregel_call: z.function(), __pregel_checkpointer: z.object({}) });

function isKept(): boolean {
  return Keeping.safeParse(getConfig()?.configurable).success;
}
