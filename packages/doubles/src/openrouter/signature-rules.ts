import type { Rules } from "./context.ts";
import { googleRefusal, type Rejection, refusal } from "./rejection.ts";
import { isObject, type JsonObject, objectsOf } from "./types.ts";

/**
 * Gemini 3: each assistant message with calls since the last user message brings back the thought signature that was given
 * for its first call, byte for byte. Gemini 2.5 ignores them. (OpenRouter's guide on reasoning tokens, and threads that
 * quote the refusal.)
 */
export const signatureRules: Rules = ({ request, model, signatures }) => {
  if (model.family !== "gemini3") return [];
  const lastUser = request.messages.findLastIndex((message) => message.role === "user");
  return request.messages.slice(lastUser + 1).flatMap((message, position): Rejection[] => {
    const [first] = objectsOf(message.tool_calls);
    if (message.role !== "assistant" || first === undefined) return [];
    const details = objectsOf(message.reasoning_details).filter((detail) => detail.type === "reasoning.encrypted");
    if (details.length === 0) return [missing(first, position)];
    const given = signatures.get(String(first.id));
    const isIntact = details.length === 1 && given !== undefined && JSON.stringify(details[0]) === given;
    return isIntact ? [] : [googleRefusal("sig.corrupt", "Corrupted thought signature.")];
  });
};

function missing(call: JsonObject, position: number): Rejection {
  const name = isObject(call.function) ? String(call.function.name) : "";
  const message = `Function call is missing a thought_signature in functionCall parts. This is required for tools to work correctly. Additional data, function call \`default_api:${name}\`, position ${position}.`;
  const upstream = JSON.stringify({ error: { code: 400, message, status: "INVALID_ARGUMENT" } }, null, 2);
  const raw = JSON.stringify({
    error: {
      message: `Gemini models require OpenRouter reasoning details to be preserved in each request. Please refer to our docs: https://openrouter.ai/docs/guides/best-practices/reasoning-tokens#preserving-reasoning. Upstream error: ${upstream}\n`,
    },
  });
  return refusal("sig.missing", 400, {
    message: "Provider returned error",
    metadata: { raw, provider_name: "Google AI Studio" },
  });
}
