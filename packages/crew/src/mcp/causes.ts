import type { Fault, ServerCause } from "../types.ts";
import type { McpServer } from "./servers.ts";

/** Why a server could not be reached. `message` is for logs and models; whoever talks to people has words for `code`. */
export type ServerError = Fault & { readonly message: string };

/** What an error and its causes tell: an HTTP status, the codes of Node and undici, all texts. */
type Facts = { readonly status: number | undefined; readonly codes: readonly string[]; readonly text: string };

export type Cause = {
  readonly code: ServerCause;
  /** What an error that no row knows says of itself. */
  readonly detail: string;
  /** Whether a call that met this error surely never ran. */
  readonly neverRan: boolean;
};

/** A row fits if any of its `statuses`, `codes` or `texts` does. */
type Row = Pick<Cause, "code"> & {
  readonly statuses?: readonly number[];
  readonly codes?: readonly string[];
  readonly texts?: RegExp;
  readonly neverRan?: true;
};

/** First row that fits. Texts and codes are those of Node 20, undici and the MCP SDK 1.32.2, all seen. */
const rows: readonly Row[] = [
  {
    code: "unauthorized",
    statuses: [401],
    neverRan: true,
  },
  {
    code: "forbidden",
    statuses: [403],
    neverRan: true,
  },
  {
    code: "not_found",
    statuses: [404, 405, 410],
    neverRan: true,
  },
  {
    code: "redirect",
    statuses: [301, 302, 303, 307, 308],
    neverRan: true,
  },
  {
    code: "busy",
    statuses: [429],
    neverRan: true,
  },
  {
    code: "bad_request",
    statuses: [400, 406, 415, 422],
    neverRan: true,
  },
  {
    code: "server_error",
    statuses: [500, 501, 502, 503, 504],
  },
  { code: "refused", codes: ["ECONNREFUSED"], neverRan: true },
  {
    code: "dns",
    codes: ["ENOTFOUND", "EAI_AGAIN"],
    texts: /ENOTFOUND|EAI_AGAIN/,
    neverRan: true,
  },
  { code: "refused", texts: /ECONNREFUSED/, neverRan: true },
  {
    code: "certificate",
    codes: ["DEPTH_ZERO_SELF_SIGNED_CERT", "SELF_SIGNED_CERT_IN_CHAIN", "UNABLE_TO_VERIFY_LEAF_SIGNATURE"],
    texts: /certificate|\bCERT_/i,
    neverRan: true,
  },
  {
    code: "timeout",
    codes: ["UND_ERR_CONNECT_TIMEOUT", "UND_ERR_HEADERS_TIMEOUT", "ETIMEDOUT"],
    texts: /timed? ?out|TimeoutError/i,
  },
  {
    code: "command_missing",
    codes: ["ENOENT"],
    neverRan: true,
  },
  {
    code: "not_executable",
    codes: ["EACCES", "EPERM"],
    neverRan: true,
  },
  {
    code: "not_mcp",
    texts: /content type|is not valid json|unexpected token|unexpected end of json|endpoint origin does not match/i,
  },
  {
    code: "exited",
    texts: /connection closed/i,
  },
  {
    code: "unreachable",
    codes: ["ECONNRESET", "EHOSTUNREACH", "ENETUNREACH", "EPIPE", "UND_ERR_SOCKET"],
    texts: /fetch failed|terminated|socket hang up|other side closed|not connected/i,
  },
];

/** Never throws; an error that no row knows gives its own first line. */
export const causeOf = (error: unknown): Cause => {
  const facts = factsOf(error);
  const row = rows.find((candidate) => fits(candidate, facts));
  if (row) return { code: row.code, detail: "", neverRan: row.neverRan ?? false };
  const detail = facts.status === undefined ? (facts.text.split("\n")[0]?.slice(0, 200) ?? "") : `HTTP ${facts.status}`;
  return { code: "failed", detail, neverRan: false };
};

/** How a program that ends says why, before it prints its usage or a stack: Go, Node, Python, klog. */
const errorLine = /^(\w*(error|exception)|fatal|panic)\b.*:|^[EF]\d{4} /i;

export const serverError = ({
  name,
  server,
  cause,
  stderr = [],
}: {
  readonly name: string;
  readonly server: McpServer;
  readonly cause: Cause;
  readonly stderr?: readonly string[];
}): ServerError => {
  const place = placeOf(server);
  const line = stderr.findLast((each) => errorLine.test(each)) ?? stderr.at(-1);
  const detail = [cause.detail, line ?? ""].filter((part) => part !== "").join(": ");
  const said = detail === "" ? "" : ` (${detail})`;
  return {
    code: cause.code,
    server: name,
    place,
    isLocal: "command" in server,
    detail,
    effect: "none",
    message: `MCP server “${name}”${place === "" ? "" : ` at ${place}`}: ${cause.code}${said}`,
  };
};

/** The HTTP status of a transport's error, if it has one. */
export const statusOf = (error: unknown): number | undefined => factsOf(error).status;

const fits = ({ statuses, codes, texts }: Row, facts: Facts): boolean =>
  (facts.status !== undefined && (statuses?.includes(facts.status) ?? false)) ||
  (codes?.some((code) => facts.codes.includes(code)) ?? false) ||
  (facts.status === undefined && (texts?.test(facts.text) ?? false));

/** Without a login or a query: those hold secrets. What is no address of the web is told as it was written. */
const placeOf = (server: McpServer): string => {
  if ("connect" in server) return "";
  if ("command" in server) return server.command;
  const { origin, pathname } = URL.canParse(server.url) ? new URL(server.url) : { origin: "null", pathname: "" };
  if (origin !== "null") return `${origin}${pathname}`;
  return server.url.replace(/[?#].*$/s, "").replace(/^(\w+:\/\/)?.*@/s, "$1");
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
