import { finishReasons } from "@k8s-copilot/doubles";
import { afterEach, describe, expect, it } from "vitest";
import { createOpenRouterModel } from "../src/index.ts";
import { ask, beginning, type Way } from "./conversation.ts";
import { type Endpoint, startEndpoint } from "./endpoint.ts";

let endpoint: Endpoint;

afterEach(() => endpoint.close());

const call = {
  tool_calls: [{ index: 0, id: "a", type: "function", function: { name: "delete_pod", arguments: '{"name":"x"}' } }],
};
const words = { content: "It is gone." };

type End = { readonly finish_reason: string | null; readonly native_finish_reason?: string };

/** The names of the calls that are given, or the text; undefined when that is an error. */
async function given(said: object, ends: readonly End[], way: Way = "stream"): Promise<unknown> {
  endpoint = await startEndpoint((_body, reply) => {
    const frame = { id: "1", model: "m", created: 1 };
    if (way === "invoke") {
      const choices = [{ index: 0, ...ends[0], message: { role: "assistant", ...said } }];
      reply.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ ...frame, choices }));
      return;
    }
    reply.writeHead(200, { "content-type": "text/event-stream" });
    const chunks = [{ delta: said }, ...ends.map((end) => ({ delta: {}, ...end }))];
    for (const chunk of chunks)
      reply.write(`data: ${JSON.stringify({ ...frame, choices: [{ index: 0, ...chunk }] })}\n\n`);
    reply.end("data: [DONE]\n\n");
  });
  const model = createOpenRouterModel({ ...endpoint, apiKey: "", model: "m", limits: { maxRetries: 0 } });
  const answer = await ask(model, beginning, way).catch(() => undefined);
  return answer === undefined
    ? undefined
    : answer.tool_calls?.length
      ? answer.tool_calls.map(({ name }) => name)
      : answer.text;
}

describe.each<Way>(["stream", "invoke"])("an answer by %s that ends with", (way) => {
  it.each(Object.entries(finishReasons))("%s: %s of it is given", async (finish_reason, taken) => {
    expect(await given(call, [{ finish_reason }], way)).toEqual(taken === "everything" ? ["delete_pod"] : undefined);
    await endpoint.close();
    expect(await given(words, [{ finish_reason }], way)).toBe(taken === "nothing" ? undefined : "It is gone.");
  });
});

it("what its own vendor says of a call counts when that is worse", async () => {
  const ends = ["MAX_TOKENS", "MALFORMED_FUNCTION_CALL", "UNEXPECTED_TOOL_CALL", "SAFETY"];
  for (const native_finish_reason of ends) {
    expect(await given(call, [{ finish_reason: "tool_calls", native_finish_reason }])).toBeUndefined();
    await endpoint.close();
  }
  expect(await given(call, [{ finish_reason: "tool_calls", native_finish_reason: "<|im_end|>" }])).toEqual([
    "delete_pod",
  ]);
});

it.each([
  ["a call", call, ["tool_calls", "length"]],
  ["a call", call, ["length", "tool_calls"]],
  ["a call", call, ["tool_calls", "error"]],
  ["words", words, ["stop", "error"]],
  ["words", words, ["content_filter", "stop"]],
])("of several endings of %s the worst counts", async (_what, said, reasons) => {
  expect(
    await given(
      said,
      reasons.map((finish_reason) => ({ finish_reason })),
    ),
  ).toBeUndefined();
});

it("words with an ending that nobody knows keep it, so that no plan is read from them", async () => {
  endpoint = await startEndpoint((_body, reply) => {
    const choices = [{ index: 0, finish_reason: "OTHER", message: { role: "assistant", ...words } }];
    reply.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ choices }));
  });
  const model = createOpenRouterModel({ ...endpoint, apiKey: "", model: "m", limits: { maxRetries: 0 } });
  expect((await ask(model, beginning)).response_metadata.finish_reason).toBe("OTHER");
});
