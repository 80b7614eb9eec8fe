import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { SSEServerTransport } from "@modelcontextprotocol/sdk/server/sse.js";
import { CallToolRequestSchema, ErrorCode, ListToolsRequestSchema, McpError } from "@modelcontextprotocol/sdk/types.js";
import { clusterTools } from "./cluster-tools.ts";
import { createKubernetesClient, type KubernetesClient } from "./kubernetes-client.ts";
import { plainTools } from "./plain-tools.ts";
import type { SampleResult, SampleTool, SampleWorld, ToolArguments } from "./types.ts";

export type SampleServer = {
  /** Where it listens: `http://localhost:PORT/sse`. */
  readonly url: string;
  /** Every call that arrived, in order. */
  calls(): readonly { readonly tool: string; readonly args: ToolArguments }[];
  close(): Promise<void>;
};

export type SampleServerOptions = {
  /** Name and API address of each cluster; the first is the current one unless `current` says otherwise. */
  readonly contexts: readonly { readonly name: string; readonly server: string }[];
  readonly current?: string;
  /** `clusters`: 47 tools that name the cluster in every call. `plain`: a dozen that know of one cluster only. */
  readonly tools?: "clusters" | "plain";
  /** Default 0: any free port. */
  readonly port?: number;
};

/** Starts a sample MCP server over HTTP with server-sent events, answered from the API servers of the contexts. */
export const startSampleServer = async ({
  contexts,
  current,
  tools = "clusters",
  port = 0,
}: SampleServerOptions): Promise<SampleServer> => {
  const world = worldOf(contexts, current);
  const table = tools === "clusters" ? clusterTools : plainTools;
  const calls: { tool: string; args: ToolArguments }[] = [];
  const sessions = new Map<string, { transport: SSEServerTransport; server: Server }>();
  const http = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    if (request.method === "GET" && url.pathname === "/sse") {
      const transport = new SSEServerTransport("/message", response);
      const server = mcpServer(table, { world, calls });
      sessions.set(transport.sessionId, { transport, server });
      response.on("close", () => sessions.delete(transport.sessionId));
      server.connect(transport).catch(() => response.destroy());
      return;
    }
    const session = sessions.get(url.searchParams.get("sessionId") ?? "");
    if (request.method === "POST" && url.pathname === "/message" && session) {
      session.transport.handlePostMessage(request, response).catch(() => response.destroy());
      return;
    }
    response.writeHead(404, { "content-type": "text/plain" }).end("not found\n");
  });
  await new Promise<void>((resolve, reject) => {
    http.once("error", reject);
    http.listen(port, "localhost", resolve);
  });
  return {
    url: `http://localhost:${portOf(http.address())}/sse`,
    calls: () => calls,
    close: async () => {
      await Promise.all([...sessions.values()].map(({ server }) => server.close()));
      http.closeAllConnections();
      await new Promise<void>((resolve) => http.close(() => resolve()));
    },
  };
};

const portOf = (address: string | AddressInfo | null): number =>
  typeof address === "object" && address !== null ? address.port : 0;

const worldOf = (contexts: SampleServerOptions["contexts"], current: string | undefined): SampleWorld => {
  const clients = new Map<string, KubernetesClient>(
    contexts.map(({ name, server }) => [name, createKubernetesClient(server)]),
  );
  return {
    clusters: contexts.map(({ name }) => name),
    current: current ?? contexts[0]?.name ?? "",
    client: (cluster) => clients.get(cluster),
  };
};

type Serving = { world: SampleWorld; calls: { tool: string; args: ToolArguments }[] };

const mcpServer = (tools: readonly SampleTool[], { world, calls }: Serving): Server => {
  const server = new Server({ name: "sample-kubernetes", version: "1.0.0" }, { capabilities: { tools: {} } });
  server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: tools.map(listed) }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    const args = params.arguments ?? {};
    calls.push({ tool: params.name, args });
    const tool = tools.find(({ name }) => name === params.name);
    if (!tool) throw new McpError(ErrorCode.InvalidParams, `tool '${params.name}' not found: tool not found`);
    return answer(await tool.run(args, world));
  });
  return server;
};

const listed = ({ name, description, parameters, required }: SampleTool) => ({
  name,
  description,
  inputSchema: { type: "object" as const, properties: { ...parameters }, required: [...required] },
});

const answer = (result: SampleResult) => {
  if (result.kind === "rpc_error") throw new McpError(ErrorCode.InternalError, result.message);
  return { content: [{ type: "text" as const, text: result.text }], isError: result.kind === "error" };
};
