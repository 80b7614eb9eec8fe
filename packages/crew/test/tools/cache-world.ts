import { createSteadyClock } from "../../src/clock.ts";
import type { CacheEntry, CacheStore, Tool, ToolOutput } from "../../src/index.ts";
import { createMemoryStore } from "../../src/index.ts";
import { anySchema, gate } from "../fake-tools.ts";

export const resources = ["pods", "nodes", "logs"] as const;
export type Resource = (typeof resources)[number];

/** A call that has reached its tool. `order` and `answeredAt` count everything that happens, `realMs` and `steadyMs` the time. */
export type Send = {
  readonly id: number;
  readonly identity: string;
  /** The runner that sent it. */
  readonly runner: string;
  readonly resource: Resource;
  readonly order: number;
  readonly realMs: number;
  readonly steadyMs: number;
  version: number;
  failed: boolean;
  answeredAt: number;
};

export type Ending = { readonly fails: boolean; readonly late: boolean };

/** Things with versions, tools that read and change them and answer when they are told to, and a clock that a test sets. */
export function createWorld() {
  const at = { real: 0, monotonic: 0, wall: 1_000_000_000 };
  const now = createSteadyClock({ monotonic: () => at.monotonic, wall: () => at.wall });
  const versions: Record<Resource, number> = { pods: 1, nodes: 1, logs: 1 };
  const sends: Send[] = [];
  const held: { readonly send: Send; readonly end: (ending: Ending) => void }[] = [];
  const returned: { readonly send: Send; readonly settles: boolean }[] = [];
  let holdsNext = false;
  let order = 0;
  const next = () => {
    order += 1;
    return order;
  };

  /** The tool `read` sees a version when it is asked, or only when it answers; `write` changes it then or there. */
  function toolFor(name: "read" | "write", { identity, runner }: Pick<Send, "identity" | "runner">): Tool {
    const change = (send: Send) => {
      versions[send.resource] += 1;
      send.version = versions[send.resource];
    };
    return {
      name,
      server: "world",
      description: "",
      inputSchema: anySchema,
      invoke({ resource: wanted, early, settles }) {
        const resource = resources.find((each) => each === wanted) ?? "pods";
        const times = { order: next(), realMs: at.real, steadyMs: now() };
        const send = {
          id: sends.length,
          identity,
          runner,
          resource,
          ...times,
          version: 0,
          failed: false,
          answeredAt: 0,
        };
        sends.push(send);
        send.version = versions[resource];
        if (name === "write" && early === true) change(send);
        const answer = gate<ToolOutput>();
        const end = ({ fails, late }: Ending) => {
          if (name === "write" && early !== true && !fails) change(send);
          if (name === "read" && late) send.version = versions[resource];
          send.failed = fails;
          send.answeredAt = next();
          if (name === "write") returned.push({ send, settles: settles === true });
          answer.open({ kind: "result", text: String(send.id), structured: { identity }, isError: fails });
        };
        if (holdsNext) held.push({ send, end });
        else end({ fails: false, late: false });
        holdsNext = false;
        return answer.promise;
      },
    };
  }

  return {
    at,
    now,
    next,
    versions,
    sends,
    held,
    toolsFor: (by: Pick<Send, "identity" | "runner">) => [toolFor("read", by), toolFor("write", by)],
    /** Whether the next call that reaches a tool is answered when somebody says so. */
    hold(yes: boolean) {
      holdsNext = yes;
    },
    pass(ms: number) {
      at.real += ms;
      at.monotonic += ms;
      at.wall += ms;
    },
    /** The monotonic clock stands meanwhile. */
    sleep(ms: number) {
      at.real += ms;
      at.wall += ms;
    },
    /** The writes that have returned since this was last asked. */
    writesReturned: () => returned.splice(0),
  };
}

export const storeModes = ["fine", "later", "throws", "rejects", "hangs", "forgets", "stubborn", "lies"] as const;
export type StoreMode = (typeof storeModes)[number];

/** A store that is well at first and has one trouble after the other. What hung lands when the trouble is over. */
export function createTroubledStore(now: () => number) {
  const memory = createMemoryStore({ now });
  const landing: (() => void)[] = [];
  let mode: StoreMode = "fine";

  function ask<T>(answer: () => T): T | Promise<T> {
    if (mode === "throws") throw new Error("down");
    if (mode === "rejects") return Promise.reject(new Error("down"));
    if (mode === "later") return Promise.resolve().then(() => answer());
    if (mode !== "hangs") return answer();
    landing.push(answer);
    return new Promise<T>(() => {});
  }

  const lies: readonly ((entry: CacheEntry) => unknown)[] = [
    () => null,
    (entry) => ({ ...entry, key: "other", text: "-1" }),
    (entry) => ({ ...entry, readAt: now() + 60_000 }),
    ({ tags: _tags, ...entry }) => entry,
  ];
  const lied = (entry: CacheEntry, index: number): CacheEntry =>
    JSON.parse(JSON.stringify(lies[index % lies.length]?.(entry) ?? null));
  const set = (key: string, entry: CacheEntry) => {
    if (mode !== "forgets") memory.set(key, entry);
  };
  const remove = (key: string) => {
    if (mode !== "stubborn") memory.delete(key);
  };

  const store: CacheStore = {
    // What tells the runners of each other's writes is well: without it each would be on its own.
    generations: memory.generations,
    get: (key) =>
      ask(() => {
        const entry = memory.get(key);
        return entry !== undefined && mode === "lies" ? lied(entry, key.charCodeAt(0)) : entry;
      }),
    set: (key, entry) => ask(() => set(key, entry)),
    delete: (key) => ask(() => remove(key)),
    entries() {
      if (mode === "throws" || mode === "rejects") throw new Error("down");
      return mode === "lies" ? memory.entries().map(lied) : memory.entries();
    },
    clear: memory.clear,
    close: memory.close,
  };
  return {
    store,
    become(next: StoreMode) {
      mode = next;
      if (next !== "hangs") for (const land of landing.splice(0)) land();
    },
  };
}
