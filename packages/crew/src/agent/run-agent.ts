import { type BaseMessage, HumanMessage, isBaseMessage, SystemMessage } from "@langchain/core/messages";
import type { z } from "zod";
import { createDeadline } from "../abort.ts";
import { monotonicNow } from "../clock.ts";
import { CrewError } from "../errors.ts";
import { harmless } from "../listener.ts";
import { checkArgument, checkOptions } from "../options/check-options.ts";
import { runAgentOptions } from "../options/entries.ts";
import { forgetful, type Remember } from "../remember.ts";
import { resultForModel } from "../tools/tool-message.ts";
import { toolsByName } from "../tools/tool-names.ts";
import { createToolRunner } from "../tools/tool-runner.ts";
import type { ToolRunner } from "../tools/types.ts";
import type { CallResult, JsonSchema } from "../types.ts";
import { type Answer, type AnswerTool, createAnswer } from "./answer.ts";
import type { ToolDefinition } from "./ask-model.ts";
import type { Budget, Meter } from "./budget.ts";
import { converse } from "./converse.ts";
import { givenRunner } from "./given-runner.ts";
import { createMeter, joinMeters } from "./meter.ts";
import { type LoopPrompts, loopPrompts } from "./prompt.ts";
import { createBatchRunner } from "./run-calls.ts";
import type { Agent, AgentEvent, AgentRun } from "./types.ts";
import { createUses, type Uses } from "./uses.ts";

export type RunAgentOptions = {
  readonly signal?: AbortSignal;
  readonly budget?: Budget;
  /** Count along, beside those of the agent: a turn's, for all its agents. */
  readonly meters?: readonly Meter[];
  /** Counts the uses of tools with a `usageLimit` on, over the runs that share it. Default: of this run alone. */
  readonly uses?: Uses;
  readonly onEvent?: (event: AgentEvent) => void;
  /**
   * The way to the tools. It is told the agent's own form of each, as `wrapped`, so that an approval or a retry around a
   * tool holds with a runner too. One that ignores its signal is left behind. Default: one for this run, without a cache.
   */
  readonly runner?: Pick<ToolRunner, "run">;
  /** How the answer is given. Default: in words, or with `output` through a tool named `final_answer`. */
  readonly answerWith?: "text" | AnswerTool;
  /** Makes a tool's schema fit the model's vendor. The arguments are checked against the original all the same. */
  readonly prepareSchema?: (schema: JsonSchema) => JsonSchema;
  /** What the model is shown of a result. Default `resultForModel`: the text, its middle left out when it is long. */
  readonly showResult?: (result: CallResult) => string;
  /** Does each model and tool call, or gives what it came to before a pause. Default: does it. */
  readonly remember?: Remember;
  /** What the loop itself says to the model, in the conversation's language. Default `loopPrompts`, in English. */
  readonly prompts?: Partial<LoopPrompts>;
};

/**
 * Puts an agent to work on a conversation, until it has an answer. What goes wrong outside is a value; only misuse
 * throws, and LangGraph's own signals (an `interrupt` inside a tool) pass through. With `output`, `data` is what that
 * schema made of the answer.
 *
 * Throws `CrewError`: `messages_invalid` where nothing is asked, a message is none of LangChain's, or the last is the
 * assistant's own; `options_invalid` for an agent that is none, or an option that there is not;
 * `model_without_tools` where the answer is given by a tool and the model cannot call any; `tool_name_taken` where one of
 * the agent's tools has the name of that one.
 */
export function runAgent<T>(
  agent: Agent,
  messages: string | readonly BaseMessage[],
  options: RunAgentOptions & { readonly output: z.ZodType<T> },
): Promise<AgentRun<T>>;
export function runAgent(
  agent: Agent,
  messages: string | readonly BaseMessage[],
  options?: RunAgentOptions,
): Promise<AgentRun>;
export async function runAgent(
  agent: Agent,
  messages: string | readonly BaseMessage[],
  options: RunAgentOptions & { readonly output?: z.ZodType } = {},
): Promise<AgentRun> {
  checkArgument(agent, { by: "runAgent", place: "agent", kind: "agent" });
  checkOptions(options, runAgentOptions);
  const { budget = {}, prepareSchema = (schema) => schema, showResult = resultForModel } = options;
  const { remember = forgetful, uses = createUses() } = options;
  const prompts = { ...loopPrompts, ...options.prompts };
  const opening = openConversation(agent, messages);
  const answer = createAnswer(options, agent.tools);
  const definitions = offeredTools(agent, answer).map((tool) => defineTool(tool, prepareSchema));
  if (definitions.length > 0 && agent.model.bindTools === undefined) {
    const message = `The model of "${agent.name}" cannot call tools.`;
    throw new CrewError("model_without_tools", message, 'Pass answerWith: "text", or choose another model.');
  }
  const { emit, finish } = createReporter(agent.name, options.onEvent);
  const ownMeter = createMeter(budget);
  const meter = joinMeters(ownMeter, [...agent.meters, ...(options.meters ?? [])]);
  const startedAt = monotonicNow();
  const timeoutMs = Math.min(agent.timeoutMs ?? Number.POSITIVE_INFINITY, meter.timeLeftMs());
  const deadline = createDeadline({
    signals: [options.signal],
    // Where no time is left, the meter refuses the first request and names the limit.
    timeoutMs: Number.isFinite(timeoutMs) && timeoutMs > 0 ? Math.ceil(timeoutMs) : undefined,
  });
  // Most runs call no tool: a runner of their own is made for the first call.
  let ownRunner: ToolRunner | undefined;
  const toTools = (): Pick<ToolRunner, "run"> => {
    if (options.runner !== undefined) return givenRunner(options.runner);
    ownRunner ??= createToolRunner({ tools: agent.tools, checkArguments: agent.checkArguments });
    return ownRunner;
  };
  const tools = toolsByName(agent.tools);
  const runBatch = createBatchRunner({
    agent: agent.name,
    tools,
    runner: { run: (call, how) => remember(call.tool, () => toTools().run(call, how)) },
    signal: deadline.signal,
    meter,
    uses,
    budget,
    emit,
    prompts,
  });
  const caller = { agent, definitions, deadline, meter, ownMeter, emit, remember };
  const results: CallResult[] = [];
  try {
    const ending = await converse({ caller, ...opening, results, answer, runBatch, showResult, prompts });
    finish(ending.status);
    return { ...ending, messages: opening.history, usage: meter.usage(), calls: results };
  } catch (error) {
    finish("interrupted");
    throw error;
  } finally {
    meter.ran(monotonicNow() - startedAt);
    deadline.close();
    await ownRunner?.close();
  }
}

/** One system message, at the head: the agent's prompt, and after it those that were passed in. */
function openConversation(agent: Agent, input: string | readonly BaseMessage[]) {
  const messages = typeof input === "string" ? [new HumanMessage(input)] : Array.isArray(input) ? input : [];
  if (!messages.every(isBaseMessage)) {
    const remedy = "Pass a text, or messages of LangChain such as new HumanMessage(text).";
    throw new CrewError("messages_invalid", "Not everything in the conversation is a message.", remedy);
  }
  const history = messages.filter((message) => message.type !== "system");
  const last = history.at(-1);
  if (last === undefined || (last.type === "human" && last.text.trim() === "")) {
    throw new CrewError("messages_invalid", "There is nothing to answer.", "Pass a request as text or as a message.");
  }
  if (last.type === "ai") {
    const message = "The conversation ends with the assistant's own message, which some models refuse.";
    throw new CrewError("messages_invalid", message, "End it with the user's message, or with a tool's.");
  }
  const passedIn = messages.filter((message) => message.type === "system").map((message) => message.text);
  return { system: new SystemMessage([agent.prompt(agent), ...passedIn].join("\n\n")), history };
}

type Offered = { readonly name: string; readonly description: string; readonly schema: JsonSchema };

function offeredTools({ tools }: Agent, { tool: answerTool }: Answer): Offered[] {
  const own = tools.map(({ name, description, inputSchema }) => ({ name, description, schema: inputSchema }));
  return answerTool === undefined ? own : [...own, answerTool];
}

function defineTool(
  { name, description, schema }: Offered,
  prepareSchema: (schema: JsonSchema) => JsonSchema,
): ToolDefinition {
  return { type: "function", function: { name, description, parameters: prepareSchema(schema) } };
}

/** Tells the listener, whose mistakes are its own. */
function createReporter(agent: string, onEvent: RunAgentOptions["onEvent"]) {
  const startedAt = monotonicNow();
  const emit = harmless<AgentEvent>(onEvent);
  emit({ type: "agent.started", agent });
  return {
    emit,
    finish: (status: "completed" | "failed" | "interrupted") =>
      emit({ type: "agent.finished", agent, status, ms: monotonicNow() - startedAt }),
  };
}
