import { promptTokens } from "./accounting.ts";
import type { Rules } from "./context.ts";
import { type Complaint, googleRefusal, type Rejection, refusal } from "./rejection.ts";
import { type ChatRequest, type Headers, isObject, isString, type JsonObject, objectsOf } from "./types.ts";

/** Fields of a request that OpenRouter documents; any other is ignored without a word, so a typo never shows. */
const knownFields = new Set(
  `model models messages prompt stream stream_options max_tokens max_completion_tokens temperature top_p top_k stop seed
  frequency_penalty presence_penalty repetition_penalty logit_bias logprobs top_logprobs min_p top_a tools tool_choice
  parallel_tool_calls response_format structured_outputs reasoning reasoning_effort include_reasoning provider plugins
  transforms route user usage session_id prompt_cache_key prompt_cache_retention metadata verbosity prediction n
  service_tier`.split(/\s+/),
);

const providerKeys = new Set(
  `order only ignore allow_fallbacks require_parameters data_collection zdr enforce_distillable_text sort max_price
  quantizations preferred_min_throughput preferred_max_latency`.split(/\s+/),
);

/** Body checks that need no model. `messages` may be anything here. */
export function bodyComplaints(body: JsonObject | undefined, headers: Headers): readonly Rejection[] {
  const isJson = /^application\/json\b/i.test(String(headers["content-type"]));
  if (body === undefined || !isJson) return [refusal("req.json", 400, "Invalid JSON body")];
  if (!Array.isArray(body.messages) || body.messages.length === 0)
    return [refusal("req.messages_required", 400, 'Input required: specify "prompt" or "messages"')];
  const hasModels = Array.isArray(body.models) && body.models.length > 0;
  if (!isString(body.model) && !hasModels) return [refusal("req.model_required", 400, "No models provided")];
  return body.messages.flatMap((message: unknown, index): Rejection[] => {
    const field = isObject(message) ? badField(message) : "role";
    return field === undefined ? [] : [refusal("req.message_shape", 400, `Invalid input: messages.${index}.${field}`)];
  });
}

function badField(message: JsonObject): string | undefined {
  const { role, content, tool_calls, tool_call_id } = message;
  const hasContent = isString(content) || Array.isArray(content);
  if (Array.isArray(content) && !content.every(isPart)) return "content";
  if (!isString(role) || !["system", "developer", "user", "assistant", "tool"].includes(role)) return "role";
  if (role === "tool" && !isString(tool_call_id)) return "tool_call_id";
  if (role !== "assistant") return hasContent ? undefined : "content";
  if (!hasContent && !(Array.isArray(tool_calls) && tool_calls.length > 0)) return "content";
  if (tool_calls === undefined) return undefined;
  const isWhole = (call: unknown) =>
    isObject(call) &&
    isString(call.id) &&
    call.type === "function" &&
    isObject(call.function) &&
    isString(call.function.name) &&
    isString(call.function.arguments);
  return Array.isArray(tool_calls) && tool_calls.every(isWhole) ? undefined : "tool_calls";
}

/** Parts of a content, and the field that each must have. */
const partFields: { readonly [type: string]: string } = {
  text: "text",
  image_url: "image_url",
  input_audio: "input_audio",
  video_url: "video_url",
  file: "file",
};

function isPart(part: unknown): boolean {
  if (!isObject(part) || !isString(part.type) || !Object.hasOwn(partFields, part.type)) return false;
  const held = part[partFields[part.type] ?? ""];
  return part.type === "text" ? isString(held) : isObject(held);
}

/** What is wrong whatever the model. */
export function requestComplaints(request: ChatRequest): readonly Complaint[] {
  const { body, tools, messages } = request;
  const field = outOfRange(body);
  const { reasoning } = body;
  const isDouble = isObject(reasoning) && reasoning.effort != null && reasoning.max_tokens != null;
  const hasHistory = messages.some((message) => message.role === "tool" || objectsOf(message.tool_calls).length > 0);
  const isLimited = body.max_tokens !== undefined || body.max_completion_tokens !== undefined;
  return [
    ...(field === undefined ? [] : [refusal("req.param_ranges", 400, `Invalid input: ${field}`)]),
    ...(isDouble
      ? [
          refusal(
            "req.reasoning_exclusive",
            400,
            'Only one of "reasoning.effort" and "reasoning.max_tokens" can be specified',
          ),
        ]
      : []),
    ...(choosesAbsentTool(request)
      ? [refusal("req.tool_choice_target", 400, "tool_choice refers to a tool that is not in tools")]
      : []),
    ...(hasHistory && tools.length === 0
      ? [
          googleRefusal(
            "req.tools_on_followup",
            "Function calls in the history need function declarations in the request",
          ),
        ]
      : []),
    ...(isLimited ? [] : [{ rule: "req.max_tokens_missing", note: "credit is reserved for the longest answer" }]),
    ...Object.keys(body)
      .filter((name) => !knownFields.has(name))
      .map((name) => ({ rule: "req.unknown_params", note: name })),
    ...headerComplaints(request.headers),
  ];
}

function choosesAbsentTool({ body, tools, toolNames }: ChatRequest): boolean {
  const choice =
    isObject(body.tool_choice) && isObject(body.tool_choice.function) ? body.tool_choice.function.name : "";
  const isForced = body.tool_choice !== undefined && body.tool_choice !== "none" && body.tool_choice !== "auto";
  return choice === "" ? isForced && tools.length === 0 : !toolNames.includes(String(choice));
}

/** Headers that say who asks; `fetch` throws for most of what is not ASCII. */
function headerComplaints(headers: Headers): readonly Complaint[] {
  return ["http-referer", "x-title", "x-openrouter-title", "user-agent"]
    .filter((name) => /[^\x20-\x7e]/.test(String(headers[name] ?? "")))
    .map((name) => ({ rule: "auth.headers_optional", note: `${name} is not ASCII` }));
}

/** What is wrong for the model that is asked. */
export const requestRules: Rules = (context) => {
  const { request, model, profile } = context;
  const { body, tools } = request;
  const format = isObject(body.response_format) ? body.response_format.type : undefined;
  const isJson = format === "json_object" || format === "json_schema";
  const samples = model.family === "gemini3" && ["temperature", "top_p", "top_k"].some((name) => body[name] != null);
  const deprecated = "sampling parameters are deprecated for Gemini 3";
  return [
    ...(model.family === "gemini25" && tools.length > 0 && isJson
      ? [
          googleRefusal(
            "req.json_mode_with_tools",
            "Function calling with a response mime type: 'application/json' is unsupported",
          ),
        ]
      : []),
    ...contextComplaints(context),
    ...(samples && profile === "strict+" ? [googleRefusal("req.temperature_gemini3", deprecated)] : []),
    ...(samples && profile !== "strict+" ? [{ rule: "req.temperature_gemini3", note: deprecated }] : []),
  ];
};

const contextComplaints: Rules = ({ request, model }) => {
  const wanted = request.body.max_tokens ?? request.body.max_completion_tokens;
  const output = typeof wanted === "number" ? wanted : model.maxCompletionTokens;
  const { text, tools } = promptTokens(request);
  const total = text + tools + output;
  return [
    ...(output > model.maxCompletionTokens ? [{ rule: "req.max_tokens_above_cap", note: String(output) }] : []),
    ...(total > model.contextLength
      ? [
          refusal("req.context_length", 400, {
            message: `This endpoint's maximum context length is ${model.contextLength} tokens. However, you requested about ${total} tokens (${text} of text input, ${tools} of tool input, ${output} in the output). Please reduce the length of either one, or use the context-compression plugin to compress your prompt automatically.`,
            metadata: { error_type: "context_length_exceeded" },
          }),
        ]
      : []),
  ];
};

/** Limits of OpenRouter's published API description. */
function outOfRange(body: JsonObject): string | undefined {
  const { temperature, top_p, stop, session_id, metadata, max_tokens, provider, response_format, tools } = body;
  const isOutside = (value: unknown, low: number, high: number) =>
    value != null && !(typeof value === "number" && value >= low && value <= high);
  const schemaName =
    isObject(response_format) && isObject(response_format.json_schema) ? response_format.json_schema.name : undefined;
  const checks: readonly (readonly [string, boolean])[] = [
    ["temperature", isOutside(temperature, 0, 2)],
    ["top_p", isOutside(top_p, 0, 1)],
    ["stream", !isFlag(body.stream)],
    ["parallel_tool_calls", !isFlag(body.parallel_tool_calls)],
    ["tools", tools != null && !(Array.isArray(tools) && tools.every(isObject))],
    ["tool_choice", !isChoice(body.tool_choice)],
    ["stop", Array.isArray(stop) && stop.length > 4],
    ["session_id", isString(session_id) && session_id.length > 256],
    ["metadata", isObject(metadata) && Object.keys(metadata).length > 16],
    ["max_tokens", max_tokens != null && !(Number.isInteger(max_tokens) && Number(max_tokens) >= 1)],
    ["provider", isObject(provider) && Object.keys(provider).some((key) => !providerKeys.has(key))],
    ["response_format.json_schema.name", schemaName !== undefined && !/^[a-zA-Z0-9_-]{1,64}$/.test(String(schemaName))],
  ];
  return checks.find(([, isBad]) => isBad)?.[0];
}

function isFlag(value: unknown): boolean {
  return value == null || typeof value === "boolean";
}

function isChoice(choice: unknown): boolean {
  if (choice == null || choice === "none" || choice === "auto" || choice === "required") return true;
  return isObject(choice) && choice.type === "function" && isObject(choice.function) && isString(choice.function.name);
}
