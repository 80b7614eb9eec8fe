import { createHash } from "node:crypto";
import { canonicalJson } from "../canonical-json.ts";
import type { Tool, ToolCall } from "../types.ts";
import type { CacheEntry } from "./cache-store.ts";
import type { ResultCache } from "./result-cache.ts";
import { type Answer, cancelledAnswer } from "./send-call.ts";
import { createSharedReads } from "./shared-reads.ts";
import { toolFingerprint } from "./tool-names.ts";
import type { CachePolicy, ToolRunnerOptions } from "./types.ts";

/** A call that was found to be right. `signal` fires for the caller and for the runner's `close`. */
export type Job = {
  readonly call: ToolCall;
  readonly tool: Tool;
  readonly signal: AbortSignal;
  readonly maxAgeMs?: number | undefined;
};

/** An answer, and how it came. `entry` is set when it was kept from an earlier call. */
export type Delivery = { readonly answer: Answer; readonly entry?: CacheEntry; readonly shared?: boolean };

export type CachedReadsOptions = Required<Pick<ToolRunnerOptions, "identity" | "mayKeep" | "now">> & {
  readonly cache: ResultCache;
  readonly send: (job: Job) => Promise<Answer>;
  readonly onKept: () => void;
};

/** Reads: from the cache, from an equal read on its way, or from the tool, and then kept for the next. */
export function createCachedReads({ identity, mayKeep, now, cache, send, onKept }: CachedReadsOptions) {
  const reads = createSharedReads<Answer>(now);
  const keyOf = createKeys(identity);

  function keep({ call, tool }: Job, { answer, policy, key, readAt }: KeepOptions): void {
    const { tags, ttlMs } = policy;
    const { text, structured } = answer;
    const tookMs = now() - readAt;
    const result = { call, server: tool.server, ...answer, cached: false, ageMs: 0, ms: tookMs };
    if (ttlMs <= 0 || answer.outcome !== "ok" || !attempt(() => mayKeep(result, tool))) return;
    const bytes = Buffer.byteLength(text) + (structured === undefined ? 0 : JSON.stringify(structured).length);
    const content = { text, bytes, ...(structured === undefined ? {} : { structured: deepFreeze(structured) }) };
    const source = { server: tool.server, tool: tool.name, args: call.args };
    if (cache.keep({ key, readAt, tookMs, tags, ttlMs, ...source, ...content })) onKept();
  }

  return async (job: Job, policy: CachePolicy): Promise<Delivery> => {
    const { signal, maxAgeMs = Number.POSITIVE_INFINITY } = job;
    const key = keyOf(job);
    const entry = policy.ttlMs > 0 ? await cache.find(key, maxAgeMs) : undefined;
    if (entry !== undefined) return { answer: answerFrom(entry), entry };
    if (signal.aborted) return { answer: cancelledAnswer() };
    try {
      const { value, shared } = await reads.join({
        key,
        signal,
        accepts: (startedAt) => now() - startedAt <= maxAgeMs && !cache.droppedSince(startedAt, policy.tags),
        async start(read) {
          const answer = await send({ ...job, signal: read.signal });
          if (read.isLatest()) keep(job, { answer, policy, key, readAt: read.startedAt });
          return answer;
        },
      });
      return { answer: value, shared };
    } catch (error) {
      if (signal.aborted) return { answer: cancelledAnswer() };
      throw error;
    }
  };
}

type KeepOptions = Pick<CacheEntry, "key" | "readAt"> & { readonly answer: Answer; readonly policy: CachePolicy };

/** Keys are hashes: what an identity or an argument holds does not lie about in a store as text. */
function createKeys(identity: string): (job: Job) => string {
  const fingerprints = new WeakMap<Tool, string>();
  return ({ call, tool }) => {
    const fingerprint = fingerprints.get(tool) ?? hash(toolFingerprint(tool));
    fingerprints.set(tool, fingerprint);
    return hash(canonicalJson([fingerprint, call.args, identity]));
  };
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}

function answerFrom({ text, structured }: CacheEntry): Answer {
  return { outcome: "ok", message: "", text, ...(structured === undefined ? {} : { structured }) };
}

function attempt(test: () => boolean): boolean {
  try {
    return test();
  } catch {
    return false;
  }
}

/** A kept value is handed to many: nobody may change it. */
function deepFreeze(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const member of Object.values(value)) deepFreeze(member);
  return value;
}
