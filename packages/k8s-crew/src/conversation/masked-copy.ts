import type { BaseCheckpointSaver } from "@langchain/langgraph";

/** Where a conversation is kept beyond the process, and how. */
export type Keeping = {
  readonly store: BaseCheckpointSaver;
  /** What may be stored of a value. */
  readonly masked: (value: unknown) => unknown;
  /** Told once: from then on nothing is stored any more. */
  readonly onFailure: (failure: StoreFailure) => void;
};

export type StoreFailure = { readonly while: "reading" | "writing"; readonly cause: unknown };

/** A store that is given no secret. It never throws: after its first failure it does nothing. */
export const createMaskedCopy = ({ store, masked, onFailure }: Keeping) => {
  let broken = false;
  const guarded = async <T>(what: StoreFailure["while"], task: () => Promise<T>): Promise<T | undefined> => {
    if (broken) return undefined;
    try {
      return await task();
    } catch (cause) {
      broken = true;
      onFailure({ while: what, cause });
      return undefined;
    }
  };
  const maskedMembers = (values: object): Record<string, unknown> =>
    Object.fromEntries(Object.entries(values).map(([channel, value]) => [channel, masked(value)]));
  return {
    read: (thread: unknown) =>
      guarded("reading", () => store.getTuple({ configurable: { thread_id: thread, checkpoint_ns: "" } })),
    put: (...[config, checkpoint, metadata, versions]: Parameters<BaseCheckpointSaver["put"]>) => {
      const copy = { ...checkpoint, channel_values: maskedMembers(checkpoint.channel_values) };
      return guarded("writing", () => store.put(config, copy, metadata, versions));
    },
    /** Only what LangGraph itself has to find again: that a node waits, and why. What a node did is in what follows it. */
    putWrites: async (...[config, writes, task, path]: Parameters<BaseCheckpointSaver["putWrites"]>) => {
      const own = writes.flatMap(([channel, value]): [string, unknown][] =>
        channel.startsWith("__") ? [[channel, masked(value)]] : [],
      );
      if (own.length > 0) await guarded("writing", () => store.putWrites(config, own, task, path));
    },
  };
};
