import { AIMessage, type BaseMessage, ToolMessage } from "@langchain/core/messages";
import { AsyncLocalStorageProviderSingleton } from "@langchain/core/singletons";
import { getConfig } from "@langchain/langgraph";
import { CrewError } from "../errors.ts";
import { type RequestedCall, readCalls } from "../read-reply.ts";
import type { CallResult } from "../types.ts";
import { failed } from "./send-call.ts";
import { resultForModel, toToolMessage } from "./tool-message.ts";
import type { ToolRunner } from "./types.ts";

type MessagesState = { readonly messages: readonly BaseMessage[] };

/** What a `Send` to the node carries: one call, beside whatever else is in the state. */
type SentCall = {
  readonly lg_tool_call: { readonly id?: string; readonly name: string; readonly args: Record<string, unknown> };
};

type Config = {
  readonly signal?: AbortSignal | undefined;
  readonly configurable?: Readonly<Record<string, unknown>> | undefined;
};

/** A node for a graph over messages. Given a plain array of messages it answers with one. */
export type CachingToolNode = {
  (input: readonly BaseMessage[], config?: Config): Promise<ToolMessage[]>;
  (input: MessagesState | SentCall, config?: Config): Promise<{ messages: ToolMessage[] }>;
};

export type ToolNodeOptions = {
  /** What the model is shown of a result. Default `resultForModel`: the text, its middle left out when it is long. */
  readonly showResult?: (result: CallResult) => string;
  /** Whose eyes the results are for, where tools look at `configurable` to tell people apart. Default: the runner's own. */
  readonly identityOf?: (config: Config) => string;
};

/**
 * Takes the place of LangGraph's `ToolNode`: answers the open tool calls of the last assistant's message, or the one that a
 * `Send` carries, side by side and in order, through the runner. A tool message carries the whole `CallResult` as its
 * artifact, and the status `error` for everything but `ok`. A call from a reply that was cut is answered and never run.
 * Interrupts and aborts pass. Throws `node_input_invalid` where no assistant's message is among those that were passed.
 *
 * Tools of LangChain find their runtime as they do under `ToolNode`: `toolCallId`, `toolCall`, the graph's `config`, `context`,
 * `store` and `writer`. Their own artifact is `structured` of the `CallResult`. A zod schema decides itself what fits. Calls
 * that the policy of the runner shares see the runtime of the first of them; `identityOf` keeps people apart.
 *
 * Different on purpose: there is no `runtime.state`, since a result that depends on the state is not found again by its
 * arguments; a tool that returns a `Command` answers with an error, since what steers a graph cannot be kept or given to two;
 * of content in parts the model is shown the text, and of a part without text its kind; of a tool message that a tool makes
 * itself only content, artifact and status count; `returnDirect` changes nothing here, as in `ToolNode`.
 */
export function createCachingToolNode(
  runner: Pick<ToolRunner, "run">,
  { showResult = resultForModel, identityOf }: ToolNodeOptions = {},
): CachingToolNode {
  async function answerCalls(calls: readonly RequestedCall[], config: Config): Promise<ToolMessage[]> {
    const { signal } = config;
    const options = {
      ...(signal === undefined ? {} : { signal }),
      ...(identityOf === undefined ? {} : { identity: identityOf(config) }),
    };
    const settled = await Promise.allSettled(
      calls.map(async ({ call, problem }) => {
        const result = problem === undefined ? await runner.run(call, options) : refused(call, problem);
        return toToolMessage(result, showResult(result));
      }),
    );
    signal?.throwIfAborted();
    return settled.map((answer) => {
      if (answer.status === "rejected") throw answer.reason;
      return answer.value;
    });
  }

  function node(input: readonly BaseMessage[], config?: Config): Promise<ToolMessage[]>;
  function node(input: MessagesState | SentCall, config?: Config): Promise<{ messages: ToolMessage[] }>;
  async function node(input: readonly BaseMessage[] | MessagesState | SentCall, config: Config = {}) {
    const answer = (calls: readonly RequestedCall[]) => withConfig(config, () => answerCalls(calls, config));
    if ("lg_tool_call" in input) return { messages: await answer(sentCall(input)) };
    if ("messages" in input) return { messages: await answer(openCalls(input.messages)) };
    return answer(openCalls(input));
  }
  return node;
}

/** A graph has told its config already; who calls the node without one passes it, and the tools have to find it. */
function withConfig<T>(config: Config, work: () => Promise<T>): Promise<T> {
  return getConfig() === undefined ? AsyncLocalStorageProviderSingleton.runWithConfig(config, work) : work();
}

function sentCall({ lg_tool_call: { id = "", name, args } }: SentCall): readonly RequestedCall[] {
  return [{ call: { id, tool: name, args } }];
}

/** The calls of the last assistant's message that nobody has answered yet. */
function openCalls(messages: readonly BaseMessage[]): readonly RequestedCall[] {
  const asking = messages.findLast((message) => AIMessage.isInstance(message));
  if (asking === undefined) {
    const message = "There is no assistant's message among the messages.";
    throw new CrewError("node_input_invalid", message, "Put the tool node after the node that asks the model.");
  }
  const { calls, ending, finishReason } = readCalls(asking);
  // A missing reason proves nothing here: `invoke` loses it inside a graph that streams messages.
  const cut = ending !== "complete" && finishReason !== "";
  const answered = messages.filter((message) => ToolMessage.isInstance(message)).map((message) => message.tool_call_id);
  const valid = (asking.tool_calls ?? []).map(({ id = "" }) => id);
  return calls
    .filter(({ call: { id } }) => valid.includes(id) && (id === "" || !answered.includes(id)))
    .map((requested) => (cut ? { ...requested, problem: CUT } : requested));
}

const CUT = "The reply that asked for this call was cut off before its end, so it was not run.";

function refused(call: CallResult["call"], problem: string): CallResult {
  return { call, server: "", ...failed("invalid", problem), cached: false, ageMs: 0, ms: 0 };
}
