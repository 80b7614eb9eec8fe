import { connectMcp } from "@k8s-copilot/crew/mcp";
import { MultiServerMCPClient } from "@langchain/mcp-adapters";
import { expect, it, onTestFinished } from "vitest";
import { connect, startServer, toolNamed, transports } from "./support.ts";

const byAdapters = (url: string) => ({
  connect: async () => {
    const client = await new MultiServerMCPClient({ mcpServers: { k: { url } } }).getClient("k");
    if (!client) throw new Error("no client");
    return client;
  },
});

it.each(transports)("a connection that the MCP adapters make heals as any other (%s)", async (transport) => {
  const server = await startServer({ transport });
  const connection = await connect({ own: byAdapters(server.url) });
  expect(connection.servers).toEqual([{ name: "own", status: "connected", toolCount: 3 }]);
  expect(await toolNamed(connection, "look").invoke({ n: 1 })).toMatchObject({ text: '{"n":1}' });
  await server.kill();
  await server.start();
  expect(await toolNamed(connection, "change").invoke({ n: 2 })).toMatchObject({ text: '{"n":2}' });
  expect(server.calls()).toHaveLength(2);
});

it("a connection that somebody else fails to make is told as what it said", async () => {
  const connection = await connectMcp({ own: { connect: () => Promise.reject(new Error("no token")) } });
  onTestFinished(() => connection.close());
  expect(connection.servers).toMatchObject([
    { status: "failed", error: { code: "failed", place: "", detail: "Error: no token" } },
  ]);
});
