import { toModelError } from "../errors/describe-model-error.ts";
import type { FailureCause } from "../errors/failures.ts";
import { type Asked, errorObject, httpFailure, statusOf } from "../errors/http-failure.ts";
import { ModelError, withUsage } from "../errors/model-error.ts";
import { isObject, type JsonObject, parseJson } from "../json.ts";
import type { ToolBook } from "../request/tool-book.ts";
import { isSameModel } from "../succession.ts";
import { openBody, readText } from "./chunks.ts";
import { createEvents, type Events } from "./events.ts";
import { createGathering } from "./gather.ts";
import { type Answer, judge } from "./judge.ts";
import { type ModelUsage, modelUsage } from "./usage.ts";
import { completionSchema, saysSomething, usageIn, type WireCompletion } from "./wire.ts";

export type ReadingContext = {
  readonly asked: Asked;
  readonly book: ToolBook;
  readonly idleMs: number;
  /** Told when the reply is a stream, before its first event. */
  readonly onStream: () => void;
  /**
   * Told once for each reply that has counts or was broken off before it told them, also for one that is thrown away: it
   * is billed all the same. All 0 and no cost: it ended before it told.
   */
  readonly onUsage: (usage: ModelUsage) => void;
  /** Whether the endpoint's answers begin in the middle of a thought, and where that is learned. */
  readonly beginsInThoughts: boolean;
  readonly onStrayThoughts: (stray: "maybe" | "sure") => void;
  readonly onServed: (served: Served) => void;
};

/** `standsIn`: another model than the one that was asked. */
export type Served = {
  /** Of the answer; empty where the service gives none. */
  readonly id: string;
  readonly asked: string;
  readonly served: string;
  readonly standsIn: boolean;
};

/**
 * Reads a reply with HTTP 200, whatever it really is. Yields text as it comes and returns the judged answer; everything
 * else (an error in the body or in mid-stream, a web page, blanks, an end without a finish reason) is a ModelError.
 */
export async function* readAnswer(reply: Response, context: ReadingContext): AsyncGenerator<string, Answer> {
  const gathering = createGathering(context.beginsInThoughts);
  const { isStream, chunks } = await openBody(reply.body ?? new Blob([]).stream()).catch((error) => {
    context.onUsage(modelUsage({}, ""));
    throw error;
  });
  if (isStream) context.onStream();
  const events = isStream ? createEvents(chunks, context.idleMs) : undefined;
  let answer: Answer;
  let used: ModelUsage | undefined;
  try {
    if (events !== undefined) yield* gatherStream(events, gathering, context);
    else gatherBody(await readText(chunks), gathering, context);
    const rest = gathering.end();
    if (isStream && rest !== "") yield rest;
    const stray = gathering.strayThoughts();
    if (stray !== "none") {
      context.onStrayThoughts(stray);
      if (stray === "sure")
        throw new ModelError({ cause: "malformed", detail: "the answer begins in the middle of a thought" });
    }
    answer = judge(gathering.result(), context.book);
  } catch (error) {
    const failure = toModelError(error);
    const isBilled = gathering.hasBegun() || brokenOff.has(failure.because);
    used = usedBy(gathering) ?? (isBilled ? modelUsage({}, "") : undefined);
    throw used === undefined ? error : withUsage(failure, used);
  } finally {
    if (gathering.hasEnded()) events?.leave();
    else events?.close();
    used ??= usedBy(gathering);
    if (used !== undefined) context.onUsage(used);
  }
  const { onServed } = context;
  const asked = context.asked.model;
  const { id, model: served } = answer;
  if (served !== "") onServed({ id, asked, served, standsIn: !isSameModel(asked, served) });
  if (!isStream && answer.text !== "") yield answer.text;
  return answer;
}

/** Ends of replies that the service had begun, though nothing of an answer may have come. */
const brokenOff: ReadonlySet<FailureCause> = new Set(["cut", "stalled", "timeout"]);

type Gathering = ReturnType<typeof createGathering>;

function usedBy(gathering: Gathering): ModelUsage | undefined {
  const { usage, model } = gathering.result();
  return usage === undefined ? undefined : modelUsage(usage, model);
}

/** How long counts are waited for once an answer is whole, and how long the rest of a stream that tells them. */
const countsMs = 5000;
const tailMs = 1000;

async function* gatherStream(events: Events, gathering: Gathering, context: ReadingContext): AsyncGenerator<string> {
  try {
    yield* gatherPieces(events, gathering, context);
  } catch (error) {
    await gatherCounts(events, gathering);
    throw error;
  }
  if (!gathering.hasEnded()) throw new ModelError({ cause: "cut" });
}

/** Of a stream that went wrong: what it used may come all the same. */
async function gatherCounts(events: Events, gathering: Gathering): Promise<void> {
  events.hurry(tailMs);
  while (usedBy(gathering) === undefined) {
    const event = await events.next().catch(() => undefined);
    if (event === undefined || event === "[DONE]") return;
    const { data } = completionSchema.safeParse(parseJson(event));
    const usage = data && usageIn(data);
    if (usage !== undefined) gathering.add({ usage });
  }
}

async function* gatherPieces(events: Events, gathering: Gathering, context: ReadingContext): AsyncGenerator<string> {
  for (;;) {
    const event = await nextEvent(events, gathering);
    if (event === undefined || event === "[DONE]") return;
    const chunk = parseJson(event);
    if (!isObject(chunk) && gathering.hasEnded()) continue;
    if (!isObject(chunk)) throw new ModelError({ cause: "malformed", detail: "a piece of the answer is not JSON" });
    const piece = takePiece(chunk, gathering, context);
    if (piece.saysSomething) events.progress();
    if (gathering.hasEnded()) events.hurry(usedBy(gathering) === undefined ? countsMs : tailMs);
    if (piece.text !== "") yield piece.text;
  }
}

function takePiece(chunk: JsonObject, gathering: Gathering, context: ReadingContext) {
  const completion = readCompletion(chunk);
  const text = gathering.add(completion);
  throwIfFailed(chunk, completion, context);
  return { text, saysSomething: saysSomething(completion) };
}

/** Once an answer is whole, nothing that goes wrong with the connection takes it away. */
async function nextEvent(events: Events, gathering: Gathering): Promise<string | undefined> {
  try {
    return await events.next();
  } catch (error) {
    if (gathering.hasEnded()) return undefined;
    throw error;
  }
}

function gatherBody(text: string, gathering: Gathering, context: ReadingContext): void {
  const body = parseJson(text);
  if (!isObject(body)) throw unreadable(text, context.asked);
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
  const choice = completion.choices?.[0];
  // Beside an answer only what is called an error is one.
  const error = choice
    ? (errorObject({ error: body.error }) ?? errorObject({ error: choice.error }))
    : errorObject(body);
  if (error === undefined) return;
  throw httpFailure({ status: statusOf(error), body: JSON.stringify({ error }), ...context.asked });
}

function unreadable(text: string, { secrets }: Asked): ModelError {
  if (/^\s*</.test(text)) return httpFailure({ status: 200, body: text, secrets });
  const detail = text.trim() === "" ? "the reply is blank" : "the reply is not JSON";
  return new ModelError({ cause: "malformed", detail });
}
