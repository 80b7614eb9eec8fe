import {
  type AIMessage,
  type BaseMessage,
  type BaseMessageLike,
  coerceMessageLikeToMessage,
  HumanMessage,
  SystemMessage,
  ToolMessage,
} from "@langchain/core/messages";
import { z } from "zod";
import { createToolRunner, type ToolRunner } from "../runner/tool-runner.ts";
import type { CallResult, Usage } from "../types.ts";
import { runTool, toolText } from "./agent-tools.ts";
import type { Agent } from "./define-agent.ts";
import { modelFailure } from "./model-error.ts";
import { addUsage, type ModelReply, noUsage, readReply, usageOf } from "./model-reply.ts";
import type { AgentFailure, AgentRun, RunAgentOptions } from "./types.ts";

/** The name of the tool by which a structured answer arrives. */
export const finalAnswerTool = "final_answer";

/** Longest wait before a failed model call is repeated. */
const longestWaitMs = 20_000;

/**
 * One agent alone: asks the model, runs the tools it calls, until it answers. Only native tool calls of finished replies
 * count. An empty reply gets one nudge, a wrong structured answer one repair, an identical repeat of a call a hint
 * instead of a run; at the iteration limit the model answers with what it has. Never throws.
 */
export function runAgent(
  agent: Agent,
  messages: readonly BaseMessageLike[],
  options?: Omit<RunAgentOptions<string>, "output">,
): Promise<AgentRun<string>>;
export function runAgent<Output>(
  agent: Agent,
  messages: readonly BaseMessageLike[],
  options: RunAgentOptions<Output> & { readonly output: z.ZodType<Output> },
): Promise<AgentRun<Output>>;
export async function runAgent(
  agent: Agent,
  messages: readonly BaseMessageLike[],
  options: RunAgentOptions<unknown> = {},
): Promise<AgentRun<unknown>> {
  const limit = agent.timeoutMs === undefined ? [] : [AbortSignal.timeout(agent.timeoutMs)];
  const signal = AbortSignal.any([...(options.signal ? [options.signal] : []), ...limit]);
  const run: Run = {
    agent,
    options,
    signal,
    runner: options.runner ?? createToolRunner({ tools: agent.tools }),
    messages: [new SystemMessage(agent.prompt(agent)), ...messages.map(coerceMessageLikeToMessage)],
    calls: [],
    usage: noUsage,
    nudged: false,
    repaired: false,
    lastCall: "",
  };
  for (let round = 0; round < agent.maxIterations; round += 1) {
    const last = round === agent.maxIterations - 1;
    const asked = await ask(run, last && !options.output);
    if (asked.kind === "failed") return failed(run, asked.error);
    const step = await follow(run, asked.message, readReply(asked.message));
    if (step) return step;
  }
  return failed(run, {
    code: "budget_exceeded",
    message: `The agent “${agent.name}” did not answer within ${agent.maxIterations} rounds.`,
    remedy: "Raise maxIterations or ask for less.",
  });
}

type Run = {
  readonly agent: Agent;
  readonly options: RunAgentOptions<unknown>;
  readonly signal: AbortSignal;
  readonly runner: ToolRunner;
  readonly messages: BaseMessage[];
  readonly calls: CallResult[];
  usage: Usage;
  nudged: boolean;
  repaired: boolean;
  lastCall: string;
};

type Asked =
  | { readonly kind: "replied"; readonly message: AIMessage }
  | { readonly kind: "failed"; readonly error: AgentFailure };

/** One model call, repeated for passing failures. */
const ask = async (run: Run, withoutTools: boolean): Promise<Asked> => {
  const { agent, options, signal } = run;
  for (let attempt = 0; ; attempt += 1) {
    options.onEvent?.({ type: "model.started", agent: agent.name });
    try {
      const message = await bound(run, withoutTools).invoke(run.messages, { signal });
      const usage = usageOf(message);
      run.usage = addUsage(run.usage, usage);
      options.onEvent?.({ type: "model.finished", agent: agent.name, usage });
      return { kind: "replied", message };
    } catch (error) {
      options.onEvent?.({ type: "model.finished", agent: agent.name, usage: noUsage });
      run.usage = addUsage(run.usage, { ...noUsage, modelCalls: 1 });
      const failure = modelFailure(error, signal);
      if (!failure.retryable || attempt >= agent.retries)
        return { kind: "failed", error: { code: failure.code, message: failure.message, remedy: failure.remedy } };
      await wait(Math.min(failure.retryAfterMs ?? 500 * 2 ** attempt, longestWaitMs), signal);
    }
  }
};

const bound = ({ agent, options }: Run, withoutTools: boolean) => {
  const tools = withoutTools
    ? []
    : agent.tools.map(({ name, description, inputSchema }) => ({
        type: "function" as const,
        function: { name, description, parameters: { ...inputSchema } },
      }));
  const answer = options.output
    ? [
        {
          type: "function" as const,
          function: {
            name: finalAnswerTool,
            description: "Gives the final answer. Call it exactly once.",
            parameters: schemaOf(options.output),
          },
        },
      ]
    : [];
  const all = [...tools, ...answer];
  if (all.length === 0) return agent.model;
  if (!agent.model.bindTools) return agent.model;
  return agent.model.bindTools(all, options.output && tools.length === 0 ? { tool_choice: finalAnswerTool } : {});
};

const schemaOf = (output: z.ZodType): Record<string, unknown> => {
  const { $schema: _, ...schema } = z.toJSONSchema(output, { io: "input" });
  return schema;
};

/** Goes on from a reply: undefined asks the model again. */
const follow = async (run: Run, message: AIMessage, reply: ModelReply): Promise<AgentRun<unknown> | undefined> => {
  if (reply.kind === "unfinished")
    return again(run, "Your last reply was cut off. Give it again, shorter.", {
      code: "model_bad_reply",
      message: reply.why,
      remedy: "Ask again.",
    });
  if (reply.kind === "empty")
    return again(run, "Your last reply was empty. Please answer.", {
      code: "model_bad_reply",
      message: "The model gave an empty reply.",
      remedy: "Ask again.",
    });
  if (reply.kind === "text") return answered(run, message, reply.text);
  return called(run, message, reply);
};

const again = (run: Run, hint: string, error: AgentFailure): AgentRun<unknown> | undefined => {
  if (run.nudged) return failed(run, error);
  run.nudged = true;
  run.messages.push(new HumanMessage(hint));
  return undefined;
};

const answered = (run: Run, message: AIMessage, text: string): AgentRun<unknown> | undefined => {
  const { output } = run.options;
  if (!output) {
    run.messages.push(message);
    return completed(run, text, text);
  }
  const parsed = output.safeParse(jsonIn(text));
  if (parsed.success) return completed(run, text, parsed.data);
  return repair(
    run,
    new HumanMessage(`Answer by calling ${finalAnswerTool}.`),
    "The model answered in prose where a structured answer was asked for.",
  );
};

const repair = (run: Run, hint: BaseMessage, why: string): AgentRun<unknown> | undefined => {
  if (run.repaired)
    return failed(run, { code: "model_bad_reply", message: why, remedy: "Ask again, or use another model." });
  run.repaired = true;
  run.messages.push(hint);
  return undefined;
};

const called = async (
  run: Run,
  message: AIMessage,
  reply: Extract<ModelReply, { kind: "calls" }>,
): Promise<AgentRun<unknown> | undefined> => {
  const { output } = run.options;
  const answer = output ? reply.calls.find(({ name }) => name === finalAnswerTool) : undefined;
  const parsed = answer && output ? output.safeParse(answer.args) : undefined;
  if (parsed?.success) return completed(run, JSON.stringify(parsed.data), parsed.data);
  run.messages.push(message);
  for (const { id, name, why } of reply.broken)
    run.messages.push(new ToolMessage({ tool_call_id: id, name, status: "error", content: `${why} Call it again.` }));
  const results = await Promise.all(reply.calls.map((call) => (call === answer ? undefined : runTool(run, call))));
  for (const [index, result] of results.entries()) {
    const call = reply.calls[index];
    if (!call) continue;
    const text = result
      ? toolText(result)
      : `The answer does not fit: ${parsed?.error ? z.prettifyError(parsed.error) : "unknown"}`;
    run.messages.push(
      new ToolMessage({
        tool_call_id: call.id,
        name: call.name,
        status: result?.outcome === "ok" ? "success" : "error",
        content: text,
      }),
    );
  }
  if (run.signal.aborted) return failed(run, { code: "cancelled", message: "The run was stopped.", remedy: "" });
  if (!answer) return undefined;
  if (run.repaired)
    return failed(run, {
      code: "model_bad_reply",
      message: "The model's structured answer did not fit, twice.",
      remedy: "Ask again, or use another model.",
    });
  run.repaired = true;
  return undefined;
};

/** JSON in a text that may have a fence around it. */
const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(/```(?:json)?\s*([\s\S]*?)```/.exec(text)?.[1] ?? text);
  } catch {
    return undefined;
  }
};

const completed = (run: Run, text: string, data: unknown): AgentRun<unknown> => ({
  status: "completed",
  text,
  data,
  messages: run.messages,
  calls: run.calls,
  usage: run.usage,
});

const failed = (run: Run, error: AgentFailure): AgentRun<unknown> => ({
  status: "failed",
  error,
  messages: run.messages,
  calls: run.calls,
  usage: run.usage,
});

const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done, { once: true });
  });
