import { isObject, isString, type JsonObject, parseJson } from "../json.ts";
import { defaultModel, isOpenRouter, replacementOf, withoutVariant } from "../succession.ts";
import type { FailureCause } from "./failures.ts";
import { ModelError } from "./model-error.ts";

type Rule = { readonly cause: FailureCause; readonly status?: readonly number[]; readonly text?: RegExp };

/**
 * How an HTTP status and the words of an error body are read; the first rule that fits wins, every given part must fit.
 * The words are those that OpenRouter and Google really send (OpenRouter's errors page, and threads that quote them).
 */
const rules: readonly Rule[] = [
  {
    cause: "context_too_long",
    text: /maximum context length|context_length_exceeded|exceeds the (context window|available context)|input token count.*exceeds|prompt is too long|prompt 超长|range of input length|max_seq_len|model token limit/i,
  },
  { cause: "context_too_long", status: [413] },
  {
    cause: "region",
    text: /not available in your region|region_restricted|location is not supported|unsupported_country/i,
  },
  { cause: "key_limit", status: [401, 402, 403, 429], text: /key limit exceeded/i },
  {
    cause: "no_tools",
    text: /support tool use|does not support (tools|function calling)|enable-auto-tool-choice|requires --jinja|unsupported param: tools/i,
  },
  { cause: "no_credit", status: [402] },
  {
    cause: "no_credit",
    text: /insufficient (credits|balance|quota)|insufficient_quota|requires more credits|balance is insufficient|arrearage|in good standing|overdue|account is suspended|欠费|余额不足/i,
  },
  { cause: "key_rejected", status: [401] },
  {
    cause: "key_rejected",
    status: [400, 403],
    text: /api key (not valid|expired)|(invalid|incorrect) api key|api_key_invalid/i,
  },
  { cause: "guardrail", status: [400, 403], text: /guardrail|prompt injection|injection patterns/i },
  {
    cause: "moderation",
    status: [400, 403],
    text: /moderation|flagged|content exists risk|inappropriate content|data_?inspection|content management policy|content_filter|敏感/i,
  },
  // Groq: the model wrote a call that cannot be read.
  { cause: "malformed", status: [400], text: /tool_use_failed/i },
  { cause: "data_policy", status: [404], text: /data policy|privacy_restricted/i },
  { cause: "no_endpoint", status: [404], text: /constraint_filtered|requested parameters/i },
  {
    cause: "not_found",
    status: [400, 404, 410],
    text: /not a valid model|no endpoints found|model_not_found|model_deprecated|deprecated|no longer available|model.*(not found|(does )?not exist)/i,
  },
  { cause: "key_rejected", status: [403] },
  { cause: "rate_limited", status: [429] },
  { cause: "timeout", status: [408, 504, 524] },
  { cause: "not_found", status: [404] },
];

/** What was asked, and of whom. */
export type Asked = {
  /** With its port. */
  readonly host: string;
  readonly hasKey: boolean;
  readonly model: string;
  /** The names of the tools that were sent, in order: a provider names them by number only. */
  readonly toolNames: readonly string[];
  /** What must not come back in words, the key first of all: services quote what they were sent. */
  readonly secrets: readonly string[];
};

export type HttpReply = Partial<Asked> & {
  readonly status: number;
  readonly body: string;
  readonly headers?: Headers;
};

/** The error that a reply stands for: `body` is JSON as OpenRouter sends it, JSON inside JSON, or a web page. */
export function httpFailure({ secrets = [], ...told }: HttpReply): ModelError {
  const reply = { ...told, body: withoutSecrets(told.body, secrets) };
  const body = parseJson(reply.body);
  const error = isObject(body) ? errorObject(body) : undefined;
  if (error === undefined) return pageFailure(reply);
  const detail = nameTools(innermostMessage(error), reply.toolNames ?? []);
  const cause = causeOf(reply.status, `${detail} ${JSON.stringify(error)}`);
  return (
    withoutKey(cause, reply) ??
    new ModelError({
      cause,
      detail,
      retryAfterMs: retryAfter(reply.headers, error),
      replacement: replacementFor(reply, error),
    })
  );
}

function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce((left, secret) => left.replaceAll(secret, "…"), text);
}

/** The secrets in the headers of a request; what is shorter than any key is none. */
export function secretsIn(headers: { readonly [name: string]: string }): readonly string[] {
  return Object.entries(headers)
    .filter(([name]) => /authorization|key|token|secret|cookie/i.test(name))
    .map(([, value]) => value.replace(/^(?:Bearer|Basic|Token) +/i, ""))
    .filter((value) => value.length >= shortestSecret);
}

const shortestSecret = 8;

/** Who sent no key is not told that it is incorrect, as many services word it. */
function withoutKey(cause: FailureCause, { hasKey, host = "" }: HttpReply): ModelError | undefined {
  return cause === "key_rejected" && hasKey === false ? new ModelError({ cause: "no_key", detail: host }) : undefined;
}

/** The error of a body that came with HTTP 200: the status is in the body then, as a number or not at all. */
export function statusOf(error: JsonObject): number {
  const status = [error.code, error.http_status, error.status].map(Number).find((code) => code >= 400 && code < 600);
  return status ?? 502;
}

/** `{error: {…}}`, `{error: "…"}`, `{message: "…"}`, or a bare error object. An error without anything in it is none. */
export function errorObject(body: JsonObject): JsonObject | undefined {
  if (isObject(body.error) && Object.keys(body.error).length > 0) return body.error;
  if (isString(body.error) && body.error !== "") return { message: body.error };
  if (isString(body.message)) return body;
  return undefined;
}

function causeOf(status: number, text: string): FailureCause {
  const rule = rules.find(
    (candidate) =>
      (candidate.status === undefined || candidate.status.includes(status)) &&
      (candidate.text === undefined || candidate.text.test(text)),
  );
  if (rule !== undefined) return rule.cause;
  return status >= 500 ? "overloaded" : "request_refused";
}

/** A reply without a readable error. Its text is a page or nothing: only its title is worth telling. */
function pageFailure(reply: HttpReply): ModelError {
  const title = /<title[^>]*>([^<]*)</i.exec(reply.body)?.[1] ?? "";
  const detail = title === "" ? `HTTP ${reply.status}` : `HTTP ${reply.status}: ${title}`;
  const isPage = reply.status < 500 && /^\s*</.test(reply.body);
  const cause = isPage ? "not_a_model_service" : causeOf(reply.status, "");
  const keyless = withoutKey(cause, reply);
  if (keyless !== undefined) return keyless;
  return new ModelError({ cause, detail, retryAfterMs: retryAfter(reply.headers, {}) });
}

/**
 * The provider's own cause. “Provider returned error” says nothing: the words are in `metadata.raw`, a text that is
 * often JSON with an error in it, at times twice over, at times behind a sentence (“… Upstream error: {…}”).
 */
function innermostMessage(error: JsonObject): string {
  const metadata = isObject(error.metadata) ? error.metadata : {};
  const message = isString(error.message) ? error.message : "";
  const told = metadata.raw ?? "";
  const raw = unpack(isString(told) ? told : JSON.stringify(told), 4);
  const reasons = Array.isArray(metadata.patterns) ? metadata.patterns.filter(isString).join("; ") : "";
  if (raw !== "" && /^(provider returned error|)$/i.test(message.trim())) return raw;
  return [message, raw, reasons].filter((part) => part !== "").join(": ");
}

function unpack(text: string, levels: number): string {
  const starts = levels > 0 ? [text.indexOf("{"), text.indexOf("[")].filter((start) => start >= 0) : [];
  const found = starts.map((start) => parseJson(text.slice(start))).find((json) => json !== undefined);
  // Google puts its errors into a list.
  const value: unknown = Array.isArray(found) ? found[0] : found;
  const error = isObject(value) ? errorObject(value) : undefined;
  if (error === undefined || !isString(error.message)) return text;
  return unpack(error.message, levels - 1);
}

function nameTools(text: string, toolNames: readonly string[]): string {
  return text.replace(/function_declarations\[(\d+)\]/g, (found, index) => {
    const name = toolNames[Number(index)];
    return name === undefined ? found : `${found} (${name})`;
  });
}

/** `Retry-After` as seconds or a date, or OpenRouter's `availability.retry_after` in seconds. */
function retryAfter(headers: Headers | undefined, error: JsonObject): number | undefined {
  const header = headers?.get("retry-after")?.trim();
  if (header) {
    const seconds = Number(header);
    if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
    const date = Date.parse(header);
    if (!Number.isNaN(date)) return Math.max(0, date - Date.now());
  }
  const availability = isObject(error.availability) ? error.availability : {};
  const wait = availability.retry_after;
  return typeof wait === "number" && wait >= 0 ? wait * 1000 : undefined;
}

/** Never the model that was refused; one that the service has not named itself only where it surely has it. */
function replacementFor({ model, host = "" }: HttpReply, error: JsonObject): string | undefined {
  const availability = isObject(error.availability) ? error.availability : {};
  const fallbacks = Array.isArray(availability.fallback_models) ? availability.fallback_models.filter(isString) : [];
  if (model === undefined) return fallbacks[0];
  const known = [replacementOf(model), isOpenRouter(host) ? defaultModel : undefined].filter(isString);
  return [...fallbacks, ...known].find((candidate) => withoutVariant(candidate) !== withoutVariant(model));
}

/**
 * Where a reply points to another address; undefined where it does not. It is not followed: all that was said would go to
 * a host that nobody chose. `path` is what the base URL does not hold.
 */
export function redirectFailure({ status, headers, url }: Response, path: string): ModelError | undefined {
  const location = headers.get("location");
  if (status < 300 || status > 399 || location === null || !URL.canParse(location, url)) return undefined;
  const { origin, pathname } = new URL(location, url);
  const base = pathname.endsWith(path) ? pathname.slice(0, -path.length) : pathname;
  return new ModelError({ cause: "redirected", detail: `HTTP ${status}: ${origin}${base}` });
}
