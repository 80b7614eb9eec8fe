import { Annotation, Overwrite } from "@langchain/langgraph";
import { z } from "zod";
import type { Inputs } from "../placeholders.ts";
import type { TaskResult } from "../task/run-task.ts";
import type { Task, TaskOutput } from "../task/types.ts";
import type { Usage } from "../types.ts";

/** What every task came to, by its name. */
export type Results = { readonly [task: string]: TaskResult };

/** What the tasks of a crew came to, by their names, where its graph is a node of another: one that fails throws there. */
export type CrewOutputs = { readonly [task: string]: Extract<TaskResult, { readonly status: "completed" }> };

/**
 * The channels that a crew whose graph is a node shares with the graph around it, for that one's state:
 * `Annotation.Root({ ...crewChannels, mail: Annotation<string>() })`. A crew reads `inputs`, where null leaves the texts as
 * they are, and adds what its tasks came to to `outputs`, which it never reads. Crews side by side may share them.
 */
export const crewChannels = {
  inputs: Annotation<Inputs | null>({ reducer: (_old, inputs) => inputs, default: () => null }),
  outputs: Annotation<CrewOutputs>({ reducer: (old, more) => ({ ...old, ...more }), default: () => ({}) }),
};

/** What a crew's graph keeps. */
export const CrewState = Annotation.Root({
  inputs: crewChannels.inputs,
  outputs: Annotation<Results>({ reducer: (old, more) => ({ ...old, ...more }), default: () => ({}) }),
});

/**
 * What a crew's graph begins with, whatever is in its thread or in the state of the graph around it. Only a crew itself
 * passes outputs on, as an `Overwrite`: those of an earlier run, which are not done again. None at all overwrite too.
 */
export const CrewInput = z.object({
  inputs: z
    .custom<Inputs>()
    .nullish()
    .transform((inputs) => inputs ?? null),
  outputs: z
    .unknown()
    .optional()
    .transform((kept) => (Overwrite.isInstance<Results>(kept) ? kept : new Overwrite<Results>({}))),
});

/** What a crew's graph gives to the graph around it: not the inputs, which crews side by side would both write. */
export const CrewResult = Annotation.Root({ outputs: Annotation<CrewOutputs>() });

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
