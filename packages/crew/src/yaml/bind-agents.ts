import { defineAgent } from "../agent/define-agent.ts";
import type { Agent } from "../agent/types.ts";
import type { Assigned } from "./assigned.ts";
import { given, madeOrProblem, toolsNamed } from "./bound.ts";
import type { Finding } from "./located.ts";
import type { ReadEntry } from "./read-fields.ts";
import type { CrewBindings } from "./types.ts";

export type BoundAgents = { readonly agents: ReadonlyMap<string, Agent>; readonly problems: readonly Finding[] };

/** Makes agents of what the file says of them. An agent whose model, tool or limit is wrong is missing, with its problems. */
export function bindAgents(entries: readonly ReadEntry[], bindings: CrewBindings, assigned: Assigned): BoundAgents {
  const agents = new Map<string, Agent>();
  const problems: Finding[] = [];
  for (const entry of entries) {
    const bound = bindAgent(entry, bindings, assigned);
    problems.push(...bound.problems);
    if (bound.agent !== undefined) agents.set(entry.name, bound.agent);
  }
  return { agents, problems };
}

function bindAgent(entry: ReadEntry, { models, tools: known = {} }: CrewBindings, assigned: Assigned) {
  const { name, text, count, flag, at } = entry;
  const { model: assignedModel, tools: assignedTools } = assigned.of(name);
  const llm = assignedModel ?? text("llm");
  const model = Object.hasOwn(models, llm ?? "default") ? models[llm ?? "default"] : undefined;
  const tools = toolsNamed({ names: assignedTools ?? entry.names("tools") ?? [], known, entry });
  const problems = [...tools.problems];
  if (model === undefined) problems.push(modelMissing(entry, llm, Object.keys(models)));
  const role = text("role");
  const goal = text("goal");
  if (model === undefined || role === undefined || goal === undefined || problems.length > 0) {
    return { agent: undefined, problems };
  }
  const seconds = count("max_execution_time");
  const limits = {
    maxIterations: count("max_iter"),
    requestsPerMinute: count("max_rpm"),
    retries: count("max_retry_limit"),
    timeoutMs: seconds === undefined ? undefined : seconds * 1000,
    allowDelegation: flag("allow_delegation"),
  };
  const definition = { name, role, goal, backstory: text("backstory") ?? "", model, tools: tools.tools };
  const { made, problems: wrong } = madeOrProblem(at, () => defineAgent({ ...definition, ...given(limits) }));
  return { agent: made, problems: wrong };
}

function modelMissing({ name, at }: ReadEntry, llm: string | undefined, known: readonly string[]): Finding {
  if (llm === undefined) {
    return at("llm", `"${name}" names no model, and there is no default.`, "Pass models: { default: … }.");
  }
  const remedy = `Pass it in models: { ${JSON.stringify(llm)}: … }. Passed are: ${known.join(", ") || "none"}.`;
  return at("llm", `There is no model "${llm}".`, remedy);
}
