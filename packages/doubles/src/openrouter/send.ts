import type { ServerResponse } from "node:http";
import { type Answer, completionBody, type Frame } from "./answer.ts";
import { dialectBody, dialectStream } from "./dialects/answer.ts";
import type { Fault } from "./fault.ts";
import { openRouterFaults } from "./faults.ts";
import { headersOf, sendPieces, type Way } from "./pieces.ts";
import { done, streamOf, written } from "./stream.ts";
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

const bodyOf = (answer: Answer, frame: Frame) =>
  frame.dialect === undefined ? completionBody(answer, frame) : dialectBody(answer, frame, frame.dialect);
export const told = (answer: Answer, frame: Frame) =>
  written(frame.dialect === undefined ? streamOf(answer, frame) : dialectStream(answer, frame, frame.dialect), frame);

/** An answer as the client asked for it: in one piece, after blank lines that keep the connection open, or as a stream. */
export async function sendAnswer(response: ServerResponse, answer: Answer, way: Way): Promise<void> {
  const { frame, stream } = way;
  if (!stream) return sendJson(response, { status: 200, body: textOf(answer, frame), headers: headersOf(frame) });
  const { said, ending } = told(answer, frame);
  return sendPieces(response, { pieces: [...said, ...ending, done], end: "close" }, frame);
}

export function textOf(answer: Answer, frame: Frame): string {
  const json = JSON.stringify(bodyOf(answer, frame));
  return frame.state.padding && frame.dialect === undefined ? padding + json : json;
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
