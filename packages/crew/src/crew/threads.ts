import type { BaseCheckpointSaver } from "@langchain/langgraph";
import { CrewError } from "../errors.ts";

/** One run at a time in each thread: two that go on from one pause would both do what comes after it. */
export type Threads = {
  /** Throws `thread_busy` while other work is on its way in the thread. */
  alone<Value>(threadId: string, work: () => Promise<Value>): Promise<Value>;
};

/** Under which a checkpointer tells which of its threads are busy, also to a second copy of this library. */
const BUSY = Symbol.for("crew.busyThreads");

/**
 * A thread belongs to its checkpointer, so that is where it is noted: crews that share one, as where every request makes a
 * crew of its own, know of each other's runs. Other processes, and other checkpointers of one database, do not.
 */
export function createThreads(checkpointer: BaseCheckpointSaver | undefined): Threads {
  const busy = busyThreads(checkpointer);
  return {
    async alone(threadId, work) {
      if (busy.has(threadId)) {
        const message = `A run is on its way in the thread "${threadId}".`;
        throw new CrewError("thread_busy", message, "Wait for it, or choose another threadId.");
      }
      busy.add(threadId);
      try {
        return await work();
      } finally {
        busy.delete(threadId);
      }
    },
  };
}

function busyThreads(checkpointer: BaseCheckpointSaver | undefined): Set<unknown> {
  if (checkpointer === undefined) return new Set();
  const noted: unknown = Reflect.get(checkpointer, BUSY);
  if (noted instanceof Set) return noted;
  const busy = new Set();
  // False where it is frozen: then each crew knows of its own runs only.
  Reflect.defineProperty(checkpointer, BUSY, { value: busy });
  return busy;
}
