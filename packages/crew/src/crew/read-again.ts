import { keepable } from "../keepable.ts";
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
 * Date, and of a big integer the text. `raw` is the JSON of what the schema made, not of what it was given, so only a reading that comes to the same JSON
 * is one of the same answer; where a transform cannot read what it made, `data` stays as it was kept.
 */
export async function readAgain(output: TaskOutput, { tasks, signal, timeoutMs }: ReadingAgain): Promise<TaskOutput> {
  const schema = tasks.find(({ name }) => name === output.task)?.output;
  if (schema === undefined || output.skipped) return output;
  const read = await callBounded({ signal, timeoutMs }, async () => {
    const { success, data } = await schema.safeParseAsync(JSON.parse(output.raw));
    return success && written(data) === written(output.data) ? { data } : {};
  });
  return read.ok ? { ...output, ...read.value } : output;
}

/** JSON has no word for what is in maps and sets: two of them are the same only with the same in them. */
function written(data: unknown): string | undefined {
  return JSON.stringify(keepable(data), (_key, value) =>
    value instanceof Map || value instanceof Set ? [...value] : value,
  );
}
