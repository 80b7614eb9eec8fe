import { createDeadline, untilAborted } from "../abort.ts";
import { headAndTail } from "../head-and-tail.ts";
import { messageOf } from "../message-of.ts";
import { lookUp } from "./look-up.ts";
import type { MemorySession, Place } from "./types.ts";

export function createSession(place: Place): MemorySession {
  const { store, namespace, textLimit, timeoutMs } = place;
  const writing = new Set<Promise<void>>();
  let problems: string[] = [];

  async function write(key: string, value: Record<string, string>): Promise<void> {
    const deadline = createDeadline({ signals: [], timeoutMs });
    try {
      const put = Promise.resolve().then(() => store.put([...namespace], key, value));
      await untilAborted(put, deadline.signal);
    } catch (error) {
      problems.push(messageOf(error));
    } finally {
      deadline.close();
    }
  }

  /** Each has its own time, so this has an end; what is remembered meanwhile is not waited for. */
  async function written(): Promise<void> {
    await Promise.all([...writing]);
  }

  return {
    async recall(query, { without = [], signal = new AbortController().signal } = {}) {
      await untilAborted(written(), signal).catch(() => undefined);
      return lookUp(place, { query, without, signal });
    },
    remember(key, { task, agent, text, request }) {
      const asked = request === undefined ? {} : { request: headAndTail(request, textLimit) };
      const value = { task, agent, text: headAndTail(text, textLimit), ...asked };
      const work = write(key, value).finally(() => writing.delete(work));
      writing.add(work);
    },
    async settled() {
      await written();
      const told = problems;
      problems = [];
      return told;
    },
  };
}
