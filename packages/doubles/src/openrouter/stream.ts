import { type Answer, type Frame, frameOf } from "./answer.ts";
import { isObject, isString, type JsonObject } from "./types.ts";

/** A piece of a server-sent event stream. `raw` goes out byte for byte, `pauseMs` waits before it. */
export type StreamPiece =
  | { readonly comment: string }
  | { readonly data: JsonObject | string }
  | { readonly raw: string | Uint8Array }
  | { readonly pauseMs: number };

export const processing: StreamPiece = { comment: " OPENROUTER PROCESSING" };

type Finish = { readonly finish: string | null; readonly native: string };

export function chunk(frame: JsonObject, delta: JsonObject, end?: Finish): StreamPiece {
  const finish_reason = end?.finish ?? null;
  const native_finish_reason = finish_reason === null ? null : end?.native;
  return { data: { ...frame, choices: [{ index: 0, delta, finish_reason, native_finish_reason }] } };
}

/**
 * An answer in the chunks that OpenRouter was recorded to send: comments, the signature before the calls, each call as an
 * opening chunk and one with its arguments, the finish reason, the usage (repeating the finish reason), `[DONE]`.
 */
export function streamOf(answer: Answer, frame: Frame): Told {
  const head = frameOf(answer, frame, "chat.completion.chunk");
  const role = "assistant";
  const usage = answer.usage === null ? undefined : (answer.usage ?? frame.usage);
  const end = { role, content: "" };
  const { finishReason, nativeFinishReason: native } = answer;
  const said = [
    processing,
    processing,
    ...(answer.reasoning === undefined && answer.reasoningDetails.length === 0
      ? []
      : [
          chunk(head, {
            ...end,
            reasoning: answer.reasoning ?? null,
            ...(answer.reasoningDetails.length > 0 && { reasoning_details: answer.reasoningDetails }),
          }),
        ]),
    ...piecesOf(answer.content ?? "").map((content) => chunk(head, { role, content })),
    ...answer.toolCalls.flatMap((call, index) => callChunks(call, index).map((delta) => chunk(head, delta))),
  ];
  const ending = [
    withChoice(chunk(head, end, { finish: finishReason, native }), answer.choice),
    ...(usage === undefined ? [] : [usageChunk(head, { finish: finishReason, native, usage }, frame)]),
  ];
  return { said, ending };
}

/** A streamed answer: what is said, and the finish reason and usage after it. `[DONE]` comes last. */
export type Told = { readonly said: readonly StreamPiece[]; readonly ending: readonly StreamPiece[] };

export const done: StreamPiece = { data: "[DONE]" };

function usageChunk(head: JsonObject, told: Finish & { readonly usage: unknown }, frame: Frame): StreamPiece {
  if (frame.state.usageChunk === "empty_choices") return { data: { ...head, choices: [], usage: told.usage } };
  const piece = chunk(head, { role: "assistant", content: "" }, told);
  return "data" in piece && isObject(piece.data) ? { data: { ...piece.data, usage: told.usage } } : piece;
}

function withChoice(piece: StreamPiece, choice: JsonObject | undefined): StreamPiece {
  if (choice?.error === undefined || !("data" in piece) || !isObject(piece.data)) return piece;
  return { data: { ...piece.data, error: choice.error } };
}

export function callChunks(call: JsonObject, index: number): readonly JsonObject[] {
  const named = isObject(call.function) ? call.function : {};
  const args = isString(named.arguments) ? named.arguments : undefined;
  const opening = { index, id: call.id, type: "function", function: { name: named.name, arguments: "" } };
  const delta = (piece: JsonObject) => ({ role: "assistant", content: null, tool_calls: [piece] });
  return [delta(opening), ...(args ? [delta({ index, function: { arguments: args } })] : [])];
}

/** Two halves, as a short answer comes. */
export function piecesOf(text: string): readonly string[] {
  const characters = [...text];
  const half = Math.ceil(characters.length / 2);
  return [characters.slice(0, half).join(""), characters.slice(half).join("")].filter((piece) => piece !== "");
}

/** The same event in pieces of five bytes, which break characters of three. */
export function splitBytes(piece: StreamPiece): readonly StreamPiece[] {
  if (!("data" in piece) || !isObject(piece.data)) return [piece];
  const bytes = Buffer.from(`data: ${JSON.stringify(piece.data)}\n\n`);
  const count = Math.ceil(bytes.length / 5);
  return Array.from({ length: count }, (_, index) => ({ raw: bytes.subarray(index * 5, index * 5 + 5) }));
}

/** Nothing in the chunk says who speaks. */
function withoutRole(piece: StreamPiece): StreamPiece {
  if (!("data" in piece) || !isObject(piece.data) || !Array.isArray(piece.data.choices)) return piece;
  const choices = piece.data.choices.filter(isObject).map((choice) => {
    const { role: _, ...delta } = isObject(choice.delta) ? choice.delta : {};
    return { ...choice, delta };
  });
  return { data: { ...piece.data, choices } };
}

/** Chunks as the state has them written. */
export function written(told: Told, { state }: Frame): Told {
  const { said, ending } = told;
  if (state.chunks === "no_role") return { said: said.map(withoutRole), ending: ending.map(withoutRole) };
  if (state.chunks === "split_bytes") return { said: said.flatMap(splitBytes), ending: ending.flatMap(splitBytes) };
  return told;
}
