import { AIMessage, type BaseMessage, ToolMessage } from "@langchain/core/messages";
import { CrewError } from "../errors.ts";
import { readCalls } from "../read-reply.ts";
import type { CallResult } from "../types.ts";
import { failed } from "./send-call.ts";
import { resultForModel, toToolMessage } from "./tool-message.ts";
import type { ToolRunner } from "./types.ts";

type MessagesState = { readonly messages: readonly BaseMessage[] };

type Config = { readonly signal?: AbortSignal | undefined };

/** A node for a graph over messages. Given a plain array of messages it answers with one. */
export type CachingToolNode = {
  (input: readonly BaseMessage[], config?: Config): Promise<ToolMessage[]>;
  (input: MessagesState, config?: Config): Promise<{ messages: ToolMessage[] }>;
};

export type ToolNodeOptions = {
  /** What the model is shown of a result. Default `resultForModel`: the text, its middle left out when it is long. */
  readonly showResult?: (result: CallResult) => string;
};

/**
 * Takes the place of LangGraph's `ToolNode`: answers the open tool calls of the last assistant's message, side by side and
 * in order, through the runner. A tool message carries the whole `CallResult` as its artifact, and the status `error`
 * for everything but `ok`. A call from a reply that was cut is answered and never run. Interrupts and aborts pass.
 */
export function createCachingToolNode(
  runner: Pick<ToolRunner, "run">,
  { showResult = resultForModel }: ToolNodeOptions = {},
): CachingToolNode {
  async function answerCalls(messages: readonly BaseMessage[], { signal }: Config): Promise<ToolMessage[]> {
    const settled = await Promise.allSettled(
      openCalls(messages).map(async ({ call, problem }) => {
        const result =
          problem === undefined
            ? await runner.run(call, signal === undefined ? {} : { signal })
            : refused(call, problem);
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
  function node(input: MessagesState, config?: Config): Promise<{ messages: ToolMessage[] }>;
  async function node(input: readonly BaseMessage[] | MessagesState, config: Config = {}) {
    return "messages" in input ? { messages: await answerCalls(input.messages, config) } : answerCalls(input, config);
  }
  return node;
}

/** The calls of the last assistant's message that nobody has answered yet. */
function openCalls(messages: readonly BaseMessage[]): ReturnType<typeof readCalls>["calls"] {
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
