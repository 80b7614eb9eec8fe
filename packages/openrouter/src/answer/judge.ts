import { randomUUID } from "node:crypto";
import { ModelError } from "../errors/model-error.ts";
import { isObject, parseJson } from "../json.ts";
import type { ToolBook } from "../request/tool-book.ts";
import type { Gathered, GatheredCall } from "./gather.ts";

type AnswerCall = { readonly id: string; readonly name: string; readonly args: string };

/** An answer that LangChain may see: complete, with calls whose arguments are JSON objects, under our names. */
export type Answer = Omit<Gathered, "finishReason" | "calls"> & {
  readonly finishReason: "stop" | "tool_calls" | "length";
  readonly calls: readonly AnswerCall[];
};

/** Throws a ModelError when the answer is cut, empty, stopped by a filter, or has a call that cannot be read as a whole. */
export function judge(gathered: Gathered, book: ToolBook): Answer {
  const { finishReason, text, calls } = gathered;
  if (finishReason === "error") throw stopped(gathered);
  if (finishReason === "content_filter") throw new ModelError({ cause: "safety", detail: gathered.nativeFinishReason });
  if (finishReason === "length" && (calls.length > 0 || text.trim() === ""))
    throw new ModelError({ cause: "too_long" });
  if (calls.length === 0 && text.trim() === "") throw new ModelError({ cause: "empty" });
  const ids = new Set<string>();
  const readable = calls.map((call) => readCall(call, book, ids));
  const isCut = finishReason === "length";
  return { ...gathered, calls: readable, finishReason: isCut ? "length" : readable.length > 0 ? "tool_calls" : "stop" };
}

function stopped(gathered: Gathered): ModelError {
  return new ModelError({ cause: "malformed", detail: gathered.nativeFinishReason ?? "the provider reports an error" });
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
