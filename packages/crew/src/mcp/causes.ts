import type { McpServer } from "./servers.ts";

/** Why a server could not be reached, in one sentence, and what helps. */
export type ServerError = { readonly code: string; readonly message: string; readonly remedy: string };

type Row = { readonly code: string; readonly pattern: RegExp; readonly what: string; readonly remedy: string };

/** First row that fits an error's text. The texts are those of Node, undici and the MCP SDK 1.32.2. */
const rows: readonly Row[] = [
  {
    code: "refused",
    pattern: /ECONNREFUSED/,
    what: "nothing listens there",
    remedy: "Start the server, or correct its address.",
  },
  {
    code: "unreachable",
    pattern: /fetch failed(?!.*(E[A-Z]{5,}|CERT))/,
    what: "it cannot be reached",
    remedy: "Start the server, or correct its address.",
  },
  {
    code: "dns",
    pattern: /ENOTFOUND|EAI_AGAIN/,
    what: "its host name is unknown",
    remedy: "Correct the host name, or check your network.",
  },
  {
    code: "unauthorized",
    pattern: /\b401\b|unauthorized/i,
    what: "it asks for a login (401)",
    remedy: "Set its headers in mcpServers, for example Authorization.",
  },
  {
    code: "forbidden",
    pattern: /\b403\b|forbidden/i,
    what: "it refuses access (403)",
    remedy: "Check the headers in mcpServers and your permissions.",
  },
  {
    code: "not_found",
    pattern: /\b404\b/,
    what: "there is no MCP server at this path (404)",
    remedy: "Correct the path: usually /mcp or /sse.",
  },
  {
    code: "certificate",
    pattern: /certificate|CERT_|self[- ]signed/i,
    what: "its certificate is not trusted",
    remedy: "Set NODE_EXTRA_CA_CERTS in your shell to the authority's file.",
  },
  {
    code: "timeout",
    pattern: /timed? ?out|-32001|TimeoutError|aborted/i,
    what: "it did not answer in time",
    remedy:
      "Check that it is healthy, or try again. A credential plugin may be waiting for a browser: run it once by hand.",
  },
  {
    code: "command_missing",
    pattern: /ENOENT/,
    what: "its command does not exist",
    remedy: "Install it, or correct the command.",
  },
  {
    code: "not_executable",
    pattern: /EACCES/,
    what: "its command may not be run",
    remedy: "Make it executable, or correct the command.",
  },
  {
    code: "exited",
    pattern: /connection closed|-32000|exited/i,
    what: "it ended at once",
    remedy: "Run its command by hand to see why.",
  },
  {
    code: "not_mcp",
    pattern: /text\/html|content type|unexpected token|invalid json|<!doctype|<html|non-200/i,
    what: "what answers there is no MCP server",
    remedy: "Correct the address: usually it ends in /mcp or /sse.",
  },
];

export const serverError = (
  name: string,
  server: McpServer,
  { error, stderr }: { error: unknown; stderr: readonly string[] },
): ServerError => {
  const text = chainOf(error);
  const place = "url" in server ? server.url : server.command;
  const row = rows.find(({ pattern }) => pattern.test(text));
  const last = stderr.at(-1);
  const said = last === undefined || last === "" ? "" : ` It said: ${last.slice(0, 300)}`;
  if (row)
    return { code: row.code, message: `MCP server “${name}” (${place}): ${row.what}.${said}`, remedy: row.remedy };
  return {
    code: "failed",
    message: `MCP server “${name}” (${place}): ${text.split("\n")[0]?.slice(0, 200)}.${said}`,
    remedy: "Check its address and that it runs.",
  };
};

/** The texts of an error and all its causes: fetch hides the reason in `cause`. */
const chainOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error ? String(error.code) : "";
  const inner =
    error instanceof AggregateError
      ? error.errors.map(chainOf).join(" ")
      : error.cause === undefined
        ? ""
        : chainOf(error.cause);
  return `${error.name} ${code} ${error.message} ${inner}`.trim();
};
