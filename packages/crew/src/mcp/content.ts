import { z } from "zod";
import type { ToolOutput } from "../types.ts";
import { type CallFacts, tooBigOutput } from "./call-failures.ts";
import type { CallResultMessage } from "./client.ts";

const textBlock = z.object({ type: z.literal("text"), text: z.string() });
const dataBlock = z.object({ type: z.enum(["image", "audio"]), mimeType: z.string().catch("unknown kind") });
const linkBlock = z.object({ type: z.literal("resource_link"), uri: z.string() });
const resourceBlock = z.object({
  type: z.literal("resource"),
  resource: z.object({ uri: z.string().catch(""), text: z.string().optional() }),
});

/**
 * A result as text: text blocks joined by line ends, embedded text as it is, everything else named in square brackets.
 * Links are never followed. A result with structured content alone gives that as JSON.
 */
export const outputOf = (result: CallResultMessage, facts: CallFacts): ToolOutput => {
  const structured = structuredOf(result);
  const written = result.content.map(blockText).join("\n");
  const text = written === "" && structured !== undefined ? JSON.stringify(structured, null, 2) : written;
  if (text.length > facts.sizeLimit) return tooBigOutput(facts);
  return { kind: "result", text, ...(structured === undefined ? {} : { structured }), isError: result.isError };
};

const blockText = (block: CallResultMessage["content"][number]): string => {
  const text = textBlock.safeParse(block);
  if (text.success) return text.data.text;
  const resource = resourceBlock.safeParse(block);
  if (resource.success) return resource.data.resource.text ?? `[resource ${resource.data.resource.uri}]`;
  const link = linkBlock.safeParse(block);
  if (link.success) return `[link ${link.data.uri}]`;
  const data = dataBlock.safeParse(block);
  return data.success ? `[${data.data.type} ${data.data.mimeType}]` : `[${block.type}]`;
};

/** FastMCP wraps a plain value as `{ result: value }` and says so under `_meta.fastmcp.wrap_result`. */
const wrapped = z.object({ fastmcp: z.object({ wrap_result: z.literal(true) }) });
const wrapper = z.object({ result: z.unknown().optional() });

const structuredOf = ({ structuredContent, _meta }: CallResultMessage): unknown => {
  if (!wrapped.safeParse(_meta).success) return structuredContent ?? undefined;
  const inner = wrapper.safeParse(structuredContent);
  return inner.success ? inner.data.result : structuredContent;
};
