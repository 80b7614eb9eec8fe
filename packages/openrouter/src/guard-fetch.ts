import { z } from "zod";
import { readHead } from "./answer/chunks.ts";
import type { Answer } from "./answer/judge.ts";
import { readAnswer, type Served } from "./answer/read-answer.ts";
import { type ModelUsage, modelUsage } from "./answer/usage.ts";
import { createWatchdog } from "./answer/watchdog.ts";
import { type AnswerParts, writeCompletion, writeStream } from "./answer/write-answer.ts";
import { createDialect } from "./dialects.ts";
import { packModelError, toModelError } from "./errors/describe-model-error.ts";
import { type Asked, httpFailure, redirectFailure, secretsIn } from "./errors/http-failure.ts";
import { ModelError, withUsage } from "./errors/model-error.ts";
import { parseJson } from "./json.ts";
import { type PreparedRequest, prepareRequest } from "./request/prepare-request.ts";
import { requestSchema } from "./request/wire.ts";
import { wait } from "./wait.ts";

export type Fetch = typeof globalThis.fetch;

export type Limits = {
  /** Output tokens of one answer. Default 4096. Without one, OpenRouter reserves credit for the longest answer there is. */
  readonly maxTokens: number;
  /** Milliseconds until a reply begins; for an answer in one piece, until it is whole. Default 60 000. */
  readonly timeoutMs: number;
  /** Milliseconds that a stream may pause. Keep-alive comments do not count as progress. Default 30 000. */
  readonly idleMs: number;
  /** Tries after the first one that failed. Default 2. */
  readonly maxRetries: number;
};

/** `describeModelError` has the words for the error; `attempt` counts from 1. */
export type Retry = { readonly error: ModelError; readonly attempt: number; readonly waitMs: number };

export type GuardOptions = {
  readonly fetch: Fetch;
  /** All headers of a request. Nothing that a client library adds goes out. */
  readonly headers: { readonly [name: string]: string };
  readonly limits: Limits;
  readonly onUsage: (usage: ModelUsage) => void;
  /** Told of each answer whose model is known. */
  readonly onServed: (served: Served) => void;
  /** Told before each wait for another try, so that a person can be told too. */
  readonly onRetry: (retry: Retry) => void;
};

/**
 * A `fetch` for chat completions that stands between a client library and a model service. Requests go out in the form
 * that the strictest provider takes; what comes back is a whole, readable answer, or an HTTP error with the ModelError
 * packed in its body. Failures are tried again only while no part of an answer has been handed on.
 */
export function createGuardFetch(options: GuardOptions): Fetch {
  const dialect = createDialect();
  return async (input, init) => {
    const request = requestSchema.safeParse(parseJson(String(init?.body ?? "")));
    if (!request.success)
      return errorReply(new ModelError({ cause: "request_refused", detail: z.prettifyError(request.error) }));
    const call: Call = {
      url: input instanceof Request ? input.url : String(input),
      prepared: prepareRequest(request.data),
      signal: init?.signal ?? undefined,
      options,
      dialect,
    };
    try {
      return await answerWithRetries(call);
    } catch (error) {
      if (call.signal?.aborted) throw error;
      return errorReply(toModelError(error));
    }
  };
}

type Call = {
  readonly url: string;
  readonly prepared: PreparedRequest;
  readonly signal: AbortSignal | undefined;
  readonly options: GuardOptions;
  readonly dialect: ReturnType<typeof createDialect>;
};

/** A provider that asks for a longer wait than this is not waited for. */
const longestWaitMs = 60_000;

async function answerWithRetries(call: Call): Promise<Response> {
  const { limits, onRetry } = call.options;
  let waitedMs = 0;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await answerOnce(call);
    } catch (error) {
      if (call.signal?.aborted) throw error;
      const failure = toModelError(error);
      const waitMs = failure.retryAfterMs ?? backoffMs(attempt);
      if (attempt > triesAgain(failure, limits.maxRetries) || waitedMs + waitMs > longestWaitMs) throw failure;
      waitedMs += waitMs;
      onRetry({ error: failure, attempt, waitMs });
      await wait(waitMs, call.signal);
    }
  }
}

function triesAgain(failure: ModelError, maxRetries: number): number {
  const { retry } = failure;
  return retry === "always" ? maxRetries : retry === "once" ? Math.min(1, maxRetries) : 0;
}

/** 0.5 s, 1 s, 2 s …, and up to half of it more, so that many clients do not come back at one moment. */
function backoffMs(attempt: number): number {
  return Math.round(500 * 2 ** (attempt - 1) * (1 + Math.random() / 2));
}

async function answerOnce(call: Call): Promise<Response> {
  const { options, prepared, dialect } = call;
  const { limits, onUsage, onServed } = options;
  const own = new AbortController();
  let hasBegun = false;
  const late = new ModelError({ cause: "timeout", detail: `${limits.timeoutMs / 1000} s` });
  const timer = createWatchdog(limits.timeoutMs, () => own.abort(late));
  try {
    const reply = await send(call, own.signal);
    hasBegun = true;
    const told = { onUsage, onServed, onStream: timer.stop };
    const context = {
      asked: askedOf(call),
      book: prepared.book,
      idleMs: limits.idleMs,
      ...told,
      ...dialect.thoughts(),
    };
    const parts = readAnswer(reply, context);
    if (prepared.body.stream === true) return writeStream(await parts.next(), parts, () => own.abort());
    return writeCompletion(await lastOf(parts));
  } catch (error) {
    if (!own.signal.aborted) throw error;
    throw hasBegun ? withUsage(late, modelUsage({}, "")) : late;
  } finally {
    timer.stop();
  }
}

/** A form of request that the endpoint refuses by name is sent again in another one: each is learned once. */
async function send(call: Call, stop: AbortSignal): Promise<Response> {
  const { url, prepared, signal, options, dialect } = call;
  const { body } = prepared;
  for (;;) {
    const sent = JSON.stringify(dialect.speak(body));
    const reply = await options.fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...options.headers },
      body: sent,
      redirect: "manual",
      signal: signal === undefined ? stop : AbortSignal.any([signal, stop]),
    });
    if (reply.ok) return reply;
    const redirected = redirectFailure(reply, "/chat/completions");
    if (redirected !== undefined) throw redirected;
    const refusal = { status: reply.status, body: await readHead(reply.body, longestRefusal) };
    if (dialect.heard({ ...refusal, sent }, body)) continue;
    throw httpFailure({ ...refusal, headers: reply.headers, ...askedOf(call) });
  }
}

/** Bytes of a refusal that are read: what is wrong stands at its beginning. */
const longestRefusal = 256 * 1024;

/** What a failure has to know of the request. */
function askedOf({ url, prepared: { body, book }, options }: Call): Asked {
  const toolNames = book.tools.map((tool) => tool.function.name);
  const hasKey = Object.keys(options.headers).some((name) => /authorization|key/i.test(name));
  const secrets = secretsIn(options.headers);
  return { host: new URL(url).host, hasKey, model: body.model, toolNames, secrets };
}

async function lastOf(parts: AnswerParts): Promise<Answer> {
  for (;;) {
    const { done, value } = await parts.next();
    if (done) return value;
  }
}

function errorReply(error: ModelError): Response {
  const headers = { "content-type": "application/json" };
  return new Response(packModelError(error), { status: error.status ?? 502, headers });
}
