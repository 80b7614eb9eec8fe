import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import {
  type AIMessage,
  type AIMessageChunk,
  type BaseMessage,
  HumanMessage,
  SystemMessage,
  ToolMessage,
} from "@langchain/core/messages";

/** Tools as an agent binds them: names and schemas that come from a server, not from us. */
const tools = [
  {
    type: "function",
    function: {
      name: "list_pods",
      description: "Lists the pods of a namespace",
      parameters: {
        $schema: "http://json-schema.org/draft-07/schema#",
        type: "object",
        properties: { namespace: { type: ["string", "null"] }, "label-selector": { type: "string" } },
        required: ["namespace"],
        additionalProperties: false,
      },
    },
  },
  {
    type: "function",
    function: { name: "list_nodes", description: "Lists nodes", parameters: { type: "object", properties: {} } },
  },
];

export type Way = "invoke" | "stream";

/** One answer in either way. A stream is joined as LangChain users do. */
export async function ask(
  model: BaseChatModel,
  messages: readonly BaseMessage[],
  way: Way = "invoke",
): Promise<AIMessage> {
  const bound = model.bindTools?.(tools);
  if (bound === undefined) throw new Error("The model cannot bind tools");
  if (way === "invoke") return bound.invoke([...messages]);
  let whole: AIMessageChunk | undefined;
  for await (const chunk of await bound.stream([...messages]))
    whole = whole === undefined ? chunk : whole.concat(chunk);
  if (whole === undefined) throw new Error("The stream was empty");
  return whole;
}

export const beginning: readonly BaseMessage[] = [
  new SystemMessage("You look after clusters."),
  new HumanMessage("what runs here?"),
];

export function resultsOf(answer: AIMessage): readonly ToolMessage[] {
  return (answer.tool_calls ?? []).map(
    (call) => new ToolMessage({ tool_call_id: call.id ?? "", content: `[result of ${call.name}]` }),
  );
}
