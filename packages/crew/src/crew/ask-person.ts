import { interrupt } from "@langchain/langgraph";
import { CrewError } from "../errors.ts";
import { isUnkeptPause } from "../graph-signals.ts";
import { keptSafely } from "../keepable.ts";
import type { Review } from "../task/pending.ts";

/**
 * Shows an answer to a person: "" accepts it, any other text says what to change. Throws LangGraph's signal that waits for
 * them, and `checkpointer_missing` in a graph of others that keeps nothing, of which the crew knows nothing before.
 */
export function askPerson(task: string, question: Review): string {
  try {
    const reply: unknown = interrupt(keptSafely(question));
    return reply === true ? "" : `${reply}`.trim();
  } catch (error) {
    if (!isUnkeptPause(error)) throw error;
    throw unkeptAround(task);
  }
}

export function unkeptAround(task: string): CrewError {
  const message = `The task "${task}" waits for a person, and nothing keeps the graph meanwhile.`;
  const remedy =
    "Compile the graph around its crew with a checkpointer, such as new MemorySaver(); without one around it, pass createCrew one.";
  return new CrewError("checkpointer_missing", message, remedy);
}
