import { fileURLToPath } from "node:url";

/** Command and arguments of the stdio double; bin/stdio-mcp-server.mjs tells what its arguments do. */
export const stdioDouble = (...args: readonly string[]): { readonly command: string; readonly args: string[] } => ({
  command: process.execPath,
  args: [fileURLToPath(new URL("../../bin/stdio-mcp-server.mjs", import.meta.url)), ...args],
});
