import { AsyncLocalStorageProviderSingleton } from "@langchain/core/singletons";
import { z } from "zod";

/** What stays of the config of a graph in whose node, or in whose tool, a crew is run. */
const Around = z.object({
  callbacks: z.unknown().optional(),
  tags: z.unknown().optional(),
  metadata: z.unknown().optional(),
  store: z.unknown().optional(),
});

/**
 * Does work as if no graph were around it, though a node may have begun it: a run that a crew keeps in a thread of its
 * own, and whose pause is its caller's to handle. By its `configurable` it would take itself for a part of that graph, of
 * its thread, pauses and checkpoints. What traces that graph traces this work too, and tools find its store. The signal of
 * that graph ends nothing here: pass it to `kickoff`.
 */
export function apart<Value>(work: () => Value): Value {
  const around: unknown = AsyncLocalStorageProviderSingleton.getRunnableConfig();
  if (around === undefined) return work();
  return AsyncLocalStorageProviderSingleton.runWithConfig(Around.parse(around), work);
}
