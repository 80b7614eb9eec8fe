import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import type { ToolOutput } from "../types.ts";

/** Characters of one result; more is refused, because everything after has to hold it several times. */
const sizeLimit = 16_000_000;

/** A result as text: text blocks joined, other blocks named. Links are never followed. */
export const outputOf = (result: CallToolResult): ToolOutput => {
  const text = result.content.map(blockText).join("\n");
  if (text.length > sizeLimit) {
    return {
      kind: "failure",
      reason: "too_big",
      message: `The result has ${text.length} characters; at most ${sizeLimit} are read. Ask for less.`,
    };
  }
  const structured = result.structuredContent === undefined ? {} : { structured: result.structuredContent };
  return { kind: "result", text, ...structured, isError: result.isError === true };
};

const blockText = (block: CallToolResult["content"][number]): string => {
  switch (block.type) {
    case "text":
      return block.text;
    case "resource":
      return "text" in block.resource ? block.resource.text : `[resource ${block.resource.uri}]`;
    case "resource_link":
      return `[link ${block.uri}]`;
    default:
      return `[${block.type} ${block.mimeType}]`;
  }
};
