import { completionBody } from "./answer.ts";
import type { Fault, Faults } from "./fault.ts";
import { googleRefusal } from "./rejection.ts";
import type { JsonObject } from "./types.ts";

function reply(
  status: number,
  body: JsonObject | string,
  more: {
    readonly must: string;
    readonly isAccounts?: boolean;
    readonly headers?: { readonly [name: string]: string };
  },
): Fault {
  return { kind: "http", status, body: () => body, ...more };
}

function error(message: string, code: number, more: JsonObject = {}): JsonObject {
  return { error: { message, code, ...more } };
}

function atCapacity(retryAfterSeconds: number): JsonObject {
  return error("All providers are at capacity.", 429, {
    error_type: "rate_limit_exceeded",
    http_status: 429,
    availability: { code: "capacity_exhausted", retryable: true, retry_after: retryAfterSeconds },
  });
}

const later = { must: "tries again a few times, then says why in plain words" };
const never = { must: "does not try again, and says what to do" };
const ofAccount = { ...never, isAccounts: true };
const html = { "content-type": "text/html" };

/** Replies with an HTTP error, and replies with 200 that are none. Texts are those of OpenRouter's docs and of threads. */
export const httpFaults: Faults = {
  "fail.429_upstream": reply(
    429,
    error("Provider returned error", 429, {
      metadata: {
        raw: "google/gemini-2.5-flash is temporarily rate-limited upstream. Please retry shortly, or add your own key to accumulate your rate limits: https://openrouter.ai/settings/integrations",
        provider_name: "Google AI Studio",
      },
    }),
    later,
  ),
  "fail.429_retry_after": reply(429, atCapacity(1), {
    headers: { "retry-after": "1" },
    must: "waits at least that long, then tries again",
  }),
  "fail.429_retry_after_60": reply(429, atCapacity(60), {
    headers: { "retry-after": "60" },
    must: "waits that long at most, and says so; can be cancelled",
  }),
  "fail.429_retry_after_long": reply(429, atCapacity(3600), {
    headers: { "retry-after": "3600" },
    must: "does not wait that long; tells how long it would be",
  }),
  "fail.429_retry_after_date": {
    kind: "http",
    status: 429,
    headers: { "retry-after": "Wed, 01 Jan 2020 00:00:00 GMT" },
    body: () => atCapacity(0),
    must: "reads the date; one in the past means now",
  },
  "fail.503_retry_after": reply(
    503,
    error("All providers failed with transient errors.", 503, {
      error_type: "provider_overloaded",
      http_status: 503,
      availability: { code: "temporarily_unavailable", retryable: true, retry_after: 1 },
    }),
    { headers: { "retry-after": "1" }, ...later },
  ),
  "fail.502": reply(
    502,
    error("Provider returned error", 502, {
      metadata: { error_type: "provider_unavailable", provider_name: "Google" },
    }),
    later,
  ),
  "fail.500_masked": reply(500, error("Internal Server Error", 500, { metadata: { error_type: "server" } }), later),
  "fail.524_html": reply(524, "<html><head><title>524: A timeout occurred</title></head></html>", {
    headers: html,
    must: "tries again; no HTML reaches a person",
  }),
  "fail.408": reply(408, error("Request timed out", 408), later),
  "fail.401": reply(401, error("User not found.", 401), ofAccount),
  "fail.401_no_credentials": reply(401, error("No auth credentials found", 401), ofAccount),
  "fail.402": reply(
    402,
    error("Insufficient credits. Add more using https://openrouter.ai/settings/credits", 402),
    ofAccount,
  ),
  "fail.402_fewer_tokens": reply(
    402,
    error(
      "This request requires more credits, or fewer max_tokens. You requested up to 65535 tokens, but can only afford 1200. To increase, visit https://openrouter.ai/settings/credits and upgrade to a paid account",
      402,
    ),
    ofAccount,
  ),
  "fail.403_key_limit": reply(
    403,
    error("Key limit exceeded (monthly limit). Manage it using https://openrouter.ai/settings/keys", 403),
    ofAccount,
  ),
  "fail.403_region": reply(403, error("This model is not available in your region.", 403), never),
  "fail.400_region_raw": {
    kind: "http",
    status: 400,
    body: () => googleRefusal("", "User location is not supported for the API use.").body,
    ...never,
  },
  "fail.403_moderation": reply(
    403,
    error(
      'google/gemini-2.5-flash requires moderation on Google AI Studio. Your input was flagged for "violence". No credits were charged.',
      403,
      {
        metadata: { reasons: ["violence"], flagged_input: "kill all pods in prod…", provider_name: "Google AI Studio" },
      },
    ),
    { must: "suggests other words; “kill” is an ordinary one here" },
  ),
  "fail.403_guardrail": reply(
    403,
    error("Request blocked: prompt injection patterns detected", 403, {
      metadata: { patterns: ["ignore all previous instructions"] },
    }),
    { must: "names the cause; a log line can be it" },
  ),
  "fail.404_data_policy": reply(
    404,
    error("No endpoints found matching your data policy. Configure: https://openrouter.ai/settings/privacy", 404, {
      error_type: "not_found",
      http_status: 404,
      availability: { code: "privacy_restricted", retryable: false, excluded_by: ["data_policy:training"] },
    }),
    never,
  ),
  "fail.404_no_tools": reply(404, error("No endpoints found that support tool use.", 404), never),
  "fail.400_context": reply(
    400,
    error(
      "This endpoint's maximum context length is 1048576 tokens. However, you requested about 1200000 tokens.",
      400,
    ),
    never,
  ),
  "fail.400_raw_nested": {
    kind: "http",
    status: 400,
    body: () =>
      googleRefusal(
        "",
        "Invalid JSON payload received. Unknown name \"exclusiveMinimum\" at 'tools[0].function_declarations[0].parameters.properties[0].value': Cannot find field.",
      ).body,
    must: "shows the inner cause and the name of the tool",
  },
  "fail.model_deprecated": reply(
    404,
    error("google/gemini-2.5-flash has been deprecated", 404, {
      error_type: "not_found",
      http_status: 404,
      availability: {
        code: "model_deprecated",
        retryable: false,
        fallback_models: ["google/gemini-3.5-flash-lite"],
      },
    }),
    { must: "names the successor" },
  ),
  "fail.reset": { kind: "reset", must: "tries again a few times" },
  "fail.hang": { kind: "hang", must: "gives up after its own time limit; can be cancelled" },
  "odd.200_error": reply(
    200,
    error("Provider returned error", 429, {
      metadata: { raw: "rate-limited upstream", provider_name: "Google AI Studio" },
    }),
    { must: "is taken for the 429 that it is" },
  ),
  "odd.200_error_null_fields": reply(
    200,
    { id: null, object: null, created: null, model: null, choices: null, ...error("Internal Server Error", 500) },
    later,
  ),
  "odd.json_on_stream": reply(200, error("Provider returned error", 503), { must: "is an error, not an empty answer" }),
  "odd.choices_null": reply(200, { id: "gen-1", object: "chat.completion", choices: null, usage: null }, later),
  "odd.choices_empty": reply(200, { id: "", object: "", choices: [], usage: { completion_tokens: 0 } }, later),
  "odd.nested_provider": {
    kind: "http",
    status: 200,
    body: (frame) => ({
      id: null,
      choices: null,
      provider: completionBody(
        { content: "ok", toolCalls: [], reasoningDetails: [], finishReason: "stop", nativeFinishReason: "STOP" },
        frame,
      ),
    }),
    must: "is unwrapped, or an error that can be read",
  },
  "odd.blank_body": reply(200, "\n         \n         \n", later),
  "odd.truncated_json": reply(200, '\n  {"id":"gen-1","choices":[{"index":0,"mess', later),
  "odd.html_200": reply(200, "<!DOCTYPE html><html></html>", {
    headers: html,
    must: "says that the address is wrong; does not try again",
  }),
};
