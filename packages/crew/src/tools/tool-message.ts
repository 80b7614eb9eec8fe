import { ToolMessage } from "@langchain/core/messages";
import { headAndTail } from "../head-and-tail.ts";
import type { CallResult } from "../types.ts";

/** Characters of a result that a model is shown by default: about 8 000 tokens. */
const MODEL_TEXT_LIMIT = 32_000;

/** What a model is told about a call. Never empty: some vendors refuse a message without text. */
export function resultForModel({ outcome, text, message }: CallResult, limit = MODEL_TEXT_LIMIT): string {
  const shown = headAndTail(text.trim() === "" ? "" : text, limit);
  if (outcome === "ok") return shown === "" ? "(The tool gave no text.)" : shown;
  const more = shown === "" || shown.trim() === message ? "" : `\n${shown}`;
  return `Error (${outcome}): ${message}${more}`;
}

/** The tool message that answers the call, with the whole result as its artifact. */
export function toToolMessage(result: CallResult, content = resultForModel(result)): ToolMessage {
  return new ToolMessage({
    content,
    tool_call_id: result.call.id,
    name: result.call.tool,
    status: result.outcome === "ok" ? "success" : "error",
    artifact: result,
  });
}
