import { CrewError } from "../errors.ts";
import { checkOptions } from "../options/check-options.ts";
import { replayOptions } from "../options/definitions.ts";
import { kickoff } from "./kickoff.ts";
import type { CrewLife } from "./life.ts";
import { PLAN } from "./planning.ts";
import { readThread } from "./read-thread.ts";
import type { CrewRun, ReplayOptions } from "./types.ts";

/** A new run, to which the outputs of the tasks before `from` are given. */
export async function replay(life: CrewLife, how: ReplayOptions): Promise<CrewRun> {
  checkOptions(how, replayOptions);
  const { threadId, from, inputs, ...options } = how;
  const index = life.tasks.findIndex(({ name }) => name === from);
  if (index < 0) {
    const names = life.tasks.map(({ name }) => name).join(", ");
    throw new CrewError("task_unknown", `The crew has no task "${from}".`, `Choose one of: ${names}.`);
  }
  const thread = await readThread(life, { threadId, purpose: "replay", signal: options.signal });
  if ("run" in thread) return thread.run;
  const { values } = thread;
  const before = [PLAN, ...life.tasks.slice(0, index).map(({ name }) => name)].flatMap((name) => {
    const result = values.outputs[name];
    return result?.status === "completed" ? [[name, result] as const] : [];
  });
  return kickoff(life, { ...options, inputs: inputs ?? values.inputs ?? undefined, kept: Object.fromEntries(before) });
}
