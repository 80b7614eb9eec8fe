import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { McpError } from "@modelcontextprotocol/sdk/types.js";
import { z } from "zod";
import type { CallFault, DoubleTool, McpFaults } from "./types.ts";

/** What every session of a double shares. It outlives a restart. */
export type DoubleState = { tools: readonly DoubleTool[]; faults: McpFaults; readonly pageSize: number };

/** Faults that a well-behaved protocol server can express; the others are made on the wire. */
type SpokenFault = Exclude<CallFault, string | { readonly status: number }>;

const listSchema = z.object({ cursor: z.string().optional() });
const callSchema = z.object({ name: z.string(), arguments: z.record(z.string(), z.unknown()).default({}) });

/**
 * One MCP server on the SDK, for one session. `faultOf` gives the fault of a call, named by session and id. Lists and
 * calls go through the fallback: a handler of their own would not let odd schemas and results out.
 */
export const createProtocolServer = (state: DoubleState, faultOf: (call: string) => CallFault | undefined): Server => {
  const server = new Server({ name: "double", version: "1.0.0" }, { capabilities: { tools: { listChanged: true } } });
  const list = async (params: unknown, signal: AbortSignal) => {
    const fault = state.faults.list;
    if (fault === "hang") await aborted(signal);
    else if (fault) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
    const from = Number(listSchema.parse(params ?? {}).cursor ?? 0);
    const next = from + state.pageSize;
    const tools = state.tools.slice(from, next).map(listed);
    return { tools, ...(next < state.tools.length ? { nextCursor: String(next) } : {}) };
  };
  const call = async (params: unknown, fault: CallFault | undefined, signal: AbortSignal) => {
    if (fault === "hang") await aborted(signal);
    if (typeof fault === "object" && !("status" in fault)) return spoken(fault);
    const { name, arguments: args } = callSchema.parse(params);
    const tool = state.tools.find((each) => each.name === name);
    if (!tool) throw new McpError(-32602, `Unknown tool: ${name}`);
    const answer = tool.answer?.(args) ?? JSON.stringify(args);
    return typeof answer === "string" ? { content: [{ type: "text", text: answer }] } : { ...answer };
  };
  server.fallbackRequestHandler = async ({ method, params }, { signal, requestId, sessionId }) => {
    if (method === "tools/list") return list(params, signal);
    if (method === "tools/call") return call(params, faultOf(`${sessionId} ${requestId}`), signal);
    throw new McpError(-32601, `Method not found: ${method}`);
  };
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
