import { createDeadline, untilAborted } from "../abort.ts";
import { createOrderedTime, createSteadyClock } from "../clock.ts";
import { CrewError } from "../errors.ts";
import { createSlots } from "../slots.ts";
import type { CallResult, ToolCall } from "../types.ts";
import { createArgumentCheck } from "./argument-check.ts";
import { type CacheEntry, createMemoryStore } from "./cache-store.ts";
import { createCachedReads, type Delivery, type Job } from "./cached-reads.ts";
import { eyesOf } from "./call-key.ts";
import { createOwnTools } from "./own-tools.ts";
import { createResultCache } from "./result-cache.ts";
import { type Answer, cancelledAnswer, createSender, failed, failedWith } from "./send-call.ts";
import type { CachedEntry, CachePolicy, RunOptions, ToolRunner, ToolRunnerOptions } from "./types.ts";

/**
 * The only way from a call to a tool: checks the arguments, answers from the cache, shares equal reads, limits how many
 * calls are on their way, and drops what a write may have changed. Throws `CrewError`: `runner_limit_invalid` for a
 * concurrency below 1, `tool_name_taken` for two tools of one name, of which `renew` throws it too.
 */
export function createToolRunner(options: ToolRunnerOptions): ToolRunner {
  const { policyOf, mayKeep = () => true, identity = "", concurrency = 8, now = createSteadyClock() } = options;
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    throw new CrewError("runner_limit_invalid", `A concurrency of ${concurrency} runs nothing.`, "Pass 1 or more.");
  }
  const own = createOwnTools(options.tools);
  const problemOf = options.checkArguments ?? createArgumentCheck();
  const store = options.cache ?? createMemoryStore({ now });
  const time = createOrderedTime(now);
  const cache = createResultCache({ store, time, onKept: () => count("kept") });
  const sendNow = createSender(createSlots(concurrency), options);
  const read = createCachedReads({ mayKeep, time, cache, send });
  const closing = new AbortController();
  const stats = { calls: 0, sent: 0, hits: 0, shared: 0, kept: 0, dropped: 0, savedMs: 0 };

  const ageOf = ({ readAt }: Pick<CacheEntry, "readAt">) => Math.max(time.now() - readAt, 0);

  function count(what: keyof typeof stats, by = 1): void {
    stats[what] += by;
  }

  async function send(job: Job & { readonly onReturned?: () => void }): Promise<Answer> {
    if (job.signal.aborted) return cancelledAnswer();
    count("sent");
    return sendNow(job);
  }

  async function write(job: Job, { drops, settleMs }: CachePolicy): Promise<Answer> {
    drop(drops, settleMs);
    try {
      return await send({ ...job, onReturned: () => drop(drops, settleMs) });
    } finally {
      await drop(drops, settleMs).gone;
    }
  }

  function drop(tags: readonly string[], settleMs?: number): ReturnType<typeof cache.drop> {
    const dropped = cache.drop(tags, settleMs);
    count("dropped", dropped.fresh);
    return dropped;
  }

  async function deliver(job: Job): Promise<Delivery> {
    const { tool, call } = job;
    // What reads schemas may have to be loaded first.
    const problem = await untilAborted(Promise.resolve(problemOf(tool, call.args)), job.signal);
    if (problem !== undefined) return { answer: failed("invalid", problem) };
    const policy = policyOf?.(call, tool);
    if (policy === undefined) return { answer: await send(job) };
    if (policy.drops.length > 0) return { answer: await write(job, policy) };
    // What is around a tool may decide about each call: no result of another call stands for it.
    if (!own.has(tool) || tool.hasApproval || tool.asksPerson) return { answer: await send(job) };
    return read(job, policy);
  }

  /** What throws here is a mistake, of the policy for example, and blocks the call: it must not go out half prepared. */
  async function deliverSafely(job: Job): Promise<Delivery> {
    try {
      return await deliver(job);
    } catch (error) {
      const isStopped = job.signal.aborted && error === job.signal.reason;
      return { answer: isStopped ? cancelledAnswer() : failedWith(error) };
    }
  }

  async function run(
    call: ToolCall,
    { signal, maxAgeMs, identity: eyes = identity, tool: known, wrapped }: RunOptions = {},
  ): Promise<CallResult> {
    const startedAt = time.now();
    const found = own.toolFor(call, { known, wrapped });
    count("calls");
    const either = createDeadline({ signals: [closing.signal, signal] });
    const job = { call, signal: either.signal, maxAgeMs, identity: eyes };
    const delivering = "refusal" in found ? { answer: found.refusal } : deliverSafely({ ...job, tool: found.tool });
    const { answer, entry, shared }: Delivery = await Promise.resolve(delivering).finally(either.close);
    const server = "refusal" in found ? ((known ?? wrapped)?.server ?? "") : found.tool.server;
    if (entry !== undefined) {
      count("hits");
      count("savedMs", entry.tookMs);
    }
    if (shared) count("shared");
    const age = entry === undefined ? {} : { cached: true, ageMs: ageOf(entry) };
    return { call, server, cached: false, ageMs: 0, ...answer, ...age, ms: time.now() - startedAt };
  }

  return {
    get tools() {
      return own.all();
    },
    run,
    drop: (tags) => drop(tags).fresh,
    entries: (only) => {
      const eyes = only === undefined ? undefined : eyesOf(only);
      const wanted = cache.entries().filter((entry) => eyes === undefined || entry.eyes === eyes);
      return wanted.map((entry) => withoutContent(entry, ageOf(entry)));
    },
    stats: () => ({ ...stats }),
    renew: own.renew,
    async close() {
      closing.abort(new DOMException("The tool runner was closed.", "AbortError"));
      if (options.cache === undefined) await store.close();
    },
  };
}

function withoutContent({ server, tool, args, tags, ttlMs, bytes, tookMs }: CacheEntry, ageMs: number): CachedEntry {
  return { server, tool, args, tags, ageMs, ttlMs, bytes, tookMs };
}
