import { createAnswer } from "../agent/answer.ts";
import type { Agent } from "../agent/types.ts";
import { CrewError } from "../errors.ts";
import type { Task } from "../task/types.ts";
import { checkSchemas } from "../tools-of.ts";
import type { Tool } from "../types.ts";
import { DELEGATE } from "./delegation.ts";
import type { CrewOptions } from "./types.ts";

type Crew = Pick<CrewOptions, "tasks" | "process" | "prepareSchema">;

/** Throws `tool_schema_invalid`, and `tool_name_taken` for a tool that has the name of one which the crew adds. */
export function checkTools({ tasks, process, prepareSchema }: Crew, agents: readonly Agent[]): void {
  checkSchemas(
    tasks.flatMap((task) => offeredFor(task, agents, process)),
    prepareSchema,
  );
  // A manager has no tools of its own, and its workers answer in words.
  if (process === "hierarchical") return;
  for (const task of tasks) {
    const added = addedTools(task, agents);
    const taken = (task.tools ?? task.agent?.tools ?? []).find(({ name }) => added.includes(name));
    if (taken === undefined) continue;
    const message = `The task "${task.name}" has a tool "${taken.name}", and the crew adds one of that name.`;
    throw new CrewError("tool_name_taken", message, "Give the tool another name.");
  }
}

/** What the models may be offered for a task, those of coworkers too: an agent without work offers nothing. */
function offeredFor(task: Task, agents: readonly Agent[], process: Crew["process"]): readonly Tool[] {
  const { agent } = task;
  if (process === "hierarchical") return task.tools ?? (agent ? [agent] : agents).flatMap(({ tools }) => tools);
  const coworkers = agent?.allowDelegation ? agents.filter(({ name }) => name !== agent.name) : [];
  return [...(task.tools ?? agent?.tools ?? []), ...coworkers.flatMap(({ tools }) => tools)];
}

/** The names of the tools that a task is given beside its own. */
function addedTools({ agent, output }: Task, agents: readonly Agent[]): readonly string[] {
  const answer = output && createAnswer({ output }, []).tool;
  const delegates = agent?.allowDelegation === true && agents.length > 1;
  return [...(answer ? [answer.name] : []), ...(delegates ? [DELEGATE] : [])];
}
