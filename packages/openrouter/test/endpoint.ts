import { createServer, type ServerResponse } from "node:http";

export type Body = { readonly [field: string]: unknown };

export type Endpoint = { readonly baseUrl: string; readonly bodies: readonly Body[]; close(): Promise<void> };

/** A small OpenAI-compatible endpoint: answers each request as it is told, and keeps what it was sent. */
export async function startEndpoint(answer: (body: Body, reply: ServerResponse) => void): Promise<Endpoint> {
  const bodies: Body[] = [];
  const server = createServer(async (request, reply) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece);
    const body: Body = JSON.parse(Buffer.concat(pieces).toString());
    bodies.push(body);
    answer(body, reply);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    bodies,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

export function refuse(reply: ServerResponse, error: unknown, status = 400): void {
  reply.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(error));
}

/** One answer, in one piece or, when the request is for a stream, in as many as there are. */
export function send(reply: ServerResponse, body: Body, messages: readonly object[], finishReason = "stop"): void {
  const frame = { id: "1", model: body.model, created: 1 };
  if (body.stream !== true) {
    const message = Object.assign({ role: "assistant" }, ...messages);
    const choices = [{ index: 0, finish_reason: finishReason, message }];
    reply.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ ...frame, choices }));
    return;
  }
  reply.writeHead(200, { "content-type": "text/event-stream" });
  for (const delta of messages)
    reply.write(`data: ${JSON.stringify({ ...frame, choices: [{ index: 0, delta }] })}\n\n`);
  const last = { ...frame, choices: [{ index: 0, delta: {}, finish_reason: finishReason }] };
  reply.end(`data: ${JSON.stringify(last)}\n\ndata: [DONE]\n\n`);
}
