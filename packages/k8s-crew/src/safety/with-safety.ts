import type { Tool, ToolOutput } from "@k8s-copilot/crew";
import { tryJson } from "../results/values.ts";
import { redactText, redactValue } from "./redact.ts";
import { isTerminalSafe, terminalSafe } from "./terminal-safe.ts";

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
  if (output.kind === "failure") {
    const { fault } = output;
    const said = fault === undefined ? {} : { fault: { ...fault, detail: safeText(fault.detail) } };
    return { ...output, message: safeText(output.message), ...said };
  }
  const structured = output.structured === undefined ? {} : { structured: safeValue(redactValue(output.structured)) };
  return { ...output, text: safeText(output.text), ...structured };
};

/**
 * JSON stays JSON: made safe as written it could no longer be read, and a single odd character would hide a whole list.
 * So its strings are made safe one by one, and the text is written anew only when one of them was not.
 */
const safeText = (text: string): string => {
  const masked = redactText(text);
  const value = /^\s*[[{"]/.test(masked) ? tryJson(masked) : undefined;
  if (value === undefined) return safeString(masked);
  const asSent = JSON.stringify(value);
  const safe = JSON.stringify(safeValue(value));
  return safe === asSent && isTerminalSafe(masked) ? masked : safe;
};

/** Nothing is cut here: a list may be one long line, and what is too long for a screen is the screen's affair. */
const safeString = (text: string): string => terminalSafe(text, { maxLineLength: Number.POSITIVE_INFINITY });

const safeValue = (value: unknown): unknown => {
  if (typeof value === "string") return safeString(value);
  if (Array.isArray(value)) return value.map(safeValue);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [safeString(key), safeValue(member)]));
};
