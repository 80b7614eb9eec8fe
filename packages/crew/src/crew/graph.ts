import { END, START, StateGraph } from "@langchain/langgraph";
import { createAlone } from "./alone.ts";
import { dependenciesOf } from "./dependencies.ts";
import type { CrewParts } from "./place.ts";
import { runContextOf } from "./run-context.ts";
import { CrewInput, CrewResult, CrewState, type State } from "./state.ts";
import { visitTask } from "./visit-task.ts";

export type CrewGraph = ReturnType<typeof compileGraph>;

/** A node for every task, with its name, and edges from those that it waits for. */
export function compileGraph(parts: CrewParts) {
  const { tasks, planning, checkpointer } = parts;
  const alone = createAlone(parts.concurrency);
  const dependencies = dependenciesOf(tasks);
  const all = planning === undefined ? tasks : [planning, ...tasks];
  const nodes: string[] = all.map(({ name }) => name);
  const graph = new StateGraph(CrewState, { input: CrewInput, output: CrewResult, nodes });
  for (const task of all) {
    graph.addNode(task.name, (state: State, { signal, configurable }) => {
      const run = runContextOf(configurable, tasks) ?? alone(signal);
      return visitTask(parts, { task, state, run, signal });
    });
  }
  for (const task of tasks) {
    const before = (dependencies.get(task) ?? []).map(({ name }) => name);
    if (before.length === 0) graph.addEdge(planning?.name ?? START, task.name);
    else graph.addEdge(before, task.name);
    const isLast = tasks.every((other) => !dependencies.get(other)?.includes(task));
    if (isLast) graph.addEdge(task.name, END);
  }
  if (planning !== undefined) graph.addEdge(START, planning.name);
  return graph.compile(checkpointer === undefined ? {} : { checkpointer });
}
