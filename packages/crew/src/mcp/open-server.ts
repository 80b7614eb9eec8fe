import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import type { FetchLike } from "@modelcontextprotocol/sdk/shared/transport.js";
import { ToolListChangedNotificationSchema } from "@modelcontextprotocol/sdk/types.js";
import { createDeadline, untilAborted } from "../abort.ts";
import { withOwnSignal } from "../limits.ts";
import { type Cause, causeOf, type ServerError, serverError } from "./causes.ts";
import { type ListedTool, listTools, type McpClient } from "./client.ts";
import { createHttpLink, createSseLink, createStdioLink, isStreamError, type Link, type LinkOptions } from "./link.ts";
import { mistakeIn, oddServerError } from "./server-mistake.ts";
import type { McpServer, OwnServer, RemoteServer } from "./servers.ts";

/** An open connection to one server, with the tools that it listed at the start. */
export type OpenServer = {
  readonly client: McpClient;
  readonly tools: readonly ListedTool[];
  /** `goodbye`: the connection still works, so the server is told. */
  close(goodbye?: "goodbye"): Promise<void>;
};

export type Opening =
  | { readonly kind: "open"; readonly server: OpenServer }
  | { readonly kind: "failed"; readonly error: ServerError };

export type OpenOptions = {
  readonly name: string;
  readonly fetch: FetchLike;
  /** Milliseconds until every attempt and the tool list must be done. */
  readonly timeoutMs: number;
  /** Bytes of one message. */
  readonly sizeLimit: number;
  readonly signal: AbortSignal;
  readonly onListChanged: (server: OpenServer) => void;
  /** No answer will come over this connection any more. `flood`: a message was larger than `sizeLimit`. */
  readonly onLost: (server: OpenServer, flood: boolean) => void;
};

type Attempt = { readonly url: string | undefined; link(options: LinkOptions): Link };

/**
 * Opens one connection and lists the tools. Never throws: what cannot be opened is an error with a remedy, and nothing
 * of it is left running.
 */
export const openServer = async (server: McpServer, options: OpenOptions): Promise<Opening> => {
  const cause = mistakeIn(server);
  if (cause !== undefined) {
    const isAddress = cause.code === "bad_address" && "url" in server && typeof server.url === "string";
    const error = isAddress ? serverError({ name: options.name, server, cause }) : oddServerError(options.name, cause);
    return { kind: "failed", error };
  }
  const deadline = createDeadline({ signals: [options.signal], timeoutMs: options.timeoutMs });
  const limits = { timeout: options.timeoutMs, signal: deadline.signal };
  try {
    return "connect" in server
      ? await openOwn(server, options, limits)
      : await openAttempts(server, { attempts: attemptsOf(server), options, limits });
  } catch (error) {
    return { kind: "failed", error: serverError({ name: options.name, server, cause: causeOf(error) }) };
  } finally {
    deadline.close();
  }
};

type Limits = { readonly timeout: number; readonly signal: AbortSignal };

/**
 * The address as it is, by streamable HTTP and by server-sent events: first the one that its end names. Then the usual
 * neighbour of an address that ends in /sse or /mcp: servers have moved from one to the other.
 */
const attemptsOf = (server: Exclude<McpServer, OwnServer>): readonly Attempt[] => {
  if ("command" in server) return [{ url: undefined, link: (options) => createStdioLink(server, options) }];
  const { url, transport } = server;
  if (transport === "http") return [httpAttempt(url, server)];
  if (transport === "sse") return [sseAttempt(url, server)];
  const [atMcp, atSse] = [neighbour(url, { from: "sse", to: "mcp" }), neighbour(url, { from: "mcp", to: "sse" })];
  if (atMcp !== undefined) return [sseAttempt(url, server), httpAttempt(url, server), httpAttempt(atMcp, server)];
  return [
    httpAttempt(url, server),
    sseAttempt(url, server),
    ...(atSse === undefined ? [] : [sseAttempt(atSse, server)]),
  ];
};

const httpAttempt = (url: string, server: RemoteServer): Attempt => ({
  url,
  link: (options) => createHttpLink(url, server, options),
});

const sseAttempt = (url: string, server: RemoteServer): Attempt => ({
  url,
  link: (options) => createSseLink(url, server, options),
});

const neighbour = (url: string, { from, to }: { from: string; to: string }): string | undefined => {
  const address = new URL(url);
  const path = address.pathname.replace(/\/$/, "");
  if (!path.endsWith(`/${from}`)) return undefined;
  address.pathname = `${path.slice(0, -from.length)}${to}`;
  return address.href;
};

/** After these causes another transport or path at the same host is worth a try. */
const worthAnotherTry = new Set(["not_found", "not_mcp", "bad_request"]);

type Attempts = { readonly attempts: readonly Attempt[]; readonly options: OpenOptions; readonly limits: Limits };

const openAttempts = async (server: McpServer, { attempts, options, limits }: Attempts): Promise<Opening> => {
  let told: { cause: Cause; error: ServerError } | undefined;
  for (const attempt of attempts) {
    const opened = await openAttempt(attempt, options, limits);
    if ("server" in opened) return { kind: "open", server: opened.server };
    const cause = causeOf(opened.reason);
    // “Not found” at one path of several says less than what another path answered.
    if (told === undefined || told.cause.code === "not_found" || told.cause.code === "bad_request") {
      told = { cause, error: serverError({ name: options.name, server, cause, stderr: opened.stderr }) };
    }
    if (!worthAnotherTry.has(cause.code) || limits.signal.aborted) break;
  }
  return {
    kind: "failed",
    error: told?.error ?? serverError({ name: options.name, server, cause: causeOf(undefined) }),
  };
};

type AttemptResult = { readonly server: OpenServer } | { readonly reason: unknown; readonly stderr: readonly string[] };

const openAttempt = async (attempt: Attempt, options: OpenOptions, limits: Limits): Promise<AttemptResult> => {
  let server: OpenServer | undefined;
  const link = attempt.link({
    fetch: options.fetch,
    sizeLimit: options.sizeLimit,
    onLost: (flood) => {
      if (server) options.onLost(server, flood);
    },
  });
  const client = new Client({ name: "k8s-crew", version: "0.1.0" });
  client.setNotificationHandler(ToolListChangedNotificationSchema, () => {
    if (server) options.onListChanged(server);
  });
  try {
    // SSE has no limit of its own for a stream that opens and stays silent.
    await withOwnSignal(limits.signal, (signal) =>
      untilAborted(client.connect(link.transport, { ...limits, signal }), signal),
    );
    const tools = await listTools(client, limits);
    const close: OpenServer["close"] = (goodbye) => {
      server = undefined;
      return link.close(goodbye);
    };
    server = { client, tools, close };
    return { server };
  } catch (error) {
    await link.close();
    return { reason: limits.signal.aborted ? limits.signal.reason : error, stderr: link.stderr() };
  }
};

const openOwn = async (own: OwnServer, options: OpenOptions, limits: Limits): Promise<Opening> => {
  const connecting = (async () => own.connect())();
  let server: OpenServer | undefined;
  const lose = () => {
    if (server) options.onLost(server, false);
  };
  try {
    const client = await untilAborted(connecting, limits.signal);
    const tools = await listTools(client, limits);
    client.setNotificationHandler(ToolListChangedNotificationSchema, () => {
      if (server) options.onListChanged(server);
    });
    client.onclose = lose;
    const { transport } = client;
    const before = transport?.onerror;
    if (transport) {
      transport.onerror = (error) => {
        before?.(error);
        if (isStreamError(error)) lose();
      };
    }
    const close = () => {
      server = undefined;
      return client.close();
    };
    server = { client, tools, close };
    return { kind: "open", server };
  } catch (error) {
    // Also a client that comes after the deadline must not stay open.
    void connecting.then((client) => client.close()).catch(() => undefined);
    return { kind: "failed", error: serverError({ name: options.name, server: own, cause: causeOf(error) }) };
  }
};
