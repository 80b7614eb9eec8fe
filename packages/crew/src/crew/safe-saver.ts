import type { BaseCheckpointSaver, CheckpointTuple } from "@langchain/langgraph";
import { CrewError } from "../errors.ts";
import { messageOf } from "../message-of.ts";
import { fromKept, toKept } from "./kept-values.ts";

type Guarded = Pick<BaseCheckpointSaver, "get" | "getTuple" | "list" | "put" | "putWrites">;

/**
 * The checkpointer, in which a crew's values are written so that they can be read again, whatever they look like. What
 * cannot be read all the same is told as `thread_unreadable`. Everything else of it is the checkpointer's own, which stays
 * as it is for whoever else uses it.
 */
export function safeSaver(saver: BaseCheckpointSaver): BaseCheckpointSaver {
  const guarded: Guarded = {
    async getTuple(config) {
      try {
        const tuple = await saver.getTuple(config);
        return tuple && (await readTuple(tuple));
      } catch (error) {
        throw unreadable(config.configurable?.thread_id, error);
      }
    },
    get: async (config) => (await guarded.getTuple(config))?.checkpoint,
    async *list(config, options) {
      for await (const tuple of saver.list(config, options)) yield await readTuple(tuple);
    },
    put: (config, checkpoint, ...more) =>
      saver.put(config, { ...checkpoint, channel_values: mapValues(checkpoint.channel_values, toKept) }, ...more),
    putWrites: (config, writes, ...more) =>
      saver.putWrites(
        config,
        writes.map(([channel, value]) => [channel, toKept(value)]),
        ...more,
      ),
  };
  return new Proxy(saver, {
    get(target, name) {
      if (Object.hasOwn(guarded, name)) return Reflect.get(guarded, name);
      const own: unknown = Reflect.get(target, name);
      // With private fields, a method works on nothing but the checkpointer itself.
      return typeof own === "function" ? own.bind(target) : own;
    },
  });
}

async function readTuple(tuple: CheckpointTuple): Promise<CheckpointTuple> {
  const { checkpoint, pendingWrites = [] } = tuple;
  // A serializer that could not write it left a text in its place.
  if (typeof checkpoint !== "object") throw new Error("its last checkpoint could not be written when it was made.");
  const values = Object.entries(checkpoint.channel_values ?? {}).map(
    async ([name, value]) => [name, await fromKept(value)] as const,
  );
  const writes = pendingWrites.map(
    async ([task, channel, value]): Promise<[string, string, unknown]> => [task, channel, await fromKept(value)],
  );
  return {
    ...tuple,
    checkpoint: { ...checkpoint, channel_values: Object.fromEntries(await Promise.all(values)) },
    pendingWrites: await Promise.all(writes),
  };
}

function mapValues(values: { readonly [name: string]: unknown }, change: (value: unknown) => unknown) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));
}

function unreadable(threadId: unknown, error: unknown): CrewError {
  const message = `The thread "${threadId}" cannot be read: ${messageOf(error)}`;
  const remedy = "See that its checkpointer works; if it does, what is kept there is broken: begin in another thread.";
  return new CrewError("thread_unreadable", message, remedy);
}
