import { createDeadline } from "../abort.ts";
import { leaveBehind } from "../leave-behind.ts";
import type { MemorySession } from "../memory/types.ts";
import { messageOf } from "../message-of.ts";

export type Settling = {
  readonly running: Iterable<Promise<unknown>>;
  readonly memory: MemorySession | undefined;
  readonly signal: AbortSignal;
  /** Milliseconds that the memory may take. */
  readonly timeoutMs: number;
};

/**
 * Waits until nothing of a run goes on, neither its tasks nor what its memory writes, and returns what that could not
 * write. What ignores that the run was aborted is left behind: no promise can be ended from outside.
 */
export async function settle({ running, memory, signal, timeoutMs }: Settling): Promise<readonly string[]> {
  await leaveBehind(Promise.allSettled(running), signal).catch(() => {});
  if (memory === undefined) return [];
  const limit = createDeadline({ signals: [signal], timeoutMs });
  try {
    return await leaveBehind(memory.settled(), limit.signal);
  } catch (error) {
    if (limit.signal.aborted) return ["The run ended before the memory had written everything."];
    return [messageOf(error)];
  } finally {
    limit.close();
  }
}
