import { SSEClientTransport } from "@modelcontextprotocol/sdk/client/sse.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import type { FetchLike, Transport } from "@modelcontextprotocol/sdk/shared/transport.js";
import { createHttpGuard } from "./http-guard.ts";
import type { LocalServer, RemoteServer } from "./servers.ts";

/** One way to a server, not yet started. */
export type Link = {
  readonly transport: Transport;
  /** Last lines that a child process wrote to stderr; empty for others. */
  stderr(): readonly string[];
  /** Ends it and waits until it has ended. May be called again. `goodbye`: tells the server, if it wants to know. */
  close(goodbye?: "goodbye"): Promise<void>;
};

export type LinkOptions = {
  readonly fetch: FetchLike;
  readonly sizeLimit: number;
  /** No further answer will come over this link. `flood`: because a message was larger than `sizeLimit`. */
  readonly onLost: (flood: boolean) => void;
};

/** Milliseconds that a server gets to take note that its session has ended. */
const farewellMs = 1_000;

/** Lines of a child's stderr that are kept, and characters of each. */
const stderrLines = 200;
const stderrWidth = 300;

/** The SDK's text when it gives up the stream on which a streamable server speaks on its own. */
const gaveUp = /^Maximum reconnection attempts/;

/** The SDK's text when a child's line is larger than it may be. */
const tooLong = /^ReadBuffer exceeded maximum size/;

export const createHttpLink = (url: string, server: RemoteServer, options: LinkOptions): Link => {
  const guard = createHttpGuard({ ...options, onFlood: () => options.onLost(true) });
  const transport = new StreamableHTTPClientTransport(new URL(url), {
    fetch: guard.fetch,
    requestInit: { headers: { ...server.headers } },
  });
  guard.watch(transport);
  transport.onerror = ({ message }) => {
    if (gaveUp.test(message)) options.onLost(false);
  };
  const farewell = async () => {
    const waiting = new Promise<void>((resolve) => setTimeout(resolve, farewellMs).unref());
    await Promise.race([transport.terminateSession().catch(() => undefined), waiting]);
  };
  return linkOf(transport, { farewell });
};

export const createSseLink = (url: string, server: RemoteServer, options: LinkOptions): Link => {
  const guard = createHttpGuard({ ...options, onFlood: () => options.onLost(true) });
  const transport = new SSEClientTransport(new URL(url), {
    fetch: guard.fetch,
    requestInit: { headers: { ...server.headers } },
  });
  transport.onerror = (error) => {
    if (isStreamError(error)) options.onLost(false);
  };
  return linkOf(transport);
};

/** The SDK's own event source would connect again by itself, to a new session that was never initialized. */
export const isStreamError = ({ message }: Error): boolean => message.startsWith("SSE error:");

export const createStdioLink = ({ command, args, env, cwd }: LocalServer, options: LinkOptions): Link => {
  const transport = new StdioClientTransport({
    command,
    args: [...(args ?? [])],
    stderr: "pipe",
    maxBufferSize: options.sizeLimit,
    ...(env ? { env: { ...env } } : {}),
    ...(cwd === undefined ? {} : { cwd }),
  });
  transport.onerror = ({ message }) => {
    if (tooLong.test(message)) options.onLost(true);
  };
  transport.onclose = () => options.onLost(false);
  return linkOf(transport, { stderr: keepLines(transport.stderr) });
};

type LinkParts = { readonly farewell?: () => Promise<void>; readonly stderr?: Link["stderr"] };

/** The SDK's client also closes a transport by itself, without waiting: whoever closes later waits for the same end. */
const linkOf = (transport: Transport, { farewell, stderr = () => [] }: LinkParts = {}): Link => {
  const end = transport.close.bind(transport);
  let ending: Promise<void> | undefined;
  transport.close = () => {
    ending ??= end();
    return ending;
  };
  return {
    transport,
    stderr,
    close: async (goodbye) => {
      if (goodbye) await farewell?.();
      await transport.close();
    },
  };
};

const keepLines = (stream: StdioClientTransport["stderr"]): (() => readonly string[]) => {
  let kept = "";
  stream?.on("data", (chunk: Buffer) => {
    kept = `${kept}${chunk.toString("utf8")}`.slice(-stderrLines * stderrWidth);
  });
  return () =>
    kept
      .split("\n")
      .map((line) => printable(line).slice(0, stderrWidth))
      .filter((line) => line !== "")
      .slice(-stderrLines);
};

/** Escape sequences and control characters of a child are not a person's business. */
const printable = (line: string): string =>
  line
    .replace(/\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)?|.)/g, "")
    .replace(/[\x00-\x1f\x7f-\x9f]/g, "")
    .trim();
