import { modelUsageSchema } from "../answer/usage.ts";
import { isObject, isString } from "../json.ts";
import { type FailureCause, failures, type Language } from "./failures.ts";
import { httpFailure } from "./http-failure.ts";
import { ModelError, type ModelFailure, modelFailure } from "./model-error.ts";

/** Any error of a model call, whoever threw it, in words for a person. `language` defaults to English. */
export function describeModelError(error: unknown, language: Language = "en"): ModelFailure {
  return modelFailure(toModelError(error), language);
}

/** Finds or makes the ModelError behind anything thrown: ours, an OpenAI client's, the network's, or a bug's. */
export function toModelError(error: unknown): ModelError {
  const chain = causes(error);
  for (const link of chain) {
    if (link instanceof ModelError) return link;
    const packed = unpackModelError(link);
    if (packed !== undefined) return packed;
  }
  for (const link of chain) {
    const known = knownFailure(link);
    if (known !== undefined) return known;
  }
  return new ModelError({ cause: "malformed", detail: textOf(error) });
}

/** A ModelError as the body of an HTTP reply: the way through a client that knows statuses only. */
export function packModelError(error: ModelError): string {
  const { because, detail, retryAfterMs, replacement, usage, message } = error;
  return JSON.stringify({ error: { message, because, detail, retryAfterMs, replacement, usage } });
}

function unpackModelError(link: unknown): ModelError | undefined {
  const packed = isObject(link) ? link.error : undefined;
  if (!isObject(packed) || !isString(packed.because) || !isCause(packed.because)) return undefined;
  return new ModelError({
    cause: packed.because,
    detail: isString(packed.detail) ? packed.detail : undefined,
    retryAfterMs: typeof packed.retryAfterMs === "number" ? packed.retryAfterMs : undefined,
    replacement: isString(packed.replacement) ? packed.replacement : undefined,
    usage: modelUsageSchema.safeParse(packed.usage).data,
  });
}

/** What the codes of Node's network errors mean. */
const networkErrors: { readonly [code: string]: string } = {
  ENOTFOUND: "the host name is unknown",
  EAI_AGAIN: "the host name cannot be looked up now",
  ECONNREFUSED: "nothing listens at this address",
  ECONNRESET: "the connection was closed",
  EPIPE: "the connection was closed",
  ETIMEDOUT: "the network did not answer",
  EHOSTUNREACH: "there is no route to the host",
  ENETUNREACH: "there is no network",
  UND_ERR_CONNECT_TIMEOUT: "the network did not answer",
  UND_ERR_SOCKET: "the connection was closed",
  CERT_HAS_EXPIRED: "the TLS certificate has expired",
  DEPTH_ZERO_SELF_SIGNED_CERT: "the TLS certificate is self-signed",
  SELF_SIGNED_CERT_IN_CHAIN: "the TLS certificate is self-signed",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "the TLS certificate cannot be verified",
  ERR_TLS_CERT_ALTNAME_INVALID: "the TLS certificate is for another host",
};

const causeByName: { readonly [name: string]: FailureCause } = {
  AbortError: "cancelled",
  APIUserAbortError: "cancelled",
  ModelAbortError: "cancelled",
  TimeoutError: "timeout",
  APIConnectionTimeoutError: "timeout",
  ContextOverflowError: "context_too_long",
};

/** How `fetch` and URL say that a request is none, before anything is sent. */
const unsendables: readonly { readonly cause: FailureCause; readonly words: RegExp }[] = [
  { cause: "bad_address", words: /ERR_INVALID_URL|failed to parse url|invalid url/i },
  { cause: "bad_header", words: /bytestring|invalid header (value|name)|invalid character in header/i },
];

function knownFailure(link: unknown): ModelError | undefined {
  if (!(link instanceof Error)) return undefined;
  const status = "status" in link ? link.status : undefined;
  if (typeof status === "number" && status >= 400) {
    const error = "error" in link && isObject(link.error) ? link.error : { message: link.message };
    return httpFailure({ status, body: JSON.stringify({ error }) });
  }
  const unsendable = unsendables.find(({ words }) => words.test(`${"code" in link ? link.code : ""} ${link.message}`));
  // The words may hold the key.
  if (unsendable !== undefined) return new ModelError({ cause: unsendable.cause });
  const code = "code" in link && isString(link.code) ? link.code : "";
  const meaning = networkErrors[code];
  const unmet = code === "UND_ERR_CONNECT_TIMEOUT" ? "no_connection" : "unreachable";
  if (meaning !== undefined) return new ModelError({ cause: unmet, detail: `${meaning}: ${textOf(link)}` });
  const cause = causeByName[link.name];
  if (cause !== undefined) return new ModelError({ cause, detail: cause === "cancelled" ? "" : link.message });
  if (/fetch failed|socket hang up|terminated|connection error/i.test(link.message))
    return new ModelError({ cause: "unreachable", detail: link.message });
  return undefined;
}

/** The error and what stands behind it, the innermost first: “fetch failed” says less than its cause. */
function causes(error: unknown): readonly unknown[] {
  const chain: unknown[] = [];
  let link = error;
  while (link !== undefined && link !== null && chain.length < 6) {
    chain.unshift(link);
    link = link instanceof AggregateError ? link.errors[0] : link instanceof Error ? link.cause : undefined;
  }
  return chain;
}

function isCause(name: string): name is FailureCause {
  return Object.hasOwn(failures, name);
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
