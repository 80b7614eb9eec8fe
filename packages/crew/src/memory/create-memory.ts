import type { BaseStore } from "@langchain/langgraph";
import { z } from "zod";
import { createDeadline, untilAborted } from "../abort.ts";
import { CrewError } from "../errors.ts";
import { likenessOf, wordsOf } from "./words.ts";

/** Something that a task found out. */
export type Remembered = {
  /** The task's name. */
  readonly task: string;
  /** The agent's name. */
  readonly agent: string;
  readonly text: string;
};

/**
 * What crews know from earlier tasks and runs. Nothing in it is asked of a model, and a store that fails or hangs costs no
 * run: `recall` finds nothing then, and both say why in `problem`.
 */
export type Memory = {
  /** What is most like the query, best first. Waits for what is being written. */
  recall(query: string): Promise<{ readonly items: readonly Remembered[]; readonly problem?: string }>;
  /** Writes under a key, in place of what stands there; returns at once. */
  remember(key: string, item: Remembered): void;
  /** Resolves when everything is written, with what could not be. */
  settled(): Promise<readonly string[]>;
};

export type MemoryOptions = {
  /** Any store of LangGraph. One with an index finds by meaning; else equal words count. */
  readonly store: BaseStore;
  /** Where in the store. Crews that share it share what they know. Default `["crew"]`. */
  readonly namespace?: readonly string[];
  /** How much is recalled at once. Default 5. */
  readonly limit?: number;
  /** Milliseconds for one read or write of the store. Default 5 000. */
  readonly timeoutMs?: number;
};

/** How many entries are looked through where the store finds nothing by meaning. */
const LOOKED_THROUGH = 1_000;

const Entry = z.object({ task: z.string(), agent: z.string(), text: z.string() });

/** Throws `memory_limit_invalid` for a limit or a time below 1. */
export function createMemory(options: MemoryOptions): Memory {
  const { store, namespace = ["crew"], limit = 5, timeoutMs = 5_000 } = options;
  for (const [field, value] of Object.entries({ limit, timeoutMs })) {
    if (value >= 1) continue;
    throw new CrewError(
      "memory_limit_invalid",
      `The memory has a ${field} of ${value}.`,
      "Pass a number of at least 1.",
    );
  }
  const writing = new Set<Promise<void>>();
  let problems: string[] = [];

  async function inTime<Value>(work: () => Promise<Value>): Promise<Value> {
    const deadline = createDeadline({ signals: [], timeoutMs });
    try {
      return await untilAborted(Promise.resolve().then(work), deadline.signal);
    } finally {
      deadline.close();
    }
  }

  async function written(): Promise<void> {
    while (writing.size > 0) await Promise.all(writing);
  }

  return {
    async recall(query) {
      await written();
      try {
        const found = await inTime(() => store.search([...namespace], { query, limit: LOOKED_THROUGH }));
        return { items: best(query, found, limit) };
      } catch (error) {
        return { items: [], problem: messageOf(error) };
      }
    },
    remember(key, { task, agent, text }) {
      const write = inTime(() => store.put([...namespace], key, { task, agent, text }))
        .catch((error: unknown) => {
          problems.push(messageOf(error));
        })
        .finally(() => writing.delete(write));
      writing.add(write);
    },
    async settled() {
      await written();
      const told = problems;
      problems = [];
      return told;
    },
  };
}

type Found = { readonly value: unknown; readonly score?: number; readonly updatedAt?: Date };

/** As the store ranked them; else by the words that they have in common, the newer of two first. */
function best(query: string, found: readonly Found[], limit: number): Remembered[] {
  const isRanked = found.some(({ score }) => score !== undefined);
  const wanted = wordsOf(query);
  const entries = found.flatMap(({ value, updatedAt }) => {
    const entry = Entry.safeParse(value).data;
    return entry === undefined
      ? []
      : [{ entry, at: Number(updatedAt ?? 0), likeness: likenessOf(wanted, wordsOf(`${entry.task} ${entry.text}`)) }];
  });
  const ranked = isRanked
    ? entries
    : entries
        .filter(({ likeness }) => likeness > 0)
        .sort((left, right) => right.likeness - left.likeness || right.at - left.at);
  return ranked.slice(0, limit).map(({ entry }) => entry);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
