import type { CallbackManagerForLLMRun } from "@langchain/core/callbacks/manager";
import type { BaseLanguageModelInput, ToolDefinition } from "@langchain/core/language_models/base";
import {
  BaseChatModel,
  type BaseChatModelCallOptions,
  type BindToolsInput,
} from "@langchain/core/language_models/chat_models";
import type { AIMessageChunk, BaseMessage } from "@langchain/core/messages";
import { ChatGenerationChunk, type ChatResult } from "@langchain/core/outputs";
import type { Runnable } from "@langchain/core/runnables";
import { convertToOpenAITool } from "@langchain/core/utils/function_calling";
import { problemsOf } from "./scripted-model-rules.ts";
import { chunksOf, messageOf, type ScriptedReply } from "./scripted-reply.ts";

/** What the model was asked, as a turn of the script may inspect it. */
export type ModelRequest = {
  readonly messages: readonly BaseMessage[];
  readonly tools: readonly ToolDefinition[];
  readonly toolChoice: unknown;
  readonly signal: AbortSignal | undefined;
};

/** One turn of the script: a reply, or a function that looks at the request and then replies. */
export type ScriptedTurn = ScriptedReply | ((request: ModelRequest) => ScriptedReply | Promise<ScriptedReply>);

export type ScriptedModel = BaseChatModel & {
  /** Every request so far, refused ones too. */
  readonly requests: readonly ModelRequest[];
  /** Turns that nobody asked for yet: a test ends by expecting 0. */
  leftovers(): number;
};

/**
 * A chat model that plays a script, behind LangChain's own `BaseChatModel`: `invoke`, `stream` and `bindTools` are the
 * real ones. It is stricter than a real model: a request that some vendor would refuse (an unanswered tool call, two
 * tools of one name, an empty message, an assistant's message at the end, …) fails with status 400 and names the rule.
 * With `streams: false` it answers in one piece, as a model without streaming does.
 */
export function createScriptedModel(
  turns: readonly ScriptedTurn[],
  { streams = true }: { readonly streams?: boolean } = {},
): ScriptedModel {
  return new ScriptedChatModel(turns, streams);
}

type CallOptions = BaseChatModelCallOptions & { tools?: ToolDefinition[] };

class ScriptedChatModel extends BaseChatModel<CallOptions> {
  readonly requests: ModelRequest[] = [];
  readonly #turns: ScriptedTurn[];

  constructor(turns: readonly ScriptedTurn[], streams: boolean) {
    super({});
    // The base class takes no notice of the option of this name (measured with @langchain/core 1.4.0).
    this.disableStreaming = !streams;
    this.#turns = [...turns];
  }

  _llmType(): string {
    return "scripted";
  }

  leftovers(): number {
    return this.#turns.length;
  }

  override bindTools(
    tools: BindToolsInput[],
    options: Partial<CallOptions> = {},
  ): Runnable<BaseLanguageModelInput, AIMessageChunk, CallOptions> {
    return this.withConfig({ ...options, tools: tools.map((tool) => convertToOpenAITool(tool)) });
  }

  override async _generate(messages: BaseMessage[], options: this["ParsedCallOptions"]): Promise<ChatResult> {
    const message = messageOf(await this.#next(messages, options));
    return { generations: [{ message, text: message.text }] };
  }

  override async *_streamResponseChunks(
    messages: BaseMessage[],
    options: this["ParsedCallOptions"],
    runManager?: CallbackManagerForLLMRun,
  ): AsyncGenerator<ChatGenerationChunk> {
    for (const { message, generationInfo } of chunksOf(await this.#next(messages, options))) {
      const chunk = new ChatGenerationChunk({ message, text: message.text, generationInfo });
      yield chunk;
      await runManager?.handleLLMNewToken(chunk.text, undefined, undefined, undefined, undefined, { chunk });
    }
  }

  async #next(messages: BaseMessage[], options: this["ParsedCallOptions"]): Promise<ScriptedReply> {
    const request: ModelRequest = {
      messages,
      tools: options.tools ?? [],
      toolChoice: options.tool_choice,
      signal: options.signal,
    };
    this.requests.push(request);
    const problems = problemsOf(request);
    if (problems.length > 0) throw Object.assign(new Error(`400 ${problems.join("; ")}`), { status: 400 });
    const turn = this.#turns.shift();
    if (turn === undefined) throw new Error("The script has no turn left: add one, or expect fewer model calls.");
    const reply = typeof turn === "function" ? await turn(request) : turn;
    if (reply.hangs === true) await untilAborted(options.signal);
    if (reply.error !== undefined) throw reply.error;
    return reply;
  }
}

function untilAborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal === undefined) return;
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
