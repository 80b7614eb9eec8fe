import type { ServerResponse } from "node:http";
import { describe, expect, it, onTestFinished } from "vitest";
import { createOpenRouterModel, listModels, type ModelUsage } from "../src/index.ts";
import { startEndpoint } from "./endpoint.ts";

const listPods = { type: "function", function: { name: "list_pods", parameters: { type: "object", properties: {} } } };

/** A model at an endpoint that answers everything in this way, and what it was told to have used. */
async function modelAt(answer: (reply: ServerResponse) => void) {
  const endpoint = await startEndpoint((_, reply) => answer(reply));
  onTestFinished(() => endpoint.close());
  const used: ModelUsage[] = [];
  const model = createOpenRouterModel({
    apiKey: "",
    baseUrl: endpoint.baseUrl,
    model: "any",
    limits: { maxRetries: 0 },
    onUsage: (usage) => used.push(usage),
  });
  return { bound: model.bindTools?.([listPods]) ?? model, used };
}

function completion(message: object, more: { readonly choice?: object; readonly top?: object } = {}) {
  const choice = { index: 0, finish_reason: "stop", message: { role: "assistant", ...message }, ...more.choice };
  return JSON.stringify({ id: "1", model: "any", created: 1, choices: [choice], ...more.top });
}

async function whole(body: string) {
  const { bound, used } = await modelAt((reply) => reply.end(body));
  return { message: await bound.invoke("hi"), used };
}

const call = { id: "a", type: "function", function: { name: "list_pods", arguments: "{}" } };

describe("an answer in another shape", () => {
  it.each([
    ["beside an empty error", completion({ content: "fine" }, { top: { error: {} } })],
    ["beside an error without words", completion({ content: "fine" }, { top: { error: "" } })],
    ["beside a message of its own", completion({ content: "fine" }, { top: { message: "ok" } })],
    [
      "with a part that has no text",
      completion({
        content: [
          { type: "text", text: null },
          { type: "text", text: "fine" },
        ],
      }),
    ],
    ["in parts that are texts", completion({ content: ["fi", "ne"] })],
  ])("%s is read", async (_, body) => {
    expect((await whole(body)).message.text).toBe("fine");
  });

  it.each([
    ["a list with nothing in one place", { tool_calls: [null, call] }],
    ["the field of old", { function_call: call.function }],
  ])("makes its call, in %s", async (_, message) => {
    const body = completion({ content: null, ...message }, { choice: { finish_reason: "function_call" } });
    expect((await whole(body)).message.tool_calls).toMatchObject([{ name: "list_pods", args: {} }]);
  });

  it("of a model that refuses says so in the model's words", async () => {
    const body = completion({ content: null, refusal: "I cannot help with that." });
    await expect(whole(body)).rejects.toMatchObject({
      code: "model_blocked",
      detail: "I cannot help with that.",
    });
  });

  it.each([
    ["in the choice", { choice: { usage: { prompt_tokens: 10, completion_tokens: 5 } } }, null],
    ["as text", { top: { usage: { prompt_tokens: "10", completion_tokens: "5", cost: "0.01" } } }, 0.01],
    ["at a cost below nothing", { top: { usage: { prompt_tokens: 10, completion_tokens: 5, cost: -3 } } }, null],
  ])("tells what it used %s", async (_, more, costUsd) => {
    const { used } = await whole(completion({ content: "fine" }, more));
    expect(used).toMatchObject([{ promptTokens: 10, completionTokens: 5, costUsd }]);
  });
});

describe("a stream in another shape", () => {
  const chunk = (choice: object) => `data: ${JSON.stringify({ id: "1", choices: [{ index: 0, ...choice }] })}\n\n`;

  async function streamed(...chunks: readonly string[]) {
    const { bound } = await modelAt((reply) => {
      reply.writeHead(200, { "content-type": "text/event-stream" }).end(`${chunks.join("")}data: [DONE]\n\n`);
    });
    const pieces: string[] = [];
    for await (const piece of await bound.stream("hi")) pieces.push(piece.text);
    return pieces.join("");
  }

  it("that repeats the whole message at its end says it once", async () => {
    const pieces = [chunk({ delta: { content: "o" } }), chunk({ delta: { content: "k" } })];
    expect(await streamed(...pieces, chunk({ message: { content: "ok" }, finish_reason: "stop" }))).toBe("ok");
    expect(await streamed(...pieces, chunk({ message: { content: "ok!" }, finish_reason: "stop" }))).toBe("ok!");
  });

  it("whose pieces are called messages is read piece by piece", async () => {
    const piece = chunk({ message: { content: "ha" } });
    expect(await streamed(piece, piece, chunk({ message: {}, finish_reason: "stop" }))).toBe("haha");
  });
});

describe("what cannot be sent", () => {
  it.each([
    ["an address that is none", { baseUrl: "not a url" }, "bad_address"],
    ["a key in Chinese", { apiKey: "密钥" }, "bad_header"],
    ["a key of two lines", { apiKey: "secret\nsecret" }, "bad_header"],
  ])("%s is told as that, and not as an answer", async (_, own, because) => {
    const account = { apiKey: "k", baseUrl: "http://127.0.0.1:9/v1", ...own };
    const model = createOpenRouterModel({ ...account, model: "any" });
    const failed = { because, message: expect.not.stringContaining("secret") };
    await expect(model.invoke("hi")).rejects.toMatchObject(failed);
    expect(await listModels(account)).toMatchObject({ kind: "failure", failure: failed });
  });
});
