import { type BaseCheckpointSaver, MemorySaver } from "@langchain/langgraph";
import { createMaskedCopy, type Keeping } from "./masked-copy.ts";

type Put = Parameters<BaseCheckpointSaver["put"]>;
type PutWrites = Parameters<BaseCheckpointSaver["putWrites"]>;
type Tuple = NonNullable<Awaited<ReturnType<BaseCheckpointSaver["getTuple"]>>>;
type Write = NonNullable<Tuple["pendingWrites"]>[number];

type WorkingMemory = {
  readonly saver: BaseCheckpointSaver;
  /** What was done so far is kept when this has come back. */
  writeDown(): Promise<void>;
};

/** The newest checkpoint, and by task and place what was written since. */
type Held = { readonly tuple: Tuple; readonly writes: Map<string, Write> };

/**
 * The memory that a conversation works with: its newest checkpoint, as it is, in this process. Nobody travels back in
 * time here, and nothing in the state is ever changed in place, so older ones and copies would only take time and room.
 * What is kept beyond the process is a masked copy.
 */
export const createWorkingMemory = (keeping: Keeping | undefined): WorkingMemory => {
  const copy = keeping && createMaskedCopy(keeping);
  let held: Held | undefined;
  let isRead = copy === undefined;

  const put = async (...[config, checkpoint, metadata, versions]: Put) => {
    const { checkpoint_id: before, ...place } = config.configurable ?? {};
    const own = { configurable: { ...place, checkpoint_id: checkpoint.id } };
    const parent = before === undefined ? {} : { parentConfig: { configurable: { ...place, checkpoint_id: before } } };
    held = { tuple: { config: own, checkpoint, metadata, ...parent }, writes: new Map() };
    await copy?.put(config, checkpoint, metadata, versions);
    return own;
  };

  const putWrites = async (...[config, writes, task, path]: PutWrites) => {
    // A node that was given up may still end, long after.
    if (held === undefined || config.configurable?.checkpoint_id !== held.tuple.checkpoint.id) return;
    for (const [index, [channel, value]] of writes.entries()) {
      // LangGraph's own channels, an interrupt for one, hold what was written last; the others what was written first.
      const isOwn = channel.startsWith("__");
      const key = `${task} ${isOwn ? channel : index}`;
      if (isOwn || !held.writes.has(key)) held.writes.set(key, [task, channel, value]);
    }
    await copy?.putWrites(config, writes, task, path);
  };

  const getTuple = async (config: Put[0]): Promise<Tuple | undefined> => {
    if (!isRead) {
      isRead = true;
      const tuple = await copy?.read(config.configurable?.thread_id);
      if (tuple !== undefined)
        held = { tuple, writes: new Map(tuple.pendingWrites?.map((each, at) => [`${at}`, each])) };
    }
    if (held === undefined) return undefined;
    const { channel_values: values } = held.tuple.checkpoint;
    const checkpoint = { ...held.tuple.checkpoint, channel_values: { ...values } };
    return { ...held.tuple, checkpoint, pendingWrites: [...held.writes.values()] };
  };

  return {
    saver: Object.assign(new MemorySaver(), { put, putWrites, getTuple }),
    writeDown: async () => copy?.writeDown(),
  };
};
