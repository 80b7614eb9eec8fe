import type { StructuredToolInterface } from "@langchain/core/tools";
import { interrupt } from "@langchain/langgraph";
import { delay } from "../abort.ts";
import { CrewError } from "../errors.ts";
import type { Approval } from "../task/pending.ts";
import { createMemoryStore } from "../tools/cache-store.ts";
import { createToolRunner } from "../tools/tool-runner.ts";
import { toCrewTool } from "../tools-of.ts";
import type { Arguments, CallResult, InvokeOptions, Tool, ToolOutput } from "../types.ts";

type AnyTool = Tool | StructuredToolInterface;

/** What the tool gives back, when nothing is wrong with it, is the agent's answer; calls after it in its turn are not run. */
export function resultAsAnswer(tool: AnyTool): Tool {
  return { ...toCrewTool(tool), isAnswer: true };
}

/**
 * No more than so many calls in one run of an agent; those beyond are refused, and the model is told. A call with arguments
 * that do not fit is none. Throws `tool_limit_invalid` below 1.
 */
export function withUsageLimit(tool: AnyTool, maxCalls: number): Tool {
  return { ...toCrewTool(tool), maxCalls: atLeastOne(tool, "usage limit", maxCalls) };
}

/** The first two thirds and the last third of a longer result, at most so many characters. */
export function withTruncation(tool: AnyTool, maxCharacters: number): Tool {
  const limit = atLeastOne(tool, "length", maxCharacters);
  return wrap(tool, async (call) => {
    const output = await call();
    if (output.kind === "failure" || output.text.length <= limit) return output;
    const head = Math.ceil((limit * 2) / 3);
    const left = output.text.length - limit;
    const text = `${output.text.slice(0, head)}\n[… ${left} characters left out …]\n${output.text.slice(head + left)}`;
    return { kind: "result", text, isError: output.isError };
  });
}

export type RetryOptions = {
  /** How often it is called again. Default 2. */
  readonly times?: number;
  /** Milliseconds before the first repetition; doubled for each further one. Default 500. */
  readonly delayMs?: number;
};

/** Calls again when there was no answer: only for tools that may be called twice, such as those that read. */
export function withRetry(tool: AnyTool, { times = 2, delayMs = 500 }: RetryOptions = {}): Tool {
  return wrap(tool, async (call, { signal }) => {
    let output = await call();
    for (let again = 0; again < times && isPassing(output) && !signal?.aborted; again += 1) {
      await delay(delayMs * 2 ** again, signal ?? new AbortController().signal);
      output = await call();
    }
    return output;
  });
}

function isPassing(output: ToolOutput): boolean {
  return output.kind === "failure" && (output.reason === "timeout" || output.reason === "unavailable");
}

/** Other arguments for the call, or why it is not to be made. */
export type BeforeCall = (
  args: Arguments,
) => Arguments | { readonly refuse: string } | Promise<Arguments | { readonly refuse: string }>;

/** Looks at a call before it is made. What throws here refuses it: a call that could not be checked is not made. */
export function withBeforeCall(tool: AnyTool, before: BeforeCall): Tool {
  const { invoke, ...rest } = toCrewTool(tool);
  return {
    ...rest,
    async invoke(args, options) {
      const decided = await decide(() => before(args));
      if ("refuse" in decided && typeof decided.refuse === "string") return refusal(decided.refuse);
      return invoke(decided, options);
    },
  };
}

async function decide<Value>(work: () => Value | Promise<Value>): Promise<Value | { readonly refuse: string }> {
  try {
    return await work();
  } catch (error) {
    return { refuse: `The check before the call failed: ${error instanceof Error ? error.message : error}` };
  }
}

/**
 * Asks a person before each call, or before those for which `when` says so; it waits in the run's `pending` with the kind
 * `approval`. Only the answer true makes the call. A `when` that throws asks. The crew needs a `checkpointer`.
 */
export function withApproval(tool: AnyTool, when: (args: Arguments) => boolean = () => true): Tool {
  const { invoke, ...rest } = toCrewTool(tool);
  return {
    ...rest,
    async invoke(args, options) {
      if (needsApproval(when, args)) {
        const question = `May "${rest.name}" be called with ${JSON.stringify(args)}?`;
        const asked: Approval = { kind: "approval", question, subject: { tool: rest.name, args } };
        const reply: unknown = interrupt(asked);
        if (reply !== true)
          return refusal(
            typeof reply === "string" && reply !== ""
              ? `A person refused the call: ${reply}`
              : "A person refused the call.",
          );
      }
      return invoke(args, options);
    },
  };
}

function needsApproval(when: (args: Arguments) => boolean, args: Arguments): boolean {
  try {
    return when(args);
  } catch {
    return true;
  }
}

export type CacheOptions = {
  /** Milliseconds that a result is given out again. */
  readonly ttlMs: number;
  /** Whether a result is worth keeping. Default: always. Failures never are. */
  readonly mayKeep?: (result: CallResult) => boolean;
};

/**
 * Gives a result out again for a while, also to other agents that have the same wrapped tool: for reads. To be told how old
 * a result is, give the crew a `runner` of `createToolRunner` with a policy instead.
 */
export function withCache(tool: AnyTool, { ttlMs, mayKeep = () => true }: CacheOptions): Tool {
  const made = toCrewTool(tool);
  const policy = { ttlMs: atLeastOne(tool, "ttlMs", ttlMs), tags: [], drops: [] };
  const runner = createToolRunner({ tools: [made], policyOf: () => policy, mayKeep, cache: createMemoryStore() });
  return {
    ...made,
    async invoke(args, { signal } = {}) {
      const result = await runner.run({ id: made.name, tool: made.name, args }, signal && { signal });
      const { outcome, text, message, structured } = result;
      if (outcome === "timeout" || outcome === "unavailable" || outcome === "cancelled" || outcome === "too_big")
        return { kind: "failure", reason: outcome, message };
      const more = structured === undefined ? {} : { structured };
      return { kind: "result", text: outcome === "ok" ? text : text || message, ...more, isError: outcome !== "ok" };
    },
  };
}

type Around = (call: () => Promise<ToolOutput>, options: InvokeOptions) => Promise<ToolOutput>;

function wrap(tool: AnyTool, around: Around): Tool {
  const { invoke, ...rest } = toCrewTool(tool);
  return { ...rest, invoke: (args, options = {}) => around(() => invoke(args, options), options) };
}

function refusal(text: string): ToolOutput {
  return { kind: "result", text, isError: true };
}

function atLeastOne({ name }: AnyTool, what: string, value: number): number {
  if (value >= 1) return value;
  throw new CrewError(
    "tool_limit_invalid",
    `The tool "${name}" has a ${what} of ${value}.`,
    "Pass a number of at least 1.",
  );
}
