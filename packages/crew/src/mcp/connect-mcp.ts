import type { Tool as McpTool } from "@modelcontextprotocol/sdk/types.js";
import type { Tool } from "../types.ts";
import type { ServerError } from "./causes.ts";
import { createServerSession, type ServerSession } from "./server-session.ts";
import type { McpServers } from "./servers.ts";

export type ConnectOptions = {
  /** Milliseconds for opening a connection and for listing. Default 10,000. */
  readonly connectTimeoutMs?: number;
  /** Milliseconds for a call. Default 30,000. */
  readonly callTimeoutMs?: number;
  /** Whether a call may be sent again over a new connection. Default: the tool says that it only reads. */
  readonly isRead?: (tool: Tool) => boolean;
  /** A server announced another tool list: read it by `refresh`. */
  readonly onToolsChanged?: (server: string) => void;
};

export type ServerStatus =
  | { readonly name: string; readonly status: "connected"; readonly toolCount: number }
  | { readonly name: string; readonly status: "failed"; readonly error: ServerError };

export type McpConnection = {
  readonly tools: readonly Tool[];
  readonly servers: readonly ServerStatus[];
  /** Lists again, and tries again what failed. */
  refresh(): Promise<Pick<McpConnection, "tools" | "servers">>;
  close(): Promise<void>;
};

/**
 * Connects to MCP servers, one connection each. A server that cannot be reached is a status with one clear sentence;
 * the others still work. A restarted server heals by itself at the next call. Two tools of one name are told apart by
 * their server's name in front (`east_list_pods`); other names stay as they are, because models drop prefixes.
 */
export const connectMcp = async (servers: McpServers, options: ConnectOptions = {}): Promise<McpConnection> => {
  const { connectTimeoutMs = 10_000, callTimeoutMs = 30_000, isRead = readsByAnnotation, onToolsChanged } = options;
  const sessions = Object.entries(servers).map(([name, server]) => ({
    name,
    session: createServerSession({
      name,
      server,
      connectTimeoutMs,
      callTimeoutMs,
      onListChanged: () => onToolsChanged?.(name),
    }),
  }));
  const refresh = async () => {
    const lists = await Promise.all(
      sessions.map(async ({ name, session }) => ({ name, session, listed: await session.list() })),
    );
    const found = lists.flatMap(({ name, session, listed }) =>
      listed.kind === "tools" ? listed.tools.map((tool) => toolOf(tool, { name, session, isRead })) : [],
    );
    return { tools: apart(found), servers: lists.map(({ name, listed }) => statusOf(name, listed)) };
  };
  return {
    ...(await refresh()),
    refresh,
    close: async () => {
      await Promise.all(sessions.map(({ session }) => session.close()));
    },
  };
};

const readsByAnnotation = ({ annotations }: Tool): boolean => annotations?.readOnlyHint === true;

const statusOf = (name: string, listed: Awaited<ReturnType<ServerSession["list"]>>): ServerStatus =>
  listed.kind === "tools"
    ? { name, status: "connected", toolCount: listed.tools.length }
    : { name, status: "failed", error: listed.error };

type Origin = { readonly name: string; readonly session: ServerSession; readonly isRead: (tool: Tool) => boolean };

const toolOf = ({ name, description = "", inputSchema, annotations }: McpTool, origin: Origin): Tool => {
  const hints =
    annotations === undefined
      ? {}
      : { annotations: Object.fromEntries(Object.entries(annotations).filter(([, hint]) => hint !== undefined)) };
  const tool: Tool = {
    name,
    description,
    inputSchema,
    ...hints,
    server: origin.name,
    invoke: (args, invokeOptions = {}) =>
      origin.session.call({ tool: name, args, repeatable: origin.isRead(tool) }, invokeOptions),
  };
  return tool;
};

const apart = (tools: readonly Tool[]): readonly Tool[] =>
  tools.map((tool) => {
    const shared = tools.some((other) => other !== tool && other.name === tool.name && other.server !== tool.server);
    return shared ? { ...tool, name: `${tool.server}_${tool.name}` } : tool;
  });
