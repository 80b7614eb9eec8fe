import { isObject } from "../json.ts";
import { sanitizeSchema } from "../schema/sanitize-schema.ts";
import { normalizeMessages } from "./normalize-messages.ts";
import { unpackReasoning } from "./reasoning.ts";
import { withToldCalls } from "./told-calls.ts";
import { createToolBook, type ToolBook } from "./tool-book.ts";
import type { WireRequest } from "./wire.ts";

export type PreparedRequest = { readonly body: WireRequest; readonly book: ToolBook };

/** A request as LangChain builds it → one that OpenRouter and the strictest provider behind it take. */
export function prepareRequest(request: WireRequest): PreparedRequest {
  const offersTools = (request.tools ?? []).length > 0;
  const unpacked = request.messages.map(unpackReasoning);
  const messages = wantsJson(request.response_format) && !offersTools ? withToldCalls(unpacked) : unpacked;
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
      tool_choice: toolChoice(tool_choice, offersTools, book),
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

function wantsJson(format: unknown): boolean {
  return isObject(format) && (format.type === "json_object" || format.type === "json_schema");
}

function responseFormat(format: unknown): unknown {
  if (!isObject(format) || !isObject(format.json_schema)) return format;
  const { schema, ...rest } = format.json_schema;
  const { parameters } = sanitizeSchema(schema);
  return { ...format, json_schema: { ...rest, ...(parameters !== undefined && { schema: parameters }) } };
}
