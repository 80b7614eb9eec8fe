import type { AIMessage } from "@langchain/core/messages";
import { z } from "zod";
import type { Usage } from "../types.ts";

export type ProposedCall = {
  readonly id: string;
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
};

/** A reply of a model, read with suspicion. */
export type ModelReply =
  | {
      readonly kind: "calls";
      readonly calls: readonly ProposedCall[];
      readonly broken: readonly { readonly id: string; readonly name: string; readonly why: string }[];
    }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "empty" }
  /** Cut off or unfinished: nothing in it may be believed, least of all a call. */
  | { readonly kind: "unfinished"; readonly why: string };

const metadata = z.object({ finish_reason: z.string().nullish() });
const rawCalls = z.object({
  tool_calls: z.array(
    z.object({ id: z.string().nullish(), function: z.object({ name: z.string(), arguments: z.string() }) }),
  ),
});

/**
 * Reads a reply. LangChain repairs JSON that was cut (“{"name":"pay” becomes a valid call), so a call counts only when
 * the reply is known to be finished and the raw arguments, where the vendor gives them, parse strictly to the same.
 */
export const readReply = (message: AIMessage): ModelReply => {
  const finish = metadata.safeParse(message.response_metadata).data?.finish_reason;
  if (finish === "length") return { kind: "unfinished", why: "The reply was cut at the token limit." };
  if (finish === "error") return { kind: "unfinished", why: "The model's provider broke the reply off." };
  const raw = new Map(
    rawCalls
      .safeParse(message.additional_kwargs)
      .data?.tool_calls.map((call) => [call.id ?? "", call.function.arguments]) ?? [],
  );
  const calls: ProposedCall[] = [];
  const broken = (message.invalid_tool_calls ?? []).map(({ id, name, error }) => ({
    id: id ?? "",
    name: name ?? "",
    why: error ?? "The arguments are not JSON.",
  }));
  for (const { id = "", name, args } of message.tool_calls ?? []) {
    const text = raw.get(id);
    if (text === undefined || parsesTo(text, args)) calls.push({ id, name, args });
    else broken.push({ id, name, why: "The arguments are not complete JSON." });
  }
  if (calls.length > 0 || broken.length > 0) return { kind: "calls", calls, broken };
  const text = textOf(message).trim();
  return text === "" ? { kind: "empty" } : { kind: "text", text };
};

const parsesTo = (text: string, args: unknown): boolean => {
  try {
    return JSON.stringify(JSON.parse(text === "" ? "{}" : text)) === JSON.stringify(args);
  } catch {
    return false;
  }
};

export const textOf = (message: AIMessage): string =>
  typeof message.content === "string"
    ? message.content
    : message.content.map((part) => (part.type === "text" && "text" in part ? String(part.text) : "")).join("");

const tokensSchema = z.object({
  usage_metadata: z.object({ input_tokens: z.number().nullish(), output_tokens: z.number().nullish() }),
});
const costSchema = z.object({ usage: z.object({ cost: z.number() }) });

/** Usage of one model call. Streams add up `response_metadata.usage`, so tokens come from `usage_metadata` alone. */
export const usageOf = (message: AIMessage): Usage => {
  const tokens = tokensSchema.safeParse(message).data?.usage_metadata;
  const cost =
    costSchema.safeParse(message.response_metadata).data?.usage.cost ??
    costSchema.safeParse(message.additional_kwargs).data?.usage.cost;
  return {
    modelCalls: 1,
    promptTokens: tokens?.input_tokens ?? 0,
    completionTokens: tokens?.output_tokens ?? 0,
    costUsd: cost ?? null,
  };
};

export const noUsage: Usage = { modelCalls: 0, promptTokens: 0, completionTokens: 0, costUsd: null };

export const addUsage = (left: Usage, right: Usage): Usage => ({
  modelCalls: left.modelCalls + right.modelCalls,
  promptTokens: left.promptTokens + right.promptTokens,
  completionTokens: left.completionTokens + right.completionTokens,
  costUsd: left.costUsd === null && right.costUsd === null ? null : (left.costUsd ?? 0) + (right.costUsd ?? 0),
});
