import {
  AIMessage,
  AIMessageChunk,
  type InvalidToolCall,
  type ToolCall,
  type UsageMetadata,
} from "@langchain/core/messages";

/**
 * What the model says in one turn. `arguments` may be raw text, to send what a model really sends: cut or broken JSON.
 * `finishReason` defaults to `tool_calls` or `stop`; null leaves it out, as a cut stream does. `usage` defaults to 10
 * tokens in, 5 out; null leaves it out. `error` is thrown in place of a reply, `hangs` waits until the caller aborts.
 */
export type ScriptedReply = {
  readonly text?: string;
  readonly calls?: readonly ScriptedCall[];
  readonly finishReason?: string | null;
  readonly usage?: { readonly input: number; readonly output: number; readonly costUsd?: number } | null;
  readonly error?: unknown;
  readonly hangs?: boolean;
};

export type ScriptedCall = {
  readonly id?: string;
  readonly name: string;
  readonly arguments?: Readonly<Record<string, unknown>> | string;
};

/** The reply in one piece, as `ChatOpenAI` builds it: what is not JSON goes to `invalid_tool_calls`. */
export function messageOf(reply: ScriptedReply): AIMessage {
  const tool_calls: ToolCall[] = [];
  const invalid_tool_calls: InvalidToolCall[] = [];
  const calls = rawCalls(reply);
  for (const { id, name, text } of calls) {
    try {
      tool_calls.push({ type: "tool_call", id, name, args: JSON.parse(text) });
    } catch {
      invalid_tool_calls.push({ type: "invalid_tool_call", id, name, args: text, error: "Malformed args." });
    }
  }
  const raw = calls.map(({ id, name, text }) => ({
    id,
    type: "function" as const,
    function: { name, arguments: text },
  }));
  const finishReason = finishReasonOf(reply);
  const message = new AIMessage({
    content: reply.text ?? "",
    tool_calls,
    invalid_tool_calls,
    response_metadata: { ...metadataOf(reply), ...(finishReason === null ? {} : { finish_reason: finishReason }) },
  });
  // Set afterwards: the constructor prints advice when it sees raw calls that it was given no parsed ones for.
  if (raw.length > 0) message.additional_kwargs = { tool_calls: raw };
  addUsage(message, reply);
  return message;
}

/**
 * The reply in pieces, as `ChatOpenAI` streams it: text word by word, arguments in two halves, the finish reason in the
 * generation info, usage last. LangChain joins the halves and repairs what was cut: that is its doing, not ours.
 */
export function chunksOf(
  reply: ScriptedReply,
): { readonly message: AIMessageChunk; readonly generationInfo: Record<string, unknown> }[] {
  const messages: AIMessageChunk[] = [];
  const response_metadata = { model_provider: "openai" };
  for (const content of (reply.text ?? "").match(/\S+\s*|\s+/g) ?? []) {
    messages.push(new AIMessageChunk({ content, response_metadata }));
  }
  for (const [index, { id, name, text }] of rawCalls(reply).entries()) {
    const middle = Math.floor(text.length / 2);
    for (const [part, args] of [text.slice(0, middle), text.slice(middle)].entries()) {
      const head = part === 0 ? { id, name } : {};
      const raw = part === 0 ? { id, type: "function" as const } : {};
      const tool_call_chunks = [{ type: "tool_call_chunk" as const, index, args, ...head }];
      const delta = { index, ...raw, function: { ...(part === 0 ? { name } : {}), arguments: args } };
      const additional_kwargs: Record<string, unknown> = { tool_calls: [delta] };
      messages.push(new AIMessageChunk({ content: "", tool_call_chunks, additional_kwargs, response_metadata }));
    }
  }
  const chunks = messages.map((message) => ({ message, generationInfo: {} }));
  const finishReason = finishReasonOf(reply);
  const last = new AIMessageChunk({ content: "", response_metadata: metadataOf(reply) });
  addUsage(last, reply);
  return [...chunks, { message: last, generationInfo: finishReason === null ? {} : { finish_reason: finishReason } }];
}

function rawCalls(reply: ScriptedReply): { readonly id: string; readonly name: string; readonly text: string }[] {
  return (reply.calls ?? []).map(({ id, name, arguments: args = {} }, index) => ({
    id: id ?? `${name}-${index}`,
    name,
    text: typeof args === "string" ? args : JSON.stringify(args),
  }));
}

function finishReasonOf({ finishReason, calls = [] }: ScriptedReply): string | null {
  return finishReason === undefined ? (calls.length > 0 ? "tool_calls" : "stop") : finishReason;
}

/** Set afterwards: LangChain's types allow no usage in a constructor without a message structure of one's own. */
function addUsage(message: AIMessage | AIMessageChunk, { usage = { input: 10, output: 5 } }: ScriptedReply): void {
  if (usage === null) return;
  const { input, output } = usage;
  const usage_metadata: UsageMetadata = { input_tokens: input, output_tokens: output, total_tokens: input + output };
  Object.assign(message, { usage_metadata });
}

function metadataOf({ usage }: ScriptedReply) {
  const cost = usage?.costUsd === undefined ? {} : { usage: { cost: usage.costUsd } };
  return { model_provider: "openai", ...cost };
}
