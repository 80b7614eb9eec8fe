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
  | {
      readonly kind: "invalid";
      readonly code: ServersMistake;
      /** What it is about: the variables, the server, or where the record is not as it should be. */
      readonly detail: string;
    };

/** What may be wrong with an `mcpServers` record. */
export type ServersMistake = "shape" | "variable_missing" | UrlMistake;

/** What may be wrong with an address. */
export type UrlMistake = "not_a_url" | "not_http" | "login_in_url";

type Environment = { readonly [name: string]: string | undefined };

/**
 * Parses an `mcpServers` record and puts the environment's values into `${NAME}` of addresses, headers, arguments and
 * variables. A mistake and a missing variable are values that say what helps.
 */
export const parseMcpServers = (value: unknown, environment: Environment): ParsedServers => {
  const parsed = mcpServersSchema.safeParse(value);
  if (!parsed.success) return { kind: "invalid", code: "shape", detail: placesOf(parsed.error) };
  const missing = new Set<string>();
  const servers = Object.fromEntries(
    Object.entries(parsed.data).map(([name, server]) => [name, expandServer(server, { environment, missing })]),
  );
  if (missing.size > 0) return { kind: "invalid", code: "variable_missing", detail: [...missing].join(", ") };
  for (const [name, server] of Object.entries(servers)) {
    const code = "url" in server ? urlMistake(server.url) : undefined;
    if (code !== undefined) return { kind: "invalid", code, detail: name };
  }
  return { kind: "servers", servers };
};

/** The servers and keys that do not fit; the record itself where it is none. */
const placesOf = ({ issues }: z.ZodError): string =>
  [...new Set(issues.map(({ path }) => ["mcpServers", ...path].map(String).join(".")))].join(", ");

/** What is wrong with an address, or nothing. A login inside an address is refused by fetch. */
export const urlMistake = (text: string): UrlMistake | undefined => {
  if (!URL.canParse(text)) return "not_a_url";
  const { protocol, username, password } = new URL(text);
  if (protocol !== "http:" && protocol !== "https:") return "not_http";
  return username === "" && password === "" ? undefined : "login_in_url";
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
