import { randomUUID } from "node:crypto";
import { ModelError } from "../errors/model-error.ts";
import { isObject, parseJson } from "../json.ts";
import type { ToolBook } from "../request/tool-book.ts";
import type { Gathered } from "./gather.ts";
import type { GatheredCall } from "./gather-calls.ts";

type Ending = "done" | "too_long" | "filtered" | "failed";

/**
 * How an answer ended, in the words of OpenAI's API and of endpoints that pass on the words of what runs behind them.
 * Any other word is an end like any other.
 */
const endings: { readonly [finishReason: string]: Ending } = {
  length: "too_long",
  max_tokens: "too_long",
  max_length: "too_long",
  model_length: "too_long",
  context_length_exceeded: "too_long",
  content_filter: "filtered",
  safety: "filtered",
  error: "failed",
  abort: "failed",
  cancelled: "failed",
  // DeepSeek: the machine behind it gave up.
  insufficient_system_resource: "failed",
  malformed_function_call: "failed",
};

type AnswerCall = { readonly id: string; readonly name: string; readonly args: string };

/** An answer that LangChain may see: complete, with calls whose arguments are JSON objects, under our names. */
export type Answer = Omit<Gathered, "finishReason" | "calls" | "areCallsMixedUp"> & {
  readonly finishReason: "stop" | "tool_calls" | "length";
  readonly calls: readonly AnswerCall[];
};

/** Throws a ModelError when the answer is cut, empty, stopped by a filter, or has a call that cannot be read as a whole. */
export function judge(gathered: Gathered, book: ToolBook): Answer {
  const { finishReason, nativeFinishReason, text, calls } = gathered;
  const ending = endings[finishReason?.toLowerCase() ?? ""] ?? "done";
  if (ending === "failed") throw stopped(gathered);
  if (ending === "filtered") throw new ModelError({ cause: "safety", detail: nativeFinishReason ?? finishReason });
  if (ending === "too_long" && (calls.length > 0 || text.trim() === "")) throw new ModelError({ cause: "too_long" });
  // Nobody said that the call is whole.
  if (finishReason === undefined && calls.length > 0) throw new ModelError({ cause: "cut" });
  if (calls.length === 0 && text.trim() === "") throw new ModelError({ cause: "empty" });
  if (gathered.areCallsMixedUp)
    throw new ModelError({ cause: "malformed", detail: "the pieces of several calls are mixed up" });
  const ids = new Set<string>();
  const readable = calls.map((call) => readCall(call, book, ids));
  const plainEnd = readable.length > 0 ? "tool_calls" : "stop";
  return { ...gathered, calls: readable, finishReason: ending === "too_long" ? "length" : plainEnd };
}

function stopped({ nativeFinishReason, finishReason }: Gathered): ModelError {
  const reason = finishReason === "error" ? undefined : finishReason;
  return new ModelError({
    cause: "malformed",
    detail: nativeFinishReason ?? reason ?? "the provider reports an error",
  });
}

/**
 * LangChain completes half a JSON text into a valid call, with half a name in it. So the text is parsed strictly here,
 * and only a whole one goes on.
 */
function readCall(call: GatheredCall, book: ToolBook, ids: Set<string>): AnswerCall {
  const args = call.args.trim() === "" ? {} : parseJson(call.args);
  if (call.name === "" || !isObject(args))
    throw new ModelError({ cause: "malformed", detail: `the arguments of ${call.name || "a call"} are not JSON` });
  const name = book.ownName(call.name);
  const id = call.id === "" || ids.has(call.id) ? `call_${randomUUID()}` : call.id;
  ids.add(id);
  return { id, name, args: JSON.stringify(book.ownArguments(name, args)) };
}
