import type { Interrupt } from "@langchain/langgraph";
import { CrewError } from "../errors.ts";
import type { CrewLife } from "./life.ts";
import type { State } from "./state.ts";

type Thread = { readonly values: State; readonly tasks: readonly Waiting[] };

type Waiting = { readonly name: string; readonly interrupts: readonly Interrupt[] };

/** What is kept of a thread, and what waits in it. Throws `checkpointer_missing` and `thread_unknown`. */
export async function readThread(life: CrewLife, threadId: string, purpose: string): Promise<Thread> {
  const configurable = { thread_id: threadId };
  const saved = await life.checkpointer(purpose).getTuple({ configurable });
  if (saved === undefined) {
    const message = `Nothing is kept of the thread "${threadId}".`;
    throw new CrewError("thread_unknown", message, "Pass the threadId of an earlier run, and its checkpointer.");
  }
  const { values, tasks } = await life.graph.getState({ configurable });
  return { values, tasks };
}
