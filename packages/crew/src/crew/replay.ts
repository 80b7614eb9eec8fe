import { CrewError } from "../errors.ts";
import { kickoff } from "./kickoff.ts";
import type { CrewLife } from "./life.ts";
import { PLAN } from "./planning.ts";
import { readThread } from "./read-thread.ts";
import type { CrewRun, ReplayOptions } from "./types.ts";

/** A new run, to which the outputs of the tasks before `from` are given. */
export async function replay(life: CrewLife, { threadId, from, ...options }: ReplayOptions): Promise<CrewRun> {
  const index = life.tasks.findIndex(({ name }) => name === from);
  if (index < 0) {
    const names = life.tasks.map(({ name }) => name).join(", ");
    throw new CrewError("task_unknown", `The crew has no task "${from}".`, `Choose one of: ${names}.`);
  }
  const thread = await readThread(life, { threadId, purpose: "replay", signal: options.signal });
  if ("run" in thread) return thread.run;
  const { inputs, outputs } = thread.values;
  const before = [PLAN, ...life.tasks.slice(0, index).map(({ name }) => name)].flatMap((name) => {
    const result = outputs[name];
    return result?.status === "completed" ? [[name, result] as const] : [];
  });
  return kickoff(life, { inputs: inputs ?? undefined, ...options, kept: Object.fromEntries(before) });
}
