import { toModelError } from "../errors/describe-model-error.ts";
import { errorObject, httpFailure, statusOf } from "../errors/http-failure.ts";
import { ModelError, withUsage } from "../errors/model-error.ts";
import { isObject, type JsonObject, parseJson } from "../json.ts";
import type { ToolBook } from "../request/tool-book.ts";
import { isSameModel } from "../succession.ts";
import { readEvents } from "./events.ts";
import { createGathering } from "./gather.ts";
import { type Answer, judge } from "./judge.ts";
import { type ModelUsage, modelUsage } from "./usage.ts";
import { completionSchema, type WireCompletion } from "./wire.ts";

export type ReadingContext = {
  readonly model: string;
  readonly book: ToolBook;
  readonly idleMs: number;
  /** Told once for each reply that has counts, also for one that is thrown away: it is billed all the same. */
  readonly onUsage: (usage: ModelUsage) => void;
  /** Whether the endpoint's answers begin in the middle of a thought, and where that is learned. */
  readonly beginsInThoughts: boolean;
  readonly onStrayThoughts: () => void;
  readonly onServed: (served: Served) => void;
};

/** `standsIn`: another model than the one that was asked. */
export type Served = { readonly asked: string; readonly served: string; readonly standsIn: boolean };

/**
 * Reads a reply with HTTP 200, whatever it really is. Yields text as it comes and returns the judged answer; everything
 * else (an error in the body or in mid-stream, a web page, blanks, an end without a finish reason) is a ModelError.
 */
export async function* readAnswer(reply: Response, context: ReadingContext): AsyncGenerator<string, Answer> {
  const isStream = reply.headers.get("content-type")?.includes("text/event-stream") ?? false;
  const gathering = createGathering(context.beginsInThoughts);
  let answer: Answer;
  try {
    if (isStream && reply.body !== null) yield* gatherStream(reply.body, gathering, context);
    else gatherBody(await reply.text(), gathering, context);
    const rest = gathering.end();
    if (isStream && rest !== "") yield rest;
    if (gathering.hasStrayThoughts()) {
      context.onStrayThoughts();
      throw new ModelError({ cause: "malformed", detail: "the answer begins in the middle of a thought" });
    }
    answer = judge(gathering.result(), context.book);
  } catch (error) {
    const used = usedBy(gathering);
    throw used === undefined ? error : withUsage(toModelError(error), used);
  } finally {
    const used = usedBy(gathering);
    if (used !== undefined) context.onUsage(used);
  }
  const { model: asked, onServed } = context;
  if (answer.model !== "") onServed({ asked, served: answer.model, standsIn: !isSameModel(asked, answer.model) });
  if (!isStream && answer.text !== "") yield answer.text;
  return answer;
}

type Gathering = ReturnType<typeof createGathering>;

function usedBy(gathering: Gathering): ModelUsage | undefined {
  const { usage, model } = gathering.result();
  return usage === undefined ? undefined : modelUsage(usage, model);
}

async function* gatherStream(
  body: ReadableStream<Uint8Array>,
  gathering: Gathering,
  context: ReadingContext,
): AsyncGenerator<string> {
  for await (const event of readEvents(body, context.idleMs)) {
    if (event === "[DONE]") break;
    const chunk = parseJson(event);
    if (!isObject(chunk)) throw new ModelError({ cause: "malformed", detail: "a piece of the answer is not JSON" });
    const completion = readCompletion(chunk);
    const text = gathering.add(completion);
    throwIfFailed(chunk, completion, context);
    if (text !== "") yield text;
  }
  // A provider that leaves out [DONE] is forgiven; without a finish reason the answer is cut.
  if (gathering.result().finishReasons.length === 0) throw new ModelError({ cause: "cut" });
}

function gatherBody(text: string, gathering: Gathering, context: ReadingContext): void {
  const body = parseJson(text);
  if (!isObject(body)) throw unreadable(text);
  const completion = readCompletion(body);
  gathering.add(completion);
  throwIfFailed(body, completion, context);
  if (completion.choices?.[0]) return;
  // Seen on OpenRouter: the whole completion nested under `provider`.
  const nested = isObject(body.provider) ? readCompletion(body.provider) : undefined;
  if (!nested?.choices?.[0]) throw new ModelError({ cause: "malformed", detail: "the reply has no answer in it" });
  gathering.add(nested);
}

function readCompletion(body: JsonObject): WireCompletion {
  const read = completionSchema.safeParse(body);
  if (!read.success) throw new ModelError({ cause: "malformed", detail: "the reply is no completion" });
  return read.data;
}

function throwIfFailed(body: JsonObject, completion: WireCompletion, context: ReadingContext): void {
  const own = completion.choices?.[0]?.error;
  const error = errorObject(body) ?? (isObject(own) ? own : undefined);
  if (error === undefined) return;
  const { model, book } = context;
  const toolNames = book.tools.map((tool) => tool.function.name);
  throw httpFailure({ status: statusOf(error), body: JSON.stringify({ error }), model, toolNames });
}

function unreadable(text: string): ModelError {
  if (/^\s*</.test(text)) return httpFailure({ status: 200, body: text });
  const detail = text.trim() === "" ? "the reply is blank" : "the reply is not JSON";
  return new ModelError({ cause: "malformed", detail });
}
