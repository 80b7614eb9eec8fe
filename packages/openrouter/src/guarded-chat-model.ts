import { convertChunksToEvents } from "@langchain/core/language_models/compat";
import type { BaseMessage } from "@langchain/core/messages";
import type { ChatGenerationChunk, ChatResult } from "@langchain/core/outputs";
import { ChatOpenAICompletions } from "@langchain/openai";
import { toModelError } from "./errors/describe-model-error.ts";
import { isObject, isString } from "./json.ts";
import { carryReasoning, reasoningKey, thoughtsKey } from "./request/reasoning.ts";

type Parent = ChatOpenAICompletions;
type Options = Parameters<Parent["_generate"]>[1];
type RunManager = Parameters<Parent["_generate"]>[2];

/**
 * ChatOpenAI's half that speaks Chat Completions, behind a guarded fetch. It adds what a fetch cannot: thought
 * signatures in both directions, typed errors, counts without gaps, and an estimate of tokens that needs no network.
 */
export class GuardedChatModel extends ChatOpenAICompletions {
  override async _generate(messages: BaseMessage[], options: Options, runManager?: RunManager): Promise<ChatResult> {
    try {
      const result = await super._generate(carryReasoning(messages, this.model), options, runManager);
      return { ...result, generations: result.generations.map(withAllCounts) };
    } catch (error) {
      throw typed(error, options);
    }
  }

  override async *_streamResponseChunks(
    messages: BaseMessage[],
    options: Options,
    runManager?: RunManager,
  ): AsyncGenerator<ChatGenerationChunk> {
    try {
      yield* super._streamResponseChunks(carryReasoning(messages, this.model), options, runManager);
    } catch (error) {
      throw typed(error, options);
    }
  }

  /** LangChain's typed events have no place for `additional_kwargs`: the details go with the metadata of the last one. */
  override async *_streamChatModelEvents(
    ...[messages, options, runManager]: Parameters<Parent["_streamChatModelEvents"]>
  ) {
    let metadata: { [key: string]: unknown } = {};
    const chunks = this._streamResponseChunks(messages, options, runManager);
    async function* watched() {
      for await (const chunk of chunks) {
        metadata = { ...metadata, ...finishOf(chunk) };
        yield chunk;
      }
    }
    for await (const event of convertChunksToEvents(watched(), options)) {
      const isLast = event.event === "message-finish";
      yield isLast ? { ...event, responseMetadata: { ...event.responseMetadata, ...metadata } } : event;
    }
  }

  protected override _convertCompletionsMessageToBaseMessage(
    ...[message, reply]: Parameters<Parent["_convertCompletionsMessageToBaseMessage"]>
  ): BaseMessage {
    const converted = super._convertCompletionsMessageToBaseMessage(message, reply);
    return withDetails(converted, message);
  }

  protected override _convertCompletionsDeltaToBaseMessageChunk(
    ...[delta, reply, role]: Parameters<Parent["_convertCompletionsDeltaToBaseMessageChunk"]>
  ) {
    const chunk = withDetails(super._convertCompletionsDeltaToBaseMessageChunk(delta, reply, role), delta);
    const finish = reply.choices[0]?.finish_reason;
    // Also where LangChain streams on its own behalf, a message tells how it ended and who wrote it.
    if (finish)
      chunk.response_metadata = { ...chunk.response_metadata, finish_reason: finish, model_name: reply.model };
    return chunk;
  }

  /** 4 bytes a token. LangChain's own count fetches a tokenizer from the network. */
  override async getNumTokens(content: Parameters<Parent["getNumTokens"]>[0]): Promise<number> {
    return Math.ceil(Buffer.byteLength(isString(content) ? content : JSON.stringify(content)) / 4);
  }
}

function withDetails<M extends BaseMessage>(message: M, source: object): M {
  const details = isObject(source) ? source[reasoningKey] : undefined;
  if (Array.isArray(details)) message.additional_kwargs[reasoningKey] = details;
  return message;
}

function finishOf({ message }: ChatGenerationChunk): { [key: string]: unknown } {
  const kept = [
    ["finish_reason", message.response_metadata.finish_reason],
    ["model_name", message.response_metadata.model_name],
    [reasoningKey, message.additional_kwargs[reasoningKey]],
    [thoughtsKey, message.additional_kwargs[thoughtsKey]],
  ];
  return Object.fromEntries(kept.filter(([, value]) => value !== undefined));
}

/** LangChain leaves a count of zero out, which sums up to NaN. */
function withAllCounts(generation: ChatResult["generations"][number]): ChatResult["generations"][number] {
  const { message } = generation;
  const counted: { [count: string]: unknown } =
    "usage_metadata" in message && isObject(message.usage_metadata) ? message.usage_metadata : {};
  const input_tokens = numberOr0(counted.input_tokens);
  const output_tokens = numberOr0(counted.output_tokens);
  const total_tokens = numberOr0(counted.total_tokens) || input_tokens + output_tokens;
  Object.assign(message, { usage_metadata: { ...counted, input_tokens, output_tokens, total_tokens } });
  return generation;
}

function numberOr0(value: unknown): number {
  return typeof value === "number" ? value : 0;
}

/** A cancelled call stays what it is: the caller asked for it. */
function typed(error: unknown, options: Options): unknown {
  return options.signal?.aborted ? error : toModelError(error);
}
