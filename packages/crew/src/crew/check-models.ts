import type { Agent } from "../agent/types.ts";
import { CrewError } from "../errors.ts";
import type { Task } from "../task/types.ts";
import type { CrewOptions } from "./types.ts";

type Minds = Pick<CrewOptions, "tasks" | "process" | "managerAgent" | "managerModel" | "planning">;

type Mind = Pick<Agent, "model"> & { readonly name?: string };

/** Throws `model_without_tools` where the work needs tools that a model cannot call: also an answer of a shape is a tool. */
export function checkModels({ tasks, process, managerAgent, managerModel, planning }: Minds, agents: readonly Agent[]) {
  if (planning !== undefined) needTools({ model: planning.model }, "The planning");
  if (process !== "hierarchical") {
    for (const task of tasks) checkAgent(task, agents);
    return;
  }
  if (managerAgent !== undefined) needTools({ model: managerAgent.model }, "The manager");
  if (managerModel !== undefined) needTools({ model: managerModel }, "The manager");
  for (const task of tasks.filter(({ tools = [] }) => tools.length > 0)) {
    const workers = task.agent === undefined ? agents : [task.agent];
    for (const worker of workers) needTools(worker, `The task "${task.name}"`);
  }
}

function checkAgent({ name, agent, tools, output, guardrails }: Task, agents: readonly Agent[]): void {
  if (agent === undefined) {
    throw new CrewError("agent_missing", `The task "${name}" has no agent.`, "Say which agent does it.");
  }
  const delegates = agent.allowDelegation && agents.length > 1;
  if (output !== undefined || (tools ?? agent.tools).length > 0 || delegates) needTools(agent, `The task "${name}"`);
  if (guardrails.some((rule) => typeof rule === "string")) needTools(agent, `The judge of the task "${name}"`);
}

function needTools({ name, model }: Mind, who: string): void {
  if (model.bindTools !== undefined) return;
  const whose = name === undefined ? "its model" : `the model of "${name}"`;
  const message = `${who} needs tools, which ${whose} cannot call.`;
  const orElse = name === undefined ? "" : ", or leave out what needs tools: tools, output and rules in words";
  throw new CrewError("model_without_tools", message, `Choose a model that has bindTools${orElse}.`);
}
