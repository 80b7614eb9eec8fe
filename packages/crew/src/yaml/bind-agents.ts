import { defineAgent } from "../agent/define-agent.ts";
import type { Agent } from "../agent/types.ts";
import { given, madeOrProblem, toolsNamed } from "./bound.ts";
import type { Finding } from "./finding.ts";
import type { ReadEntry } from "./read-fields.ts";
import type { CrewBindings } from "./types.ts";

export type BoundAgents = {
  readonly agents: ReadonlyMap<string, Agent>;
  readonly problems: readonly Finding[];
  readonly warnings: readonly Finding[];
};

/**
 * Makes agents of what the file says of them. An agent of which something is wrong is missing, with its problems; of one
 * that is not needed these are warnings, since crewAI makes no agent either that its Python code does not ask for.
 */
export function bindAgents(
  entries: readonly ReadEntry[],
  bindings: CrewBindings,
  needed: readonly (string | undefined)[],
): BoundAgents {
  const agents = new Map<string, Agent>();
  const problems: Finding[] = [];
  const warnings: Finding[] = [];
  for (const entry of entries) {
    const bound = bindAgent(entry, bindings);
    const wrong = [...entry.problems, ...bound.problems];
    if (needed.includes(entry.name)) problems.push(...wrong);
    else warnings.push(...wrong.map((one) => ({ ...one, message: `${one.message} ${leftOut}` })));
    warnings.push(...entry.warnings, ...bound.warnings);
    if (bound.agent !== undefined) agents.set(entry.name, bound.agent);
  }
  return { agents, problems, warnings };
}

const leftOut = "No task needs this agent, so it is left out.";

function bindAgent(entry: ReadEntry, { models, tools: known = {}, manager }: CrewBindings) {
  const { name, text, count, flag, at } = entry;
  const { model, ...found } = modelOf(entry, { models, llm: text("llm") });
  const tools = toolsNamed({ names: entry.names("tools") ?? [], known, entry });
  const leads = `"${name}" leads the crew, and has no tools but the one to hand on work.`;
  const problems = [
    ...found.problems,
    ...tools.problems,
    ...(name === manager && tools.tools.length > 0 ? [at("tools", leads, "Give the tools to who does the work.")] : []),
  ];
  const { warnings } = found;
  const role = text("role");
  const goal = text("goal");
  const isWrong = entry.problems.length + problems.length > 0;
  if (model === undefined || role === undefined || goal === undefined || isWrong) {
    return { agent: undefined, problems, warnings };
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
  return { agent: made, problems: wrong, warnings };
}

type Wanted = Pick<CrewBindings, "models"> & { readonly llm: string | undefined };

/** The model that the file names, else the default one, which is said where another was named. */
function modelOf({ name, at }: ReadEntry, { models, llm }: Wanted) {
  const passed = (key: string) => (Object.hasOwn(models, key) ? models[key] : undefined);
  const named = llm === undefined ? undefined : passed(llm);
  if (named !== undefined) return { model: named, problems: [], warnings: [] };
  const model = passed("default");
  const remedy = `Pass it in models: { ${JSON.stringify(llm ?? "default")}: … }.`;
  if (model === undefined) {
    const message =
      llm === undefined ? `"${name}" names no model, and there is no default.` : `There is no model "${llm}".`;
    return { model, problems: [at("llm", message, remedy)], warnings: [] };
  }
  const message = `There is no model "${llm}"; the default one stands in for it.`;
  return { model, problems: [], warnings: llm === undefined ? [] : [at("llm", message, remedy)] };
}
