import type { Task } from "../task/types.ts";

/** The tasks whose outputs a task is shown: those of its context, else all before it. */
export function contextOf(task: Task, tasks: readonly Task[]): readonly Task[] {
  return task.context ?? tasksBefore(task, tasks);
}

export function tasksBefore(task: Task, tasks: readonly Task[]): readonly Task[] {
  return tasks.slice(0, tasks.indexOf(task));
}

/**
 * The tasks that each task waits for, without those that one of these waits for anyway. A condition looks at the last
 * output before it, so its task waits for all before it.
 */
export function dependenciesOf(tasks: readonly Task[]): ReadonlyMap<Task, readonly Task[]> {
  const direct = new Map<Task, readonly Task[]>();
  const reached = new Map<Task, ReadonlySet<Task>>();
  for (const task of tasks) {
    const needs = task.condition === undefined ? [...contextOf(task, tasks), ...task.after] : tasksBefore(task, tasks);
    const further = new Set(needs.flatMap((other) => [...(reached.get(other) ?? [])]));
    direct.set(
      task,
      [...new Set(needs)].filter((other) => !further.has(other)),
    );
    reached.set(task, new Set([...needs, ...further]));
  }
  return direct;
}
