import type { ServerResponse } from "node:http";
import { describe, expect, onTestFinished, test } from "vitest";
import { createOpenRouterModel, describeModelError, type ModelUsage } from "../src/index.ts";
import { ask, beginning } from "./conversation.ts";
import { startEndpoint } from "./endpoint.ts";

const frame = { id: "1", model: "m", created: 1 };
const event = (data: object) => `data: ${JSON.stringify({ ...frame, ...data })}\n\n`;
const piece = (delta: object, rest: object = {}) => event({ choices: [{ index: 0, delta, ...rest }] });
const untold = { promptTokens: 0, completionTokens: 0, costUsd: null };

/** A service that answers each request as the next of these does, the last of them from then on. */
const modelAt = async (answers: readonly ((reply: ServerResponse) => void)[], set: Partial<Limits> = {}) => {
  let asked = 0;
  const endpoint = await startEndpoint((_, reply) => {
    const answer = answers[Math.min(asked, answers.length - 1)];
    asked += 1;
    answer?.(reply);
  });
  onTestFinished(() => void endpoint.close());
  const used: ModelUsage[] = [];
  const limits = { idleMs: 400, timeoutMs: 20_000, maxRetries: 0, ...set };
  const where = { apiKey: "", baseUrl: endpoint.baseUrl, model: "m" };
  return { used, model: createOpenRouterModel({ ...where, limits, onUsage: (usage) => used.push(usage) }) };
};

const stream = (reply: ServerResponse) => reply.writeHead(200, { "content-type": "text/event-stream" });

const again =
  (sent: string, everyMs = 10) =>
  (reply: ServerResponse) => {
    const timer = setInterval(() => reply.write(sent), everyMs);
    reply.on("close", () => clearInterval(timer));
  };

const failureOf = (asked: Promise<unknown>) =>
  asked.then(
    () => "answered",
    (error: unknown) => describeModelError(error).because,
  );

type Limits = { readonly idleMs: number; readonly maxRetries: number };

describe("a stream that goes on and says nothing", () => {
  test.each([
    ["empty texts", piece({ content: "" })],
    ["blanks", piece({ content: " \n" })],
    ["nothing but who speaks", piece({ role: "assistant" })],
    ["pieces of calls with nothing in them", piece({ tool_calls: [{ index: 0, function: { arguments: "" } }] })],
    ["events without an answer", event({})],
    ["counts", event({ choices: [], usage: { prompt_tokens: 1 } })],
  ])("has fallen silent: %s", async (_, sent) => {
    const { model } = await modelAt([(reply) => again(sent)(stream(reply))]);
    expect(await failureOf(ask(model, beginning, "stream"))).toBe("stalled");
  });

  test("has fallen silent after its first words, too", async () => {
    const sent = (reply: ServerResponse) => {
      stream(reply).write(piece({ content: "all is" }));
      again(piece({ content: "" }))(reply);
    };
    expect(await failureOf(ask((await modelAt([sent])).model, beginning, "stream"))).toBe("stalled");
  });

  test.each([
    ["thoughts", piece({ reasoning: "hm" })],
    ["a call", piece({ tool_calls: [{ index: 0, id: "a", function: { name: "list_pods", arguments: " 1" } }] })],
  ])("has not where it brings %s", async (_, sent) => {
    const slowly = (reply: ServerResponse) => {
      again(sent, 100)(stream(reply));
      setTimeout(() => reply.end(piece({ content: "all is well" }, { finish_reason: "stop" })), 900);
    };
    expect(await failureOf(ask((await modelAt([slowly])).model, beginning, "stream"))).not.toBe("stalled");
  });
});

describe("a reply that is longer than any answer", () => {
  const endless = (begin: string, more: string) => (reply: ServerResponse) => {
    const write = () => {
      if (reply.destroyed) return;
      if (reply.write(more)) setImmediate(write);
      else reply.once("drain", write);
    };
    reply.write(begin);
    write();
  };
  const mebibyte = "x".repeat(1024 * 1024);

  test("is broken off, streamed or whole", async () => {
    const texts = await modelAt([(reply) => endless("", piece({ content: mebibyte }))(stream(reply))], {
      idleMs: 20_000,
    });
    expect(await failureOf(ask(texts.model, beginning, "stream"))).toBe("malformed");
    const body = await modelAt([(reply) => endless('{"choices":"', mebibyte)(reply.writeHead(200))]);
    expect(await failureOf(ask(body.model, beginning, "invoke"))).toBe("malformed");
  });

  test("is broken off before its first word, too", async () => {
    const { model } = await modelAt([(reply) => endless("", "\n".repeat(1024 * 1024))(reply.writeHead(200))]);
    expect(await failureOf(ask(model, beginning, "invoke"))).toBe("malformed");
  });

  test("is read no further than to what is wrong, where it is a refusal", async () => {
    const { model } = await modelAt([(reply) => endless("", mebibyte)(reply.writeHead(503))]);
    expect(await failureOf(ask(model, beginning, "invoke"))).toBe("overloaded");
  });
});

test("a reply that was broken off and asked for again is told among what was used", async () => {
  const cut = (reply: ServerResponse) => stream(reply).end(piece({ content: "" }));
  const whole = (reply: ServerResponse) =>
    stream(reply).end(
      `${piece({ content: "all is well" }, { finish_reason: "stop" })}${event({ choices: [], usage: { prompt_tokens: 7, cost: 0.01 } })}data: [DONE]\n\n`,
    );
  const { model, used } = await modelAt([cut, whole], { maxRetries: 1 });
  expect((await ask(model, beginning, "stream")).text).toBe("all is well");
  expect(used).toMatchObject([untold, { promptTokens: 7, costUsd: 0.01 }]);
});
