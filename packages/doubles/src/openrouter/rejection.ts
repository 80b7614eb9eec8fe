import type { JsonObject } from "./types.ts";

/** What a rule says of a request: an HTTP answer instead of a completion, or a note. */
export type Rejection = {
  readonly rule: string;
  readonly status: number;
  readonly headers?: { readonly [name: string]: string };
  readonly body: JsonObject;
};

export type Complaint = Rejection | { readonly rule: string; readonly note: string };

/** OpenRouter's own refusal. `error` is its message, or the message and further fields. */
export function refusal(rule: string, status: number, error: string | JsonObject): Rejection {
  const fields = typeof error === "string" ? { message: error } : error;
  return { rule, status, body: { error: { code: status, ...fields }, user_id: "user_double" } };
}

/** Google's refusal, as OpenRouter passes it on: the cause is JSON inside `metadata.raw`. */
export function googleRefusal(rule: string, message: string, provider = "Google AI Studio"): Rejection {
  const raw = `${JSON.stringify({ error: { code: 400, message, status: "INVALID_ARGUMENT" } }, null, 2)}\n`;
  const metadata = { raw, provider_name: provider, is_byok: false };
  return refusal(rule, 400, { message: "Provider returned error", metadata });
}

/** HTTP status and error type by `availability.code`; any other code is a 404. */
const statuses: { readonly [code: string]: readonly [number, string] } = {
  model_not_found: [400, "invalid_request"],
  region_restricted: [403, "permission_denied"],
};

/** A refusal in the form with `availability`, which OpenRouter sends since 19 August 2026. */
export function unavailable(rule: string, message: string, availability: JsonObject): Rejection {
  const code = String(availability.code);
  const [status, error_type] = statuses[code] ?? [404, "not_found"];
  const docs_url = `https://openrouter.ai/docs/errors#${code}`;
  return refusal(rule, status, {
    message,
    error_type,
    http_status: status,
    availability: { retryable: false, ...availability, docs_url },
  });
}

export function isRejection(complaint: Complaint): complaint is Rejection {
  return "status" in complaint;
}
