import type { Answer, Frame } from "../answer.ts";
import { callChunks, chunk, piecesOf, type StreamPiece, type Told } from "../stream.ts";
import { type ChatRequest, isObject, isString, type JsonObject, parseJson } from "../types.ts";
import type { Dialect } from "./dialect.ts";

/** What a model behind the endpoint makes of a scripted answer. */
export function dialectAnswer(answer: Answer, request: ChatRequest, dialect: Dialect): Answer {
  const { parallelCalls, finishOfCalls, thinks } = dialect;
  const toolCalls = parallelCalls ? answer.toolCalls : answer.toolCalls.slice(0, 1);
  const reasoning = answer.reasoning ?? thinks;
  return {
    ...answer,
    toolCalls,
    ...(reasoning !== undefined && { reasoning }),
    finishReason: toolCalls.length > 0 ? finishOfCalls(request) : answer.finishReason,
  };
}

export function tellsUsage({ body }: ChatRequest, { streamUsage }: Dialect): boolean {
  const options = isObject(body.stream_options) ? body.stream_options : {};
  return streamUsage === "when_asked" && options.include_usage === true;
}

/** An answer in one piece, as the endpoint writes it. */
export function dialectBody(answer: Answer, frame: Frame, dialect: Dialect): JsonObject {
  const { content, thoughts } = spoken(answer, dialect);
  return {
    ...headOf(answer, frame, "chat.completion"),
    choices: [
      {
        index: 0,
        finish_reason: answer.finishReason,
        message: {
          role: "assistant",
          content,
          ...thoughts,
          ...(answer.toolCalls.length > 0 && { tool_calls: answer.toolCalls.map((call) => wireCall(call, dialect)) }),
        },
        ...answer.choice,
      },
    ],
    ...(answer.usage !== null && { usage: answer.usage ?? usageOf(frame) }),
  };
}

/** The same in a stream; usage comes last, in a chunk without choices, if at all. */
export function dialectStream(answer: Answer, frame: Frame, dialect: Dialect): Told {
  const head = headOf(answer, frame, "chat.completion.chunk");
  const { content, thoughts } = spoken(answer, dialect);
  const role = "assistant";
  const { finishReason, nativeFinishReason: native } = answer;
  const finish = chunk(head, {}, { finish: finishReason, native });
  const failed = isObject(answer.choice) && answer.choice.error !== undefined;
  return {
    said: [
      ...(dialect.comment === undefined ? [] : [{ comment: dialect.comment }, { comment: dialect.comment }]),
      ...(Object.keys(thoughts).length === 0 ? [] : [chunk(head, { role, content: null, ...thoughts })]),
      ...piecesOf(content).map((piece) => chunk(head, { role, content: piece })),
      ...answer.toolCalls.flatMap((call, index) => callPieces(call, index, dialect)).map((delta) => chunk(head, delta)),
    ],
    ending: [
      failed ? { data: { error: answer.choice?.error } } : finish,
      ...(frame.tellsUsage ? [{ data: { ...head, choices: [], usage: usageOf(frame) } } satisfies StreamPiece] : []),
    ],
  };
}

function headOf(answer: Answer, { id, model }: Frame, object: string): JsonObject {
  return { id, object, created: Math.floor(Date.now() / 1000), model: answer.model ?? model.id };
}

function spoken({ content, reasoning }: Answer, { thoughts }: Dialect) {
  const text = content ?? "";
  if (reasoning === undefined) return { content: text, thoughts: {} };
  if (thoughts === "think_tags") return { content: `<think>\n${reasoning}\n</think>\n\n${text}`, thoughts: {} };
  return { content: text, thoughts: { [thoughts]: reasoning } };
}

function wireCall(call: JsonObject, { argumentsAs, callIds }: Dialect): JsonObject {
  const called = isObject(call.function) ? call.function : {};
  const parsed = isString(called.arguments) ? parseJson(called.arguments) : undefined;
  const { id, ...rest } = call;
  return {
    ...(callIds === "given" && { id }),
    ...rest,
    function: { ...called, ...(argumentsAs === "object" && parsed !== undefined && { arguments: parsed }) },
  };
}

/** A call whose arguments are an object comes whole, in one piece. */
function callPieces(call: JsonObject, index: number, dialect: Dialect): readonly JsonObject[] {
  if (dialect.argumentsAs === "object")
    return [{ role: "assistant", tool_calls: [{ ...wireCall(call, dialect), index }] }];
  const [opening, ...more] = callChunks(call, index);
  if (opening === undefined) return [];
  return [opening, ...(dialect.repeatsEmptyIds ? more.map(withEmptyId) : more)];
}

function withEmptyId(delta: JsonObject): JsonObject {
  const calls = Array.isArray(delta.tool_calls) ? delta.tool_calls.filter(isObject) : [];
  return { ...delta, tool_calls: calls.map((call) => ({ ...call, id: "", type: "function" })) };
}

function usageOf({ usage }: Frame): JsonObject {
  const { prompt_tokens, completion_tokens, total_tokens } = usage;
  return { prompt_tokens, completion_tokens, total_tokens };
}
