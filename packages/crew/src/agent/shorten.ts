import { type BaseMessage, ToolMessage } from "@langchain/core/messages";
import { headAndTail } from "../head-and-tail.ts";

/** Characters that are left of each result of a tool, one limit after another, until a conversation fits its model. */
const LIMITS = [8_000, 1_000];

/** The messages with the middle of long results of tools left out; what people and the model said stays whole. */
export function withShortResults(messages: readonly BaseMessage[], limit: number): readonly BaseMessage[] {
  // To ask for a message's text costs LangChain more than all the rest here.
  if (limit === Number.POSITIVE_INFINITY) return messages;
  return messages.map((message) => (isLong(message, limit) ? cut(message, limit) : message));
}

/** The largest limit below this one that takes anything away; undefined where none does. */
export function nextLimit(messages: readonly BaseMessage[], limit: number): number | undefined {
  return LIMITS.find((next) => next < limit && messages.some((message) => isLong(message, next)));
}

function isLong(message: BaseMessage, limit: number): message is ToolMessage {
  return ToolMessage.isInstance(message) && message.text.length > limit;
}

function cut({ text, tool_call_id, name = "", status = "success", artifact }: ToolMessage, limit: number): ToolMessage {
  return new ToolMessage({ content: headAndTail(text, limit), tool_call_id, name, status, artifact });
}
