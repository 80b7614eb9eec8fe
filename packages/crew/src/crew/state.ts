import { Annotation } from "@langchain/langgraph";
import type { Inputs } from "../placeholders.ts";
import type { TaskResult } from "../task/run-task.ts";
import type { Task, TaskOutput } from "../task/types.ts";
import type { Usage } from "../types.ts";

/** What every task came to, by its name. */
export type Results = { readonly [task: string]: TaskResult };

/** What a crew's graph keeps. */
export const CrewState = Annotation.Root({
  /** What fills the placeholders; null leaves the texts as they are. */
  inputs: Annotation<Inputs | null>({ reducer: (_old, inputs) => inputs, default: () => null }),
  outputs: Annotation<Results>({ reducer: (old, more) => ({ ...old, ...more }), default: () => ({}) }),
});

export type State = typeof CrewState.State;

export function usageOf(result: TaskResult): Usage {
  return result.status === "completed" ? result.output.usage : result.usage;
}

/** The outputs of these tasks that are there, empty ones of skipped tasks too. */
export function completedOf(tasks: readonly Task[], results: Results): TaskOutput[] {
  return tasks.flatMap(({ name }) => {
    const result = results[name];
    return result?.status === "completed" ? [result.output] : [];
  });
}

/** The same without those of skipped tasks. */
export function outputsOf(tasks: readonly Task[], results: Results): TaskOutput[] {
  return completedOf(tasks, results).filter(({ skipped }) => !skipped);
}
