import { type Frame, frameOf } from "./answer.ts";
import type { Fault, Faults } from "./fault.ts";
import { chunk, processing, type StreamPiece, splitBytes } from "./stream.ts";
import { isObject, type JsonObject } from "./types.ts";

type Head = { readonly frame: JsonObject; readonly usage: JsonObject };

function stream(
  pieces: (head: Head) => readonly StreamPiece[],
  more: { readonly must: string; readonly end?: "close" | "reset" | "open"; readonly otherwise: string },
): Fault {
  const none = { content: "", toolCalls: [], reasoningDetails: [], finishReason: null, nativeFinishReason: "STOP" };
  const head = (frame: Frame) => ({ frame: frameOf(none, frame, "chat.completion.chunk"), usage: frame.usage });
  return { kind: "stream", pieces: (frame) => pieces(head(frame)), end: "close", ...more };
}

function text(frame: JsonObject, content: string): StreamPiece {
  return chunk(frame, { role: "assistant", content });
}

function opening(frame: JsonObject, name: string, args = ""): StreamPiece {
  const call = { index: 0, id: `tool_${name}_0`, type: "function", function: { name, arguments: args } };
  return chunk(frame, { role: "assistant", content: null, tool_calls: [call] });
}

function more(frame: JsonObject, args: string): StreamPiece {
  return chunk(frame, { role: "assistant", tool_calls: [{ index: 0, function: { arguments: args } }] });
}

function finish({ frame, usage }: Head, reason: string): readonly StreamPiece[] {
  const end = { role: "assistant", content: "" };
  const told = { finish: reason, native: reason === "length" ? "MAX_TOKENS" : "STOP" };
  return [chunk(frame, end, told), withUsage(chunk(frame, end, told), usage), { data: "[DONE]" }];
}

function withUsage(piece: StreamPiece, usage: JsonObject): StreamPiece {
  return "data" in piece && isObject(piece.data) ? { data: { ...piece.data, usage } } : piece;
}

function failing(frame: JsonObject, error: JsonObject, reason: string | null): StreamPiece {
  const piece = chunk(frame, { role: "assistant", content: "" }, { finish: reason, native: "ERROR" });
  return "data" in piece && isObject(piece.data) ? { data: { ...piece.data, error } } : piece;
}

const cutArgs = '{"namespace":"prod","name":"api-';
const notRun = "does not run the call";

/** Streams that end, stall or break in every place where one can. */
export const streamFaults: Faults = {
  "str.error_chunk": stream(
    ({ frame }) => [
      processing,
      text(frame, "The pods are"),
      failing(frame, { code: 502, message: "Provider disconnected unexpectedly" }, "error"),
    ],
    { must: "marks the text as cut; does not show it twice", otherwise: "odd.choice_error" },
  ),
  "str.error_first": stream(
    ({ frame }) => [processing, failing(frame, { code: 503, message: "Provider is overloaded" }, "error")],
    { must: "tries again", otherwise: "odd.200_error_null_fields" },
  ),
  "str.error_string_code": stream(
    ({ frame }) => [
      processing,
      failing(frame, { code: "server_error", message: "Provider disconnected unexpectedly" }, "error"),
    ],
    { must: "is an error like any other", otherwise: "odd.choice_error" },
  ),
  "str.error_with_usage": stream(
    ({ frame, usage }) => [
      processing,
      text(frame, "We"),
      withUsage(failing(frame, { code: 400, message: "Token limit reached" }, null), usage),
      { data: "[DONE]" },
    ],
    { must: "is an error, and its cost counts", otherwise: "odd.choice_error" },
  ),
  "str.cut": stream(({ frame }) => [processing, text(frame, "The pods")], {
    must: "is not taken as complete",
    otherwise: "odd.truncated_json",
  }),
  "str.cut_done": stream(({ frame }) => [processing, text(frame, "The pods"), { data: "[DONE]" }], {
    must: "is not taken as complete: no finish reason came",
    otherwise: "odd.truncated_json",
  }),
  "str.reset": stream(({ frame }) => [processing, text(frame, "The pods"), { pauseMs: 30 }], {
    end: "reset",
    must: "is not taken as complete",
    otherwise: "fail.reset",
  }),
  "str.cut_in_args": stream(({ frame }) => [processing, opening(frame, "delete_pod"), more(frame, cutArgs)], {
    must: notRun,
    otherwise: "odd.truncated_json",
  }),
  "str.cut_in_key": stream(
    ({ frame }) => [processing, opening(frame, "delete_pod"), more(frame, '{"namespace":"prod","na')],
    {
      must: notRun,
      otherwise: "odd.truncated_json",
    },
  ),
  "str.cut_after_args": stream(
    ({ frame }) => [processing, opening(frame, "delete_pod"), more(frame, '{"namespace":"prod","name":"api-0"}')],
    { must: `${notRun}: no finish reason came`, otherwise: "odd.truncated_json" },
  ),
  "str.length_in_args": stream(
    (head) => [opening(head.frame, "delete_pod"), more(head.frame, cutArgs), ...finish(head, "length")],
    { must: notRun, otherwise: "odd.length" },
  ),
  "str.split_args": stream(
    (head) => [
      opening(head.frame, "list_pods"),
      more(head.frame, '{"name'),
      more(head.frame, 'space":"默认"}'),
      more(head.frame, "  "),
      ...finish(head, "tool_calls"),
    ],
    { must: "runs the call once, with whole arguments", otherwise: "odd.finish_stop_with_calls" },
  ),
  "str.split_utf8": stream((head) => [...splitBytes(text(head.frame, "默认命名空间")), ...finish(head, "stop")], {
    must: "shows the text whole",
    otherwise: "odd.usage_partial",
  }),
  "str.no_done": stream((head) => [text(head.frame, "ok"), ...finish(head, "stop").slice(0, 2)], {
    must: "is taken as complete",
    otherwise: "odd.usage_partial",
  }),
  "str.no_role": stream(
    (head) => [
      chunk(head.frame, { tool_calls: [{ index: 0, id: "tool_0", function: { name: "list_pods", arguments: "{}" } }] }),
      ...finish(head, "tool_calls"),
    ],
    { must: "sees the call", otherwise: "odd.finish_stop_with_calls" },
  ),
  "str.index_0": stream(
    (head) => [
      opening(head.frame, "list_pods", '{"namespace":"a"}'),
      opening(head.frame, "list_nodes", "{}"),
      ...finish(head, "tool_calls"),
    ],
    { must: "sees two calls, though both have index 0", otherwise: "odd.parallel_5" },
  ),
  "str.empty": stream((head) => [processing, processing, ...finish(head, "stop")], {
    must: "tries once more, then says so",
    otherwise: "odd.empty_stop",
  }),
  "str.bad_json": stream(({ frame }) => [processing, text(frame, "The"), { raw: 'data: {"id":"gen-1","cho\n\n' }], {
    must: "is an error",
    otherwise: "odd.truncated_json",
  }),
  "str.text_and_calls": stream(
    (head) => [
      text(head.frame, "我先查一下。"),
      opening(head.frame, "list_pods", '{"namespace":"default"}'),
      ...finish(head, "tool_calls"),
    ],
    { must: "keeps both; the text is not the answer", otherwise: "odd.finish_stop_with_calls" },
  ),
  "str.stall": stream(({ frame }) => [processing, text(frame, "The pods")], {
    end: "open",
    must: "gives up after its own time limit",
    otherwise: "fail.hang",
  }),
  "str.comments_only": stream(() => Array.from({ length: 400 }, () => [processing, { pauseMs: 50 }]).flat(), {
    end: "open",
    must: "gives up: comments are no progress",
    otherwise: "fail.hang",
  }),
  "str.empty_only": stream(
    (head) => Array.from({ length: 400 }, () => [text(head.frame, ""), { pauseMs: 50 }]).flat(),
    {
      end: "open",
      must: "gives up: pieces without words are no progress",
      otherwise: "fail.hang",
    },
  ),
  "str.slow_comments": stream(
    (head) => [
      ...Array.from({ length: 6 }, () => [processing, { pauseMs: 50 }]).flat(),
      text(head.frame, "ok"),
      ...finish(head, "stop"),
    ],
    { must: "waits: comments are no fault either", otherwise: "odd.usage_partial" },
  ),
};
