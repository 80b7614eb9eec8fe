import { messageOf } from "./message-of.ts";
import type { ToolOutput } from "./types.ts";

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

/** What a LangChain tool threw, as a value. */
export const failureOf = (error: unknown, { tool, stop, timeoutMs }: Circumstances): ToolOutput => {
  const text = messageOf(error);
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
