import { z } from "zod";
import type { Memory, MemorySession, Recall, Remembered } from "../memory/types.ts";
import { messageOf } from "../message-of.ts";

/**
 * The memory for one run, of which nothing fails the run: also one that somebody else made and that throws, or returns what
 * its type rules out, costs no more than what it should have known. `settled` tells of that.
 */
export function openMemory(memory: Memory): MemorySession {
  const writing: Promise<void>[] = [];
  let problems: string[] = [];
  const note = (error: unknown) => {
    problems.push(messageOf(error));
  };

  function open(): MemorySession | undefined {
    try {
      return Opened.parse(memory.session());
    } catch (error) {
      note(error instanceof z.ZodError ? new Error("It gave no session: recall, remember and settled.") : error);
      return undefined;
    }
  }

  const session = open();

  async function write(key: string, item: Remembered): Promise<void> {
    // An async function is one that writes too, whatever its type says.
    await session?.remember(key, item);
  }

  return {
    async recall(query, options) {
      return session === undefined ? { items: [] } : readRecall(await session.recall(query, options));
    },
    remember(key, item) {
      writing.push(write(key, item).catch(note));
    },
    async settled() {
      await Promise.all(writing.splice(0));
      const told = await tellSettled(session).catch((error: unknown) => [messageOf(error)]);
      const all = [...problems, ...told];
      problems = [];
      return all;
    },
  };
}

const Opened = z.custom<MemorySession>(
  (value) =>
    typeof value === "object" &&
    value !== null &&
    ["recall", "remember", "settled"].every((name) => typeof Reflect.get(value, name) === "function"),
);

const Found = z.object({
  items: z.array(z.object({ task: z.string(), agent: z.string(), text: z.string() })),
  problem: z.string().optional(),
});

function readRecall(found: unknown): Recall {
  const { data } = Found.safeParse(found);
  if (data === undefined)
    return { items: [], problem: "What it recalled has no list of items: { task, agent, text }." };
  const { items, problem } = data;
  return problem === undefined ? { items } : { items, problem };
}

/** Undefined is what a function returns that has nothing to tell. */
const Unwritten = z.array(z.unknown()).optional();

async function tellSettled(session: MemorySession | undefined): Promise<readonly string[]> {
  const told = Unwritten.safeParse(await session?.settled());
  if (!told.success) return ["What settled returned is no list of what could not be written."];
  return (told.data ?? []).map(messageOf);
}
