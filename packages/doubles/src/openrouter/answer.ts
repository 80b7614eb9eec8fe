import { randomBytes } from "node:crypto";
import type { Dialect } from "./dialects/dialect.ts";
import { type CatalogModel, servedName } from "./models.ts";
import type { JsonObject, ScriptedCall, State, Usage } from "./types.ts";

/** A completion before it is put on the wire, odd ones too: nothing here is checked. */
export type Answer = {
  readonly content: string | null;
  readonly toolCalls: readonly JsonObject[];
  readonly reasoning?: string;
  readonly reasoningDetails: readonly JsonObject[];
  readonly finishReason: string | null;
  readonly nativeFinishReason: string;
  /** Further fields of the choice, such as `error`. */
  readonly choice?: JsonObject;
  /** The served model and the usage, when they shall differ from the true ones. */
  readonly model?: string;
  readonly usage?: JsonObject | null;
};

export function letters(count: number): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  return [...randomBytes(count)].map((byte) => alphabet[byte % alphabet.length]).join("");
}

function wireCall(call: ScriptedCall, index: number): JsonObject {
  const { name, args } = call;
  return {
    type: "function",
    index,
    id: `tool_${name}_${letters(20)}`,
    function: { name, arguments: JSON.stringify(args) },
  };
}

/** An answer as a model of the family gives it. Gemini 3 signs the first of its calls. */
export function modelAnswer(
  reply: { readonly text?: string; readonly toolCalls?: readonly ScriptedCall[]; readonly reasoning?: string },
  model: CatalogModel,
): Answer {
  const toolCalls = (reply.toolCalls ?? []).map(wireCall);
  const [first] = toolCalls;
  const signature = { type: "reasoning.encrypted", data: letters(120), format: "google-gemini-v1", index: 0 };
  const thought = { type: "reasoning.text", text: reply.reasoning, format: "google-gemini-v1", index: 0 };
  return {
    content: reply.text ?? "",
    toolCalls,
    ...(reply.reasoning !== undefined && { reasoning: reply.reasoning }),
    reasoningDetails: [
      ...(reply.reasoning === undefined ? [] : [thought]),
      ...(model.family === "gemini3" && first !== undefined ? [{ ...signature, id: first.id }] : []),
    ],
    finishReason: toolCalls.length > 0 ? "tool_calls" : "stop",
    nativeFinishReason: "STOP",
  };
}

export type Frame = {
  readonly id: string;
  readonly model: CatalogModel;
  readonly usage: Usage;
  readonly state: State;
  readonly dialect: Dialect | undefined;
  /** Whether a stream of a dialect tells the usage. */
  readonly tellsUsage: boolean;
};

export function frameOf(answer: Answer, { id, model, state }: Frame, object: string): JsonObject {
  return {
    id,
    object,
    created: Math.floor(Date.now() / 1000),
    model: answer.model ?? servedName(model, state),
    provider: model.family === "openai" ? "OpenAI" : "Google AI Studio",
  };
}

/** The body of an answer in one piece. */
export function completionBody(answer: Answer, frame: Frame): JsonObject {
  return {
    ...frameOf(answer, frame, "chat.completion"),
    system_fingerprint: null,
    choices: [
      {
        index: 0,
        logprobs: null,
        finish_reason: answer.finishReason,
        native_finish_reason: answer.nativeFinishReason,
        message: {
          role: "assistant",
          content: answer.content,
          refusal: null,
          reasoning: answer.reasoning ?? null,
          ...(answer.toolCalls.length > 0 && { tool_calls: answer.toolCalls }),
          ...(answer.reasoningDetails.length > 0 && { reasoning_details: answer.reasoningDetails }),
        },
        ...answer.choice,
      },
    ],
    ...(answer.usage !== null && { usage: answer.usage ?? frame.usage }),
  };
}
