import type { ServerResponse } from "node:http";
import { setTimeout } from "node:timers/promises";
import type { Frame } from "./answer.ts";
import type { StreamPiece } from "./stream.ts";

/** How a connection ends: properly, with the socket destroyed, or not at all. */
type End = "close" | "reset" | "open";

export type Way = { readonly frame: Frame; readonly stream: boolean };

type Pieces = { readonly pieces: readonly StreamPiece[]; readonly end: End };

export async function sendPieces(response: ServerResponse, { pieces, end }: Pieces, frame: Frame): Promise<void> {
  const { chunkDelayMs } = frame.state;
  response.writeHead(200, { "content-type": "text/event-stream", ...headersOf(frame) });
  for (const piece of pieces) {
    if (response.destroyed) return;
    if ("pauseMs" in piece) await setTimeout(piece.pauseMs, undefined, { ref: false });
    else response.write(bytesOf(piece));
    await setTimeout(chunkDelayMs);
  }
  return finish(response, end);
}

type Part = { readonly bytes: Uint8Array; readonly end: End };

/** Without a length in the headers, so that the end tells nothing of what is missing. */
export async function sendPart(response: ServerResponse, { bytes, end }: Part, { frame, stream }: Way): Promise<void> {
  const type = stream ? "text/event-stream" : "application/json";
  response.writeHead(200, { "content-type": type, ...headersOf(frame) });
  response.write(bytes);
  return finish(response, end);
}

async function finish(response: ServerResponse, end: End): Promise<void> {
  if (end === "close") response.end();
  if (end !== "reset") return;
  // What was written shall have left before the socket is gone.
  await setTimeout(30, undefined, { ref: false });
  response.destroy();
}

export function bytesOfAll(pieces: readonly StreamPiece[]): Buffer {
  return Buffer.concat(pieces.flatMap((piece) => ("pauseMs" in piece ? [] : [Buffer.from(bytesOf(piece))])));
}

function bytesOf(piece: Exclude<StreamPiece, { pauseMs: number }>): string | Uint8Array {
  if ("comment" in piece) return `:${piece.comment}\n\n`;
  if ("raw" in piece) return piece.raw;
  return `data: ${typeof piece.data === "string" ? piece.data : JSON.stringify(piece.data)}\n\n`;
}

export function headersOf({ id, dialect }: Frame): { readonly [name: string]: string } {
  return dialect === undefined ? { "x-generation-id": id } : {};
}
