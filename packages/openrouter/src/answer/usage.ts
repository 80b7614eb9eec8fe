import { z } from "zod";

/** What one answer cost. Providers leave out what they like, so every count is a number here, never NaN. */
export type ModelUsage = Readonly<z.infer<typeof modelUsageSchema>>;

export const modelUsageSchema = z.object({
  /** The model that served, which may differ from the one asked for. Empty when not told. */
  model: z.string(),
  promptTokens: z.number(),
  completionTokens: z.number(),
  /** Of the prompt tokens, those read from the provider's cache. */
  cachedTokens: z.number(),
  /** Of the completion tokens, those spent on thinking. */
  reasoningTokens: z.number(),
  /** US dollars as charged; null when the provider did not tell. */
  costUsd: z.number().nullable(),
});

/** From 0 on, also where it is written as a text. */
export const amountSchema = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d+(\.\d+)?(e-?\d+)?$/i)
      .transform(Number),
  ])
  .pipe(z.number().nonnegative());
const count = amountSchema.nullish().catch(0);

export const usageSchema = z.looseObject({
  prompt_tokens: count,
  completion_tokens: count,
  total_tokens: count,
  cost: amountSchema.nullish().catch(null),
  prompt_tokens_details: z.looseObject({ cached_tokens: count }).nullish().catch(null),
  completion_tokens_details: z.looseObject({ reasoning_tokens: count }).nullish().catch(null),
});

export type WireUsage = z.infer<typeof usageSchema>;

export function modelUsage(usage: WireUsage, model: string): ModelUsage {
  return {
    model,
    promptTokens: usage.prompt_tokens ?? 0,
    completionTokens: usage.completion_tokens ?? 0,
    cachedTokens: usage.prompt_tokens_details?.cached_tokens ?? 0,
    reasoningTokens: usage.completion_tokens_details?.reasoning_tokens ?? 0,
    costUsd: usage.cost ?? null,
  };
}

/** The usage as LangChain reads it, with no count missing. */
export function wireUsage(usage: WireUsage | undefined): WireUsage | undefined {
  if (usage === undefined) return undefined;
  const prompt = usage.prompt_tokens ?? 0;
  const completion = usage.completion_tokens ?? 0;
  return {
    ...usage,
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: usage.total_tokens ?? prompt + completion,
    prompt_tokens_details: {
      ...usage.prompt_tokens_details,
      cached_tokens: usage.prompt_tokens_details?.cached_tokens ?? 0,
    },
    completion_tokens_details: {
      ...usage.completion_tokens_details,
      reasoning_tokens: usage.completion_tokens_details?.reasoning_tokens ?? 0,
    },
  };
}
