import { checkArgument } from "../options/check-options.ts";
import { type AnyTool, toCrewTool } from "../tools-of.ts";
import type { Tool } from "../types.ts";

/** The tool that a wrapper was given, as ours. Throws `options_invalid` for what is none, and what `toCrewTool` throws. */
export function givenTool(by: string, tool: AnyTool): Tool {
  checkArgument(tool, { by, place: "tool", kind: "tool" });
  return toCrewTool(tool);
}
