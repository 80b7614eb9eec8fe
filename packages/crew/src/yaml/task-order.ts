import type { ReadEntry } from "./read-fields.ts";

export type OrderedTask = {
  readonly entry: ReadEntry;
  /** The tasks whose outputs it is shown. */
  readonly context: readonly string[];
  /** The tasks that are done before it begins. */
  readonly after: readonly string[];
};

/**
 * The tasks as crewAI goes through them: one with `async_execution` runs beside those after it, until the next one without
 * it, which waits for all. A task without `context` is shown the outputs that are there when it begins.
 */
export function inCrewOrder(order: readonly ReadEntry[]): readonly OrderedTask[] {
  let done: readonly string[] = [];
  let running: readonly string[] = [];
  return order.map((entry) => {
    const { name, names, flag } = entry;
    const isBeside = flag("async_execution") === true;
    if (!isBeside) {
      done = [...done, ...running];
      running = [];
    }
    const after = done;
    if (isBeside) running = [...running, name];
    else done = [...done, name];
    return { entry, after, context: names("context") ?? after };
  });
}
