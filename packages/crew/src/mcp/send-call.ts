import { z } from "zod";
import { type Limit, withOwnSignal } from "../limits.ts";
import type { Arguments, ToolOutput } from "../types.ts";
import {
  type CallFacts,
  lostOutput,
  protocolOutput,
  refusedOutput,
  stoppedOutput,
  tooBigOutput,
} from "./call-failures.ts";
import { causeOf, statusOf } from "./causes.ts";
import { callResultSchema, type McpClient, rpcCode } from "./client.ts";
import { outputOf } from "./content.ts";

/** `lost`: the connection broke, so that a call that only reads may be sent again over a new one. */
export type Sent = { readonly output: ToolOutput; readonly lost: boolean };

export type SentCall = CallFacts & { readonly tool: string; readonly args: Arguments; readonly limit: Limit };

/** JSON-RPC's and the SDK's numbers. */
const codes = { connectionClosed: -32000, invalidParams: -32602 } as const;

/** Milliseconds for a ping that tells a forgotten session from a wrong argument. */
const pingMs = 2_000;

/** More than the caller's own limit, which ends the call first: the SDK must have some limit. */
const slackMs = 5_000;

/** Causes after which the same connection has no future. A 404 is how a server says that it has forgotten a session. */
const broken = new Set(["refused", "unreachable", "not_found", "exited", "dns"]);
const gatewayStatuses = new Set([502, 503, 504]);
const sessionText = /session|initiali[sz]/i;

/** Sends a call once. Never throws. */
export const sendCall = async (client: McpClient, call: SentCall): Promise<Sent> => {
  const { tool, args, limit, timeoutMs } = call;
  const request = { method: "tools/call" as const, params: { name: tool, arguments: { ...args } } };
  try {
    const result = await client.request(request, callResultSchema, {
      signal: limit.signal,
      timeout: timeoutMs + slackMs,
    });
    return { output: outputOf(result, call), lost: false };
  } catch (error) {
    if (limit.signal.aborted) return { output: stoppedOutput(call, limit.stop() ?? "closed", true), lost: false };
    if (lostBecauseTooBig(error)) return { output: tooBigOutput(call), lost: false };
    if (await isLost(error, client))
      return { output: lostOutput(call, causeOf(error).neverRan ? "unsent" : "sent"), lost: true };
    return { output: ownFailure(call, error), lost: false };
  }
};

/** Whether a connection still has its session. A server that is too busy to answer in time, or has no ping, counts as alive. */
export const isAlive = (client: McpClient, signal: AbortSignal): Promise<boolean> =>
  withOwnSignal(signal, (own) => client.ping({ timeout: pingMs, signal: own })).then(
    () => true,
    (error: unknown) => !breaksConnection(error),
  );

const isLost = async (error: unknown, client: McpClient): Promise<boolean> => {
  if (breaksConnection(error)) return true;
  // FastMCP answers a session that it has forgotten with “invalid request parameters” (python-sdk #423).
  if (rpcCode(error) !== codes.invalidParams) return false;
  return client.ping({ timeout: pingMs }).then(
    () => false,
    () => true,
  );
};

const breaksConnection = (error: unknown): boolean => {
  const text = error instanceof Error ? error.message : "";
  if (rpcCode(error) !== undefined)
    return rpcCode(error) === codes.connectionClosed && /connection closed$/i.test(text);
  const status = statusOf(error);
  if (status === 400) return sessionText.test(text);
  return (status !== undefined && gatewayStatuses.has(status)) || broken.has(causeOf(error).code);
};

const lostAnswer = z.object({ data: z.object({ cause: z.literal("too_big") }) });
const lostBecauseTooBig = (error: unknown): boolean => lostAnswer.safeParse(error).success;

const ownFailure = (call: SentCall, error: unknown): ToolOutput => {
  // A JSON-RPC error is a server's third way to say that a tool failed, next to `isError` and a text: it says why.
  if (rpcCode(error) !== undefined && error instanceof Error)
    return { kind: "result", text: error.message.replace(/^(MCP error -?\d+: )+/, ""), isError: true };
  if (statusOf(error) !== undefined) return refusedOutput(call, causeOf(error));
  return protocolOutput(call, error);
};
