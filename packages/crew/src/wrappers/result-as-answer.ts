import type { AnyTool } from "../tools-of.ts";
import type { Tool } from "../types.ts";
import { givenTool } from "./given-tool.ts";

/**
 * The tool with its result as the agent's answer: the run ends with its text as it is, and calls after it in the same turn
 * are not sent. A failed call is no answer; the model is told of it and goes on. Where an `output` is asked for, the text has
 * to be JSON that fits it. Throws `options_invalid` for what is no tool.
 */
export function resultAsAnswer(tool: AnyTool): Tool {
  return { ...givenTool("resultAsAnswer", tool), resultAsAnswer: true };
}
