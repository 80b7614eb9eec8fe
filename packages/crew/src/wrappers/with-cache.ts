import { getConfig } from "@langchain/langgraph";
import { createSteadyClock } from "../clock.ts";
import { CrewError } from "../errors.ts";
import { checkOptions } from "../options/check-options.ts";
import { cacheOptions } from "../options/entries.ts";
import { createArgumentCheck } from "../tools/argument-check.ts";
import { createMemoryStore } from "../tools/cache-store.ts";
import type { ToolNodeOptions } from "../tools/caching-tool-node.ts";
import { createToolRunner } from "../tools/tool-runner.ts";
import type { ToolRunner } from "../tools/types.ts";
import type { AnyTool } from "../tools-of.ts";
import type { Arguments, CallResult, Outcome, Tool, ToolOutput } from "../types.ts";
import { givenTool } from "./given-tool.ts";

export type CacheOptions = {
  /** Milliseconds for which a result is given out again. There is no default: only you know how fast it grows old. */
  readonly ttlMs: number;
  /** Whether this result may be kept. Default: every one that is no failure. */
  readonly keepWhen?: (args: Arguments, text: string) => boolean;
  /**
   * Whose eyes a result is for, given the config of the graph that the call is in: it is given to nobody else. Needed for a tool
   * that looks at more than its arguments, such as `configurable.user`. One that throws blocks the call. Default: a result is
   * for everybody.
   */
  readonly identityOf?: NonNullable<ToolNodeOptions["identityOf"]>;
};

/**
 * The tool with its results kept: equal calls within `ttlMs` are one, of whichever agent has this tool, and equal calls at the
 * same time too, if they have the same time limit. A kept result says so, with its age. Failures are never kept. For a tool that
 * only reads; where writes have to forget what they change, give the crew a `runner` with a policy instead. Throws
 * `wrapper_invalid` for a `ttlMs` of 0 or less, and for a tool of `withApproval`: what was decided about one call would stand
 * for others (what a tool gave after an `interrupt` of its own is not kept either; one that runs a graph of its own that asks is
 * not for it); `options_invalid` for what is no tool or for
 * an option that there is not.
 */
export function withCache(tool: AnyTool, options: CacheOptions): Tool {
  const inner = givenTool("withCache", tool);
  checkOptions(options, cacheOptions);
  const { ttlMs, keepWhen, identityOf = () => "" } = options;
  if (!Number.isFinite(ttlMs) || ttlMs <= 0) {
    const message = `Results of "${inner.name}" cannot be kept for ${ttlMs} ms.`;
    throw new CrewError("wrapper_invalid", message, "Pass more than 0, or leave out the cache.");
  }
  if (inner.hasApproval || inner.asksPerson) {
    const message = `What is decided about one call of "${inner.name}" would stand for all that are equal.`;
    throw new CrewError("wrapper_invalid", message, "Put the approval around it: withApproval(withCache(tool)).");
  }
  const now = createSteadyClock();
  const shared = {
    tools: [inner],
    policyOf: () => ({ ttlMs, tags: [], drops: [] }),
    cache: createMemoryStore({ now }),
    checkArguments: createArgumentCheck(),
    now,
    ...(keepWhen && { mayKeep: ({ call, text }: CallResult) => keepWhen(call.args, text) }),
  };
  const withRunner = createRunners((limit) => createToolRunner({ ...shared, ...limit }));
  return {
    ...inner,
    async invoke(args, { signal, timeoutMs, callId = "" } = {}) {
      const identity = identityFrom(identityOf);
      if (identity === undefined) return { kind: "result", text: UNKNOWN_EYES, isError: true };
      const options = { identity, ...(signal && { signal }) };
      return outputOf(await withRunner(timeoutMs, ({ run }) => run({ id: callId, tool: inner.name, args }, options)));
    },
  };
}

const UNKNOWN_EYES = "The call was not sent: whose eyes its result is for could not be told.";

/** Undefined where it cannot be told: what is one person's must not be given to another. */
function identityFrom(identityOf: NonNullable<CacheOptions["identityOf"]>): string | undefined {
  try {
    const identity: unknown = identityOf(getConfig() ?? {});
    return typeof identity === "string" ? identity : undefined;
  } catch {
    return undefined;
  }
}

type Make = (limit: { readonly timeoutMs?: number }) => ToolRunner;

/** A runner for each time limit of calls on their way: who has more time must not share the call of one who has less. */
function createRunners(make: Make) {
  const busy = new Map<number | undefined, { readonly runner: ToolRunner; calls: number }>();
  return async (timeoutMs: number | undefined, call: (runner: ToolRunner) => Promise<CallResult>) => {
    const limit = timeoutMs === undefined ? {} : { timeoutMs };
    const user = busy.get(timeoutMs) ?? { runner: make(limit), calls: 0 };
    busy.set(timeoutMs, user);
    user.calls += 1;
    try {
      return await call(user.runner);
    } finally {
      user.calls -= 1;
      if (user.calls === 0) busy.delete(timeoutMs);
    }
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
