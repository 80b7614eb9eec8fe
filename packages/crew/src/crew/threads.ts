import { CrewError } from "../errors.ts";

/** One run at a time in each thread: two that go on from one pause would both do what comes after it. */
export type Threads = {
  alone<Value>(threadId: string, work: () => Promise<Value>): Promise<Value>;
};

export function createThreads(): Threads {
  const busy = new Set<string>();
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
