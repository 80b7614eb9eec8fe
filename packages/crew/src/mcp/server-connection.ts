import type { FetchLike } from "@modelcontextprotocol/sdk/shared/transport.js";
import { delay } from "../abort.ts";
import type { ServerError } from "./causes.ts";
import { type ListedTool, listTools } from "./client.ts";
import { type Opening, type OpenServer, openServer } from "./open-server.ts";
import type { McpServer } from "./servers.ts";

export type ConnectionOptions = {
  readonly name: string;
  readonly server: McpServer;
  readonly fetch: FetchLike;
  readonly connectTimeoutMs: number;
  /** Bytes of one message. */
  readonly sizeLimit: number;
  /** The tools are others than before: announced by the server, or found over a new connection. */
  readonly onToolsChanged: () => void;
  /** Another connection stands in the place of one that was there before. */
  readonly onReconnected: () => void;
};

/** What is known of a server: its tools as it listed them last, and why it cannot be reached, if so. */
export type ServerState = { readonly tools: readonly ListedTool[]; readonly error: ServerError | undefined };

/** The single connection to one server: opened when needed, opened anew when it was lost. */
export type ServerConnection = {
  /** Aborts when the connection is closed for good. */
  readonly life: AbortSignal;
  state(): ServerState;
  connect(): Promise<Opening>;
  /** Connects, and tries again for a moment, because the server was there just now. */
  reconnect(signal: AbortSignal): Promise<Opening>;
  /** Forgets an open server; what still waits on it ends at once instead of at its time limit. */
  drop(server: OpenServer): void;
  /** Whether a message larger than `sizeLimit` ended this one. */
  wasFlooded(server: OpenServer): boolean;
  /** Lists again, over a new connection if need be. */
  refresh(): Promise<void>;
  /** Reconnects if the connection was lost, unless that has failed before: then the next call tries. */
  revive(signal: AbortSignal): Promise<void>;
  /** Gives the connection up, and the process behind it if it is ours, and opens another. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

/** Milliseconds for which a call whose connection broke waits for the server to come back: a restart takes a moment. */
const comebackMs = 2_000;
const firstPauseMs = 50;

export const createServerConnection = (options: ConnectionOptions): ServerConnection => {
  const { name, sizeLimit } = options;
  const life = new AbortController();
  const endings = new Set<Promise<void>>();
  const flooded = new WeakSet<OpenServer>();
  let opening: Promise<Opening> | undefined;
  let current: OpenServer | undefined;
  let state: ServerState & { readonly listed: boolean } = { tools: [], error: undefined, listed: false };

  /** One attempt at a time, shared by all who wait for it. */
  const connect = (): Promise<Opening> => {
    if (current) return Promise.resolve({ kind: "open", server: current });
    if (life.signal.aborted) return Promise.resolve({ kind: "failed", error: closedError(name) });
    opening ??= open().finally(() => {
      opening = undefined;
    });
    return opening;
  };

  const open = async (): Promise<Opening> => {
    const result = await openServer(options.server, {
      name,
      fetch: options.fetch,
      timeoutMs: options.connectTimeoutMs,
      sizeLimit,
      signal: life.signal,
      onListChanged: (opened) => void relist(opened),
      onLost: (opened, flood) => {
        if (flood) flooded.add(opened);
        drop(opened);
      },
    });
    if (result.kind === "open") {
      current = result.server;
      if (state.listed && !life.signal.aborted) options.onReconnected();
      note(result.server.tools);
    } else state = { ...state, error: result.error };
    return result;
  };

  const end = (server: OpenServer, goodbye?: "goodbye"): void => {
    if (current === server) current = undefined;
    const ending = server.close(goodbye).catch(() => undefined);
    endings.add(ending);
    void ending.then(() => endings.delete(ending));
  };

  const drop = (lost: OpenServer): void => end(lost);

  const note = (tools: readonly ListedTool[]): void => {
    const changed = state.listed && fingerprintOf(tools) !== fingerprintOf(state.tools);
    state = { tools, error: undefined, listed: true };
    if (changed && !life.signal.aborted) options.onToolsChanged();
  };

  /** True if the connection answered. */
  const relist = async (from: OpenServer): Promise<boolean> => {
    const limits = { timeout: options.connectTimeoutMs, signal: life.signal };
    const tools = await listTools(from.client, limits).catch(() => undefined);
    if (tools && current === from) note(tools);
    return tools !== undefined;
  };

  const refresh = async (): Promise<void> => {
    if (life.signal.aborted) return;
    const before = current;
    if (before && (await relist(before))) return;
    if (before) drop(before);
    await connect();
  };

  const restart = async (): Promise<void> => {
    await opening;
    if (current) end(current, "goodbye");
    await connect();
  };

  const reconnect = async (signal: AbortSignal): Promise<Opening> => {
    const until = performance.now() + comebackMs;
    for (let wait = firstPauseMs; ; wait *= 2) {
      const result = await connect();
      if (result.kind === "open" || signal.aborted || performance.now() + wait > until) return result;
      await delay(wait, signal).catch(() => undefined);
      if (signal.aborted) return result;
    }
  };

  const revive = async (signal: AbortSignal): Promise<void> => {
    if (state.listed && current === undefined && state.error === undefined) await reconnect(signal);
  };

  return {
    life: life.signal,
    state: () => state,
    connect,
    reconnect,
    drop,
    wasFlooded: (server) => flooded.has(server),
    refresh,
    revive,
    restart,
    close: async () => {
      life.abort(new Error("The connection is closed."));
      await opening;
      if (current) end(current, "goodbye");
      await Promise.all(endings);
    },
  };
};

const closedError = (name: string): ServerError => ({
  code: "closed",
  server: name,
  place: "",
  isLocal: false,
  detail: "",
  effect: "none",
  message: `The connection to “${name}” is closed`,
});

const fingerprintOf = (tools: readonly ListedTool[]): string =>
  tools
    .map(({ fingerprint }) => fingerprint)
    .sort()
    .join("\n");
