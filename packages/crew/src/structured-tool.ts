import type { StructuredToolInterface } from "@langchain/core/tools";
import { toJsonSchema } from "@langchain/core/utils/json_schema";
import { isInteropZodSchema } from "@langchain/core/utils/types";
import { z } from "zod";
import type { JsonSchema, Tool, ToolAnnotations, ToolOutput } from "./types.ts";

const annotationsSchema = z.object({
  title: z.string().optional(),
  readOnlyHint: z.boolean().optional(),
  destructiveHint: z.boolean().optional(),
  idempotentHint: z.boolean().optional(),
  openWorldHint: z.boolean().optional(),
});

const schemaRecord = z.record(z.string(), z.unknown());

/**
 * A tool out of any LangChain tool, also of those that `MultiServerMCPClient.getTools()` returns: what they throw
 * becomes a value, their annotations are kept. `server` is `local` unless the tool's metadata says otherwise.
 */
export const toolFromStructuredTool = (tool: StructuredToolInterface): Tool => {
  const annotations = annotationsOf(metadataOf(tool));
  return {
    name: tool.name,
    description: tool.description,
    inputSchema: inputSchemaOf(tool),
    ...(annotations === undefined ? {} : { annotations }),
    server: "local",
    invoke: async (args, { signal, timeoutMs } = {}) => {
      try {
        const value: unknown = await tool.invoke(
          { ...args },
          { ...(signal ? { signal } : {}), ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }) },
        );
        return { kind: "result", text: textOf(value), isError: false };
      } catch (error) {
        return failureOf(error, signal);
      }
    },
  };
};

const metadataOf = (tool: object): unknown =>
  "metadata" in tool && typeof tool.metadata === "object" && tool.metadata !== null && "annotations" in tool.metadata
    ? tool.metadata.annotations
    : undefined;

const inputSchemaOf = (tool: StructuredToolInterface): JsonSchema =>
  isInteropZodSchema(tool.schema) ? schemaRecord.parse(toJsonSchema(tool.schema)) : schemaRecord.parse(tool.schema);

const annotationsOf = (value: unknown): ToolAnnotations | undefined => {
  const parsed = annotationsSchema.safeParse(value);
  if (!parsed.success) return undefined;
  return Object.fromEntries(Object.entries(parsed.data).filter(([, hint]) => hint !== undefined));
};

const textOf = (value: unknown): string => {
  if (typeof value === "string") return value;
  if (typeof value === "object" && value !== null && "content" in value) return textOf(value.content);
  if (Array.isArray(value)) return value.map((part) => (isTextPart(part) ? part.text : textOf(part))).join("\n");
  return JSON.stringify(value) ?? "";
};

const isTextPart = (part: unknown): part is { text: string } =>
  typeof part === "object" && part !== null && "text" in part && typeof part.text === "string";

/** The names under which LangChain and the MCP adapters throw; ToolException is not exported, so it is known by name. */
const failureOf = (error: unknown, signal: AbortSignal | undefined): ToolOutput => {
  const message = error instanceof Error ? error.message : String(error);
  if (signal?.aborted) return { kind: "failure", reason: "cancelled", message };
  const name = error instanceof Error ? error.name : "";
  if (name === "TimeoutError" || /-32001|timed out/i.test(message))
    return { kind: "failure", reason: "timeout", message };
  if (/fetch failed|ECONN|not connected|connection closed/i.test(message))
    return { kind: "failure", reason: "unavailable", message };
  const own = /returned an error: ([\s\S]*)$/.exec(message)?.[1];
  return { kind: "result", text: own ?? message, isError: true };
};
