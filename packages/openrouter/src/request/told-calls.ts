import { isObject, isString } from "../json.ts";
import type { WireMessage } from "./wire.ts";

/**
 * The same conversation with its calls and their results in words, for a request that asks for JSON and offers no tools:
 * Gemini 2.5 takes no declared tools beside it, and no calls without declared tools.
 */
export function withToldCalls(messages: readonly WireMessage[]): readonly WireMessage[] {
  const names = new Map(
    messages.flatMap((message) => (message.tool_calls ?? []).map((call) => [call.id, call.function.name] as const)),
  );
  return messages.map((message) => {
    if (message.role === "tool") {
      const { tool_call_id, ...rest } = message;
      const name = names.get(tool_call_id) ?? "the call";
      return { ...rest, role: "user", content: `(Result of ${name}:)\n${textOf(message.content)}` };
    }
    const { tool_calls, reasoning_details, ...rest } = message;
    const calls = tool_calls ?? [];
    if (calls.length === 0) return message;
    const told = calls.map(({ function: called }) => `(Called ${called.name} with ${called.arguments ?? "{}"}.)`);
    return { ...rest, content: [textOf(message.content), ...told].filter((text) => text !== "").join("\n") };
  });
}

function textOf(content: unknown): string {
  if (isString(content)) return content;
  const parts: readonly unknown[] = Array.isArray(content) ? content : [];
  return parts.flatMap((part) => (isObject(part) && isString(part.text) ? [part.text] : [])).join("\n");
}
