import type { CallResult, Outcome, Tool, ToolCall, ToolOutput } from "../types.ts";
import { createArgumentValidator } from "./arguments.ts";
import { canonical } from "./canonical.ts";
import { createFlights } from "./flights.ts";
import { type CacheEntry, type CacheStore, createMemoryStore } from "./store.ts";
import { withinStoreLimit } from "./store-limit.ts";

/** How one call may be cached. Tags mean nothing here: equal tags are dropped together. */
export type CachePolicy = {
  /** Milliseconds that a result may answer again; 0: never. */
  readonly ttlMs: number;
  readonly tags: readonly string[];
  /** Tags whose entries this call may have made wrong; dropped before it is sent and again after it returned. */
  readonly drops: readonly string[];
};

export type ToolRunnerOptions = {
  readonly tools: readonly Tool[];
  /** Undefined: not cached. */
  readonly policyOf?: (call: ToolCall, tool: Tool) => CachePolicy | undefined;
  /** Default: in memory. */
  readonly cache?: CacheStore;
  /** Whose eyes see the results: results are shared only within one identity. */
  readonly identity?: string;
  /** Calls in flight at once. Default 8. */
  readonly concurrency?: number;
  /** Turns an output into an outcome. Default: the tool's own word that it failed is `failed`. */
  readonly classify?: (output: Extract<ToolOutput, { kind: "result" }>, tool: Tool) => Outcome;
};

export type RunOptions = {
  readonly signal?: AbortSignal;
  /** No cached value older than this many milliseconds answers; 0 reads anew. */
  readonly maxAgeMs?: number;
};

export type RunnerStats = { readonly hits: number; readonly misses: number; readonly savedMs: number };

export type ToolRunner = {
  /** Runs a call, from the cache where its policy allows. Never throws. */
  run(call: ToolCall, options?: RunOptions): Promise<CallResult>;
  /** Drops every cached result that carries one of the tags; returns how many. */
  drop(tags: readonly string[]): number;
  entries(): readonly {
    readonly key: string;
    readonly ageMs: number;
    readonly ttlMs: number;
    readonly tags: readonly string[];
  }[];
  stats(): RunnerStats;
  close(): Promise<void>;
};

type Answer = {
  readonly outcome: Outcome;
  readonly text: string;
  readonly structured?: unknown;
  readonly message: string;
};

/** Runs every tool call: validates, serves from the cache, shares equal reads in flight, and drops what a write made old. */
export const createToolRunner = (options: ToolRunnerOptions): ToolRunner => {
  const { tools, policyOf, identity = "", concurrency = 8, classify = defaultOutcome } = options;
  const byName = new Map(tools.map((tool) => [tool.name, tool]));
  const store = options.cache ?? createMemoryStore();
  const validate = createArgumentValidator();
  const flights = createFlights<Answer>(concurrency);
  const stats = { hits: 0, misses: 0, savedMs: 0 };
  /** Counts drops: a read that began before one must not store what it found. */
  let generation = 0;
  const costs = new Map<string, number>();

  const drop = (tags: readonly string[]): number => {
    generation += 1;
    const keys = store
      .entries()
      .filter(([, entry]) => entry.tags.some((tag) => tags.includes(tag)))
      .map(([key]) => key);
    if (keys.length > 0) void withinStoreLimit(() => store.delete(keys));
    return keys.length;
  };

  const live = async (call: ToolCall, tool: Tool, signal: AbortSignal): Promise<Answer> => {
    const output = await tool.invoke(call.args, { signal });
    if (output.kind === "failure") return { outcome: outcomeOf(output.reason), text: "", message: output.message };
    const outcome = classify(output, tool);
    return {
      outcome,
      text: output.text,
      ...structuredOf(output),
      message: outcome === "ok" ? "" : firstLine(output.text),
    };
  };

  const fresh = async ({ call, tool, key, policy, signal }: Running): Promise<Answer> => {
    const begun = generation;
    const started = performance.now();
    if (policy && policy.drops.length > 0) drop(policy.drops);
    const answer =
      policy && policy.ttlMs > 0
        ? await flights.share(key, (shared) => live(call, tool, shared), signal)
        : await flights.alone((own) => live(call, tool, own), signal);
    if (policy && policy.drops.length > 0) drop(policy.drops);
    if (answer.outcome === "ok" && policy && policy.ttlMs > 0 && begun === generation) {
      costs.set(key, performance.now() - started);
      await withinStoreLimit(() => store.set(key, cacheEntry(answer, policy)));
    }
    return answer;
  };

  const run: ToolRunner["run"] = async (
    call,
    { signal = neverAborted(), maxAgeMs = Number.POSITIVE_INFINITY } = {},
  ) => {
    const started = performance.now();
    const tool = byName.get(call.tool);
    const result = (answer: Answer, cached = false, ageMs = 0): CallResult => ({
      call,
      server: tool?.server ?? "",
      ...answer,
      cached,
      ageMs: Math.round(ageMs),
      ms: Math.round(performance.now() - started),
    });
    if (!tool) return result({ outcome: "invalid", text: "", message: unknownTool(call.tool, [...byName.keys()]) });
    if (signal.aborted)
      return result({ outcome: "cancelled", text: "", message: "The call was stopped before it was sent." });
    const check = validate(tool.inputSchema, call.args);
    if (check.kind === "invalid") return result({ outcome: "invalid", text: "", message: check.message });
    const policy = policyOf?.(call, tool);
    const key = `${tool.server} ${tool.name} ${canonical(tool.inputSchema).length} ${identity} ${canonical(call.args)}`;
    if (policy && policy.ttlMs > 0 && maxAgeMs > 0) {
      const entry = await withinStoreLimit(() => store.get(key));
      const ageMs = entry ? performance.now() - entry.storedAt : 0;
      if (entry && ageMs <= Math.min(entry.ttlMs, maxAgeMs)) {
        stats.hits += 1;
        stats.savedMs += costs.get(key) ?? 0;
        return result(cachedAnswer(entry), true, ageMs);
      }
      stats.misses += 1;
    }
    return result(await fresh({ call, tool, key, policy, signal }));
  };

  return {
    run,
    drop,
    entries: () =>
      store
        .entries()
        .map(([key, { storedAt, ttlMs, tags }]) => ({ key, ageMs: performance.now() - storedAt, ttlMs, tags })),
    stats: () => ({ ...stats }),
    close: async () => {
      await store.close();
    },
  };
};

type Running = {
  readonly call: ToolCall;
  readonly tool: Tool;
  readonly key: string;
  readonly policy: CachePolicy | undefined;
  readonly signal: AbortSignal;
};

const structuredOf = ({ structured }: { readonly structured?: unknown }) =>
  structured === undefined ? {} : { structured };

const cacheEntry = (answer: Answer, { ttlMs, tags }: CachePolicy): CacheEntry => ({
  text: answer.text,
  ...structuredOf(answer),
  tags,
  ttlMs,
  storedAt: performance.now(),
});

const neverAborted = (): AbortSignal => new AbortController().signal;

const defaultOutcome = (output: Extract<ToolOutput, { kind: "result" }>): Outcome => (output.isError ? "failed" : "ok");

const outcomeOf = (reason: Extract<ToolOutput, { kind: "failure" }>["reason"]): Outcome =>
  reason === "protocol" ? "failed" : reason;

const cachedAnswer = ({ text, structured }: CacheEntry): Answer => ({
  outcome: "ok",
  text,
  ...(structured === undefined ? {} : { structured }),
  message: "",
});

const firstLine = (text: string): string => {
  const line = text.trim().split("\n", 1)[0] ?? "";
  return line.length > 500 ? `${line.slice(0, 500)}…` : line;
};

const unknownTool = (name: string, known: readonly string[]): string => {
  const words = name.toLowerCase().split(/[^a-z0-9]+/);
  const near = known
    .filter((tool) => words.some((word) => word.length > 2 && tool.toLowerCase().includes(word)))
    .slice(0, 5);
  return `There is no tool “${name}”.${near.length > 0 ? ` Did you mean ${near.join(", ")}?` : ""}`;
};
