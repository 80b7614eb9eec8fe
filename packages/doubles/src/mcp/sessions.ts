import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { SSEServerTransport } from "@modelcontextprotocol/sdk/server/sse.js";
import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
import { writeStatus } from "./wire-faults.ts";

/** A session: the SDK's server, the way in for a message, and the way out for bytes of our own making. */
export type Session = {
  readonly id: string;
  readonly server: Server;
  receive(exchange: Exchange): Promise<void>;
  /** The stream on which this session's answers go out, when there is one for all. */
  readonly stream: ServerResponse | undefined;
};

export type Exchange = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly body?: unknown;
};

export type Sessions = {
  /** The session that a request belongs to; opens one for the request that starts one. Answers what belongs to none. */
  find(exchange: Exchange): Promise<Session | undefined>;
  all(): readonly Session[];
  forget(): void;
};

export const createHttpSessions = (createServer: () => Server, json: boolean): Sessions => {
  const sessions = new Map<string, Session>();
  const open = async (): Promise<Session> => {
    const id = randomUUID();
    const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: () => id, enableJsonResponse: json });
    const server = createServer();
    await server.connect(transport);
    const receive = ({ request, response, body }: Exchange) => transport.handleRequest(request, response, body);
    const session: Session = { id, server, receive, stream: undefined };
    sessions.set(id, session);
    return session;
  };
  return {
    find: async ({ request, response }) => {
      const id = request.headers["mcp-session-id"];
      if (id === undefined && request.method === "POST") return open();
      const session = typeof id === "string" ? sessions.get(id) : undefined;
      if (!session) writeStatus(response, id === undefined ? 400 : 404);
      return session;
    },
    all: () => [...sessions.values()],
    forget: () => sessions.clear(),
  };
};

export const createSseSessions = (createServer: () => Server): Sessions => {
  const sessions = new Map<string, Session>();
  const open = async ({ response }: Exchange): Promise<void> => {
    const transport = new SSEServerTransport("/messages", response);
    const server = createServer();
    await server.connect(transport);
    const id = transport.sessionId;
    const receive = ({ request, response: reply, body }: Exchange) => transport.handlePostMessage(request, reply, body);
    sessions.set(id, { id, server, receive, stream: response });
    response.on("close", () => sessions.delete(id));
  };
  return {
    find: async (exchange) => {
      const { request, response } = exchange;
      const address = new URL(request.url ?? "/", "http://double");
      if (address.pathname === "/sse" && request.method === "GET") {
        await open(exchange);
        return undefined;
      }
      const session = sessions.get(address.searchParams.get("sessionId") ?? "");
      if (!session) writeStatus(response, 404);
      return session;
    },
    all: () => [...sessions.values()],
    forget: () => sessions.clear(),
  };
};
