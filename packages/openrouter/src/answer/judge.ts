import { randomUUID } from "node:crypto";
import { ModelError } from "../errors/model-error.ts";
import { isObject, parseJson } from "../json.ts";
import type { ToolBook } from "../request/tool-book.ts";
import { worstEnding } from "./endings.ts";
import type { Gathered } from "./gather.ts";
import type { GatheredCall } from "./gather-calls.ts";

type AnswerCall = { readonly id: string; readonly name: string; readonly args: string };

/** An answer that LangChain may see: complete, with calls whose arguments are JSON objects, under our names. */
export type Answer = Pick<Gathered, "id" | "model" | "text" | "reasoningDetails" | "thoughts" | "usage"> & {
  /** `stop`, `tool_calls`, `length`, or of words alone the endpoint's own word where it is not known. */
  readonly finishReason: string;
  readonly calls: readonly AnswerCall[];
};

/**
 * Throws a ModelError when the answer is cut, empty, stopped by a filter, or has a call that cannot be read as a whole, or
 * of which nobody said in a known word that it is whole.
 */
export function judge(gathered: Gathered, book: ToolBook): Answer {
  const { finishReasons, nativeFinishReasons, areCallsMixedUp, calls, refusal, ...rest } = gathered;
  const told = worstEnding(finishReasons, nativeFinishReasons);
  const isSilent = rest.text.trim() === "";
  if (told?.ending === "failed") throw new ModelError({ cause: "malformed", detail: failureOf(told.word) });
  if (calls.length === 0 && isSilent && refusal !== "") throw new ModelError({ cause: "safety", detail: refusal });
  if (told?.ending === "filtered") throw new ModelError({ cause: "safety", detail: told.word });
  if (told?.ending === "too_long" && (calls.length > 0 || isSilent)) throw new ModelError({ cause: "too_long" });
  if (calls.length > 0 && finishReasons.length === 0) throw new ModelError({ cause: "cut" });
  if (calls.length > 0 && told?.ending === "unknown")
    throw new ModelError({ cause: "malformed", detail: `it ended with ${told.word}` });
  if (calls.length === 0 && isSilent) throw new ModelError({ cause: "empty" });
  if (areCallsMixedUp) throw new ModelError({ cause: "malformed", detail: "the pieces of several calls are mixed up" });
  const ids = new Set<string>();
  const readable = calls.map((call) => readCall(call, book, ids));
  const word = { done: "stop", unknown: told?.word ?? "stop", too_long: "length" }[told?.ending ?? "done"];
  return { ...rest, calls: readable, finishReason: readable.length > 0 ? "tool_calls" : word };
}

function failureOf(word: string): string {
  return word.toLowerCase() === "error" ? "the provider reports an error" : word;
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
