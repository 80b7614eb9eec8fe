import { isToolMessage } from "@langchain/core/messages";
import type { ToolCall as LangChainCall } from "@langchain/core/messages/tool";
import { getConfig, isCommand } from "@langchain/langgraph";
import { z } from "zod";
import { untilAborted } from "./abort.ts";
import { isForGraph } from "./graph-signals.ts";
import { withLimit } from "./limits.ts";
import { failureOf } from "./structured-failure.ts";
import { inputSchemaOf, problemsBy } from "./structured-schema.ts";
import type { Tool, ToolAnnotations, ToolOutput } from "./types.ts";

/**
 * Any tool of LangChain, a runnable made into one too. Only what is used of it: LangChain's own type refuses schemas of zod 3
 * under `exactOptionalPropertyTypes`, runnables, and JSON Schemas that are not written as a constant.
 */
export type LangChainTool = {
  readonly name: string;
  readonly description?: string | undefined;
  /** Zod, of version 3 or 4, or JSON Schema. */
  readonly schema: unknown;
  readonly returnDirect?: boolean | undefined;
  invoke(call: LangChainCall & { readonly type: "tool_call" }, runtime?: Runtime): Promise<unknown>;
};

type Runtime = { readonly signal?: AbortSignal };

export type StructuredToolOptions = {
  /** The name under which the tool's origin is known. Default `local`. */
  readonly server?: string;
  /** Milliseconds for a call. Default 30,000. */
  readonly timeoutMs?: number;
};

/**
 * A tool out of any LangChain tool, with a zod or a JSON schema; also out of those that `MultiServerMCPClient.getTools()`
 * returns. What such a tool throws becomes a value; a tool that ignores its signal is left behind, not waited for.
 *
 * It finds its runtime as under LangGraph's `ToolNode`: `toolCallId`, `toolCall`, `config`, `configurable`, `context`, `store`
 * and `writer`, but no `state`. A zod schema itself decides what fits: it may coerce, and take other keys. An artifact becomes
 * `structured`; of a tool of the MCP adapters that is the server's structured content, and nothing else of the artifact. Of
 * content in parts the text is kept. `returnDirect` is `resultAsAnswer`. A `Command` is an error: only `ToolNode` carries it out.
 * Throws for a zod schema that JSON Schema cannot say.
 */
export const toolFromStructuredTool = (tool: LangChainTool, options: StructuredToolOptions = {}): Tool => {
  const { server = "local", timeoutMs: ownLimit = 30_000 } = options;
  const annotations = annotationsOf(tool);
  return {
    name: tool.name,
    description: tool.description ?? "",
    inputSchema: inputSchemaOf(tool),
    ...problemsBy(tool),
    ...(annotations ? { annotations } : {}),
    ...(tool.returnDirect ? { resultAsAnswer: true } : {}),
    server,
    invoke: Object.assign(invokerOf(tool, ownLimit), { source: tool }),
  };
};

const invokerOf =
  (tool: LangChainTool, ownLimit: number): Tool["invoke"] =>
  (args, { signal, timeoutMs = ownLimit, callId = tool.name } = {}) =>
    withLimit({ signal, timeoutMs }, async (limit) => {
      try {
        if (limit.signal.aborted) throw limit.signal.reason;
        const call = { type: "tool_call" as const, id: callId, name: tool.name, args: { ...args } };
        const runtime = { signal: limit.signal, toolCallId: callId, config: getConfig() };
        return outputOf(await untilAborted(tool.invoke(call, runtime), limit.signal), isOfAdapters(tool));
      } catch (error) {
        if (isForGraph(error)) throw error;
        return failureOf(error, { tool: tool.name, stop: limit.stop(), timeoutMs });
      }
    });

/** What a tool calls in the end: two that were made of one tool of LangChain call the same. */
export const sourceOf = ({ invoke }: Tool): object =>
  "source" in invoke && typeof invoke.source === "object" && invoke.source !== null ? invoke.source : invoke;

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

/** They keep the key, also for a tool without annotations. */
const isOfAdapters = (tool: LangChainTool): boolean =>
  "metadata" in tool && typeof tool.metadata === "object" && tool.metadata !== null && "annotations" in tool.metadata;

const annotationsOf = (tool: LangChainTool): ToolAnnotations | undefined => {
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

const outputOf = (value: unknown, isMcp: boolean): ToolOutput => {
  if (isCommand(value)) return { kind: "result", text: steersGraph, isError: true };
  if (!isToolMessage(value)) return { kind: "result", text: textOf(value), isError: false };
  const text = textOf(value.content);
  const isError = value.status === "error";
  const structured = (isMcp ? structuredContentIn(value.artifact) : value.artifact) ?? undefined;
  if (structured === undefined) return { kind: "result", text, isError };
  return { kind: "result", text: isMcp ? withoutRepetition(text) : text, structured, isError };
};

const structuredContentIn = (artifact: unknown): unknown =>
  (structuredArtifact.safeParse(artifact).data ?? []).flatMap((part) => structuredPart.safeParse(part).data ?? []).at(0)
    ?.data;

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
