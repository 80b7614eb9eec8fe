import { AIMessage, type BaseMessage } from "@langchain/core/messages";
import { isObject, isString } from "../json.ts";
import type { WireMessage } from "./wire.ts";

/**
 * `reasoning_details` hold Gemini's thought signatures: a later request without those of its calls is refused.
 * LangChain has no place for them in a request, but passes on content blocks that it does not know: they travel in one.
 */
export const reasoningKey = "reasoning_details";

/** Where LangChain keeps thoughts that came in plain words. */
export const thoughtsKey = "reasoning_content";

/** Puts the details that an earlier answer had back into its message, unless another model family gave them. */
export function carryReasoning(messages: readonly BaseMessage[], model: string): BaseMessage[] {
  const latest = messages.map(servedModel).filter(isString).at(-1);
  return messages.map((message) => {
    const details = message.additional_kwargs[reasoningKey] ?? message.response_metadata[reasoningKey];
    const thoughts = message.additional_kwargs[thoughtsKey] ?? message.response_metadata[thoughtsKey];
    const served = servedModel(message);
    const hasDetails = Array.isArray(details) && details.length > 0;
    if (!hasDetails && !isString(thoughts)) return message;
    if (served !== undefined && !isSameFamily(served, { asked: model, latest })) return message;
    return withCarrier(message, {
      details: hasDetails ? details : undefined,
      thoughts: isString(thoughts) ? thoughts : undefined,
    });
  });
}

/** Takes the details out of the content again and puts them where OpenRouter wants them. */
export function unpackReasoning(message: WireMessage): WireMessage {
  if (!Array.isArray(message.content)) return message;
  const block = message.content.find(isCarrier);
  if (block === undefined) return message;
  const rest = message.content.filter((part) => !isCarrier(part));
  const { details, thoughts } = block;
  return {
    ...message,
    content: plain(rest),
    ...(details && { reasoning_details: [...details] }),
    ...(thoughts !== undefined && { [thoughtsKey]: thoughts }),
  };
}

type Reasoning = { readonly details: readonly unknown[] | undefined; readonly thoughts: string | undefined };

type Carrier = Reasoning & { readonly type: typeof reasoningKey };

function isCarrier(part: unknown): part is Carrier {
  return isObject(part) && part.type === reasoningKey && (Array.isArray(part.details) || isString(part.thoughts));
}

function withCarrier(message: BaseMessage, reasoning: Reasoning): BaseMessage {
  if (!AIMessage.isInstance(message)) return message;
  const own = isString(message.content) ? [{ type: "text", text: message.content }] : message.content;
  const { tool_calls, invalid_tool_calls, additional_kwargs } = message;
  // Of a message in its newer form (`output_version: "v1"`) LangChain sends only blocks that it knows.
  const { output_version, ...response_metadata } = message.response_metadata;
  return new AIMessage({
    content: [...own, { type: reasoningKey, ...reasoning }],
    additional_kwargs,
    response_metadata,
    ...(tool_calls !== undefined && { tool_calls }),
    ...(invalid_tool_calls !== undefined && { invalid_tool_calls }),
  });
}

function plain(parts: readonly unknown[]): unknown {
  const [only] = parts;
  return parts.length === 1 && isObject(only) && only.type === "text" ? only.text : parts;
}

function servedModel(message: BaseMessage): string | undefined {
  const name = message.response_metadata.model_name;
  return isString(name) && name !== "" ? name : undefined;
}

/**
 * A signature is good for the family that gave it. The family that will serve is that of the latest answer: the name we
 * ask for may be an alias, or be routed to a successor. A vendor's signature never goes to another vendor.
 */
function isSameFamily(served: string, { asked, latest }: { asked: string; latest: string | undefined }): boolean {
  const [own, wanted, last] = [familyOf(served), familyOf(asked), familyOf(latest ?? served)];
  const isSameVendor = own.vendor === "" || wanted.vendor === "" || own.vendor === wanted.vendor;
  return isSameVendor && own.family === last.family;
}

/** `google/gemini-3.5-flash-lite` → vendor `google`, family `gemini-3`. */
function familyOf(model: string): { vendor: string; family: string } {
  const [vendor, name] = model.includes("/") ? model.replace(/^~/, "").split("/") : ["", model];
  return { vendor: vendor ?? "", family: /^[a-z]+-?\d*/i.exec(name ?? "")?.[0] ?? "" };
}
