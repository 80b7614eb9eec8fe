import { describe, expect, it } from "vitest";
import { httpFailure } from "../src/errors/http-failure.ts";

/** What other vendors really answer, word for word, and what a person should hear. */
const refusals: readonly (readonly [status: number, error: unknown, cause: string])[] = [
  [400, { message: "Content Exists Risk", type: "invalid_request_error" }, "moderation"],
  [400, { code: "data_inspection_failed", message: "Input data may contain inappropriate content." }, "moderation"],
  [
    400,
    {
      code: "content_filter",
      message: "The response was filtered due to the prompt triggering Azure OpenAI's content management policy.",
    },
    "moderation",
  ],
  [
    400,
    { code: "Arrearage", message: "Access denied, please make sure your account is in good standing." },
    "no_credit",
  ],
  [402, { message: "Insufficient Balance", type: "unknown_error" }, "no_credit"],
  [429, { code: "1113", message: "您的账户已欠费，请充值后重试。" }, "no_credit"],
  [403, { code: 30001, message: "Sorry, your account balance is insufficient" }, "no_credit"],
  [429, { code: "1302", message: "您的账户已达到速率限制，请您控制请求频率" }, "rate_limited"],
  [
    429,
    { message: "You exceeded your current quota, please check your plan and billing details. Please retry in 12s." },
    "rate_limited",
  ],
  [401, { message: "Incorrect API key provided.", code: "invalid_api_key" }, "key_rejected"],
  [401, { message: "Authentication Fails (no such user)", type: "authentication_error" }, "key_rejected"],
  [500, { code: 500, message: "tools param requires --jinja flag", type: "server_error" }, "no_tools"],
  [500, { code: 500, message: "Unsupported param: tools", type: "server_error" }, "no_tools"],
  [400, { message: "registry.ollama.ai/library/gemma:2b does not support tools", type: "api_error" }, "no_tools"],
  [
    400,
    {
      code: 400,
      message: "the request exceeds the available context size, try increasing it",
      type: "exceed_context_size_error",
    },
    "context_too_long",
  ],
  [
    400,
    { message: "<400> InternalError.Algo.InvalidParameter: Range of input length should be [1, 129024]" },
    "context_too_long",
  ],
  [400, { code: "1261", message: "Prompt 超长" }, "context_too_long"],
  [
    400,
    { message: "This model's maximum context length is 4096 tokens. However, you requested 9000 tokens." },
    "context_too_long",
  ],
  [404, { message: 'model "qwen3" not found, try pulling it first', type: "not_found_error" }, "not_found"],
  [404, { message: "The model `Qwen/Qwen3` does not exist.", type: "NotFoundError" }, "not_found"],
  [
    404,
    {
      code: "InvalidEndpointOrModel.NotFound",
      message: "The model or endpoint x does not exist or you do not have access",
    },
    "not_found",
  ],
  [400, { message: "Model Not Exist", type: "invalid_request_error" }, "not_found"],
  [
    400,
    {
      message: "Failed to call a function. Please adjust your prompt. See 'failed_generation' for more details.",
      code: "tool_use_failed",
    },
    "malformed",
  ],
  [
    503,
    { message: "Service is too busy. We advise users to temporarily switch to alternative LLM API." },
    "overloaded",
  ],
  [
    400,
    { code: 20015, message: "length of prompt_tokens (9000) must be less than max_seq_len (8192)." },
    "context_too_long",
  ],
  [400, { message: "prompt is too long: 210000 tokens > 200000 maximum" }, "context_too_long"],
  [400, { message: "Invalid request: Your request exceeded model token limit: 8192" }, "context_too_long"],
  [
    413,
    { message: "Request too large for model `llama-3` on tokens per minute (TPM): Limit 6000, Requested 9000" },
    "context_too_long",
  ],
  [
    403,
    { code: "AccountOverdueError", message: "The request failed because your account has an overdue balance." },
    "no_credit",
  ],
  [
    429,
    {
      type: "exceeded_current_quota_error",
      message: "Your account is suspended, please check your plan and billing details",
    },
    "no_credit",
  ],
  [400, { code: "1301", message: "系统检测到输入或生成内容可能包含不安全或敏感内容" }, "moderation"],
  [401, { message: "Access denied due to invalid subscription key or wrong API endpoint." }, "key_rejected"],
  [400, { message: "API key expired. Please renew the API key.", status: "INVALID_ARGUMENT" }, "key_rejected"],
  [
    403,
    { code: "unsupported_country_region_territory", message: "Country, region, or territory not supported" },
    "region",
  ],
  [404, { message: "No models loaded. Please load a model in the developer page." }, "not_found"],
  [401, { message: "Unauthorized" }, "key_rejected"],
];

describe("what another vendor answers", () => {
  it.each(refusals)("%i %j is %s", (status, error, cause) => {
    expect(httpFailure({ status, body: JSON.stringify({ error }) }).because).toBe(cause);
  });
});
