import { callBounded } from "../task/bounded.ts";
import type { Task, TaskOutput } from "../task/types.ts";

export type ReadingAgain = {
  readonly tasks: readonly Task[];
  readonly signal: AbortSignal;
  /** Milliseconds for a schema, which may be asynchronous. */
  readonly timeoutMs: number;
};

/**
 * The output of an earlier run, or of before a pause, with `data` as its task's schema makes it: a checkpoint keeps no
 * Date. `raw` is the JSON of what the schema made, not of what it was given, so only a reading that comes to the same JSON
 * is one of the same answer; where a transform cannot read what it made, `data` stays as it was kept.
 */
export async function readAgain(output: TaskOutput, { tasks, signal, timeoutMs }: ReadingAgain): Promise<TaskOutput> {
  const schema = tasks.find(({ name }) => name === output.task)?.output;
  if (schema === undefined || output.skipped) return output;
  const read = await callBounded({ signal, timeoutMs }, () => schema.safeParseAsync(JSON.parse(output.raw)));
  if (!read.ok || !read.value.success || JSON.stringify(read.value.data) !== output.raw) return output;
  return { ...output, data: read.value.data };
}
