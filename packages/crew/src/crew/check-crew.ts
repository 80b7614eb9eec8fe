import type { Agent } from "../agent/types.ts";
import { CrewError } from "../errors.ts";
import { checkOptions } from "../options/check-options.ts";
import { crewOptions } from "../options/definitions.ts";
import { KEEP } from "../task/failure.ts";
import type { Task } from "../task/types.ts";
import { checkModels } from "./check-models.ts";
import { checkTools } from "./check-tools.ts";
import type { Staff } from "./staff.ts";
import { toolsInReach } from "./tools-in-reach.ts";
import type { CrewOptions } from "./types.ts";

/** Throws `CrewError` for what cannot work, before anything is asked of a model. */
export function checkCrew(crew: CrewOptions): void {
  checkOptions(crew, crewOptions);
  const { tasks, concurrency = 1, callbackTimeoutMs = 1, contextLimit = 100 } = crew;
  if (tasks.length === 0) throw new CrewError("crew_empty", "The crew has no tasks.", "Give it at least one task.");
  for (const [field, value, least] of [
    ["concurrency", concurrency, 1],
    ["callbackTimeoutMs", callbackTimeoutMs, 1],
    ["contextLimit", contextLimit, 100],
  ] as const) {
    if (value >= least) continue;
    const message = `The crew has a ${field} of ${value}.`;
    throw new CrewError("crew_limit_invalid", message, `Pass a number of at least ${least}.`);
  }
  const agents = [...new Set([...tasks.flatMap(({ agent }) => agent ?? []), ...(crew.agents ?? [])])];
  checkNames(tasks, agents);
  checkTools(crew, agents);
  checkManager(crew, agents);
  checkModels(crew, agents);
  for (const task of tasks) checkContext(task, tasks);
  const [first] = tasks;
  if (first?.condition !== undefined) {
    const message = `The first task, "${first.name}", has a condition, and there is no output that it could look at.`;
    throw new CrewError("condition_first", message, "Leave its condition out, or put another task before it.");
  }
}

/**
 * Throws `checkpointer_missing` where a task or a tool asks a person in a run that nothing keeps. Looked at before a run and not when
 * the crew is made: where its graph is a node of another, that one keeps the pause.
 */
export function checkAsking({ tasks, checkpointer }: CrewOptions, staff: Staff): void {
  if (checkpointer !== undefined) return;
  const waiting = tasks.find(({ humanInput }) => humanInput);
  if (waiting !== undefined) {
    const message = `The task "${waiting.name}" waits for a person, and nothing keeps the run meanwhile.`;
    throw new CrewError("checkpointer_missing", message, KEEP);
  }
  const asking = tasks.flatMap((task) => toolsInReach(task, staff)).find(({ asksPerson }) => asksPerson);
  if (asking === undefined) return;
  const message = `The tool "${asking.name}" asks a person before it is called, and nothing keeps the run meanwhile.`;
  throw new CrewError("checkpointer_missing", message, KEEP);
}

function checkNames(tasks: readonly Task[], agents: readonly Agent[]): void {
  for (const [index, { name }] of tasks.entries()) {
    if (tasks.findIndex((other) => other.name === name) === index) continue;
    throw new CrewError("task_name_taken", `Two tasks have the name "${name}".`, "Give one of them another name.");
  }
  for (const [index, { name }] of agents.entries()) {
    if (agents.findIndex((other) => other.name === name) === index) continue;
    const message = `Two agents have the name "${name}".`;
    throw new CrewError("agent_name_taken", message, "Give one of them another name, or use one for both tasks.");
  }
}

function checkManager({ tasks, process, managerAgent, managerModel }: CrewOptions, agents: readonly Agent[]): void {
  const isLed = managerAgent !== undefined || managerModel !== undefined;
  if (process !== "hierarchical") {
    if (!isLed) return;
    const message = "The crew has a manager, whom a sequential crew does not ask.";
    throw new CrewError("manager_invalid", message, 'Pass process: "hierarchical", or leave the manager out.');
  }
  if (managerAgent !== undefined && managerModel !== undefined) {
    const message = `The crew has a managerModel beside the manager "${managerAgent.name}", who has a model.`;
    throw new CrewError("manager_invalid", message, "Pass only one of managerModel and managerAgent.");
  }
  if (!isLed) {
    const message = "A hierarchical crew has nobody to lead it.";
    throw new CrewError("manager_missing", message, "Pass a managerModel or a managerAgent.");
  }
  if (managerAgent !== undefined && agents.some(({ name }) => name === managerAgent.name)) {
    const message = `The manager "${managerAgent.name}" is one of the agents too, and cannot hand work to itself.`;
    throw new CrewError("manager_invalid", message, "Take it out of agents and tasks.");
  }
  if (managerAgent !== undefined && managerAgent.tools.length > 0) {
    const message = `The manager "${managerAgent.name}" has tools of its own, and is there to hand on work.`;
    throw new CrewError("manager_invalid", message, "Give the tools to the agents who need them.");
  }
  const orphan = tasks.find(({ agent }) => agent === undefined);
  if (orphan === undefined || agents.length > 0) return;
  const message = `Nobody is there for the task "${orphan.name}".`;
  throw new CrewError("agent_missing", message, "Pass agents, or say which agent does it.");
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
