import { AIMessage, type BaseMessage, ToolMessage } from "@langchain/core/messages";
import { type RunnableConfig, RunnableLambda } from "@langchain/core/runnables";
import { CrewError } from "./errors.ts";
import type { ToolRunner } from "./runner/tool-runner.ts";
import type { CallResult } from "./types.ts";

export type ToolNodeInput = readonly BaseMessage[] | { readonly messages: readonly BaseMessage[] };

/**
 * Takes the place of LangGraph's `ToolNode`: runs the tool calls of the last AI message side by side through the runner
 * and returns their tool messages in call order. `artifact` is the `CallResult`; anything but `ok` has status `error`.
 */
export const createCachingToolNode = (runner: ToolRunner) =>
  RunnableLambda.from(async (input: ToolNodeInput, config?: RunnableConfig) => {
    const messages = "messages" in input ? input.messages : input;
    const last = messages.at(-1);
    if (!last || !AIMessage.isInstance(last)) {
      throw new CrewError(
        "no_ai_message",
        "The tool node runs the tool calls of an AI message: put one last in the messages.",
      );
    }
    const signal = config?.signal;
    const answers = await Promise.all(
      (last.tool_calls ?? []).map(async ({ id, name, args }) =>
        messageOf(await runner.run({ id: id ?? "", tool: name, args }, signal ? { signal } : {})),
      ),
    );
    signal?.throwIfAborted();
    return "messages" in input ? { messages: answers } : answers;
  }).withConfig({ runName: "tools" });

const messageOf = (result: CallResult): ToolMessage =>
  new ToolMessage({
    tool_call_id: result.call.id,
    name: result.call.tool,
    content: result.outcome === "ok" || result.text !== "" ? result.text : result.message,
    status: result.outcome === "ok" ? "success" : "error",
    artifact: result,
  });
