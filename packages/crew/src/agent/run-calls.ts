import { GraphInterrupt } from "@langchain/langgraph";
import { canonicalJson } from "../canonical-json.ts";
import { isForGraph, isPause, isSteering } from "../graph-signals.ts";
import type { RequestedCall } from "../read-reply.ts";
import { withoutUnknownArguments } from "../tools/argument-check.ts";
import { unknownTool } from "../tools/tool-names.ts";
import type { ToolRunner } from "../tools/types.ts";
import type { CallResult, Outcome, Tool, ToolCall } from "../types.ts";
import type { Budget, Meter } from "./budget.ts";
import type { LoopPrompts } from "./prompt.ts";
import type { AgentEvent } from "./types.ts";
import type { Uses } from "./uses.ts";

export type CallRunner = {
  readonly agent: string;
  readonly tools: ReadonlyMap<string, Tool>;
  readonly runner: Pick<ToolRunner, "run">;
  readonly signal: AbortSignal;
  readonly meter: Meter;
  readonly uses: Uses;
  readonly budget: Budget;
  readonly emit: (event: AgentEvent) => void;
  readonly prompts: LoopPrompts;
};

/** The calls of one turn, and what became of them, in the order of the calls. */
export type Batch = {
  readonly results: readonly CallResult[];
  /** Whether the model asked for nothing but what it already has, or for tools that are not there. */
  readonly isFruitless: boolean;
};

/** After these the same call may have another result. */
const PASSING: readonly Outcome[] = ["timeout", "unavailable", "cancelled"];

/** Runs the calls of one turn after another side by side. Remembers the last turn, to refuse what is merely repeated. */
export function createBatchRunner(options: CallRunner): (requested: readonly RequestedCall[]) => Promise<Batch> {
  const { agent, tools, meter, uses, emit, prompts } = options;
  let lastTurn: readonly CallResult[] = [];

  /** The call as it will be sent, or the reason why it will not be. */
  function prepare({ call, problem }: RequestedCall, earlier: readonly ToolCall[]): ToolCall | Refusal {
    if (options.signal.aborted)
      return { reason: "The run was stopped before the call was sent.", outcome: "cancelled" };
    const tool = tools.get(call.tool);
    if (problem !== undefined) return { reason: problem };
    if (tool === undefined) return { reason: unknownTool(call.tool, tools.keys()), isFruitless: true };
    const fitting = { ...call, args: withoutUnknownArguments(tool, call.args) };
    const before = lastTurn.find((result) => isSame(result.call, fitting));
    const repeated = before !== undefined && !PASSING.includes(before.outcome);
    if (repeated || earlier.some((other) => isSame(other, fitting))) {
      return { reason: prompts.repeatedCall, isFruitless: true };
    }
    if (meter.toolCallsLeft() === 0) return { reason: prompts.overBudget(options.budget.toolCalls ?? 0) };
    if (tool.usageLimit !== undefined && uses.of(agent, tool.name) >= tool.usageLimit) {
      return { reason: prompts.usedUp(tool.name, tool.usageLimit) };
    }
    meter.toolCall();
    uses.add(agent, tool.name, 1);
    return fitting;
  }

  async function run(call: ToolCall): Promise<CallResult> {
    emit({ type: "tool.started", agent, call });
    try {
      const wrapped = tools.get(call.tool);
      const result = await options.runner.run(call, { signal: options.signal, ...(wrapped && { wrapped }) });
      // Arguments that were refused were no use of the tool.
      if (result.outcome === "invalid") uses.add(agent, call.tool, -1);
      emit({ type: "tool.finished", agent, result });
      return result;
    } catch (error) {
      const waiting = isSteering(error);
      const message = waiting ? "The call waits for a person." : `The call failed: ${error}`;
      const result = withoutAnswer(call, waiting ? "cancelled" : "failed", message);
      emit({ type: "tool.finished", agent, result });
      if (isForGraph(error)) throw error;
      return result;
    }
  }

  return async (requested) => {
    const ready: ToolCall[] = [];
    const prepared = requested.map((wanted) => {
      const outcome = prepare(wanted, ready);
      if (!("reason" in outcome)) ready.push(outcome);
      return { wanted, outcome };
    });
    const settled = await Promise.allSettled(
      prepared.map(async ({ wanted, outcome }) => {
        if (!("reason" in outcome)) return run(outcome);
        const result = withoutAnswer(wanted.call, outcome.outcome ?? "invalid", outcome.reason);
        emit({ type: "tool.refused", agent, result });
        return result;
      }),
    );
    const thrown = settled.flatMap((entry) => (entry.status === "rejected" ? [entry.reason] : []));
    if (thrown.length > 0) throw togetherOf(thrown);
    const results = settled.flatMap((entry) => (entry.status === "fulfilled" ? [entry.value] : []));
    const isFruitless = prepared.every(({ outcome }) => "isFruitless" in outcome);
    if (!isFruitless) lastTurn = results;
    return { results, isFruitless };
  };
}

/** Calls that wait for a person, as one: a graph tells of those only that its node passes on. */
function togetherOf(thrown: readonly unknown[]): unknown {
  const waiting = thrown.filter(isPause);
  return waiting.length > 1 ? new GraphInterrupt(waiting.flatMap(({ interrupts }) => interrupts)) : thrown[0];
}

type Refusal = {
  readonly reason: string;
  /** Default: `invalid`. */
  readonly outcome?: Outcome;
  readonly isFruitless?: true;
};

function isSame(left: ToolCall, right: ToolCall): boolean {
  return left.tool === right.tool && canonicalJson(left.args) === canonicalJson(right.args);
}

export function withoutAnswer(call: ToolCall, outcome: Outcome, message: string): CallResult {
  return { call, server: "", outcome, text: "", message, cached: false, ageMs: 0, ms: 0 };
}
