import type { ServerResponse } from "node:http";
import type { StartFault } from "./types.ts";

/** Answers that no protocol server would give: written by hand. */

const page = "<!doctype html><html><body><h1>Sign in</h1></body></html>";

export const writeHtml = (response: ServerResponse): void => {
  response.writeHead(200, { "content-type": "text/html" }).end(page);
};

export const writeStatus = (response: ServerResponse, status: number): void => {
  response.writeHead(status, { "content-type": "text/plain" }).end(`status ${status}`);
};

export const writeStartFault = (response: ServerResponse, fault: StartFault): void => {
  if (fault === "html") writeHtml(response);
  else if (fault === "silent") response.writeHead(200, { "content-type": "text/event-stream" }).write(": open\n\n");
  else if ("redirect" in fault) response.writeHead(307, { location: fault.redirect }).end();
  else writeStatus(response, fault.status);
};

/** An event of a stream, as both transports write it. */
export const event = (data: string): string => `event: message\ndata: ${data}\n\n`;

export const answerText = (id: unknown, text: string): string =>
  JSON.stringify({ jsonrpc: "2.0", id, result: { content: [{ type: "text", text }] } });

export const streamHeaders = { "content-type": "text/event-stream", "cache-control": "no-cache" } as const;
