import { delay } from "../abort.ts";
import { CrewError } from "../errors.ts";
import { checkOptions } from "../options/check-options.ts";
import { retryOptions } from "../options/entries.ts";
import type { AnyTool } from "../tools-of.ts";
import type { Tool, ToolOutput } from "../types.ts";
import { givenTool } from "./given-tool.ts";

export type RetryOptions = {
  /** How often a call is repeated at most: a whole number. Default 2. */
  readonly retries?: number;
  /** Milliseconds before the first repetition; twice as many before each further one; any number but `Infinity`. Default 500. */
  readonly waitMs?: number;
  /** It does no harm twice. Default: what its annotations say (`readOnlyHint`, `idempotentHint`). */
  readonly isRepeatable?: boolean;
};

/**
 * The tool with calls repeated that had no answer (`timeout`, `unavailable`); an answer that says no is one. What may have
 * changed something is never sent twice: throws `wrapper_invalid` for a tool that does not say that it only reads. It also
 * does so for `retries` or a `waitMs` that are none, and for a tool of `withApproval`: a pause for a person begins a call anew,
 * and everything that was sent before it would be sent again. A tool that asks by an `interrupt` of its own is as little for it.
 * Throws `options_invalid` for what is no tool, or for an option that there is not.
 */
export function withRetry(tool: AnyTool, options: RetryOptions = {}): Tool {
  const inner = givenTool("withRetry", tool);
  checkOptions(options, retryOptions);
  const { readOnlyHint = false, idempotentHint = false } = inner.annotations ?? {};
  const { retries = 2, waitMs = 500, isRepeatable = readOnlyHint || idempotentHint } = options;
  if (!isRepeatable) {
    const message = `"${inner.name}" does not say that it only reads, so a second call may do something twice.`;
    throw new CrewError("wrapper_invalid", message, "Pass isRepeatable: true where you know that it does no harm.");
  }
  if (inner.hasApproval) {
    const message = `Each repetition of "${inner.name}" would be asked about, and send the calls before it once more.`;
    throw new CrewError("wrapper_invalid", message, "Put the approval around it: withApproval(withRetry(tool)).");
  }
  if (!Number.isInteger(retries) || retries < 0) {
    const message = `"${inner.name}" cannot be repeated ${retries} times.`;
    throw new CrewError("wrapper_invalid", message, "Pass a whole number of retries, 0 or more.");
  }
  if (!Number.isFinite(waitMs) || waitMs < 0) {
    const message = `A wait of ${waitMs} ms before "${inner.name}" is repeated never ends, or is none.`;
    throw new CrewError("wrapper_invalid", message, "Pass a number of milliseconds, 0 or more.");
  }
  return {
    ...inner,
    async invoke(args, invokeOptions = {}) {
      let output = await inner.invoke(args, invokeOptions);
      for (let attempt = 0; attempt < retries && hadNoAnswer(output); attempt += 1) {
        if (!(await waited(waitMs * 2 ** attempt, invokeOptions.signal))) return output;
        output = await inner.invoke(args, invokeOptions);
      }
      return output;
    },
  };
}

function hadNoAnswer(output: ToolOutput): boolean {
  return output.kind === "failure" && (output.reason === "timeout" || output.reason === "unavailable");
}

/** Whether the time passed without the call being stopped. */
async function waited(ms: number, signal = new AbortController().signal): Promise<boolean> {
  return delay(ms, signal).then(
    () => true,
    () => false,
  );
}
