import { ToolMessage } from "@langchain/core/messages";
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

/** The first two thirds and the last third: a log's cause is often at its end. */
export function headAndTail(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const head = Math.floor((limit * 2) / 3);
  const left = text.slice(0, head);
  const right = text.slice(text.length - (limit - head));
  return `${left}\n[… ${text.length - limit} of ${text.length} characters left out …]\n${right}`;
}
