import { isObject, isString } from "../json.ts";
import { withoutReferences } from "./references.ts";
import type { ToolBook } from "./tool-book.ts";
import type { WireCall, WireMessage } from "./wire.ts";

/**
 * A conversation in the order that every provider takes (Gemini is the strictest): system messages at the head and
 * nowhere else, a user message first, each call answered exactly once and directly after it, no empty text, no name
 * fields, no assistant message last. What is missing is filled with a few plain words. Left out
 * are blank messages, names, and results that answer no call.
 */
export function normalizeMessages(messages: readonly WireMessage[], book: ToolBook): readonly WireMessage[] {
  const { head, body } = splitHead(messages.map(withoutName).map(withoutEmptyText));
  const paired = pairCalls(body.filter(hasContent), book);
  return [...head.filter(hasContent), ...withUserAtBothEnds(joinAssistants(paired))];
}

const conversationBegan = "(The beginning of the conversation is not shown.)";
const goOn = "Continue.";
const noOutput = "(no output)";
const neverRun = "(This call was not run.)";

function splitHead(messages: readonly WireMessage[]): { head: readonly WireMessage[]; body: readonly WireMessage[] } {
  const first = messages.findIndex((message) => !isSystem(message));
  const end = first < 0 ? messages.length : first;
  // Where it stands a late system message makes sense; at the head it would change the cached beginning.
  const body = messages.slice(end).map((message) => (isSystem(message) ? { ...message, role: "user" } : message));
  return { head: messages.slice(0, end), body };
}

function isSystem(message: WireMessage): boolean {
  return message.role === "system" || message.role === "developer";
}

/** OpenRouter turns a name into the text “name: ” for other vendors' models. */
function withoutName(message: WireMessage): WireMessage {
  const { name, ...rest } = message;
  return rest;
}

function withoutEmptyText(message: WireMessage): WireMessage {
  if (!Array.isArray(message.content)) return message;
  const parts = message.content.filter((part) => !(isObject(part) && part.type === "text" && isBlank(part.text)));
  return { ...message, content: parts };
}

function hasContent(message: WireMessage): boolean {
  return message.role === "tool" || callsOf(message).length > 0 || !isBlank(message.content);
}

function isBlank(content: unknown): boolean {
  if (Array.isArray(content)) return content.length === 0;
  return !isString(content) || content.trim() === "";
}

function callsOf(message: WireMessage): readonly WireCall[] {
  return message.role === "assistant" ? (message.tool_calls ?? []) : [];
}

/** Brings each result behind its call, gives every call an id of its own, and fills in results that never came. */
function pairCalls(messages: readonly WireMessage[], book: ToolBook): readonly WireMessage[] {
  const given = new Set<string>();
  const used = new Set<WireMessage>();
  return messages.flatMap((message, index): readonly WireMessage[] => {
    if (message.role === "tool") return [];
    const calls = callsOf(message);
    if (calls.length === 0) {
      const { tool_calls, ...rest } = message;
      return [rest];
    }
    const answered = calls.map((call) => {
      const id = distinctId(call.id ?? "", given);
      const result = resultsAfter(messages, index, call.id).find((candidate) => !used.has(candidate));
      if (result !== undefined) used.add(result);
      return { call: sentCall(call, id, book), result: sentResult(result, id) };
    });
    return [
      {
        ...message,
        content: isBlank(message.content) ? null : message.content,
        tool_calls: answered.map((a) => a.call),
      },
      ...answered.map((a) => a.result),
    ];
  });
}

/** What may answer a call: not what comes after a later call with the same id, which that one is answered with. */
function resultsAfter(messages: readonly WireMessage[], index: number, id: string | undefined): readonly WireMessage[] {
  const later = messages.slice(index + 1);
  const next = later.findIndex((message) => callsOf(message).some((call) => call.id === id));
  const own = next < 0 ? later : later.slice(0, next);
  return own.filter((message) => message.role === "tool" && message.tool_call_id === id);
}

function distinctId(wish: string, given: Set<string>): string {
  const base = wish === "" ? "call" : wish;
  let id = wish === "" ? `call_${given.size + 1}` : wish;
  for (let number = 2; given.has(id); number += 1) id = `${base}_${number}`;
  given.add(id);
  return id;
}

function sentCall(call: WireCall, id: string, book: ToolBook): WireCall {
  const { name, arguments: args = "" } = call.function;
  return {
    id,
    type: "function",
    function: { name: book.sentName(name), arguments: book.sentArguments(name, args) },
  };
}

function sentResult(result: WireMessage | undefined, id: string): WireMessage {
  const content = result === undefined ? neverRun : isBlank(result.content) ? noOutput : result.content;
  return { role: "tool", tool_call_id: id, content: withoutReferences(content) };
}

/** One assistant message after another (a plan, then its calls) is refused: they become one, with the thoughts of both. */
function joinAssistants(messages: readonly WireMessage[]): readonly WireMessage[] {
  const joined: WireMessage[] = [];
  for (const message of messages) {
    const previous = joined.at(-1);
    if (message.role === "assistant" && previous?.role === "assistant") {
      const reasoning = [...(previous.reasoning_details ?? []), ...(message.reasoning_details ?? [])];
      joined[joined.length - 1] = {
        ...previous,
        ...message,
        content: joinText(previous.content, message.content),
        ...(reasoning.length > 0 && { reasoning_details: reasoning }),
      };
    } else joined.push(message);
  }
  return joined;
}

/** Two contents as one: texts become one text, blocks are kept. */
export function joinText(first: unknown, second: unknown): unknown {
  if (isBlank(second)) return first;
  if (isString(first) && isString(second)) return `${first}\n\n${second}`;
  const parts = (content: unknown) => (isString(content) ? [{ type: "text", text: content }] : [content].flat());
  return [...parts(first), ...parts(second)];
}

function withUserAtBothEnds(messages: readonly WireMessage[]): readonly WireMessage[] {
  const begun =
    messages[0] !== undefined && messages[0].role !== "user"
      ? [{ role: "user", content: conversationBegan }, ...messages]
      : messages;
  const last = begun.at(-1);
  return last === undefined || last.role === "assistant" ? [...begun, { role: "user", content: goOn }] : begun;
}
