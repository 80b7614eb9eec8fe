import { isObject } from "../json.ts";
import { sanitizeSchema } from "../schema/sanitize-schema.ts";
import { normalizeMessages } from "./normalize-messages.ts";
import { unpackReasoning } from "./reasoning.ts";
import { createToolBook, type ToolBook } from "./tool-book.ts";
import type { WireRequest } from "./wire.ts";

export type PreparedRequest = { readonly body: WireRequest; readonly book: ToolBook };

/** A request as LangChain builds it → one that OpenRouter and the strictest provider behind it take. */
export function prepareRequest(request: WireRequest): PreparedRequest {
  const messages = request.messages.map(unpackReasoning);
  const mentioned = messages.flatMap((message) => (message.tool_calls ?? []).map((call) => call.function.name));
  const offered = request.tools ?? [];
  const book = createToolBook(offered, mentioned);
  const { tools, tool_choice, response_format, ...rest } = request;
  return {
    book,
    body: {
      ...rest,
      messages: [...normalizeMessages(messages, book)],
      ...(book.tools.length > 0 && { tools: [...book.tools] }),
      tool_choice: toolChoice(tool_choice, offered.length > 0, book),
      response_format: responseFormat(response_format),
    },
  };
}

/** Without tools of its own a request may still have to declare those of the conversation: none may be called then. */
function toolChoice(choice: unknown, hasTools: boolean, book: ToolBook): unknown {
  if (!hasTools) return book.tools.length > 0 ? "none" : undefined;
  if (!isObject(choice) || !isObject(choice.function)) return choice;
  const { name } = choice.function;
  return typeof name === "string" ? { ...choice, function: { ...choice.function, name: book.sentName(name) } } : choice;
}

function responseFormat(format: unknown): unknown {
  if (!isObject(format) || !isObject(format.json_schema)) return format;
  const { schema, ...rest } = format.json_schema;
  const { parameters } = sanitizeSchema(schema);
  return { ...format, json_schema: { ...rest, ...(parameters !== undefined && { schema: parameters }) } };
}
