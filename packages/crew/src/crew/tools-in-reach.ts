import type { Task } from "../task/types.ts";
import type { Tool } from "../types.ts";
import { assignmentOf, type Staff } from "./staff.ts";

/** The tools that may be called for a task: those of whoever does it, and of all to whom that one may hand on work. */
export function toolsInReach(task: Task, staff: Staff): readonly Tool[] {
  const { agent, coworkers } = assignmentOf(task, staff);
  const { tools: own } = task;
  // A task's own tools are in the place of those of the agent who works on it, which no manager does.
  if (staff.manager === undefined) return [...(own ?? agent.tools), ...coworkers.flatMap(({ tools }) => tools)];
  return [...agent.tools, ...coworkers.flatMap(({ tools }) => own ?? tools)];
}
