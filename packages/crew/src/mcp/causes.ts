import type { McpServer } from "./servers.ts";

/** Why a server could not be reached, in one sentence, and what helps. */
export type ServerError = { readonly code: string; readonly message: string; readonly remedy: string };

/** What an error and its causes tell: an HTTP status, the codes of Node and undici, all texts. */
type Facts = { readonly status: number | undefined; readonly codes: readonly string[]; readonly text: string };

export type Cause = {
  readonly code: string;
  readonly what: string;
  readonly remedy: string;
  /** Whether a call that met this error surely never ran. */
  readonly neverRan: boolean;
};

/** A row fits if any of its `statuses`, `codes` or `texts` does. */
type Row = Omit<Cause, "neverRan"> & {
  readonly statuses?: readonly number[];
  readonly codes?: readonly string[];
  readonly texts?: RegExp;
  readonly neverRan?: true;
};

const startIt = "Start the server, or correct its address.";
const usualPaths = "Correct the address: usually it ends in /mcp or /sse.";

/** First row that fits. Texts and codes are those of Node 20, undici and the MCP SDK 1.32.2, all seen. */
const rows: readonly Row[] = [
  {
    code: "unauthorized",
    statuses: [401],
    what: "it asks for a login (401)",
    remedy: "Set its headers in mcpServers, for example Authorization.",
    neverRan: true,
  },
  {
    code: "forbidden",
    statuses: [403],
    what: "it refuses access (403)",
    remedy: "Check the headers in mcpServers and your permissions.",
    neverRan: true,
  },
  {
    code: "not_found",
    statuses: [404, 405, 410],
    what: "there is no MCP server at this path",
    remedy: usualPaths,
    neverRan: true,
  },
  {
    code: "redirect",
    statuses: [301, 302, 303, 307, 308],
    what: "it points to another address, which is not followed",
    remedy: "Set the address that it points to, if you trust it.",
    neverRan: true,
  },
  {
    code: "busy",
    statuses: [429],
    what: "it has too many requests (429)",
    remedy: "Wait a moment and try again.",
    neverRan: true,
  },
  {
    code: "bad_request",
    statuses: [400, 406, 415, 422],
    what: "it does not understand the Model Context Protocol at this path",
    remedy: usualPaths,
    neverRan: true,
  },
  {
    code: "server_error",
    statuses: [500, 501, 502, 503, 504],
    what: "it has an error of its own",
    remedy: "Look into its log, or try again later.",
  },
  { code: "refused", codes: ["ECONNREFUSED"], what: "nothing listens there", remedy: startIt, neverRan: true },
  {
    code: "dns",
    codes: ["ENOTFOUND", "EAI_AGAIN"],
    texts: /ENOTFOUND|EAI_AGAIN/,
    what: "its host name is unknown",
    remedy: "Correct the host name, or check your network.",
    neverRan: true,
  },
  { code: "refused", texts: /ECONNREFUSED/, what: "nothing listens there", remedy: startIt, neverRan: true },
  {
    code: "certificate",
    codes: ["DEPTH_ZERO_SELF_SIGNED_CERT", "SELF_SIGNED_CERT_IN_CHAIN", "UNABLE_TO_VERIFY_LEAF_SIGNATURE"],
    texts: /certificate|\bCERT_/i,
    what: "its certificate is not trusted",
    remedy: "Set NODE_EXTRA_CA_CERTS in your shell to the authority's file.",
    neverRan: true,
  },
  {
    code: "timeout",
    codes: ["UND_ERR_CONNECT_TIMEOUT", "UND_ERR_HEADERS_TIMEOUT", "ETIMEDOUT"],
    texts: /timed? ?out|TimeoutError/i,
    what: "it did not answer in time",
    remedy: "Check that it is healthy, or try again.",
  },
  {
    code: "command_missing",
    codes: ["ENOENT"],
    what: "its command or its working directory does not exist",
    remedy: "Install it, or correct the command.",
    neverRan: true,
  },
  {
    code: "not_executable",
    codes: ["EACCES", "EPERM"],
    what: "its command may not be run",
    remedy: "Make it executable, or correct the command.",
    neverRan: true,
  },
  {
    code: "not_mcp",
    texts: /content type|is not valid json|unexpected token|unexpected end of json|endpoint origin does not match/i,
    what: "what answers there is no MCP server",
    remedy: usualPaths,
  },
  {
    code: "exited",
    texts: /connection closed/i,
    what: "it ended the connection at once",
    remedy: "Look into its log, or try again.",
  },
  {
    code: "unreachable",
    codes: ["ECONNRESET", "EHOSTUNREACH", "ENETUNREACH", "EPIPE", "UND_ERR_SOCKET"],
    texts: /fetch failed|terminated|socket hang up|other side closed|not connected/i,
    what: "the connection to it breaks",
    remedy: startIt,
  },
];

/** For a child process some remedies read differently. */
const localRemedies: { readonly [code: string]: string } = {
  exited: "Run its command by hand to see why.",
  timeout:
    "Run its command by hand to see what it waits for: a credential plugin may be waiting for a browser, a package may be loading.",
};

const unknownCause = "Check its address and that it runs.";

/** Never throws; an error that no row knows gives its own first line. */
export const causeOf = (error: unknown): Cause => {
  const facts = factsOf(error);
  const row = rows.find((candidate) => fits(candidate, facts));
  if (row) return { neverRan: false, ...row };
  const what =
    facts.status === undefined
      ? (facts.text.split("\n")[0]?.slice(0, 200) ?? "")
      : `it answers with HTTP status ${facts.status}`;
  return { code: "failed", what, remedy: unknownCause, neverRan: false };
};

/** How a program that ends says why, before it prints its usage or a stack: Go, Node, Python, klog. */
const errorLine = /^(\w*(error|exception)|fatal|panic)\b.*:|^[EF]\d{4} /i;

export const serverError = ({
  name,
  server,
  cause: { code, what, remedy },
  stderr = [],
}: {
  readonly name: string;
  readonly server: McpServer;
  readonly cause: Cause;
  readonly stderr?: readonly string[];
}): ServerError => {
  const place = placeOf(server);
  const line = stderr.findLast((each) => errorLine.test(each)) ?? stderr.at(-1);
  const said = line === undefined ? "" : ` It said: ${line}`;
  return {
    code,
    message: `MCP server “${name}”${place === "" ? "" : ` (${place})`}: ${what}.${said}`,
    remedy: "command" in server ? (localRemedies[code] ?? remedy) : remedy,
  };
};

/** The HTTP status of a transport's error, if it has one. */
export const statusOf = (error: unknown): number | undefined => factsOf(error).status;

const fits = ({ statuses, codes, texts }: Row, facts: Facts): boolean =>
  (facts.status !== undefined && (statuses?.includes(facts.status) ?? false)) ||
  (codes?.some((code) => facts.codes.includes(code)) ?? false) ||
  (facts.status === undefined && (texts?.test(facts.text) ?? false));

/** Without a login or a query: those hold secrets. */
const placeOf = (server: McpServer): string => {
  if ("connect" in server) return "";
  if ("command" in server) return server.command;
  if (!URL.canParse(server.url)) return server.url;
  const { origin, pathname } = new URL(server.url);
  return `${origin}${pathname}`;
};

/** The SDK gives the status as `code` or in the text; fetch hides its reason in `cause`, several of them in `errors`. */
const factsOf = (error: unknown): Facts => {
  const chain = chainOf(error);
  const codes = chain.flatMap((link) => ("code" in link && typeof link.code === "string" ? [link.code] : []));
  const numbers = chain.flatMap((link) => ("code" in link && typeof link.code === "number" ? [link.code] : []));
  const text =
    error instanceof Error ? chain.map(({ name, message }) => `${name}: ${message}`).join(" ") : String(error);
  const written = /\(HTTP (\d{3})\)/.exec(text)?.[1];
  const status = numbers.find((code) => code >= 300 && code <= 599) ?? (written ? Number(written) : undefined);
  return { status, codes, text };
};

const chainOf = (error: unknown): readonly Error[] => {
  if (!(error instanceof Error)) return [];
  const inner = error instanceof AggregateError ? error.errors : [error.cause];
  return [error, ...inner.flatMap(chainOf)];
};
