import { CrewError } from "../errors.ts";
import { createToolRunner } from "../tools/tool-runner.ts";
import { type AnyTool, toCrewTool } from "../tools-of.ts";
import type { Arguments, CallResult, Outcome, Tool, ToolOutput } from "../types.ts";

export type CacheOptions = {
  /** Milliseconds for which a result is given out again. There is no default: only you know how fast it grows old. */
  readonly ttlMs: number;
  /** Whether this result may be kept. Default: every one that is no failure. */
  readonly keepWhen?: (args: Arguments, text: string) => boolean;
};

/**
 * The tool with its results kept: equal calls within `ttlMs` are one, of whichever agent has this tool, and equal calls at the
 * same time too. A kept result says so, with its age. Failures are never kept. For a tool that only reads; where writes have to
 * forget what they change, give the crew a `runner` with a policy instead. Throws `wrapper_invalid` for a `ttlMs` of 0 or less.
 */
export function withCache(tool: AnyTool, { ttlMs, keepWhen }: CacheOptions): Tool {
  if (!Number.isFinite(ttlMs) || ttlMs <= 0) {
    const message = `Results of "${tool.name}" cannot be kept for ${ttlMs} ms.`;
    throw new CrewError("wrapper_invalid", message, "Pass more than 0, or leave out the cache.");
  }
  const inner = toCrewTool(tool);
  const runner = createToolRunner({
    tools: [inner],
    policyOf: () => ({ ttlMs, tags: [], drops: [] }),
    ...(keepWhen && { mayKeep: ({ call, text }: CallResult) => keepWhen(call.args, text) }),
  });
  return {
    ...inner,
    async invoke(args, { signal } = {}) {
      return outputOf(await runner.run({ id: "", tool: inner.name, args }, signal === undefined ? {} : { signal }));
    },
  };
}

const REASONS: Partial<Record<Outcome, Extract<ToolOutput, { kind: "failure" }>["reason"]>> = {
  timeout: "timeout",
  unavailable: "unavailable",
  too_big: "too_big",
  cancelled: "cancelled",
};

function outputOf({ outcome, text, structured, message, fault, cached, ageMs }: CallResult): ToolOutput {
  const reason = REASONS[outcome];
  if (reason !== undefined) return { kind: "failure", reason, message, ...(fault && { fault }) };
  const content = structured === undefined ? {} : { structured };
  const age = cached ? { ageMs } : {};
  return { kind: "result", text: text === "" ? message : text, ...content, ...age, isError: outcome !== "ok" };
}
