import type { CatalogModel } from "./models.ts";
import type { ChatRequest, Usage } from "./types.ts";

/** 4 bytes of UTF-8 a token: not the real tokenizer, but the same for the same text. */
function tokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / 4);
}

export function promptTokens(request: ChatRequest): { readonly text: number; readonly tools: number } {
  return {
    text: tokens(JSON.stringify(request.messages)),
    tools: request.tools.length === 0 ? 0 : tokens(JSON.stringify(request.tools)),
  };
}

export function reservedCost(request: ChatRequest, model: CatalogModel): { cost: number; output: number } {
  const wanted = request.body.max_tokens ?? request.body.max_completion_tokens;
  const output = typeof wanted === "number" ? wanted : model.maxCompletionTokens;
  const { text, tools } = promptTokens(request);
  return { cost: (text + tools) * model.promptPrice + output * model.completionPrice, output };
}

/** Seconds that a provider keeps the beginning of a prompt. */
const cacheSeconds = 300;

type Seen = { readonly prompt: string; readonly key: string; readonly at: number };

/** Counts tokens and money, with the implicit cache: the longest beginning that an earlier request had too. */
export function createAccounting() {
  const seen: Seen[] = [];
  return {
    charge(request: ChatRequest, model: CatalogModel, answer: string): Usage {
      const { text, tools } = promptTokens(request);
      const prompt = JSON.stringify(request.tools) + JSON.stringify(request.messages);
      const session = request.body.session_id ?? request.body.prompt_cache_key ?? "";
      const key = `${model.id} ${String(session)} ${String(request.headers.authorization)}`;
      const now = Date.now();
      const earlier = seen.filter((entry) => entry.key === key && now - entry.at < cacheSeconds * 1000);
      seen.push({ prompt, key, at: now });
      const shared = Math.max(0, ...earlier.map((entry) => sharedLength(entry.prompt, prompt)));
      const sharedTokens = Math.min(tokens(prompt.slice(0, shared)), text + tools);
      const cached = sharedTokens >= model.cacheFrom ? sharedTokens : 0;
      const completion = answer === "" ? 0 : tokens(answer);
      const promptCost = (text + tools - cached) * model.promptPrice + cached * model.cachedPrice;
      // An empty answer is not billed.
      const cost = completion === 0 ? 0 : promptCost + completion * model.completionPrice;
      return {
        prompt_tokens: text + tools,
        completion_tokens: completion,
        total_tokens: text + tools + completion,
        cost,
        is_byok: false,
        prompt_tokens_details: { cached_tokens: cached, cache_write_tokens: 0 },
        cost_details: { upstream_inference_cost: cost },
        completion_tokens_details: { reasoning_tokens: 0 },
      };
    },
  };
}

function sharedLength(left: string, right: string): number {
  const end = Math.min(left.length, right.length);
  for (let index = 0; index < end; index += 1) if (left[index] !== right[index]) return index;
  return end;
}
