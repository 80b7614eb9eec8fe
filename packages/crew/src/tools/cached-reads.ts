import type { OrderedTime } from "../clock.ts";
import { isSteering, pausesSoFar } from "../graph-signals.ts";
import type { Tool, ToolCall } from "../types.ts";
import type { CacheEntry } from "./cache-store.ts";
import { createCallKeys } from "./call-key.ts";
import { answerFrom, type KeptContent, keptContent } from "./kept-content.ts";
import type { ResultCache } from "./result-cache.ts";
import { type Answer, cancelledAnswer } from "./send-call.ts";
import { createSharedReads } from "./shared-reads.ts";
import type { CachePolicy, ToolRunnerOptions } from "./types.ts";

/** A call that was found to be right. `signal` fires for the caller and for the runner's `close`. */
export type Job = {
  readonly call: ToolCall;
  readonly tool: Tool;
  readonly signal: AbortSignal;
  readonly identity: string;
  readonly maxAgeMs?: number | undefined;
};

/** An answer, and how it came. `entry` is set when it was kept from an earlier call. */
export type Delivery = { readonly answer: Answer; readonly entry?: CacheEntry; readonly shared?: boolean };

export type CachedReadsOptions = Required<Pick<ToolRunnerOptions, "mayKeep">> & {
  readonly time: OrderedTime;
  readonly cache: ResultCache;
  readonly send: (job: Job) => Promise<Answer>;
};

/** What a read came to, for the one who sent it and, as a copy, for all others. */
type Reading = {
  readonly answer: Answer;
  readonly content?: KeptContent | undefined;
  /** A person was asked on the way to it: it is for nobody else. */
  readonly wasAsked: boolean;
};

/** Reads: from the cache, from an equal read on its way, or from the tool, and then kept for the next. */
export function createCachedReads({ mayKeep, time, cache, send }: CachedReadsOptions) {
  const reads = createSharedReads<Reading>(time.stamp);
  const keyOf = createCallKeys();
  const asking = new WeakSet<Tool>();

  /** The tool has answered: nothing that goes wrong with keeping it may take the answer away. */
  function contentToKeep({ call, tool }: Job, answer: Answer, tookMs: number): KeptContent | undefined {
    // What is old already would look new here.
    if (answer.outcome !== "ok" || answer.cached) return undefined;
    try {
      const content = keptContent(answer, cache.maxBytes);
      const result = { call, server: tool.server, ...answer, cached: false, ageMs: 0, ms: tookMs };
      return content !== undefined && mayKeep(result, tool) ? content : undefined;
    } catch {
      return undefined;
    }
  }

  /**
   * Remembers what asks a person by itself: no result stands for another call of it. Where the answer is there already,
   * because the graph goes on after its pause, `interrupt` throws nothing and is only counted.
   */
  async function sendFirst(job: Job): Promise<Pick<Reading, "answer" | "wasAsked">> {
    const before = pausesSoFar();
    try {
      const answer = await send(job);
      const wasAsked = pausesSoFar() > before;
      if (wasAsked) asking.add(job.tool);
      return { answer, wasAsked };
    } catch (error) {
      if (isSteering(error)) asking.add(job.tool);
      throw error;
    }
  }

  /** Who shared a read that asks a person, and may wait for them still, is asked too: one answer is not for two calls. */
  async function deliverShared(job: Job, reading: Reading | undefined): Promise<Delivery> {
    if (reading === undefined || reading.wasAsked) return { answer: await send(job) };
    return { answer: reading.content === undefined ? reading.answer : answerFrom(reading.content), shared: true };
  }

  return async (job: Job, policy: CachePolicy): Promise<Delivery> => {
    const { signal, maxAgeMs = Number.POSITIVE_INFINITY } = job;
    const { tags } = policy;
    const ttlMs = Number.isFinite(policy.ttlMs) ? policy.ttlMs : 0;
    const found = asking.has(job.tool) ? undefined : keyOf(job);
    if (found === undefined) return { answer: await send(job) };
    const { key, eyes, args } = found;
    const { entry, generation } = await cache.find({ key, tags, maxAgeMs: Math.max(Math.min(maxAgeMs, ttlMs), 0) });
    if (entry !== undefined) return { answer: answerFrom(entry), entry };
    if (signal.aborted) return { answer: cancelledAnswer() };
    let isSender = false;
    /** Undefined where the read that was shared has come to a pause. */
    let read: { readonly value: Reading; readonly shared: boolean } | undefined;
    try {
      read = await reads.join({
        // A read from before somebody else's write is not shared with who asks after it.
        key: generation === undefined ? key : `${key} ${generation}`,
        signal,
        accepts: (startedAt) => time.now() - startedAt <= maxAgeMs && !cache.droppedSince(startedAt, tags),
        async start({ startedAt, isLatest, signal: stop }) {
          isSender = true;
          const { answer, wasAsked } = await sendFirst({ ...job, signal: stop });
          const tookMs = time.now() - startedAt;
          const content = ttlMs > 0 && !wasAsked ? contentToKeep(job, answer, tookMs) : undefined;
          const source = { server: job.tool.server, tool: job.tool.name, eyes, args, tags };
          if (content !== undefined && isLatest())
            cache.keep({
              key,
              ...source,
              ...(generation === undefined ? {} : { generation }),
              readAt: startedAt,
              tookMs,
              ttlMs,
              ...content,
            });
          return { answer, content, wasAsked };
        },
      });
    } catch (error) {
      if (signal.aborted) return { answer: cancelledAnswer() };
      if (isSender || !isSteering(error)) throw error;
    }
    if (read !== undefined && !read.shared) return { answer: read.value.answer, shared: false };
    return deliverShared(job, read?.value);
  };
}
