import { untilAborted } from "../abort.ts";
import { type Limit, withLimit } from "../limits.ts";
import type { Arguments, InvokeOptions, ToolOutput } from "../types.ts";
import {
  type CallFacts,
  changedOutput,
  lostOutput,
  stoppedOutput,
  tooBigOutput,
  unreachableOutput,
} from "./call-failures.ts";
import type { ListedTool } from "./client.ts";
import { isAlive, sendCall } from "./send-call.ts";
import {
  type ConnectionOptions,
  createServerConnection,
  type ServerConnection,
  type ServerState,
} from "./server-connection.ts";

export type SessionOptions = ConnectionOptions & { readonly callTimeoutMs: number };

/** `repeatable`: the call only reads, so it may be sent again over a new connection. */
export type SessionCall = { readonly tool: ListedTool; readonly args: Arguments; readonly repeatable: boolean };

/** One server: its tools, and calls that survive a restart of it. */
export type ServerSession = {
  state(): ServerState;
  /** Lists again, over a new connection if need be. */
  refresh(): Promise<void>;
  /** Opens a connection that was lost. */
  revive(signal: AbortSignal): Promise<void>;
  /** Over another connection, and to another process if the server is one of ours. */
  restart(): Promise<void>;
  call(call: SessionCall, options: InvokeOptions): Promise<ToolOutput>;
  close(): Promise<void>;
};

export const createServerSession = (options: SessionOptions): ServerSession => {
  const { name, callTimeoutMs, sizeLimit } = options;
  const connection = createServerConnection(options);
  return {
    state: connection.state,
    refresh: connection.refresh,
    revive: connection.revive,
    restart: connection.restart,
    call: (wanted, { signal, timeoutMs = callTimeoutMs }) =>
      withLimit({ signal, life: connection.life, timeoutMs }, async (limit) => {
        const facts = { server: name, repeatable: wanted.repeatable, timeoutMs, sizeLimit };
        const first = await attempt(connection, wanted, { facts, limit, broken: false });
        return first.again ? (await attempt(connection, wanted, { facts, limit, broken: true })).output : first.output;
      }),
    close: connection.close,
  };
};

/** `again`: the connection broke, and sending once more over a new one cannot run the call twice. */
type Attempt = { readonly output: ToolOutput; readonly again: boolean };

type Circumstances = {
  readonly facts: CallFacts;
  readonly limit: Limit;
  /** The attempt before found the connection broken. */
  readonly broken: boolean;
};

const attempt = async (
  connection: ServerConnection,
  { tool, args, repeatable }: SessionCall,
  { facts, limit, broken }: Circumstances,
): Promise<Attempt> => {
  const final = (output: ToolOutput): Attempt => ({ output, again: false });
  const opening = broken ? connection.reconnect(limit.signal) : connection.connect();
  const opened = await untilAborted(opening, limit.signal).catch(() => undefined);
  if (!opened) return final(stoppedOutput(facts, limit.stop() ?? "closed", false));
  if (opened.kind === "failed") return final(unreachableOutput(facts, opened.error));
  if (!isListed(tool, connection.state().tools)) return final(changedOutput(facts, tool.name));
  const { server } = opened;
  // What must not be sent twice is sent only over a connection that is new or was seen alive just before.
  if (!repeatable && !broken && !(await isAlive(server.client, limit.signal))) {
    connection.drop(server);
    return { output: lostOutput(facts, "unsent"), again: true };
  }
  if (limit.signal.aborted) return final(stoppedOutput(facts, limit.stop() ?? "closed", false));
  const { output, lost } = await sendCall(server.client, { ...facts, tool: tool.name, args, limit });
  if (lost) connection.drop(server);
  if (output.kind === "result") return final(output);
  if (connection.wasFlooded(server)) return final(tooBigOutput(facts));
  return { output, again: lost && repeatable };
};

const isListed = (tool: ListedTool, tools: readonly ListedTool[]): boolean =>
  tools.some(({ name, fingerprint }) => name === tool.name && fingerprint === tool.fingerprint);
