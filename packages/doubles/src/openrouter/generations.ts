import type { Answer, Frame } from "./answer.ts";
import type { JsonReply } from "./send.ts";

/** What a model of a list replied, before the next one was asked. */
export type Refusal = { readonly model: string; readonly status: number };

/** An answer that was given, as `GET /generation` tells of it. */
export type Generation = {
  readonly frame: Frame;
  /** Undefined when a fault was given. */
  readonly answer: Answer | undefined;
  readonly stream: boolean;
  readonly at: number;
  /** Replies of the models before it in the list. */
  readonly refusals: readonly Refusal[];
};

/** A fresh answer may need a moment until it is known. */
export function generationPage(id: string, generations: ReadonlyMap<string, Generation>): JsonReply {
  const given = generations.get(id);
  if (given === undefined || Date.now() - given.at < given.frame.state.generationDelayMs)
    return { status: 404, body: { error: { message: `Generation ${id} not found`, code: 404 } } };
  const { frame, answer, stream, refusals } = given;
  const { usage, model } = frame;
  const data = {
    id,
    model: model.canonicalSlug,
    provider_name: model.family === "openai" ? "OpenAI" : "Google AI Studio",
    streamed: stream,
    provider_responses: [...refusals, { model: model.canonicalSlug, status: 200 }].map(({ model, status }) => ({
      provider_name: "Google AI Studio",
      model_permaslug: model,
      status,
      latency: 900,
    })),
    tokens_prompt: usage.prompt_tokens,
    tokens_completion: usage.completion_tokens,
    native_tokens_cached: usage.prompt_tokens_details.cached_tokens,
    native_tokens_reasoning: usage.completion_tokens_details.reasoning_tokens,
    total_cost: usage.cost,
    finish_reason: answer?.finishReason ?? null,
    native_finish_reason: answer?.nativeFinishReason ?? null,
    latency: 900,
    generation_time: 700,
  };
  return { status: 200, body: { data } };
}
