import { type AnyTool, toCrewTool } from "../tools-of.ts";
import type { Tool } from "../types.ts";

/**
 * The tool with its result as the agent's answer: the run ends with its text as it is, and calls after it in the same turn
 * are not sent. A failed call is no answer; the model is told of it and goes on. Where an `output` is asked for, the text has
 * to be JSON that fits it.
 */
export function resultAsAnswer(tool: AnyTool): Tool {
  return { ...toCrewTool(tool), resultAsAnswer: true };
}
