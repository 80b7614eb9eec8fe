import type { AIMessage } from "@langchain/core/messages";
import { z } from "zod";
import type { Usage } from "../types.ts";
import type { Budget } from "./types.ts";

/** Counts what a run uses, once per request to the model, and says what is left. */
export type Meter = {
  /** Counts a request. */
  request(): number;
  /** Counts what a reply used, and returns that alone. */
  reply(message: AIMessage): Usage;
  usage(): Usage;
  toolCall(): void;
  toolCallsLeft(): number;
  modelCallsLeft(): number;
  /** The limit that no further request may pass, in words. */
  spent(): string | undefined;
};

export const NO_USAGE: Usage = { modelCalls: 0, promptTokens: 0, completionTokens: 0, costUsd: null };

export function createMeter({ toolCalls, modelCalls, tokens }: Budget): Meter {
  let requests = 0;
  let calls = 0;
  let sum: Usage | undefined;
  const usage = (): Usage => ({ ...(sum ?? NO_USAGE), modelCalls: requests });
  const left = (limit: number | undefined, used: number) => Math.max(0, (limit ?? Number.POSITIVE_INFINITY) - used);

  return {
    request() {
      requests += 1;
      return requests;
    },
    reply(message) {
      const used = usageOf(message);
      sum = sum === undefined ? used : addUsage(sum, used);
      return used;
    },
    usage,
    toolCall() {
      calls += 1;
    },
    toolCallsLeft: () => left(toolCalls, calls),
    modelCallsLeft: () => left(modelCalls, requests),
    spent() {
      if (left(modelCalls, requests) === 0) return `The limit of ${modelCalls} model calls is used up.`;
      const { promptTokens, completionTokens } = usage();
      return left(tokens, promptTokens + completionTokens) === 0
        ? `The limit of ${tokens} tokens is used up.`
        : undefined;
    },
  };
}

/** A cost is known only when every part of it is. */
function addUsage(left: Usage, right: Usage): Usage {
  return {
    modelCalls: left.modelCalls + right.modelCalls,
    promptTokens: left.promptTokens + right.promptTokens,
    completionTokens: left.completionTokens + right.completionTokens,
    costUsd: left.costUsd === null || right.costUsd === null ? null : left.costUsd + right.costUsd,
  };
}

const Tokens = z.object({ input_tokens: z.number().catch(0), output_tokens: z.number().catch(0) });
/** OpenRouter tells the cost with the tokens (https://openrouter.ai/docs/use-cases/usage-accounting); LangChain keeps that object here. */
const Priced = z.object({ usage: z.object({ cost: z.number() }) });

function usageOf({ usage_metadata, response_metadata }: AIMessage): Usage {
  const tokens = Tokens.safeParse(usage_metadata);
  const priced = Priced.safeParse(response_metadata);
  return {
    modelCalls: 1,
    promptTokens: tokens.data?.input_tokens ?? 0,
    completionTokens: tokens.data?.output_tokens ?? 0,
    costUsd: priced.data?.usage.cost ?? null,
  };
}
