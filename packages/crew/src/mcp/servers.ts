import { z } from "zod";
import type { McpClient } from "./client.ts";

/** Names of transports as clients of the ecosystem write them, under `transport` or `type`. */
const remoteTransports = { http: "http", sse: "sse", "streamable-http": "http", streamableHttp: "http" } as const;

const remoteTransport = z
  .enum(["http", "sse", "streamable-http", "streamableHttp"])
  .transform((name) => remoteTransports[name])
  .optional();

const remoteSchema = z
  .object({
    url: z.string(),
    transport: remoteTransport,
    type: remoteTransport,
    headers: z.record(z.string(), z.string()).optional(),
  })
  .transform(({ type, transport = type, ...server }) => ({ ...server, ...(transport ? { transport } : {}) }));

const localSchema = z.object({
  command: z.string().min(1),
  args: z.array(z.string()).optional(),
  env: z.record(z.string(), z.string()).optional(),
  cwd: z.string().optional(),
});

/** The ecosystem's `mcpServers` record, before variables are put in. Unknown keys are ignored. */
export const mcpServersSchema = z.record(z.string(), z.union([remoteSchema, localSchema]));

/** A server behind an address. Without `transport`, streamable HTTP is tried first, then server-sent events. */
export type RemoteServer = {
  readonly url: string;
  readonly transport?: "http" | "sse" | undefined;
  readonly headers?: { readonly [name: string]: string } | undefined;
};

/** A server that is started as a child process and speaks over stdio. It gets `env` and what the SDK passes on. */
export type LocalServer = {
  readonly command: string;
  readonly args?: readonly string[] | undefined;
  readonly env?: { readonly [name: string]: string } | undefined;
  readonly cwd?: string | undefined;
};

/**
 * A server whose connections somebody else makes, for what the two other kinds cannot express (OAuth, in one process):
 * `connect` gives a new connected client each time, for example from a new `MultiServerMCPClient` by `getClient`.
 */
export type OwnServer = { readonly connect: () => Promise<McpClient> };

export type McpServer = RemoteServer | LocalServer | OwnServer;
export type McpServers = { readonly [name: string]: McpServer };

export type ParsedServers =
  | { readonly kind: "servers"; readonly servers: { readonly [name: string]: RemoteServer | LocalServer } }
  | { readonly kind: "invalid"; readonly message: string; readonly remedy: string };

type Environment = { readonly [name: string]: string | undefined };

/**
 * Parses an `mcpServers` record and puts the environment's values into `${NAME}` of addresses, headers, arguments and
 * variables. A mistake and a missing variable are values that say what helps.
 */
export const parseMcpServers = (value: unknown, environment: Environment): ParsedServers => {
  const parsed = mcpServersSchema.safeParse(value);
  if (!parsed.success) {
    return {
      kind: "invalid",
      message: `mcpServers: ${z.prettifyError(parsed.error)}`,
      remedy: "Each server needs a url, or a command with args.",
    };
  }
  const missing = new Set<string>();
  const servers = Object.fromEntries(
    Object.entries(parsed.data).map(([name, server]) => [name, expandServer(server, { environment, missing })]),
  );
  if (missing.size > 0) {
    const names = [...missing].join(", ");
    return {
      kind: "invalid",
      message: `mcpServers uses ${names}, which the environment does not have.`,
      remedy: `Set ${names}, or remove it from mcpServers.`,
    };
  }
  const wrong = Object.entries(servers).find(([, server]) => "url" in server && urlMistake(server.url) !== undefined);
  if (wrong && "url" in wrong[1]) {
    return {
      kind: "invalid",
      message: `mcpServers: the url of “${wrong[0]}” ${urlMistake(wrong[1].url)}.`,
      remedy: "Write it like http://localhost:8080/mcp, and a login in headers.",
    };
  }
  return { kind: "servers", servers };
};

/** What is wrong with an address, or nothing. A login inside an address is refused by fetch. */
const urlMistake = (text: string): string | undefined => {
  if (!URL.canParse(text)) return "is not a URL";
  const { protocol, username, password } = new URL(text);
  if (protocol !== "http:" && protocol !== "https:") return "is not an http or https address";
  return username === "" && password === "" ? undefined : "holds a login";
};

type Expansion = { readonly environment: Environment; readonly missing: Set<string> };

const expandServer = (server: RemoteServer | LocalServer, expansion: Expansion): RemoteServer | LocalServer => {
  if ("url" in server) {
    const { url, headers } = server;
    return { ...server, url: expand(url, expansion), ...(headers ? { headers: expandAll(headers, expansion) } : {}) };
  }
  const { args, env } = server;
  return {
    ...server,
    ...(args ? { args: args.map((arg) => expand(arg, expansion)) } : {}),
    ...(env ? { env: expandAll(env, expansion) } : {}),
  };
};

const expandAll = (record: { readonly [key: string]: string }, expansion: Expansion) =>
  Object.fromEntries(Object.entries(record).map(([key, text]) => [key, expand(text, expansion)]));

const expand = (text: string, { environment, missing }: Expansion): string =>
  text.replace(/\$\{(\w+)\}/g, (_, name: string) => {
    const found = Object.hasOwn(environment, name) ? environment[name] : undefined;
    if (found === undefined) missing.add(name);
    return found ?? "";
  });
