import { AsyncLocalStorageProviderSingleton } from "@langchain/core/singletons";
import { z } from "zod";

/** LangGraph's place in the thread of a run, as it writes it into `configurable`, and from there into `metadata`. */
const PLACE: readonly string[] = ["thread_id", "checkpoint_id", "checkpoint_ns", "checkpoint_map"];

/** Of what LangGraph and we bring along for one run, all other names begin with "__": `__pregel_read` and the like. */
function isOfRun(name: string): boolean {
  return PLACE.includes(name) || name.startsWith("__");
}

const Own = z
  .record(z.string(), z.unknown())
  .transform((given) => Object.fromEntries(Object.entries(given).filter(([name]) => !isOfRun(name))));

/** What stays of the config of a graph in whose node, or in whose tool, a crew is run. */
const Around = z.object({
  callbacks: z.unknown().optional(),
  tags: z.unknown().optional(),
  metadata: Own.optional().catch(undefined),
  configurable: Own.optional().catch(undefined),
  context: z.unknown().optional(),
  store: z.unknown().optional(),
});

/**
 * Does work as if no graph were around it, though a node may have begun it: a run that a crew keeps in a thread of its
 * own, and whose pause is its caller's to handle. By LangGraph's part of its `configurable` it would take itself for a part
 * of that graph, of its thread, pauses and checkpoints. What the caller put there stays, so that tools know for whom they
 * work; what traces that graph traces this work too, and tools find its store and `context`. The signal of that graph ends
 * nothing here: pass it to `kickoff`.
 */
export function apart<Value>(work: () => Value): Value {
  const around: unknown = AsyncLocalStorageProviderSingleton.getRunnableConfig();
  if (around === undefined) return work();
  return AsyncLocalStorageProviderSingleton.runWithConfig(Around.parse(around), work);
}

/** What a caller around the crew put into `configurable`: LangGraph takes none of it over for a run with a `thread_id`. */
export function configurableAround(): { readonly [name: string]: unknown } {
  return Around.safeParse(AsyncLocalStorageProviderSingleton.getRunnableConfig()).data?.configurable ?? {};
}
