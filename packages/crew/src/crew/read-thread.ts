import type { Interrupt } from "@langchain/langgraph";
import { noUsage } from "../agent/no-usage.ts";
import { CrewError } from "../errors.ts";
import { leaveBehind } from "../leave-behind.ts";
import type { CrewLife } from "./life.ts";
import { cancelled } from "./run-graph.ts";
import type { State } from "./state.ts";
import type { FailedRun } from "./types.ts";

type Thread = { readonly values: State; readonly tasks: readonly Waiting[] };

type Waiting = { readonly name: string; readonly interrupts: readonly Interrupt[] };

export type Reading = { readonly threadId: string; readonly purpose: string; readonly signal: AbortSignal | undefined };

/**
 * What is kept of a thread, and what waits in it; or the run that comes to nothing where it is aborted before that is known.
 * Throws `checkpointer_missing`, `thread_unknown` and `thread_unreadable`.
 */
export async function readThread(life: CrewLife, reading: Reading): Promise<Thread | { readonly run: FailedRun }> {
  const { threadId, signal } = reading;
  try {
    return await leaveBehind(readNow(life, reading), signal);
  } catch (error) {
    if (!signal?.aborted || error !== signal.reason) throw error;
    return { run: { status: "failed", threadId, error: cancelled, usage: noUsage } };
  }
}

async function readNow(life: CrewLife, { threadId, purpose }: Reading): Promise<Thread> {
  const configurable = { thread_id: threadId };
  const saved = await life.checkpointer(purpose).getTuple({ configurable });
  if (saved === undefined) {
    const message = `Nothing is kept of the thread "${threadId}".`;
    throw new CrewError("thread_unknown", message, "Pass the threadId of an earlier run, and its checkpointer.");
  }
  const { values, tasks } = await life.graph.getState({ configurable });
  return { values, tasks };
}
