import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { CallToolRequestSchema, ListToolsRequestSchema, McpError } from "@modelcontextprotocol/sdk/types.js";
import { z } from "zod";
import type { CallFault, DoubleTool, McpFaults } from "./types.ts";

/** What every session of a double shares. It outlives a restart. */
export type DoubleState = { tools: readonly DoubleTool[]; faults: McpFaults; readonly pageSize: number };

/** Faults that a well-behaved protocol server can express; the others are made on the wire. */
type SpokenFault = Exclude<CallFault, string | { readonly status: number }>;

const argumentsSchema = z.record(z.string(), z.unknown());

/** One MCP server on the SDK, for one session. `faultOf` gives the fault of a call, named by session and id. */
export const createProtocolServer = (state: DoubleState, faultOf: (call: string) => CallFault | undefined): Server => {
  const server = new Server({ name: "double", version: "1.0.0" }, { capabilities: { tools: { listChanged: true } } });
  server.setRequestHandler(ListToolsRequestSchema, async ({ params }, { signal }) => {
    const { list } = state.faults;
    if (list === "hang") await aborted(signal);
    else if (list) await new Promise((resolve) => setTimeout(resolve, list.delayMs));
    const from = Number(params?.cursor ?? 0);
    const tools = state.tools.slice(from, from + state.pageSize).map(listed);
    const next = from + state.pageSize;
    return { tools, ...(next < state.tools.length ? { nextCursor: String(next) } : {}) };
  });
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, { signal, requestId, sessionId }) => {
    const fault = faultOf(`${sessionId} ${requestId}`);
    if (fault === "hang") await aborted(signal);
    if (typeof fault === "object" && !("status" in fault)) return spoken(fault);
    const tool = state.tools.find(({ name }) => name === params.name);
    if (!tool) throw new McpError(-32602, `Unknown tool: ${params.name}`);
    const args = argumentsSchema.parse(params.arguments ?? {});
    const answer = tool.answer?.(args) ?? JSON.stringify(args);
    return typeof answer === "string" ? { content: [{ type: "text", text: answer }] } : { ...answer };
  });
  return server;
};

/** `answer` is ours alone; an input schema goes out as it is, however odd. */
const listed = ({ answer: _, inputSchema = { type: "object" }, ...tool }: DoubleTool) => ({ ...tool, inputSchema });

const spoken = (fault: SpokenFault) => {
  if ("rpcError" in fault) throw Object.assign(new Error(fault.rpcError.message), { code: fault.rpcError.code });
  if ("isError" in fault) return { content: [{ type: "text", text: fault.isError }], isError: true };
  if ("says" in fault) return { content: [{ type: "text", text: JSON.stringify(fault.says) }] };
  return { content: [{ type: "text", text: floodOf(fault.flood, fault.lines ?? false) }] };
};

const floodLine = `${"x".repeat(79)}\n`;

const floodOf = (bytes: number, lines: boolean): string =>
  lines ? floodLine.repeat(Math.ceil(bytes / floodLine.length)).slice(0, bytes) : "x".repeat(bytes);

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
