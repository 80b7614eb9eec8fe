import type { CallResult } from "../../src/index.ts";
import { type Resource, resources, type Send } from "./cache-world.ts";

export const ttls: Record<Resource, number> = { pods: 15_000, nodes: 60_000, logs: 0 };
export const settleMs = 30_000;
const unsettledTtlMs = 2_000;

/** Ages are measured after the moment at which they were judged; stamps of a clock that stands add microseconds. */
const toleranceMs = 1;

/** A read that was asked for, and what it may not fall behind. */
export type Run = {
  readonly kind: "read" | "write";
  readonly identity: string;
  /** Of several runners of the same eyes on one store, the one that was asked. */
  readonly runner: string;
  readonly resource: Resource;
  readonly maxAgeMs: number;
  readonly order: number;
  readonly realMs: number;
  /** What the last write of the same eyes had left behind that had returned by then, by whichever runner. */
  readonly version: number;
  /** When a runner of the same eyes was last told to forget, or to send a write. */
  readonly forgottenAt: number;
  readonly stop: AbortController;
  result?: CallResult;
};

type Floor = { version: number; forgottenAt: number };

/** Which runner has written what is still changing: others on the same store know of the write, and not of that. */
type Settling = { from: number; until: number };

/** What may be answered, by the order of writes alone: it knows nothing of entries, keys and tags. */
export function createReference() {
  const floors = new Map<string, Floor>();
  const settling = new Map<string, Settling>();

  function floorOf(identity: string, resource: Resource): Floor {
    const name = `${identity}/${resource}`;
    const floor = floors.get(name) ?? { version: 0, forgottenAt: 0 };
    floors.set(name, floor);
    return floor;
  }

  /** What is wrong with an answer of the cache or of a tool, given the call that it comes from. */
  function problems(run: Run, result: CallResult, { send, realMs }: { send: Send; realMs: number }): string[] {
    const { from, until } = settling.get(`${send.runner}/${run.resource}`) ?? { from: 0, until: 0 };
    const isSettling = send.order > from && send.steadyMs < until;
    const ttlMs = isSettling ? Math.min(ttls[run.resource], unsettledTtlMs) : ttls[run.resource];
    const wrong: Record<string, boolean> = {
      "another identity's": send.identity !== run.identity,
      "another thing's": send.resource !== run.resource,
      "a write was served from the cache": run.kind === "write" && (result.cached || send.order < run.order),
      "older than what our own write had left": send.version < run.version,
      "from before a refresh or a write": run.kind === "read" && send.order < run.forgottenAt,
    };
    if (result.cached) {
      wrong["a failure was kept"] = send.failed;
      wrong["older than its time to live"] = result.ageMs > ttlMs + toleranceMs;
      wrong["older than was asked for"] = result.ageMs > run.maxAgeMs + toleranceMs;
      wrong["older than it says"] = realMs - send.realMs > result.ageMs + toleranceMs;
    } else {
      wrong["old, and does not say so"] = send.answeredAt < run.order;
      wrong["began too early to be shared"] = run.realMs - send.realMs > run.maxAgeMs + toleranceMs;
      wrong["has an age although it is live"] = result.ageMs !== 0;
    }
    return Object.keys(wrong).filter((what) => wrong[what]);
  }

  return {
    /** What a run that begins now has to see. */
    floor: (identity: string, resource: Resource) => ({ ...floorOf(identity, resource) }),
    /** A write has returned, and whatever it changed can be seen. */
    written(send: Send, { order, settlesUntil }: { order: number; settlesUntil: number }) {
      const floor = floorOf(send.identity, send.resource);
      floor.version = Math.max(floor.version, send.version);
      const name = `${send.runner}/${send.resource}`;
      if (settlesUntil > (settling.get(name)?.until ?? 0)) settling.set(name, { from: order, until: settlesUntil });
    },
    forgotten(identity: string, tag: string, order: number) {
      for (const resource of resources)
        if (tag === "*" || tag === resource) floorOf(identity, resource).forgottenAt = order;
    },
    problems,
  };
}
