import type { ServerResponse } from "node:http";
import { setTimeout } from "node:timers/promises";
import { type Answer, completionBody, type Frame } from "./answer.ts";
import type { Fault } from "./fault.ts";
import { openRouterFaults } from "./faults.ts";
import { type StreamPiece, streamOf } from "./stream.ts";
import type { JsonObject } from "./types.ts";

const padding = "\n         \n         \n";

export type JsonReply = {
  readonly status: number;
  readonly body: JsonObject | string;
  readonly headers?: { readonly [name: string]: string } | undefined;
};

export function sendJson(response: ServerResponse, { status, body, headers }: JsonReply): void {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(text);
}

export type Way = { readonly frame: Frame; readonly stream: boolean };

/** An answer as the client asked for it: in one piece, after blank lines that keep the connection open, or as a stream. */
export async function sendAnswer(response: ServerResponse, answer: Answer, { frame, stream }: Way): Promise<void> {
  if (stream) return sendPieces(response, { pieces: streamOf(answer, frame), end: "close" }, frame);
  const json = JSON.stringify(completionBody(answer, frame));
  const body = frame.state.padding ? padding + json : json;
  return sendJson(response, { status: 200, body, headers: { "x-generation-id": frame.id } });
}

export async function sendFault(response: ServerResponse, fault: Fault, way: Way): Promise<void> {
  switch (fault.kind) {
    case "hang":
      return;
    case "reset":
      response.destroy();
      return;
    case "http":
      return sendJson(response, { ...fault, body: fault.body(way.frame) });
    case "answer":
      return sendAnswer(response, { ...plain, ...fault.answer }, way);
    case "stream": {
      const other = openRouterFaults[fault.otherwise];
      if (way.stream) return sendPieces(response, { pieces: fault.pieces(way.frame), end: fault.end }, way.frame);
      return other === undefined ? undefined : sendFault(response, other, way);
    }
  }
}

const plain: Answer = {
  content: "",
  toolCalls: [],
  reasoningDetails: [],
  finishReason: "stop",
  nativeFinishReason: "STOP",
};

type Pieces = { readonly pieces: readonly StreamPiece[]; readonly end: "close" | "reset" | "open" };

async function sendPieces(response: ServerResponse, { pieces, end }: Pieces, frame: Frame): Promise<void> {
  const { chunkDelayMs } = frame.state;
  response.writeHead(200, { "content-type": "text/event-stream", "x-generation-id": frame.id });
  for (const piece of pieces) {
    if (response.destroyed) return;
    if ("pauseMs" in piece) await setTimeout(piece.pauseMs, undefined, { ref: false });
    else response.write(bytesOf(piece));
    await setTimeout(chunkDelayMs);
  }
  if (end === "close") response.end();
  if (end === "reset") response.destroy();
}

function bytesOf(piece: Exclude<StreamPiece, { pauseMs: number }>): string | Uint8Array {
  if ("comment" in piece) return `:${piece.comment}\n\n`;
  if ("raw" in piece) return piece.raw;
  return `data: ${typeof piece.data === "string" ? piece.data : JSON.stringify(piece.data)}\n\n`;
}
