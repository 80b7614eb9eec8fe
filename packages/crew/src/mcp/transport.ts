import { MultiServerMCPClient } from "@langchain/mcp-adapters";
import type { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { Client as SdkClient } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { ToolListChangedNotificationSchema } from "@modelcontextprotocol/sdk/types.js";
import type { McpServer } from "./servers.ts";

/** One open connection: a raw client, the last lines that a child process wrote, and how to end it. */
export type Connection = { readonly client: Client; readonly stderr: readonly string[]; close(): Promise<void> };

export type OpenOptions = {
  readonly server: McpServer;
  readonly name: string;
  readonly connectTimeoutMs: number;
  readonly onListChanged: () => void;
  /** The connection was lost: no further answer will come over it. */
  readonly onLost: () => void;
  /** Filled with the last lines of a child's stderr, also when opening fails. */
  readonly stderr: string[];
};

/** Lines of a child's stderr that are kept. */
const stderrLimit = 20;

export const openConnection = (options: OpenOptions): Promise<Connection> => {
  const { server } = options;
  return "url" in server ? openRemote(server, options) : openLocal(server, options);
};

/** Streamable HTTP first, then server-sent events, by the adapters; listing and calling then go through the raw client. */
const openRemote = async (server: Extract<McpServer, { url: string }>, options: OpenOptions): Promise<Connection> => {
  const { name, connectTimeoutMs, onListChanged, onLost, stderr } = options;
  const pool = new MultiServerMCPClient({
    throwOnLoadError: true,
    useStandardContentBlocks: false,
    onToolsListChanged: onListChanged,
    mcpServers: {
      [name]: {
        url: server.url,
        automaticSSEFallback: true,
        reconnect: { enabled: false },
        ...(server.transport === undefined ? {} : { transport: server.transport }),
        ...(server.headers === undefined ? {} : { headers: server.headers }),
      },
    },
  });
  try {
    const client = await within(pool.getClient(name), connectTimeoutMs);
    if (!client) throw new Error("no client");
    const { transport } = client;
    if (transport) {
      const before = transport.onerror;
      transport.onerror = (error) => {
        before?.(error);
        // Over server-sent events a lost stream never answers again; over HTTP each call stands alone.
        if ("_eventSource" in transport) onLost();
      };
    }
    return { client, stderr, close: () => pool.close() };
  } catch (error) {
    await pool.close().catch(() => undefined);
    throw error;
  }
};

const openLocal = async (
  server: Extract<McpServer, { command: string }>,
  options: OpenOptions,
): Promise<Connection> => {
  const { connectTimeoutMs, onListChanged, onLost, stderr } = options;
  const transport = new StdioClientTransport({
    command: server.command,
    args: server.args ?? [],
    stderr: "pipe",
    ...(server.env === undefined ? {} : { env: server.env }),
    ...(server.cwd === undefined ? {} : { cwd: server.cwd }),
  });
  transport.stderr?.on("data", (chunk: Buffer) => {
    stderr.push(
      ...chunk
        .toString("utf8")
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== ""),
    );
    stderr.splice(0, Math.max(0, stderr.length - stderrLimit));
  });
  const client = new SdkClient({ name: "k8s-crew", version: "1.0.0" });
  client.setNotificationHandler(ToolListChangedNotificationSchema, async () => onListChanged());
  client.onclose = onLost;
  try {
    await client.connect(transport, { timeout: connectTimeoutMs });
    return { client, stderr, close: () => client.close() };
  } catch (error) {
    await client.close().catch(() => undefined);
    throw error;
  }
};

const within = async <Value>(task: Promise<Value>, ms: number): Promise<Value> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`timed out after ${ms} ms`)), ms);
  });
  task.catch(() => undefined);
  return Promise.race([task, late]).finally(() => clearTimeout(timer));
};
