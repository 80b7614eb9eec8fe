import type { FetchLike } from "@modelcontextprotocol/sdk/shared/transport.js";
import { z } from "zod";
import { untilAborted } from "../abort.ts";
import { CrewError } from "../errors.ts";
import type { Arguments, Tool } from "../types.ts";
import type { ServerError } from "./causes.ts";
import type { ListedTool } from "./client.ts";
import { createServerSession, type ServerSession } from "./server-session.ts";
import type { McpServers } from "./servers.ts";
import { withFittingNames } from "./tool-names.ts";

export type ConnectOptions = {
  /** Milliseconds for opening a connection and listing its tools. Default 20,000: a child process may load first. */
  readonly connectTimeoutMs?: number;
  /** Milliseconds for a call. Default 30,000. */
  readonly callTimeoutMs?: number;
  /** Bytes of one result; a larger one is `too_big`. Default 16,000,000. */
  readonly sizeLimit?: number;
  /** Whether a call may be sent again over a new connection. Default: the tool says that it only reads. */
  readonly isRead?: (tool: Tool, args: Arguments) => boolean;
  /** A server has other tools now: `tools` of the connection already shows them. Tools made before are refused. */
  readonly onToolsChanged?: (server: string) => void;
  /**
   * A lost connection was opened anew. Whether the same server is behind it, and sees the same, nobody knows: what was kept of
   * it is better forgotten. Comes before `onToolsChanged`, if its tools are others.
   */
  readonly onReconnected?: (server: string) => void;
  /** For every HTTP request, for example one that goes through a proxy. Default: Node's own. */
  readonly fetch?: FetchLike;
};

/** `failed`: the last attempt to reach it failed. Its tools stay listed if they were known; a call tries again. */
export type ServerStatus =
  | { readonly name: string; readonly status: "connected"; readonly toolCount: number }
  | { readonly name: string; readonly status: "failed"; readonly toolCount: number; readonly error: ServerError };

/** `tools` and `servers` always show the newest state. */
export type McpConnection = {
  readonly tools: readonly Tool[];
  readonly servers: readonly ServerStatus[];
  /** Lists again, and tries again what failed. */
  refresh(): Promise<Pick<McpConnection, "tools" | "servers">>;
  /**
   * Opens connections that were lost since, so that other tools are known before anybody plans with those of before: a server
   * that was started anew. Waits no longer than `withinMs` milliseconds, by default 1,000; one that is not there by
   * then is tried again by the next call only.
   */
  revive(withinMs?: number): Promise<void>;
  /**
   * Opens the connection to one server anew, for what it reads only when it starts; one that is a child process is started
   * again. Reads on their way are sent once more. A server that does not come back is a status, and tried again at the next call.
   */
  restart(server: string): Promise<void>;
  close(): Promise<void>;
};

/**
 * Connects to MCP servers, one connection each. A server that cannot be reached is a status with one clear sentence;
 * the others still work. A restarted server heals by itself at the next call: a call that only reads is then sent once
 * more, any other is never sent twice. Tools of one name at several servers get their server's name in front, all of
 * them (`east_list_pods`, `west_list_pods`), so that a name never passes from one server to another; other names stay
 * as they are, because models drop prefixes. Throws `options_invalid` where there is no record of servers at all.
 */
export const connectMcp = async (servers: McpServers, options: ConnectOptions = {}): Promise<McpConnection> => {
  if (typeof servers !== "object" || servers === null) {
    const message = "connectMcp was given no servers.";
    throw new CrewError("options_invalid", message, "Pass them by name: { shop: { url } or { command, args } }.");
  }
  const { connectTimeoutMs = 20_000, callTimeoutMs = 30_000, sizeLimit = 16_000_000 } = options;
  const { isRead = readsByAnnotation, onToolsChanged, onReconnected, fetch = globalThis.fetch } = options;
  let tools: readonly Tool[] | undefined;
  const sessions = Object.entries(servers).map(([name, server]) => {
    const onChange = () => {
      tools = undefined;
      onToolsChanged?.(name);
    };
    const limits = { connectTimeoutMs, callTimeoutMs, sizeLimit };
    const listeners = { onToolsChanged: onChange, onReconnected: () => onReconnected?.(name) };
    return { name, session: createServerSession({ name, server, fetch, ...limits, ...listeners }) };
  });
  const connection: McpConnection = {
    get tools() {
      tools ??= withFittingNames(
        sessions.flatMap(({ name, session }) =>
          session.state().tools.map((tool) => toolOf(tool, { server: name, session, isRead })),
        ),
      );
      return tools;
    },
    get servers() {
      return sessions.map(({ name, session }) => statusOf(name, session));
    },
    refresh: async () => {
      await Promise.all(sessions.map(({ session }) => session.refresh()));
      tools = undefined;
      return { tools: connection.tools, servers: connection.servers };
    },
    revive: async (withinMs = 1_000) => {
      const limit = AbortSignal.timeout(withinMs);
      const reviving = Promise.all(sessions.map(({ session }) => session.revive(limit)));
      await untilAborted(reviving, limit).catch(() => undefined);
    },
    restart: async (server) => {
      await sessions.find(({ name }) => name === server)?.session.restart();
    },
    close: async () => {
      await Promise.all(sessions.map(({ session }) => session.close()));
    },
  };
  await connection.refresh();
  return connection;
};

type IsRead = NonNullable<ConnectOptions["isRead"]>;

const readsByAnnotation: IsRead = ({ annotations }) => annotations?.readOnlyHint === true;

const statusOf = (name: string, session: ServerSession): ServerStatus => {
  const { tools, error } = session.state();
  const toolCount = tools.length;
  return error ? { name, status: "failed", toolCount, error } : { name, status: "connected", toolCount };
};

type Origin = { readonly server: string; readonly session: ServerSession; readonly isRead: IsRead };

const hint = z.boolean().optional().catch(undefined);

const annotationsSchema = z
  .object({
    title: z.string().optional().catch(undefined),
    readOnlyHint: hint,
    destructiveHint: hint,
    idempotentHint: hint,
    openWorldHint: hint,
  })
  .transform((hints) => Object.fromEntries(Object.entries(hints).filter(([, value]) => value !== undefined)));

const toolOf = (listed: ListedTool, { server, session, isRead }: Origin): Tool => {
  const { name, description, inputSchema, annotations } = listed;
  const tool: Tool = {
    name,
    description,
    inputSchema,
    ...(annotations === undefined ? {} : { annotations: annotationsSchema.parse(annotations) }),
    server,
    invoke: (args, options = {}) => session.call({ tool: listed, args, repeatable: isRead(tool, args) }, options),
  };
  return tool;
};
