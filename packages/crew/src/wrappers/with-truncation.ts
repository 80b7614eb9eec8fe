import { CrewError } from "../errors.ts";
import { headAndTail } from "../head-and-tail.ts";
import { checkArgument } from "../options/check-options.ts";
import type { AnyTool } from "../tools-of.ts";
import type { Tool } from "../types.ts";
import { givenTool } from "./given-tool.ts";

/**
 * The tool with results of at most so many characters: the middle of a longer one is left out, and a line in its place, which
 * counts too, says how much. Structured content of such a result is left out whole. Throws `wrapper_invalid` for a limit below
 * 100, and `options_invalid` for what is no tool, or no number.
 */
export function withTruncation(tool: AnyTool, characters: number): Tool {
  const inner = givenTool("withTruncation", tool);
  checkArgument(characters, { by: "withTruncation", place: "limit", kind: "number" });
  if (!Number.isInteger(characters) || characters < 100) {
    const message = `A result of "${inner.name}" in ${characters} characters says nothing.`;
    throw new CrewError("wrapper_invalid", message, "Pass a whole number of at least 100.");
  }
  return {
    ...inner,
    async invoke(args, options) {
      const output = await inner.invoke(args, options);
      if (output.kind !== "result" || output.text.length <= characters) return output;
      const { structured: _left, ...kept } = output;
      return { ...kept, text: headAndTail(output.text, characters) };
    },
  };
}
