import { type BaseCheckpointSaver, Command } from "@langchain/langgraph";
import { buildGraph } from "../graph/graph.ts";
import type { Parts } from "../graph/parts.ts";
import type { PauseReply, State, Update } from "../graph/state.ts";
import { lately } from "./lately.ts";
import type { Keeping, StoreFailure } from "./masked-copy.ts";
import { standingOf } from "./standing.ts";
import type { Standing } from "./types.ts";
import { createWorkingMemory } from "./working-memory.ts";

/** Nodes that one turn may pass through. */
const recursionLimit = 200;

/** What a turn begins with: the update of a new request, or the reply to what waits with what it adds. */
export type Input =
  | { readonly kind: "request"; readonly update: Update }
  | { readonly kind: "reply"; readonly reply: PauseReply; readonly update: Update };

/** The graph's run of one conversation, and what of it outlives the turn. */
export type Thread = {
  /** Where the conversation stood that the store keeps under this id, with its values. */
  reopen(): Promise<Standing & { readonly values: Partial<State> }>;
  run(input: Input, signal: AbortSignal): Promise<{ readonly value: State } | { readonly failure: unknown }>;
  /** The interrupt that waits for a reply: resuming is always by its id. */
  pending(): string | undefined;
  /** The state as it stands. */
  values(): Promise<Partial<State>>;
  /** What was done so far is stored when this has come back. */
  writeDown(): Promise<void>;
  /** What became of the store, once. */
  storeFailure(): StoreFailure | undefined;
};

export type ThreadOptions = {
  readonly id: string;
  readonly store: BaseCheckpointSaver | undefined;
  readonly masked: Keeping["masked"];
};

/** `parts`: asked for at each turn. Others build another graph, which goes on from the same state. */
export const createThread = (parts: () => Parts, { id, store, masked }: ThreadOptions): Thread => {
  let pending: string | undefined;
  let failure: StoreFailure | undefined;
  const onFailure = (told: StoreFailure) => {
    failure = told;
  };
  const memory = createWorkingMemory(store && { store, masked, onFailure });
  const graphFor = lately((own: Parts) => buildGraph(own, memory.saver));
  // What a step did is in the memory before the next one begins, so that no change leaves that is not written down.
  const config = { configurable: { thread_id: id }, recursionLimit, durability: "sync" as const };

  const look = async () => {
    const { values, next, tasks } = await graphFor(parts()).getState(config);
    const found: Partial<State> = values;
    return { values: found, next, interrupt: tasks.flatMap(({ interrupts }) => interrupts)[0]?.id };
  };

  const read = async () => {
    const snapshot = store ? await look() : { values: {}, next: [], interrupt: undefined };
    const standing = standingOf(snapshot, parts());
    pending = standing.question?.id;
    return { ...standing, values: snapshot.values };
  };

  const inputOf = (input: Input): Update | Command<unknown, Update, never> => {
    if (input.kind === "request") return input.update;
    return new Command<unknown, Update, never>({ resume: { [pending ?? ""]: input.reply }, update: input.update });
  };

  return {
    reopen: read,
    run: async (input, signal) => {
      const ended = await attempt(() => graphFor(parts()).invoke(inputOf(input), { ...config, signal }));
      await memory.writeDown();
      pending = (await look()).interrupt;
      return ended;
    },
    pending: () => pending,
    values: async () => (await look()).values,
    writeDown: memory.writeDown,
    storeFailure: () => {
      const told = failure;
      failure = undefined;
      return told;
    },
  };
};

const attempt = async (task: () => Promise<State>): Promise<{ value: State } | { failure: unknown }> => {
  try {
    return { value: await task() };
  } catch (failure) {
    return { failure };
  }
};
