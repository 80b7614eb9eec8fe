import { type ConnectOptions, connectMcp, type McpConnection, type McpServers } from "@k8s-copilot/crew/mcp";
import { type FaultyMcpOptions, type FaultyMcpServer, startFaultyMcpServer } from "@k8s-copilot/doubles";
import { onTestFinished } from "vitest";
import type { Tool, ToolOutput } from "../../src/types.ts";

export const transports = ["http", "sse"] as const;

/** A read, a write and a write that says nothing about itself. */
export const someTools = [
  { name: "look", annotations: { readOnlyHint: true } },
  { name: "change", annotations: { readOnlyHint: false, destructiveHint: true } },
  { name: "unmarked" },
];

export const startServer = async (options: FaultyMcpOptions): Promise<FaultyMcpServer> => {
  const server = await startFaultyMcpServer({ tools: someTools, ...options });
  onTestFinished(() => server.close());
  return server;
};

export const connect = async (servers: McpServers, options?: ConnectOptions): Promise<McpConnection> => {
  const connection = await connectMcp(servers, options);
  onTestFinished(() => connection.close());
  return connection;
};

export const toolNamed = (connection: McpConnection, name: string): Tool => {
  const tool = connection.tools.find((candidate) => candidate.name === name);
  if (!tool) throw new Error(`no tool ${name} among ${connection.tools.map((each) => each.name).join(", ")}`);
  return tool;
};

/** One server of the double and a connection to it. */
export const pair = async (options: FaultyMcpOptions, connecting?: ConnectOptions) => {
  const server = await startServer(options);
  const connection = await connect({ double: { url: server.url } }, connecting);
  return { server, connection, tool: (name: string) => toolNamed(connection, name) };
};

export const textOf = (output: ToolOutput): string => (output.kind === "result" ? output.text : output.message);

export const errorOf = ({ servers: [server] }: McpConnection) => {
  if (server?.status !== "failed") throw new Error(`connected, with ${server?.toolCount} tools`);
  return server.error;
};

/** Waits for what must come true soon; a generous limit, because machines are slow at times. */
export const eventually = async (isTrue: () => boolean, withinMs = 8_000): Promise<boolean> => {
  const until = Date.now() + withinMs;
  while (!isTrue() && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
  return isTrue();
};
