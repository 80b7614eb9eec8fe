import { type BaseCheckpointSaver, INTERRUPT } from "@langchain/langgraph";

/** Where a conversation is kept beyond the process, and how. */
export type Keeping = {
  readonly store: BaseCheckpointSaver;
  /** What may be stored of a value. */
  readonly masked: (value: unknown) => unknown;
  /** Told once: from then on nothing is stored any more. */
  readonly onFailure: (failure: StoreFailure) => void;
};

type Put = Parameters<BaseCheckpointSaver["put"]>;
type PutWrites = Parameters<BaseCheckpointSaver["putWrites"]>;

export type StoreFailure = { readonly while: "reading" | "writing"; readonly cause: unknown };

/**
 * A store that is given no secret, and only the steps that a later process has to know. It never throws: after its first
 * failure it does nothing.
 */
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
  let waiting: Put | undefined;
  // Nothing of a reply is stored before what comes of it: until then the question is the one that waits.
  let isBegun = true;
  const writeDown = async (): Promise<void> => {
    if (waiting === undefined) return;
    const [config, checkpoint, metadata, versions] = waiting;
    waiting = undefined;
    const values = Object.entries(checkpoint.channel_values);
    const copy = {
      ...checkpoint,
      channel_values: Object.fromEntries(values.map(([channel, value]) => [channel, masked(value)])),
    };
    await guarded("writing", () => store.put(config, copy, metadata, versions));
  };
  return {
    read: (thread: unknown) =>
      guarded("reading", () => store.getTuple({ configurable: { thread_id: thread, checkpoint_ns: "" } })),
    /** Takes note of a step; that of a new request is stored at once, so that a turn that is cut off can be told of. */
    put: async (...given: Put): Promise<void> => {
      const [, , { source }] = given;
      waiting = given;
      if (source === "input") isBegun = false;
      else if (!isBegun) {
        isBegun = true;
        await writeDown();
      }
    },
    /** Only that a node waits, and for what. What a node did is in the checkpoint that follows it. */
    putWrites: async (...[config, writes, task, path]: PutWrites): Promise<void> => {
      const waits = writes.flatMap(([channel, value]): [string, unknown][] =>
        channel === INTERRUPT ? [[channel, masked(value)]] : [],
      );
      if (waits.length === 0) return;
      await writeDown();
      await guarded("writing", () => store.putWrites(config, waits, task, path));
    },
    /** Stores what was done so far: before a change leaves, and when a turn has ended. */
    writeDown,
  };
};
