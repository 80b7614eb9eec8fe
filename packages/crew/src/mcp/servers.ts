import { z } from "zod";

/** One server of the ecosystem's `mcpServers` record. */
const remote = z.object({
  url: z.url(),
  transport: z.enum(["http", "sse"]).optional(),
  headers: z.record(z.string(), z.string()).optional(),
});

const local = z.object({
  command: z.string().min(1),
  args: z.array(z.string()).optional(),
  env: z.record(z.string(), z.string()).optional(),
  cwd: z.string().optional(),
});

export const mcpServerSchema = z.union([remote, local]);
export const mcpServersSchema = z.record(z.string(), mcpServerSchema);

export type McpServer = z.infer<typeof mcpServerSchema>;
export type McpServers = { readonly [name: string]: McpServer };

export type ParsedServers =
  | { readonly kind: "servers"; readonly servers: McpServers }
  | { readonly kind: "invalid"; readonly message: string; readonly remedy: string };

/** Parses an `mcpServers` record and puts the environment's values into `${NAME}` of headers, arguments and variables. */
export const parseMcpServers = (
  value: unknown,
  environment: { readonly [name: string]: string | undefined },
): ParsedServers => {
  const parsed = mcpServersSchema.safeParse(value);
  if (!parsed.success) {
    return {
      kind: "invalid",
      message: `mcpServers: ${z.prettifyError(parsed.error)}`,
      remedy: "Each server needs a url, or a command with args.",
    };
  }
  const missing = new Set<string>();
  const expand = (text: string): string =>
    text.replace(/\$\{(\w+)\}/g, (_, name: string) => {
      const found = environment[name];
      if (found === undefined) missing.add(name);
      return found ?? "";
    });
  const expandAll = (record: { readonly [key: string]: string }) =>
    Object.fromEntries(Object.entries(record).map(([key, text]) => [key, expand(text)]));
  const servers = Object.fromEntries(
    Object.entries(parsed.data).map(([name, server]) => [
      name,
      "url" in server
        ? { ...server, url: expand(server.url), ...(server.headers ? { headers: expandAll(server.headers) } : {}) }
        : {
            ...server,
            ...(server.args ? { args: server.args.map(expand) } : {}),
            ...(server.env ? { env: expandAll(server.env) } : {}),
          },
    ]),
  );
  if (missing.size === 0) return { kind: "servers", servers };
  const names = [...missing].join(", ");
  return {
    kind: "invalid",
    message: `mcpServers uses ${names}, which the environment does not have.`,
    remedy: `Set ${names}, or remove it from mcpServers.`,
  };
};
