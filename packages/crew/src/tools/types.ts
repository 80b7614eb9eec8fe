import type { Arguments, CallResult, InvokeOptions, Outcome, Tool, ToolCall, ToolOutput } from "../types.ts";
import type { ArgumentCheck } from "./argument-check.ts";
import type { CacheStore } from "./cache-store.ts";

/**
 * How a call and the cache concern each other. Tags are words of whoever writes the policy; the runner only compares them.
 * A call with `drops` is a write: it is never shared or kept, and entries with one of these tags are dropped before it
 * is sent and again after it returned. A call without `drops` is a read: equal reads at the same time are one, and an `ok`
 * result is kept for `ttlMs` milliseconds under `tags`. What is not above 0 or not finite is not kept. Of a tool with an
 * approval nothing is kept or shared: each of its calls is decided about. Nor is what a tool gave after an `interrupt` of its
 * own, which is told by the node that the call runs in. A tool that runs a graph of its own that asks, or that asks some of
 * those only who may see the same results, must have no read policy: none of that can be told.
 */
export type CachePolicy = {
  readonly ttlMs: number;
  readonly tags: readonly string[];
  readonly drops: readonly string[];
  /**
   * Of a write: for so many milliseconds what it dropped is still changing, and a read of it is kept for no more than two
   * seconds. Default 0.
   */
  readonly settleMs?: number;
};

export type ToolRunnerOptions = {
  /** Their names have to differ. */
  readonly tools: readonly Tool[];
  /** Default: undefined for every call, which is sent, not shared and not kept. */
  readonly policyOf?: (call: ToolCall, tool: Tool) => CachePolicy | undefined;
  /**
   * Default: a memory store of the runner's own. A store that is passed in stays the caller's to close. Runners may share
   * one: what one of them drops, the others neither serve nor keep, if the store has `generations`, as the one in memory
   * does. `settleMs` is known to the runner of the write only.
   */
  readonly cache?: CacheStore;
  /** Whose eyes the results are for: results of one identity are never given to another. */
  readonly identity?: string;
  /** Calls on their way at the same time. Default 8. */
  readonly concurrency?: number;
  /** What an output means; undefined leaves it to the runner, which goes by `isError` alone. Not asked about calls that had no answer. */
  readonly classify?: (output: ToolOutput, tool: Tool) => Outcome | undefined;
  /** Whether an `ok` result is complete enough to be kept. Default: always. */
  readonly mayKeep?: (result: CallResult, tool: Tool) => boolean;
  /** What is wrong with a call's arguments. Runners may share one, which compiles every schema once. Default: one of its own. */
  readonly checkArguments?: ArgumentCheck;
  /** Milliseconds until a call counts as `timeout`. Default: the tool's own limit. */
  readonly timeoutMs?: number;
  /** Milliseconds on a clock that never goes back. Default: one of the runner's own that counts sleep too. */
  readonly now?: () => number;
};

export type RunOptions = Pick<InvokeOptions, "signal"> & {
  /** The oldest result that is good enough, in milliseconds. 0 always asks the server. */
  readonly maxAgeMs?: number;
  /** Whose eyes this result is for, where one runner serves several people. Default: the runner's own. */
  readonly identity?: string;
  /**
   * The tool as the caller knows it. Where another has taken its name since, or none, the call is not sent: it is
   * `unavailable`, with a fault of the code `changed`. Default: whichever has the name now.
   */
  readonly tool?: Tool;
  /**
   * The tool as the caller has it: one of the runner's with an approval around it, for example. It is called as it is, and
   * what it gives is neither kept nor shared, and no kept result takes its place; what its policy drops, it drops. Unless it
   * calls the same as one of the runner's own, or as one that the runner had before it was renewed: then that one is called
   * as it is now. Where that one is gone or says something else of itself, the call is not sent, as with `tool`. Approvals
   * of this form and of the runner's own, of now and of before, all have to agree. Default: the runner's own.
   */
  readonly wrapped?: Tool;
};

/** A kept result, without its content. */
export type CachedEntry = {
  readonly server: string;
  readonly tool: string;
  readonly args: Arguments;
  readonly tags: readonly string[];
  readonly ageMs: number;
  readonly ttlMs: number;
  readonly bytes: number;
  /** Milliseconds that the call took whose result this is. */
  readonly tookMs: number;
};

/** Counts since the runner was made. `sent` are calls that reached a tool, `shared` those that waited for an equal one. */
export type RunnerStats = {
  readonly calls: number;
  readonly sent: number;
  readonly hits: number;
  readonly shared: number;
  readonly kept: number;
  readonly dropped: number;
  /** Milliseconds that the calls took whose results were given out again, once for each time. */
  readonly savedMs: number;
};

export type ToolRunner = {
  readonly tools: readonly Tool[];
  /** Never rejects, with one exception: LangGraph's own signals (an `interrupt` inside a tool) have to pass. */
  run(call: ToolCall, options?: RunOptions): Promise<CallResult>;
  /** Drops the kept results with one of these tags, and returns how many there were. */
  drop(tags: readonly string[]): number;
  /** What is kept for one identity, or where none is named, for all: what somebody asked for tells of what there is. */
  entries(identity?: string): readonly CachedEntry[];
  stats(): RunnerStats;
  /**
   * Takes other tools in place of those at hand and returns the names that are new, gone or changed. What a tool gave
   * before it changed is not given out again; calls on their way go on. Who has the tools of before calls those that say
   * the same of themselves now. An approval is never taken off: what decided about the calls of a name goes on doing so,
   * the same function once, so pass the same one each time.
   */
  renew(tools: readonly Tool[]): readonly string[];
  /** Aborts what is on its way. Later calls are `cancelled`. */
  close(): Promise<void>;
};
