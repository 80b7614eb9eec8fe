import { agentPrompt } from "../agent/prompt.ts";
import type { Agent } from "../agent/types.ts";
import { CrewError } from "../errors.ts";
import { fillPlaceholders, type Inputs } from "../placeholders.ts";
import type { CrewPrompts } from "../task/prompts.ts";
import type { Task } from "../task/types.ts";
import { PLAN } from "./planning.ts";

/** The agents of a crew. With a manager it is the one who is given every task, and who has the others do it. */
export type Staff = { readonly agents: readonly Agent[]; readonly manager: Agent | undefined };

export type Assignment = {
  readonly agent: Agent;
  /** To whom it may hand on work. */
  readonly coworkers: readonly Agent[];
};

export function assignmentOf(task: Task, { agents, manager }: Staff): Assignment {
  // The planner is asked itself.
  if (task.name === PLAN && task.agent !== undefined) return { agent: task.agent, coworkers: [] };
  if (manager !== undefined) return { agent: manager, coworkers: task.agent === undefined ? agents : [task.agent] };
  const { agent } = task;
  if (agent === undefined) {
    throw new CrewError("agent_missing", `The task "${task.name}" has no agent.`, "Say which agent does it.");
  }
  const others = agents.filter(({ name }) => name !== agent.name);
  return { agent, coworkers: agent.allowDelegation ? others : [] };
}

/** The agent with its texts filled, and with the crew's prompt where it has none of its own. */
export function prepareAgent(agent: Agent, inputs: Inputs | null, prompts: CrewPrompts): Agent {
  const fill = fillTexts(inputs);
  return {
    ...agent,
    role: fill(agent.role),
    goal: fill(agent.goal),
    backstory: fill(agent.backstory),
    prompt: agent.prompt === agentPrompt ? prompts.role : agent.prompt,
  };
}

export function fillTexts(inputs: Inputs | null): (text: string) => string {
  return (text) => (inputs === null ? text : fillPlaceholders(text, inputs));
}
