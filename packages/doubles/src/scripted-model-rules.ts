import type { ToolDefinition } from "@langchain/core/language_models/base";
import { AIMessage, type BaseMessage, ToolMessage } from "@langchain/core/messages";

type Request = {
  readonly messages: readonly BaseMessage[];
  readonly tools: readonly ToolDefinition[];
  readonly toolChoice: unknown;
};

/** Every rule that the request breaks, in words. Each rule is one that some vendor enforces. */
export function problemsOf(request: Request): string[] {
  return [
    ...problemsOfTools(request),
    ...problemsOfOrder(request.messages),
    ...request.messages.filter(isEmpty).map((message) => `a message of type ${message.type} is empty`),
    ...problemsOfAnswers(request.messages),
  ];
}

function problemsOfTools({ tools, toolChoice }: Request): string[] {
  const names = tools.map((tool) => tool.function.name);
  const problems = names
    .filter((name, index) => names.indexOf(name) !== index)
    .map((name) => `two tools have the name ${name}`);
  for (const tool of tools) {
    if (!/^[A-Za-z_][\w-]{0,63}$/.test(tool.function.name)) problems.push(`${tool.function.name} is no function name`);
    const parameters: unknown = tool.function.parameters;
    if (!isObjectSchema(parameters)) problems.push(`the parameters of ${tool.function.name} are no object schema`);
  }
  const chosen = typeof toolChoice === "string" && !["auto", "any", "none", "required"].includes(toolChoice);
  if (chosen && !names.includes(toolChoice)) problems.push(`tool_choice names ${toolChoice}, which is not offered`);
  if (toolChoice !== undefined && toolChoice !== "none" && tools.length === 0)
    problems.push("tool_choice without tools");
  return problems;
}

function problemsOfOrder(messages: readonly BaseMessage[]): string[] {
  const problems: string[] = [];
  const talk = messages.filter((message) => message.type !== "system");
  if (messages.slice(1).some((message) => message.type === "system"))
    problems.push("a system message is not the first");
  if (talk.length === 0) problems.push("there is no message besides the system's");
  else if (talk[0]?.type !== "human") problems.push("the first message is not the user's");
  if (talk.at(-1)?.type === "ai") problems.push("requests that end with the assistant's message are not supported");
  return problems;
}

function problemsOfAnswers(messages: readonly BaseMessage[]): string[] {
  const problems: string[] = [];
  let open = new Set<string>();
  for (const message of messages) {
    if (ToolMessage.isInstance(message)) {
      if (!open.delete(message.tool_call_id))
        problems.push(`a tool message answers no open call ${message.tool_call_id}`);
      continue;
    }
    problems.push(...[...open].map((id) => `the call ${id} has no answer right after it`));
    const calls = AIMessage.isInstance(message) ? (message.tool_calls ?? []) : [];
    if (AIMessage.isInstance(message) && (message.invalid_tool_calls ?? []).length > 0) {
      problems.push("an assistant's message carries arguments that are not JSON");
    }
    open = new Set(calls.map((call) => call.id ?? ""));
    if (open.size < calls.length) problems.push("two calls of one message have the same id");
  }
  return [...problems, ...[...open].map((id) => `the call ${id} has no answer`)];
}

function isEmpty(message: BaseMessage): boolean {
  const calls = AIMessage.isInstance(message) ? (message.tool_calls ?? []) : [];
  return message.text.trim() === "" && calls.length === 0;
}

function isObjectSchema(schema: unknown): boolean {
  return typeof schema === "object" && schema !== null && "type" in schema && schema.type === "object";
}
