import { type BaseCheckpointSaver, MemorySaver } from "@langchain/langgraph";

/** Where a conversation is kept beyond the process, and how. */
export type Keeping = {
  readonly store: BaseCheckpointSaver;
  /** What may be stored of a value. */
  readonly masked: (value: unknown) => unknown;
  /** Told once: from then on nothing is stored any more. */
  readonly onFailure: (failure: StoreFailure) => void;
};

export type StoreFailure = { readonly while: "reading" | "writing"; readonly cause: unknown };

type Put = BaseCheckpointSaver["put"];
type PutWrites = BaseCheckpointSaver["putWrites"];

/**
 * The memory that a conversation works with: its newest checkpoint, whole, in this process. What is kept of it beyond
 * the process is a masked copy, written before the next step begins, so that no secret is stored, and that a store which
 * breaks takes nothing from the conversation.
 */
export const createWorkingMemory = (keeping: Keeping | undefined): BaseCheckpointSaver => {
  const memory = new MemorySaver();
  const store = keeping && createCopy(keeping);
  const own = {
    put: memory.put.bind(memory),
    putWrites: memory.putWrites.bind(memory),
    getTuple: memory.getTuple.bind(memory),
  };
  const put = async (...[config, checkpoint, metadata, versions]: Parameters<Put>) => {
    const saved = await own.put(config, checkpoint, metadata);
    keepNewest(memory, checkpoint.id);
    await store?.put(config, checkpoint, metadata, versions);
    return saved;
  };
  const putWrites = async (...given: Parameters<PutWrites>) => {
    await own.putWrites(...given);
    await store?.putWrites(...given);
  };
  let isRead = store === undefined;
  const getTuple: MemorySaver["getTuple"] = async (config) => {
    if (!isRead) {
      isRead = true;
      const found = await store?.read(config.configurable?.thread_id);
      if (found !== undefined) await fillWith(own, found);
    }
    return own.getTuple(config);
  };
  return Object.assign(memory, { put, putWrites, getTuple });
};

/** Nobody travels back in time here, and a checkpoint for each step of each turn is what makes a long talk slow. */
const keepNewest = ({ storage, writes }: MemorySaver, newest: string): void => {
  for (const checkpoints of Object.values(storage).flatMap((spaces) => Object.values(spaces)))
    for (const id of Object.keys(checkpoints)) if (id !== newest) delete checkpoints[id];
  const own = JSON.stringify(newest);
  for (const key of Object.keys(writes)) if (!key.endsWith(`${own}]`)) delete writes[key];
};

type Found = NonNullable<Awaited<ReturnType<BaseCheckpointSaver["getTuple"]>>>;

const fillWith = async (
  { put, putWrites }: Pick<MemorySaver, "put" | "putWrites">,
  { config, checkpoint, metadata, parentConfig, pendingWrites = [] }: Found,
): Promise<void> => {
  const before = parentConfig ?? { configurable: { ...config.configurable, checkpoint_id: undefined } };
  await put(before, checkpoint, metadata ?? { source: "loop", step: 0, parents: {} });
  for (const task of new Set(pendingWrites.map(([id]) => id))) {
    const writes = pendingWrites.flatMap(([id, channel, value]): [string, unknown][] =>
      id === task ? [[channel, value]] : [],
    );
    await putWrites(config, writes, task);
  }
};

/** The store behind masking. It never throws: after its first failure it does nothing. */
const createCopy = ({ store, masked, onFailure }: Keeping) => {
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
    put: (...[config, checkpoint, metadata, versions]: Parameters<Put>) => {
      const copy = { ...checkpoint, channel_values: maskedMembers(checkpoint.channel_values) };
      return guarded("writing", () => store.put(config, copy, metadata, versions));
    },
    putWrites: (...[config, writes, task, path]: Parameters<PutWrites>) => {
      const copies = writes.map(([channel, value]): [string, unknown] => [channel, masked(value)]);
      return guarded("writing", () => store.putWrites(config, copies, task, path));
    },
  };
};
