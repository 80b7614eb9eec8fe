import { createHash } from "node:crypto";
import { inTurns, withoutSystem } from "./request/turns.ts";
import type { WireCall, WireMessage, WireRequest } from "./request/wire.ts";

/** The form of a request that an endpoint asks for by refusing another one. */
type Dialect = {
  /** The words of the refusal, as endpoints really write them. */
  readonly refusal: RegExp;
  readonly change: (body: WireRequest) => WireRequest;
};

/** Fields that an answer does not need: an endpoint that names one in a refusal is asked again without it. */
const optionalFields = {
  parallel_tool_calls: /\bparallel_tool_calls\b/,
  stream_options: /\bstream_options\b/,
  session_id: /\bsession_id\b/,
  // A word that stands in many refusals: only in quotes it is the field.
  models: /["'`]models["'`]/,
};

const dialects: readonly Dialect[] = [
  ...Object.entries(optionalFields).map(
    ([field, refusal]): Dialect => ({ refusal, change: (body) => ({ ...body, [field]: undefined }) }),
  ),
  // DeepSeek while it thinks, mlx, models that OpenRouter knows no provider for: a tool can be offered, not demanded.
  { refusal: /\btool_choice\b/, change: withoutChoice },
  // OpenAI's newer models: “Unsupported parameter: 'max_tokens' … Use 'max_completion_tokens' instead.”
  {
    refusal: /\bmax_completion_tokens\b/,
    change: ({ max_tokens, ...rest }) =>
      max_tokens === undefined ? rest : { ...rest, max_completion_tokens: max_tokens },
  },
  // Ollama: “invalid message content type: <nil>”; pydantic: “content … Input should be a valid string”.
  {
    refusal: /content.*(<nil>|\bnull\b|none|valid string|must be a string|expected a? ?string)/is,
    change: forMessages((message) => ({ ...message, content: message.content ?? "" })),
  },
  // Ollama: “cannot unmarshal array into Go struct field ChatRequest.messages.content of type string”.
  {
    refusal: /(unmarshal|expected|invalid).*\b(array|list|sequence)\b.*content|content.*\b(array|list)\b/is,
    change: forMessages((message) => ({ ...message, content: inOneText(message.content) })),
  },
  // Mistral: “Unexpected role 'user' after role 'tool'”, “conversation roles must alternate user/assistant/…”.
  { refusal: /roles must alternate|unexpected role 'user' after/i, change: retold(inTurns) },
  // Gemma, Ministral: “System role not supported”, “Only user, assistant and tool roles are supported, got system”.
  { refusal: /system role (is )?not supported|roles are supported, got system/i, change: retold(withoutSystem) },
  // Qwen's open models on DashScope, asked for an answer in one piece.
  { refusal: /\benable_thinking\b/, change: (body) => ({ ...body, enable_thinking: false }) },
  // Mistral: “Tool call id was … but must be a-z, A-Z, 0-9, with a length of 9.”
  { refusal: /tool call id.*length of 9/is, change: forMessages(withShortIds) },
];

/** DeepSeek and Kimi want the thoughts back that came with a call: “Missing `reasoning_content` field in the assistant message”. */
const wantsThoughts = /missing.*\breasoning_content\b|\breasoning_content\b.*(missing|passed back)/is;

/** Statuses with which a form is refused: OpenRouter says 404 where no provider takes a field, llama.cpp 500 for a template's refusal. */
const refusing = [400, 404, 422, 500];

/** `sent`: the request that was refused, as it went out. */
export type Refusal = { readonly status: number; readonly body: string; readonly sent: string };

/**
 * What one endpoint was heard to refuse, for as long as the model that asks it lives: no later request pays for it again.
 * `heard` tells whether a refusal names something that the same request can do without.
 */
export function createDialect() {
  const learned = new Set<Dialect>();
  let wantsThoughtsBack = false;
  let beginsInThoughts = false;
  let mayHaveBegun = 0;
  const speak = (body: WireRequest): WireRequest =>
    [...learned].reduce(
      (spoken, dialect) => dialect.change(spoken),
      wantsThoughtsBack ? withThoughts(body) : withoutThoughts(body),
    );
  return {
    speak,
    /** How its answers begin; learned from the first one that shows it for sure, or the second one that may. */
    thoughts: () => ({
      beginsInThoughts,
      onStrayThoughts: (stray: "maybe" | "sure") => {
        mayHaveBegun += 1;
        beginsInThoughts ||= stray === "sure" || mayHaveBegun > 1;
      },
    }),
    heard(refusal: Refusal, body: WireRequest): boolean {
      if (!refusing.includes(refusal.status)) return false;
      const now = JSON.stringify(speak(body));
      const fitting = dialects.filter((dialect) => !learned.has(dialect) && dialect.refusal.test(refusal.body));
      const helpful = fitting.filter((dialect) => JSON.stringify(dialect.change(speak(body))) !== now);
      for (const dialect of helpful) learned.add(dialect);
      wantsThoughtsBack ||= wantsThoughts.test(refusal.body);
      // What was sent may be older than what another request has taught meanwhile.
      return JSON.stringify(speak(body)) !== refusal.sent;
    },
  };
}

/** Who may not be told that no tool may be called is offered none. */
function withoutChoice({ tool_choice, tools, ...rest }: WireRequest): WireRequest {
  return tool_choice === "none" || tools === undefined ? rest : { ...rest, tools };
}

function forMessages(change: (message: WireMessage) => WireMessage): Dialect["change"] {
  return (body) => ({ ...body, messages: body.messages.map(change) });
}

function retold(change: (messages: readonly WireMessage[]) => WireMessage[]): Dialect["change"] {
  return (body) => ({ ...body, messages: change(body.messages) });
}

function inOneText(content: unknown): unknown {
  if (!Array.isArray(content)) return content;
  const texts = content.map((part) => (typeof part === "object" && part !== null && "text" in part ? part.text : ""));
  return texts.filter((text) => text !== "").join("\n\n");
}

function withShortIds({ tool_calls, tool_call_id, ...rest }: WireMessage): WireMessage {
  return {
    ...rest,
    ...(tool_calls && { tool_calls: tool_calls.map((call): WireCall => ({ ...call, id: shortId(call.id ?? "") })) }),
    ...(tool_call_id !== undefined && { tool_call_id: shortId(tool_call_id) }),
  };
}

function shortId(id: string): string {
  return createHash("sha256").update(id).digest("hex").slice(0, 9);
}

const withoutThoughts = forMessages(({ reasoning_content, ...rest }) => rest);

const withThoughts = forMessages((message) =>
  message.role === "assistant" ? { ...message, reasoning_content: message.reasoning_content ?? "" } : message,
);
