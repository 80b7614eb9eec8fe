import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { z } from "zod";
import { misbehave } from "./call-faults.ts";
import { createListener } from "./listener.ts";
import { createProtocolServer, type DoubleState } from "./protocol-server.ts";
import { createHttpSessions, createSseSessions, type Session } from "./sessions.ts";
import type { CallFault, FaultyMcpOptions, FaultyMcpServer, ReceivedCall, ReceivedMessage } from "./types.ts";
import { writeStartFault, writeStatus } from "./wire-faults.ts";

const messageSchema = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  method: z.string(),
  params: z.record(z.string(), z.unknown()).default({}),
});

type Message = z.infer<typeof messageSchema>;

const callSchema = z.object({ name: z.string(), arguments: z.record(z.string(), z.unknown()).default({}) });

/** An MCP server on real HTTP, that does what it is told to do wrong, and remembers what it was sent. */
export const startFaultyMcpServer = async (options: FaultyMcpOptions): Promise<FaultyMcpServer> => {
  const { transport, tools = [{ name: "echo" }], faults = {}, pageSize = Number.MAX_SAFE_INTEGER } = options;
  const state: DoubleState = { tools, faults, pageSize };
  const received: ReceivedMessage[] = [];
  const calls: ReceivedCall[] = [];
  const requests: string[] = [];
  const underWay = new Map<string, CallFault>();

  const newSessions = () => {
    const createServer = () => createProtocolServer(state, (call) => underWay.get(call));
    return transport === "http"
      ? createHttpSessions(createServer, options.json ?? false)
      : createSseSessions(createServer);
  };
  let sessions = newSessions();

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = new URL(request.url ?? "/", "http://double").pathname;
    const place = `${request.method} ${path}`;
    requests.push(place);
    if (!places[transport].includes(place)) return writeStatus(response, 404);
    if (options.login !== undefined && request.headers.authorization !== options.login)
      return writeStatus(response, 401);
    if (state.faults.start) return writeStartFault(response, state.faults.start);
    const body: unknown = request.method === "POST" ? JSON.parse(await text(request)) : undefined;
    const exchange = { request, response, body };
    const session = await sessions.find(exchange);
    if (!session) return;
    const message = messageSchema.safeParse(body).data;
    const fault = message ? note(message, session) : undefined;
    const trouble = { exchange, session, id: message?.id, die };
    if (fault === undefined || (await misbehave(fault, trouble)) === "as usual") await session.receive(exchange);
  };

  /** Writes a message down; gives the fault that it shall meet. */
  const note = ({ id, method, params }: Message, session: Session): CallFault | undefined => {
    received.push({ method, params, session: session.id });
    if (method !== "tools/call") return undefined;
    const { name, arguments: args } = callSchema.parse(params);
    const call = { tool: name, args, session: session.id };
    calls.push(call);
    const fault = typeof state.faults.call === "function" ? state.faults.call(call, calls.length) : state.faults.call;
    if (fault !== undefined) underWay.set(`${session.id} ${id}`, fault);
    return fault;
  };

  const listener = createListener(handle);
  const start = async () => {
    sessions = newSessions();
    await listener.start();
  };
  const die = async (restart: boolean) => {
    await listener.kill();
    if (restart) await start();
  };

  await start();
  return {
    url: `http://127.0.0.1:${listener.port()}${transport === "http" ? "/mcp" : "/sse"}`,
    port: listener.port(),
    calls: () => calls,
    messages: () => received,
    requests: () => requests,
    openSockets: listener.openSockets,
    setFaults: (next) => {
      state.faults = next;
    },
    setTools: async (next, announce) => {
      state.tools = next;
      if (announce) await Promise.all(sessions.all().map(({ server }) => server.sendToolListChanged()));
    },
    kill: listener.kill,
    start,
    close: listener.kill,
  };
};

/** Where each transport answers; everywhere else is a 404, as at real servers. */
const places: { readonly [transport in FaultyMcpOptions["transport"]]: readonly string[] } = {
  http: ["POST /mcp", "GET /mcp", "DELETE /mcp"],
  sse: ["GET /sse", "POST /messages"],
};
