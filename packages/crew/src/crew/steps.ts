import { task as step } from "@langchain/langgraph";
import { untilAborted } from "../abort.ts";
import { isPause } from "../graph-signals.ts";
import { keptSafely } from "../keepable.ts";
import { forgetful, type Remember } from "../remember.ts";
import { thrownFor } from "../task/failure.ts";
import { withAmbientSignal } from "./ambient-signal.ts";
import type { Place } from "./place.ts";

/**
 * LangGraph keeps what a step of a node came to, if there is a checkpointer, by how many steps the node had begun before
 * it. So all steps begin in an order that depends on nothing but what earlier ones came to. One that was broken off is
 * not kept: it would be given again as if it were a result. Nor is, in a graph of others, what the task fails by: who goes on
 * with that graph after its failure wants it tried again.
 */
export function rememberFor({ task, run, signal, account }: Place): Remember {
  if (!run.remembers) return forgetful;
  return async (name, work, failureIn) => {
    let isNew = false;
    const kept = step(name, async () => {
      isNew = true;
      try {
        const value = await (run.isAlone ? untilAborted(withAmbientSignal(signal, work), signal) : work());
        signal.throwIfAborted();
        const failure = run.isAlone ? failureIn?.(value) : undefined;
        if (failure !== undefined) throw thrownFor({ ...failure, task: task.name });
        return keptSafely({ value });
      } catch (error) {
        if (isPause(error)) run.asks(task.name, error.interrupts);
        throw run.thrownBy(task.name, error, signal.aborted);
      }
    });
    // LangGraph would end the step by itself when a task beside this one fails, with an error beside that one's.
    const { value } = await (run.isAlone ? withAmbientSignal(undefined, kept) : kept());
    if (!isNew) account.kept(value);
    return value;
  };
}
