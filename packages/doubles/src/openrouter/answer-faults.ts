import type { Answer } from "./answer.ts";
import type { Fault, Faults } from "./fault.ts";
import type { JsonObject } from "./types.ts";

function calls(...toolCalls: readonly JsonObject[]): Partial<Answer> {
  return { content: "", toolCalls, finishReason: "tool_calls" };
}

function call(name: string, args: string | undefined, id = `tool_${name}_0`): JsonObject {
  return { type: "function", index: 0, id, function: { name, ...(args !== undefined && { arguments: args }) } };
}

function odd(answer: Partial<Answer>, must: string): Fault {
  return { kind: "answer", answer, must };
}

const empty = "tries once more, then says so; never shows a blank line";

/** Completions that a model really gives, and that a client easily takes for something else. */
export const answerFaults: Faults = {
  "odd.choice_error": odd(
    {
      content: "partial output…",
      finishReason: "error",
      nativeFinishReason: "ERROR",
      choice: {
        error: {
          code: 502,
          message: "Provider disconnected mid-stream",
          metadata: { error_type: "provider_unavailable" },
        },
      },
    },
    "is not shown as a complete answer",
  ),
  "odd.empty_stop": odd(
    { content: "", usage: { prompt_tokens: 5000, completion_tokens: 0, total_tokens: 5000, cost: 0 } },
    empty,
  ),
  "odd.empty_stop_after_tool": odd({ content: null }, empty),
  "odd.malformed_call": odd(
    { content: null, finishReason: "error", nativeFinishReason: "MALFORMED_FUNCTION_CALL" },
    "tries once more; says so in words",
  ),
  "odd.length": odd(
    { ...calls(call("get_pod_logs", '{"namespace":"pay')), finishReason: "length", nativeFinishReason: "MAX_TOKENS" },
    "does not run the call",
  ),
  "odd.length_thoughts": odd(
    { content: "", finishReason: "length", nativeFinishReason: "MAX_TOKENS" },
    "says that the limit of output tokens was hit",
  ),
  "odd.safety": odd(
    { content: null, finishReason: "content_filter", nativeFinishReason: "SAFETY" },
    "says so in words",
  ),
  "odd.finish_stop_with_calls": odd(
    { ...calls(call("list_namespaces", "{}")), finishReason: "stop" },
    "runs the call: calls decide, not the finish reason",
  ),
  "odd.args_missing": odd(calls(call("list_namespaces", undefined)), "takes it for {}"),
  "odd.args_empty_string": odd(calls(call("list_namespaces", "")), "takes it for {}"),
  "odd.args_bad_json": odd(
    calls(call("list_pods", '{namespace: "default"')),
    "does not run it; the next request is in order",
  ),
  "odd.args_wrong_type": odd(
    calls(call("scale_deployment", '{"namespace":"default","replicas":"3","extra":true}')),
    "checks them against the tool's schema before it runs",
  ),
  "odd.unknown_tool": odd(
    calls(call("default_api.list_pods", '{"namespace":"default"}')),
    "finds the tool without the prefix, or answers with an error",
  ),
  "odd.duplicate_ids": odd(
    calls(call("list_pods", '{"namespace":"a"}', "tool_x"), {
      ...call("list_pods", '{"namespace":"b"}', "tool_x"),
      index: 1,
    }),
    "runs both; ids differ when they go back",
  ),
  "odd.empty_id": odd(calls(call("list_pods", '{"namespace":"a"}', "")), "gives it an id"),
  "odd.parallel_5": odd(
    calls(
      ...[0, 1, 2, 3, 4].map((index) => ({
        ...call("list_pods", `{"namespace":"ns${index}"}`, `tool_list_pods_${index}`),
        index,
      })),
    ),
    "sends five results, one for each id",
  ),
  "odd.text_tool_code": odd(
    { content: '```tool_code\nprint(default_api.list_pods(namespace="default"))\n```' },
    "does not show it as the answer",
  ),
  "odd.announce_only": odd({ content: "好的，我现在来查看 default 命名空间的 Pod。" }, "notices that no call was made"),
  "odd.fenced_json": odd({ content: '```json\n{"steps":[]}\n```' }, "reads the JSON"),
  "odd.usage_partial": odd(
    { content: "ok", usage: { prompt_tokens: 10, completion_tokens: 0, total_tokens: 10 } },
    "counts without NaN",
  ),
  "odd.usage_missing": odd({ content: "ok", usage: null }, "counts without NaN, fetches nothing"),
  "odd.model_swapped": odd({ content: "ok", model: "google/gemini-3.5-flash-lite" }, "shows the model that served"),
};
