import { CrewError } from "../errors.ts";
import { checkArgument } from "../options/check-options.ts";
import type { AnyTool } from "../tools-of.ts";
import type { Tool } from "../types.ts";
import { givenTool } from "./given-tool.ts";

/**
 * The tool with a limit on how often an agent may use it in one run of `runAgent`; in a crew in one task, all attempts at it
 * together, after a guardrail or a person refused an answer and in every piece of work that is handed on to the agent. What
 * goes beyond is refused with a text for the model, and so are calls with wrong arguments, which do not count. Of two limits
 * around one tool the lower one holds. Throws `wrapper_invalid` for a limit below 1, and `options_invalid` for what is no tool,
 * or no number.
 */
export function withUsageLimit(tool: AnyTool, uses: number): Tool {
  const inner = givenTool("withUsageLimit", tool);
  checkArgument(uses, { by: "withUsageLimit", place: "limit", kind: "number" });
  if (!Number.isInteger(uses) || uses < 1) {
    const message = `A limit of ${uses} uses of "${inner.name}" makes no sense.`;
    throw new CrewError("wrapper_invalid", message, "Pass a whole number of at least 1, or leave the tool out.");
  }
  return { ...inner, usageLimit: Math.min(uses, inner.usageLimit ?? uses) };
}
