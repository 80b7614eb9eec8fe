import { type ChatRequest, type Headers, isObject, isString, type JsonObject, objectsOf } from "./types.ts";

export function readRequest(body: JsonObject, headers: Headers): ChatRequest {
  const messages = objectsOf(body.messages);
  const tools = objectsOf(body.tools);
  const lastUser = messages.findLastIndex((message) => message.role === "user");
  return {
    body,
    headers,
    model: isString(body.model) ? body.model : "",
    stream: body.stream === true,
    messages,
    tools,
    toolNames: tools.map((tool) => (isObject(tool.function) ? String(tool.function.name) : "")),
    lastUser: textOf(messages[lastUser]?.content),
    toolResults: messages
      .slice(lastUser + 1)
      .filter((message) => message.role === "tool")
      .map((message) => textOf(message.content)),
  };
}

function textOf(content: unknown): string {
  if (isString(content)) return content;
  return objectsOf(content)
    .map((part) => (isString(part.text) ? part.text : ""))
    .join("");
}
