import { END, START, StateGraph } from "@langchain/langgraph";
import { dependenciesOf } from "./dependencies.ts";
import type { CrewParts } from "./place.ts";
import { CrewState, type State } from "./state.ts";
import { visitTask } from "./visit-task.ts";

export type CrewGraph = ReturnType<typeof compileGraph>;

/** A node for every task, with its name, and edges from those that it waits for. */
export function compileGraph(parts: CrewParts) {
  const { tasks, planning, checkpointer } = parts;
  const dependencies = dependenciesOf(tasks);
  const graph = new StateGraph<typeof CrewState.spec, State, Partial<State>, string>(CrewState);
  for (const task of planning === undefined ? tasks : [planning, ...tasks])
    graph.addNode(task.name, (state: State, config) => visitTask(parts, { task, state, config }));
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
