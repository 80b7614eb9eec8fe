import { canonical } from "../runner/canonical.ts";
import type { ToolRunner } from "../runner/tool-runner.ts";
import type { CallResult } from "../types.ts";
import type { Agent } from "./define-agent.ts";
import type { ProposedCall } from "./model-reply.ts";
import type { AgentEvent } from "./types.ts";

/** What running a tool needs of a run; `lastCall` is how a repeat is known. */
export type ToolUse = {
  readonly agent: Agent;
  readonly options: { readonly onEvent?: (event: AgentEvent) => void };
  readonly signal: AbortSignal;
  readonly runner: ToolRunner;
  readonly calls: CallResult[];
  lastCall: string;
};

/** Runs one proposed call. The very call that was made just before is refused with a hint. */
export const runTool = async (run: ToolUse, call: ProposedCall): Promise<CallResult> => {
  const { agent, options, signal } = run;
  const same = `${call.name} ${canonical(call.args)}`;
  const wanted = { id: call.id, tool: call.name, args: knownOnly(agent, call) };
  if (same === run.lastCall) return refused(wanted);
  run.lastCall = same;
  options.onEvent?.({ type: "tool.started", agent: agent.name, id: call.id, tool: call.name });
  const result = await run.runner.run(wanted, { signal });
  run.calls.push(result);
  options.onEvent?.({ type: "tool.finished", agent: agent.name, result });
  return result;
};

const refused = (call: CallResult["call"]): CallResult => ({
  call,
  server: "",
  outcome: "invalid",
  text: "",
  message: "You made this very call just before. Use its result, or call something else.",
  cached: false,
  ageMs: 0,
  ms: 0,
});

/** Arguments that the tool does not have are dropped: models make them up, and servers reject them. */
const knownOnly = (agent: Agent, { name, args }: ProposedCall): ProposedCall["args"] => {
  const properties = agent.tools.find((tool) => tool.name === name)?.inputSchema.properties;
  if (typeof properties !== "object" || properties === null) return args;
  return Object.fromEntries(Object.entries(args).filter(([key]) => key in properties));
};

/** A result as the model reads it. */
export const toolText = (result: CallResult): string =>
  result.outcome === "ok" ? result.text || "(empty)" : `${result.outcome}: ${result.message}`;
