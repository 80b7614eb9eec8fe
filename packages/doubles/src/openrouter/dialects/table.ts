import type { ChatRequest } from "../types.ts";
import { isObject, isString } from "../types.ts";
import type { Dialect, DialectName, Refusal } from "./dialect.ts";

const refuse = (rule: string, message: string, status = 400): Refusal => ({ rule: `dialect.${rule}`, status, message });

const openAiError = ({ message }: Refusal) => ({
  error: { message, type: "invalid_request_error", param: null, code: "invalid_request_error" },
});

const openAi = {
  path: "/v1",
  argumentsAs: "text",
  callIds: "given",
  repeatsEmptyIds: false,
  parallelCalls: true,
  finishOfCalls: () => "tool_calls",
  streamUsage: "when_asked",
  errorBody: openAiError,
} satisfies Partial<Dialect>;

/** `required` or a function by name. */
function isForced({ body }: ChatRequest): boolean {
  return body.tool_choice === "required" || isObject(body.tool_choice);
}

/**
 * DeepSeek in thinking mode. A forced tool_choice is refused (deepseek-ai/DeepSeek-R1 issue 836, BerriAI/litellm pull request
 * 37470); a call comes back with its `reasoning_content` or the request is refused (https://api-docs.deepseek.com/guides/thinking_mode,
 * abhigyanpatwari/GitNexus issue 43); while it waits it sends `: keep-alive` (https://api-docs.deepseek.com/quick_start/rate_limit).
 */
const deepseek: Dialect = {
  ...openAi,
  name: "deepseek",
  model: "deepseek-reasoner",
  needsKey: true,
  refuses: (request) => {
    if (isForced(request)) return refuse("forced_tool_choice", "deepseek-reasoner does not support this tool_choice");
    const lastUser = request.messages.findLastIndex(({ role }) => role === "user");
    const bare = request.messages.findIndex(
      ({ tool_calls, reasoning_content }, index) =>
        index > lastUser && Array.isArray(tool_calls) && tool_calls.length > 0 && !isString(reasoning_content),
    );
    if (bare < 0) return undefined;
    const text = `Missing \`reasoning_content\` field in the assistant message at message index ${bare}.`;
    return refuse("reasoning_missing", text);
  },
  notFound: { type: "application/json", body: '{"error_msg":"Not Found. Please check the configuration."}' },
  thoughts: "reasoning_content",
  thinks: "The user wants something of the cluster.",
  comment: " keep-alive",
};

/**
 * Qwen on DashScope in thinking mode. A forced tool_choice is refused (cloudwego/eino issue 994, QwenLM/qwen-code issue 7659).
 */
const qwen: Dialect = {
  ...openAi,
  name: "qwen",
  path: "/compatible-mode/v1",
  model: "qwen3.5-plus",
  needsKey: true,
  errorBody: (refusal) => ({
    error: { message: refusal.message, type: "invalid_request_error", param: null, code: "invalid_parameter_error" },
    request_id: "5bf78562-0341-9de2-8d10-5429ef761b7e",
  }),
  refuses: (request) =>
    isForced(request)
      ? refuse(
          "forced_tool_choice",
          "<400> InternalError.Algo.InvalidParameter: The tool_choice parameter does not support being set to required or object in thinking mode",
        )
      : undefined,
  notFound: { type: "application/json", body: '{"error":{"message":"Not found","type":"not_found"}}' },
  thoughts: "reasoning_content",
  thinks: "用户想了解集群的情况。",
  repeatsEmptyIds: true,
};

/**
 * Ollama and its like on one's own machine, with the weak sides of several versions at once: the key and tool_choice are ignored
 * (https://docs.ollama.com/api/openai-compatibility), some models call no tools (ollama/ollama issue 5793), calls end with `stop`
 * (ollama/ollama pull request 5995), arguments are objects (ggml-org/llama.cpp issue 20198), ids are missing, thoughts stand in
 * the content, one call at a time, no usage in streams.
 */
const ollama: Dialect = {
  ...openAi,
  name: "ollama",
  model: "qwen3:8b",
  modelWithoutTools: "llama3",
  needsKey: false,
  errorBody: ({ message, status }) => ({
    error: { message, type: status === 404 ? "not_found_error" : "api_error", param: null, code: null },
  }),
  refuses: ({ model, tools }) =>
    model === "llama3" && tools.length > 0
      ? refuse("tools", "registry.ollama.ai/library/llama3:latest does not support tools")
      : undefined,
  notFound: { type: "text/plain", body: "404 page not found" },
  thoughts: "think_tags",
  thinks: 'Maybe {"view":"none"}? No.',
  argumentsAs: "object",
  callIds: "missing",
  parallelCalls: false,
  finishOfCalls: () => "stop",
  streamUsage: "never",
};

/**
 * vLLM that was started without `--enable-auto-tool-choice`: tools are refused unless one is named (vllm-project/vllm issue 9986,
 * langchain4j/langchain4j issue 3475), and a named call ends with `stop`. Without `--reasoning-parser` thoughts stand in the
 * content (https://docs.vllm.ai/en/v0.8.3/features/reasoning_outputs.html).
 */
const vllm: Dialect = {
  ...openAi,
  name: "vllm",
  model: "Qwen/Qwen3-8B",
  needsKey: false,
  errorBody: ({ message, status }) => ({
    object: "error",
    message,
    type: status === 404 ? "NotFoundError" : "BadRequestError",
    param: null,
    code: status,
  }),
  refuses: ({ body, tools }) => {
    const isAuto = tools.length > 0 && (body.tool_choice === undefined || body.tool_choice === "auto");
    if (isAuto)
      return refuse(
        "auto_tool_choice",
        '"auto" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set',
      );
    return body.stream_options != null && body.stream !== true
      ? refuse("stream_options", "Stream options can only be defined when `stream=True`.")
      : undefined;
  },
  notFound: { type: "application/json", body: '{"detail":"Not Found"}' },
  thoughts: "think_tags",
  thinks: "Okay, the user wants something.",
  finishOfCalls: (request) => (isForced(request) ? "stop" : "tool_calls"),
};

const optional = ["tool_choice", "parallel_tool_calls", "stream_options", "max_completion_tokens"];

/** None of a kind: it refuses each optional field by its name, in OpenAI's words, and so is stricter than any that is known. */
const bare: Dialect = {
  ...openAi,
  name: "bare",
  model: "bare",
  needsKey: false,
  errorBody: ({ message }) => ({
    error: {
      message,
      type: "invalid_request_error",
      param: /'(\w+)'/.exec(message)?.[1] ?? null,
      code: "unsupported_parameter",
    },
  }),
  refuses: ({ body }) => {
    const field = optional.find((name) => body[name] !== undefined);
    return field === undefined
      ? undefined
      : refuse(field, `Unsupported parameter: '${field}' is not supported with this model.`);
  },
  notFound: { type: "application/json", body: '{"detail":"Not Found"}' },
  thoughts: "reasoning",
  parallelCalls: false,
  streamUsage: "never",
};

/** Profiles of OpenAI-compatible endpoints, each with what a client stumbles over there. */
export const dialects: { readonly [name in DialectName]: Dialect } = { deepseek, qwen, ollama, vllm, bare };
