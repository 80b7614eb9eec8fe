import { fileURLToPath } from "node:url";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { z } from "zod";

const resultSchema = z.object({
  isError: z.boolean().optional(),
  content: z.array(z.looseObject({ type: z.string(), text: z.string().optional() })),
});

interface ToolOutcome {
  readonly isError: boolean;
  readonly text: string;
}

export interface McpClient {
  tools(): Promise<string[]>;
  call(name: string, args?: Record<string, unknown>): Promise<ToolOutcome>;
  close(): Promise<void>;
}

/** Starts an MCP server from this repository's node_modules over stdio. A thrown error counts as an error result. */
export async function startMcpServer(command: string, args: string[], env: Record<string, string>): Promise<McpClient> {
  const path = fileURLToPath(new URL(`../../../node_modules/.bin/${command}`, import.meta.url));
  const transport = new StdioClientTransport({
    command: path,
    args,
    env: { PATH: process.env.PATH ?? "", ...env },
    stderr: "ignore",
  });
  const client = new Client({ name: "sandbox-test", version: "1.0.0" });
  await client.connect(transport);
  return {
    tools: async () => (await client.listTools()).tools.map(({ name }) => name),
    async call(name, args = {}) {
      try {
        const result = resultSchema.parse(await client.callTool({ name, arguments: args }));
        return { isError: result.isError === true, text: result.content.map(({ text }) => text ?? "").join("\n") };
      } catch (error) {
        return { isError: true, text: String(error) };
      }
    },
    close: () => client.close(),
  };
}
