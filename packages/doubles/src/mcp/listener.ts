import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** An HTTP server that can be killed like a process, and start again on the same port. */
export type Listener = {
  port(): number;
  openSockets(): number;
  start(): Promise<void>;
  /** Cuts every socket. */
  kill(): Promise<void>;
};

/** Clients are told; fetch then closes an idle socket a second earlier, so that tests soon see what is really left. */
const keepAliveMs = 1_500;

export const createListener = (
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Listener => {
  const sockets = new Set<Socket>();
  let running: Server | undefined;
  let port = 0;
  return {
    port: () => port,
    openSockets: () => sockets.size,
    start: async () => {
      const server = createServer((request, response) => {
        handle(request, response).catch(() => response.destroy());
      });
      server.keepAliveTimeout = keepAliveMs;
      server.on("connection", (socket) => {
        sockets.add(socket);
        socket.on("close", () => sockets.delete(socket));
      });
      await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
      const address = server.address();
      if (typeof address === "object" && address !== null) port = address.port;
      running = server;
    },
    kill: async () => {
      const server = running;
      running = undefined;
      if (!server) return;
      const ended = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await ended;
    },
  };
};
