import { CallToolResultSchema, ErrorCode, McpError, type Tool as McpTool } from "@modelcontextprotocol/sdk/types.js";
import type { Arguments, InvokeOptions, ToolOutput } from "../types.ts";
import { type ServerError, serverError } from "./causes.ts";
import { outputOf } from "./output.ts";
import type { McpServer } from "./servers.ts";
import { type Connection, openConnection } from "./transport.ts";

export type SessionOptions = {
  readonly name: string;
  readonly server: McpServer;
  readonly connectTimeoutMs: number;
  readonly callTimeoutMs: number;
  readonly onListChanged: () => void;
};

/** One server: a single connection that is opened when needed and opened anew when it was lost. */
export type ServerSession = {
  list(): Promise<
    | { readonly kind: "tools"; readonly tools: readonly McpTool[] }
    | { readonly kind: "error"; readonly error: ServerError }
  >;
  /** `repeatable`: the call only reads, so it may be sent again over a new connection. */
  call(call: { tool: string; args: Arguments; repeatable: boolean }, options: InvokeOptions): Promise<ToolOutput>;
  close(): Promise<void>;
};

/** Pages of a tool list that are read. */
const pageLimit = 100;

/** Texts by which a lost session shows. SDK 1.32.2, its servers, FastMCP and mcp-go. */
const lostSession =
  /\bHTTP 40[04]\b|status code \(40[04]\)|session (id )?not found|no (valid )?session|could not find session|invalid session|not connected|fetch failed|ECONN(REFUSED|RESET)|socket hang up|before initialization|connection closed|terminated|no sse connection/i;

export const createServerSession = (options: SessionOptions): ServerSession => {
  const { name, server, connectTimeoutMs, callTimeoutMs } = options;
  let opening: Promise<Connection> | undefined;
  let closed = false;
  let stderr: string[] = [];

  const connect = (): Promise<Connection> => {
    if (opening) return opening;
    stderr = [];
    const attempt: Promise<Connection> = openConnection({
      name,
      server,
      connectTimeoutMs,
      onListChanged: options.onListChanged,
      onLost: () => drop(attempt),
      stderr,
    });
    opening = attempt;
    attempt.catch(() => {
      if (opening === attempt) opening = undefined;
    });
    return attempt;
  };

  /** Forgets a connection; what is still waiting on it ends at once instead of at its time limit. */
  const drop = (attempt: Promise<Connection>): void => {
    if (opening === attempt) opening = undefined;
    attempt.then(
      (connection) => connection.close().catch(() => undefined),
      () => undefined,
    );
  };

  const list: ServerSession["list"] = async () => {
    for (let attempt = 0; ; attempt += 1) {
      const current = connect();
      try {
        const { client } = await current;
        return {
          kind: "tools",
          tools: await allPages((cursor) =>
            client.listTools(cursor === undefined ? {} : { cursor }, { timeout: connectTimeoutMs }),
          ),
        };
      } catch (error) {
        drop(current);
        if (
          attempt === 0 &&
          lostSession.test(messageOf(error)) &&
          !closed &&
          "url" in server &&
          !/ECONNREFUSED/.test(messageOf(error))
        )
          continue;
        return { kind: "error", error: serverError(name, server, { error, stderr }) };
      }
    }
  };

  /** Sends a call once. `lost`: the connection broke, so a call that only reads may be sent again. */
  const send = async (
    call: SentCall,
    signal: AbortSignal | undefined,
  ): Promise<{ output: ToolOutput; lost: boolean }> => {
    const current = connect();
    let connection: Connection;
    try {
      connection = await current;
    } catch (error) {
      const { message, remedy } = serverError(name, server, { error, stderr });
      return { output: { kind: "failure", reason: "unavailable", message: `${message} ${remedy}` }, lost: false };
    }
    try {
      const limits = { ...(signal ? { signal } : {}), timeout: call.timeoutMs };
      const result = await connection.client.callTool(
        { name: call.tool, arguments: { ...call.args } },
        undefined,
        limits,
      );
      return { output: outputOf(CallToolResultSchema.parse(result)), lost: false };
    } catch (error) {
      if (signal?.aborted) return { output: stopped, lost: false };
      const lost = await isLost(error, connection);
      if (lost) drop(current);
      return { output: failureOf(error, { name, lost, call }), lost };
    }
  };

  const call: ServerSession["call"] = async (wanted, { signal, timeoutMs = callTimeoutMs }) => {
    if (closed) return { kind: "failure", reason: "unavailable", message: `The connection to “${name}” is closed.` };
    if (signal?.aborted) return stopped;
    const sent = { ...wanted, timeoutMs };
    const first = await send(sent, signal);
    return first.lost && wanted.repeatable && !closed ? (await send(sent, signal)).output : first.output;
  };

  return {
    list,
    call,
    close: async () => {
      closed = true;
      const current = opening;
      opening = undefined;
      await current?.then((connection) => connection.close()).catch(() => undefined);
    },
  };
};

const allPages = async (
  page: (cursor: string | undefined) => Promise<{ tools: McpTool[]; nextCursor?: string | undefined }>,
): Promise<readonly McpTool[]> => {
  const tools: McpTool[] = [];
  let cursor: string | undefined;
  for (let count = 0; count < pageLimit; count += 1) {
    const found = await page(cursor);
    tools.push(...found.tools);
    cursor = found.nextCursor;
    if (cursor === undefined) break;
  }
  return tools;
};

const messageOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message} ${messageOf(error.cause)}`;
};

/** Some servers answer a forgotten session with “invalid params”: a ping tells that apart from a wrong argument. */
const isLost = async (error: unknown, { client }: Connection): Promise<boolean> => {
  if (error instanceof McpError && error.code === ErrorCode.ConnectionClosed) return true;
  if (error instanceof McpError && error.code === ErrorCode.InvalidParams) {
    return client.ping({ timeout: 2_000 }).then(
      () => false,
      () => true,
    );
  }
  if (error instanceof McpError && error.code === ErrorCode.RequestTimeout) return false;
  return lostSession.test(messageOf(error));
};

type SentCall = {
  readonly tool: string;
  readonly args: Arguments;
  readonly repeatable: boolean;
  readonly timeoutMs: number;
};

const stopped: ToolOutput = { kind: "failure", reason: "cancelled", message: "The call was stopped." };

type Failing = { readonly name: string; readonly lost: boolean; readonly call: SentCall };

const failureOf = (error: unknown, { name, lost, call: { repeatable, timeoutMs } }: Failing): ToolOutput => {
  const code = error instanceof McpError ? error.code : undefined;
  if (code === ErrorCode.RequestTimeout)
    return {
      kind: "failure",
      reason: "timeout",
      code,
      message: `“${name}” did not answer within ${Math.round(timeoutMs / 1_000)} s.`,
    };
  if (lost) {
    const doubt = repeatable ? "" : " It is not known whether the call took effect; look before you repeat it.";
    return {
      kind: "failure",
      reason: "unavailable",
      message: `The connection to “${name}” broke during the call.${doubt}`,
    };
  }
  // A JSON-RPC error is a server's third way to say that a tool failed: its text says why.
  if (code !== undefined)
    return { kind: "result", text: messageOf(error).replace(/^(MCP error -?\d+: )+/, ""), isError: true };
  return {
    kind: "failure",
    reason: "protocol",
    message: `“${name}” answered in a way that cannot be read: ${messageOf(error).slice(0, 200)}`,
  };
};
