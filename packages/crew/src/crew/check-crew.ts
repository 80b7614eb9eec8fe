import { CrewError } from "../errors.ts";
import type { Task } from "../task/types.ts";

export type Checkable = {
  readonly tasks: readonly Task[];
  readonly checkpointer?: unknown;
  readonly concurrency?: number;
  readonly callbackTimeoutMs?: number;
};

/** Throws `CrewError` for what cannot work, before anything is asked of a model. */
export function checkCrew(crew: Checkable): void {
  const { tasks, concurrency = 1, callbackTimeoutMs = 1 } = crew;
  if (tasks.length === 0) throw new CrewError("crew_empty", "The crew has no tasks.", "Give it at least one task.");
  for (const [field, value] of Object.entries({ concurrency, callbackTimeoutMs })) {
    if (value >= 1) continue;
    throw new CrewError("crew_limit_invalid", `The crew has a ${field} of ${value}.`, "Pass a number of at least 1.");
  }
  checkNames(tasks);
  for (const task of tasks) {
    checkAgent(task);
    checkContext(task, tasks);
  }
  const [first] = tasks;
  if (first?.condition !== undefined) {
    const message = `The first task, "${first.name}", has a condition, and there is no output that it could look at.`;
    throw new CrewError("condition_first", message, "Leave its condition out, or put another task before it.");
  }
  const asking = tasks.find(({ humanInput }) => humanInput);
  if (asking !== undefined && crew.checkpointer === undefined) {
    const message = `The task "${asking.name}" waits for a person, and nothing keeps the run meanwhile.`;
    throw new CrewError("checkpointer_missing", message, "Pass a checkpointer, such as new MemorySaver().");
  }
}

function checkNames(tasks: readonly Task[]): void {
  for (const [index, { name }] of tasks.entries()) {
    if (tasks.findIndex((other) => other.name === name) === index) continue;
    throw new CrewError("task_name_taken", `Two tasks have the name "${name}".`, "Give one of them another name.");
  }
  const agents = tasks.flatMap(({ agent }) => agent ?? []);
  for (const agent of agents) {
    if (agents.every((other) => other === agent || other.name !== agent.name)) continue;
    const message = `Two agents have the name "${agent.name}".`;
    throw new CrewError("agent_name_taken", message, "Give one of them another name, or use one for both tasks.");
  }
}

function checkAgent({ name, agent, tools, output }: Task): void {
  if (agent === undefined) {
    throw new CrewError("agent_missing", `The task "${name}" has no agent.`, "Say which agent does it.");
  }
  if (agent.model.bindTools !== undefined) return;
  if (output === undefined && (tools ?? []).length === 0 && !agent.tools.some(() => tools === undefined)) return;
  const message = `The task "${name}" needs tools, which the model of "${agent.name}" cannot call.`;
  throw new CrewError(
    "model_without_tools",
    message,
    "Choose a model that has bindTools, or leave out tools and output.",
  );
}

function checkContext(task: Task, tasks: readonly Task[]): void {
  for (const other of neededBy(task)) {
    const where = `The task "${task.name}" has "${other.name}" in its ${task.after.includes(other) ? "after" : "context"}`;
    if (dependsOn(other, task)) {
      throw new CrewError("context_cyclic", `${where}, which needs "${task.name}" itself.`, "Take one of them out.");
    }
    if (!tasks.includes(other)) {
      const names = tasks.map(({ name }) => name).join(", ");
      const remedy = `Add it to the crew, or take one of its tasks: ${names}.`;
      throw new CrewError("context_unknown", `${where}, which is no task of the crew.`, remedy);
    }
    if (tasks.indexOf(other) >= tasks.indexOf(task)) {
      const message = `${where}, which comes later.`;
      throw new CrewError("context_later", message, `Put "${other.name}" before "${task.name}".`);
    }
  }
}

function neededBy({ context = [], after }: Task): readonly Task[] {
  return [...context, ...after];
}

/** Whether a task is another, or waits for it. */
function dependsOn(task: Task, wanted: Task): boolean {
  const reached = new Set([task]);
  // A set that grows while it is walked through is walked to its end.
  for (const one of reached) for (const other of neededBy(one)) reached.add(other);
  return reached.has(wanted);
}
