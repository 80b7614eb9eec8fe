import { ModelError } from "../errors/model-error.ts";
import type { Answer } from "./judge.ts";
import { wireUsage } from "./usage.ts";

/** A judged answer as the plainest reply of the Chat Completions API, which LangChain reads without surprises. */
export function writeCompletion(answer: Answer): Response {
  const message = { role: "assistant", content: answer.text, ...callsAndReasoning(answer) };
  const body = {
    ...frame(answer, "chat.completion"),
    choices: [{ index: 0, finish_reason: answer.finishReason, message }],
    usage: wireUsage(answer.usage) ?? {},
  };
  return new Response(JSON.stringify(body), { headers: { "content-type": "application/json" } });
}

export type AnswerParts = AsyncGenerator<string, Answer>;

/**
 * The same as a stream: text as it comes, calls only when the answer is whole, the finish reason once, usage last in a
 * chunk of its own. An answer that fails after its first text ends the stream with the ModelError. `first` was read
 * before, to see that an answer comes at all; `stop` ends the reading when nobody listens any more.
 */
export function writeStream(first: IteratorResult<string, Answer>, rest: AnswerParts, stop: () => void): Response {
  const encoder = new TextEncoder();
  let next: () => Promise<IteratorResult<string, Answer>> = () => Promise.resolve(first);
  const body = new ReadableStream<Uint8Array>({
    // Called when all before was taken: an error here does not swallow text.
    async pull(controller) {
      const { done, value } = await next();
      next = () => rest.next();
      for (const event of done ? endOf(value) : [textEvent(value)]) controller.enqueue(encoder.encode(event));
      if (done) controller.close();
    },
    cancel() {
      stop();
      // Between two texts it waits for whoever listens: without this for ever, and its timers with it.
      rest.throw(new ModelError({ cause: "cancelled" })).catch(() => undefined);
    },
  });
  return new Response(body, { headers: { "content-type": "text/event-stream" } });
}

function textEvent(text: string): string {
  return event({
    object: "chat.completion.chunk",
    choices: [{ index: 0, delta: { role: "assistant", content: text } }],
  });
}

function endOf(answer: Answer): readonly string[] {
  const chunk = frame(answer, "chat.completion.chunk");
  const delta = { role: "assistant", content: "", ...callsAndReasoning(answer) };
  const usage = wireUsage(answer.usage);
  return [
    event({ ...chunk, choices: [{ index: 0, delta, finish_reason: answer.finishReason }] }),
    ...(usage === undefined ? [] : [event({ ...chunk, choices: [], usage })]),
    "data: [DONE]\n\n",
  ];
}

function frame(answer: Answer, object: string) {
  return { id: answer.id, object, created: Math.floor(Date.now() / 1000), model: answer.model };
}

function callsAndReasoning({ calls, reasoningDetails, thoughts }: Answer) {
  const tool_calls = calls.map(({ id, name, args }, index) => ({
    index,
    id,
    type: "function",
    function: { name, arguments: args },
  }));
  return {
    ...(tool_calls.length > 0 && { tool_calls }),
    ...(thoughts !== "" && { reasoning_content: thoughts }),
    ...(reasoningDetails.length > 0 && { reasoning_details: reasoningDetails }),
  };
}

function event(data: unknown): string {
  return `data: ${JSON.stringify(data)}\n\n`;
}
