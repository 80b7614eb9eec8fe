import type { Tool, ToolOutput } from "@k8s-copilot/crew";
import { redactText, redactValue } from "./redact.ts";
import { terminalSafe } from "./terminal-safe.ts";

/**
 * The one point through which every foreign byte comes in: what a tool returns is masked and made safe for a terminal
 * before a cache, a model, a screen or a session can hold it. A tool of the same shape.
 */
export const withSafety = (tool: Tool): Tool => ({
  ...tool,
  name: terminalSafe(tool.name),
  description: terminalSafe(tool.description),
  invoke: async (args, options) => safeOutput(await tool.invoke(args, options)),
});

const safeOutput = (output: ToolOutput): ToolOutput => {
  if (output.kind === "failure") return { ...output, message: safeText(output.message) };
  const structured = output.structured === undefined ? {} : { structured: safeValue(redactValue(output.structured)) };
  return { ...output, text: safeText(output.text), ...structured };
};

const safeText = (text: string): string => terminalSafe(redactText(text));

const safeValue = (value: unknown): unknown => {
  if (typeof value === "string") return terminalSafe(value);
  if (Array.isArray(value)) return value.map(safeValue);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [terminalSafe(key), safeValue(member)]));
};
