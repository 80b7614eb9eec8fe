import { isToolMessage } from "@langchain/core/messages";
import type { StructuredToolInterface } from "@langchain/core/tools";
import { toJsonSchema } from "@langchain/core/utils/json_schema";
import { isInteropZodSchema } from "@langchain/core/utils/types";
import { isCommand, isGraphBubbleUp } from "@langchain/langgraph";
import { z } from "zod";
import { untilAborted } from "./abort.ts";
import { withLimit } from "./limits.ts";
import type { JsonSchema, Tool, ToolAnnotations, ToolOutput } from "./types.ts";

export type StructuredToolOptions = {
  /** The name under which the tool's origin is known. Default `local`. */
  readonly server?: string;
  /** Milliseconds for a call. Default 30,000. */
  readonly timeoutMs?: number;
};

/**
 * A tool out of any LangChain tool, with a zod or a JSON schema; also out of those that `MultiServerMCPClient.getTools()`
 * returns. What such a tool throws becomes a value; a tool that ignores its signal is left behind, not waited for.
 */
export const toolFromStructuredTool = (tool: StructuredToolInterface, options: StructuredToolOptions = {}): Tool => {
  const { server = "local", timeoutMs: ownLimit = 30_000 } = options;
  const annotations = annotationsOf(tool);
  return {
    name: tool.name,
    description: tool.description,
    inputSchema: inputSchemaOf(tool),
    ...(annotations ? { annotations } : {}),
    server,
    invoke: (args, { signal, timeoutMs = ownLimit } = {}) =>
      withLimit({ signal, timeoutMs }, async (limit) => {
        try {
          if (limit.signal.aborted) throw limit.signal.reason;
          const call = { type: "tool_call" as const, id: tool.name, name: tool.name, args: { ...args } };
          return outputOf(await untilAborted(tool.invoke(call, { signal: limit.signal }), limit.signal));
        } catch (error) {
          if (isGraphBubbleUp(error)) throw error;
          return failureOf(error, { tool: tool.name, stop: limit.stop(), timeoutMs });
        }
      }),
  };
};

const schemaRecord = z.record(z.string(), z.unknown());

const inputSchemaOf = ({ schema }: StructuredToolInterface): JsonSchema =>
  schemaRecord.parse(isInteropZodSchema(schema) ? toJsonSchema(schema) : schema);

/** The MCP adapters keep a tool's annotations under `metadata`. */
const metadataSchema = z.object({
  metadata: z.object({
    annotations: z.object({
      title: z.string().optional(),
      readOnlyHint: z.boolean().optional(),
      destructiveHint: z.boolean().optional(),
      idempotentHint: z.boolean().optional(),
      openWorldHint: z.boolean().optional(),
    }),
  }),
});

const annotationsOf = (tool: StructuredToolInterface): ToolAnnotations | undefined => {
  const parsed = metadataSchema.safeParse(tool);
  if (!parsed.success) return undefined;
  return Object.fromEntries(Object.entries(parsed.data.metadata.annotations).filter(([, hint]) => hint !== undefined));
};

const textPart = z.object({ text: z.string() });
const typedPart = z.object({ type: z.string() });

/** What steers the graph it runs in is no result: it can be neither told nor kept nor given to two who asked. */
const steersGraph = "The tool answered with a Command for its graph, which only LangGraph's own ToolNode carries out.";

/** What the MCP adapters 1.1.4 put into an artifact and, once more as JSON, into the content. */
const structuredArtifact = z.array(z.unknown());
const structuredPart = z.object({ type: z.literal("mcp_structured_content"), data: z.unknown() });
const repeatedText = z.object({ type: z.literal("text"), text: z.string(), structuredContent: z.unknown() });

const outputOf = (value: unknown): ToolOutput => {
  if (isCommand(value)) return { kind: "result", text: steersGraph, isError: true };
  if (!isToolMessage(value)) return { kind: "result", text: textOf(value), isError: false };
  const parts = structuredArtifact.safeParse(value.artifact).data ?? [];
  const structured = parts.flatMap((part) => structuredPart.safeParse(part).data ?? []).at(0)?.data;
  const isError = value.status === "error";
  if (structured === undefined) return { kind: "result", text: textOf(value.content), isError };
  return { kind: "result", text: withoutRepetition(textOf(value.content)), structured, isError };
};

const textOf = (value: unknown): string => {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(partText).join("\n");
  return JSON.stringify(value) ?? "";
};

const partText = (part: unknown): string =>
  textPart.safeParse(part).data?.text ??
  (typeof part === "string" ? part : `[${typedPart.safeParse(part).data?.type ?? typeof part}]`);

const withoutRepetition = (text: string): string => {
  try {
    return repeatedText.safeParse(JSON.parse(text)).data?.text ?? text;
  } catch {
    return text;
  }
};

type Circumstances = {
  readonly tool: string;
  readonly stop: "timeout" | "cancelled" | "closed" | undefined;
  readonly timeoutMs: number;
};

/** The MCP adapters throw a ToolException, which they do not export and which tells its cause in its text only. */
const toldByTool = /^MCP tool '.*?' on server '.*?' returned an error: /s;
const toldByTransport = /^Error calling tool .*?: (McpError: )?/s;
const rpcPrefix = /^(MCP error -?\d+: )+/;
const timeoutTexts = /MCP error -32001|timed out/i;
const unavailableTexts = /fetch failed|ECONN(REFUSED|RESET)|not connected|connection closed/i;

const failureOf = (error: unknown, { tool, stop, timeoutMs }: Circumstances): ToolOutput => {
  const text = error instanceof Error ? error.message : String(error);
  if (stop === "cancelled") return { kind: "failure", reason: "cancelled", message: "The call was stopped." };
  if (stop === "timeout") {
    const message = `${tool} did not answer within ${Math.round(timeoutMs / 100) / 10} s.`;
    return { kind: "failure", reason: "timeout", message };
  }
  const isFromAdapters = error instanceof Error && error.name === "ToolException";
  if (isFromAdapters && toldByTransport.test(text)) {
    if (timeoutTexts.test(text)) return { kind: "failure", reason: "timeout", message: text };
    if (unavailableTexts.test(text)) return { kind: "failure", reason: "unavailable", message: text };
  }
  const own = isFromAdapters ? text.replace(toldByTool, "").replace(toldByTransport, "") : text;
  return { kind: "result", text: own.replace(rpcPrefix, ""), isError: true };
};
