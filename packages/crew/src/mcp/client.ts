import type { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { z } from "zod";
import { withOwnSignal } from "../limits.ts";

/** What is used of the MCP SDK's client: any copy of the SDK fits, also the one inside @langchain/mcp-adapters. */
export type McpClient = Pick<
  Client,
  "close" | "getServerCapabilities" | "ping" | "request" | "setNotificationHandler" | "transport"
> & { onclose?: (() => void) | undefined };

/** A tool as its server lists it. `inputSchema` is untouched; `fingerprint` changes when anything of it changes. */
export type ListedTool = {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: { readonly [keyword: string]: unknown };
  readonly annotations?: { readonly [hint: string]: unknown };
  readonly fingerprint: string;
};

const schemaObject = z.record(z.string(), z.unknown());

/**
 * Looser than the SDK's own schema on purpose: there a single odd tool (a `properties` entry that is `true`, no `type`)
 * fails the whole list.
 */
const pageSchema = z.looseObject({ tools: z.array(z.unknown()), nextCursor: z.string().nullish() });

const toolSchema = z.looseObject({
  name: z.string().min(1),
  description: z.string().catch(""),
  inputSchema: schemaObject.catch({ type: "object" }),
  annotations: schemaObject.optional().catch(undefined),
});

export const callResultSchema = z.looseObject({
  content: z.array(z.looseObject({ type: z.string() })).catch([]),
  structuredContent: z.unknown().optional(),
  isError: z.boolean().catch(false),
  _meta: schemaObject.optional().catch(undefined),
});

export type CallResultMessage = z.infer<typeof callResultSchema>;

/** Pages of a tool list that are read: more than any real server has, so only a server gone wrong is cut short. */
const pageLimit = 1_000;

/** JSON-RPC's own number for a method that a server does not have. */
const methodNotFound = -32601;

/** Reads every page of a server's tool list. A server without tools gives an empty list. Throws what the SDK throws. */
export const listTools = async (
  client: McpClient,
  limits: { readonly timeout: number; readonly signal: AbortSignal },
): Promise<readonly ListedTool[]> => {
  const tools = new Map<string, ListedTool>();
  const cursors = new Set<string>();
  let cursor: string | undefined;
  for (let count = 0; count < pageLimit; count += 1) {
    const params = cursor === undefined ? {} : { cursor };
    const page = await withOwnSignal(limits.signal, (signal) =>
      client.request({ method: "tools/list", params }, pageSchema, { ...limits, signal }),
    ).catch((error: unknown) => {
      if (rpcCode(error) === methodNotFound) return { tools: [], nextCursor: undefined };
      throw error;
    });
    for (const tool of page.tools.flatMap(parseTool)) if (!tools.has(tool.name)) tools.set(tool.name, tool);
    cursor = page.nextCursor ?? undefined;
    if (cursor === undefined || cursors.has(cursor)) break;
    cursors.add(cursor);
  }
  return [...tools.values()];
};

const parseTool = (value: unknown): readonly ListedTool[] => {
  const parsed = toolSchema.safeParse(value);
  if (!parsed.success) return [];
  const { name, description, inputSchema, annotations } = parsed.data;
  const tool = { name, description, inputSchema, ...(annotations ? { annotations } : {}) };
  return [{ ...tool, fingerprint: JSON.stringify(tool) }];
};

/** The code of a JSON-RPC error, from whichever copy of the SDK threw it; nothing for any other error. */
export const rpcCode = (error: unknown): number | undefined =>
  error instanceof Error && error.name === "McpError" && "code" in error && typeof error.code === "number"
    ? error.code
    : undefined;
