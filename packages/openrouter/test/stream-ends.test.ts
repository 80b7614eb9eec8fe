import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { expect, onTestFinished, test } from "vitest";
import { createGuardFetch } from "../src/guard-fetch.ts";
import { createOpenRouterModel, ModelError, type ModelUsage } from "../src/index.ts";
import { ask, beginning } from "./conversation.ts";

const frame = { id: "1", model: "m", created: 1 };
const event = (data: object) => `data: ${JSON.stringify({ ...frame, ...data })}\n\n`;
const said = event({ choices: [{ index: 0, delta: { content: "all is well" } }] });
const stop = event({ choices: [{ index: 0, delta: {}, finish_reason: "stop" }] });
const counts = event({ choices: [], usage: { prompt_tokens: 10, completion_tokens: 5, cost: 0.01 } });
const done = "data: [DONE]\n\n";
const whole = said + stop + counts;

type Given = { readonly answer: (reply: ServerResponse) => unknown; readonly headers?: Record<string, string> };

async function serve({ answer, headers = { "content-type": "text/event-stream" } }: Given) {
  let connections = 0;
  const server = createServer((request, reply) => {
    request.resume();
    reply.writeHead(200, headers);
    answer(reply);
  });
  server.on("connection", () => {
    connections += 1;
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: portOf(server.address()), connections: () => connections };
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === "object" && address !== null ? address.port : 0;
}

function modelAt(port: number, idleMs = 20_000) {
  const used: ModelUsage[] = [];
  const limits = { maxRetries: 0, idleMs };
  const where = { apiKey: "", baseUrl: `http://127.0.0.1:${port}/v1`, model: "m" };
  return { used, model: createOpenRouterModel({ ...where, limits, onUsage: (usage) => used.push(usage) }) };
}

async function read(given: Given) {
  const { port } = await serve(given);
  const { model, used } = modelAt(port);
  const since = performance.now();
  const text = await ask(model, beginning, "stream").then(
    (answer) => answer.text,
    (error: Error) => `failed: ${error.message}`,
  );
  return { text, ms: performance.now() - since, cost: used[0]?.costUsd };
}

test.each<{ tail: string; answer: Given["answer"] }>([
  { tail: "nothing, on an open connection", answer: (reply) => reply.write(whole) },
  {
    tail: "a reset",
    answer: async (reply) => {
      reply.write(whole);
      await pause(50);
      reply.destroy();
    },
  },
  { tail: "half a line", answer: (reply) => reply.end(`${whole}data: {"id":`) },
  { tail: "a line that is no JSON", answer: (reply) => reply.end(`${whole}data: bye\n\n`) },
  { tail: "[DONE] with a blank", answer: (reply) => reply.write(`${whole}data: [DONE] \n\n`) },
])("an answer that is whole stays whole when it is followed by $tail", async ({ answer }) => {
  const told = await read({ answer });
  expect(told).toMatchObject({ text: "all is well", cost: 0.01 });
  expect(told.ms).toBeLessThan(5_000);
});

test("an answer that is whole stays whole when the connection ends before its counts", async () => {
  const answer = async (reply: ServerResponse) => {
    reply.write(said + stop);
    await pause(50);
    reply.destroy();
  };
  expect(await read({ answer })).toMatchObject({ text: "all is well", cost: undefined });
});

test("an error after the end of an answer is an error", async () => {
  expect((await read({ answer: (reply) => reply.end(whole + disconnected + done) })).text).toContain("failed: ");
});

const disconnected = event({ error: { code: 502, message: "Provider disconnected" } });

test.each([
  ["a piece that is no JSON", `${said}data: {bad\n\n`],
  ["an error", said + disconnected],
])("counts that come after %s are counted", async (_what, broken) => {
  const told = await read({ answer: (reply) => reply.end(broken + counts + done) });
  expect(told).toMatchObject({ text: expect.stringContaining("failed: "), cost: 0.01 });
});

test.each([
  ["that was cut", said, null],
  ["with a piece that is no JSON", `${said}data: {bad\n\n`, null],
  ["that began with an error", disconnected, undefined],
])("an answer %s may be billed where something of it came", async (_how, broken, costUsd) => {
  const { port } = await serve({ answer: (reply) => reply.end(broken) });
  const failed = await ask(modelAt(port).model, beginning, "stream").catch((error: unknown) => error);
  expect(failed instanceof ModelError && failed.usage?.costUsd).toBe(costUsd);
});

test("events that only keep the connection open are no part of an answer", async () => {
  const idle = 'data:\n\nevent: ping\ndata: {"type":"ping"}\n\nevent: heartbeat\ndata: -\n\n';
  const answer = (reply: ServerResponse) => reply.end(idle + said + idle + stop + idle + done);
  expect((await read({ answer })).text).toBe("all is well");
});

test.each<[type: string, headers: Record<string, string>]>([
  ["in capitals", { "content-type": "Text/Event-Stream; charset=utf-8" }],
  ["of plain text", { "content-type": "text/plain" }],
  ["of JSON", { "content-type": "application/json" }],
  ["that is missing", {}],
])("a stream with a type %s is a stream", async (_type, headers) => {
  const answer = (reply: ServerResponse) => reply.end(`\n: first a comment\n\n${whole}${done}`);
  expect((await read({ answer, headers })).text).toBe("all is well");
});

test("one piece of JSON is read as such, whatever type it comes with", async () => {
  const choices = [{ index: 0, finish_reason: "stop", message: { content: "all is well" } }];
  const answer = (reply: ServerResponse) => reply.end(`\n \n${JSON.stringify({ ...frame, choices })}`);
  expect((await read({ answer })).text).toBe("all is well");
});

test.each(["\n", "\r\n", "\r"])("lines may end with %j, wherever a piece ends", async (end) => {
  const lines = (whole + done).replaceAll("\n", end);
  const answer = async (reply: ServerResponse) => {
    for (const character of lines) {
      reply.write(character);
      if (character === "\r") await pause(1);
    }
    reply.end();
  };
  expect(await read({ answer })).toMatchObject({ text: "all is well", cost: 0.01 });
});

test("a server that ends a reply a little after [DONE] is asked again on the same connection", async () => {
  const answer = async (reply: ServerResponse) => {
    reply.write(whole + done);
    await pause(20);
    reply.end();
  };
  const { port, connections } = await serve({ answer });
  const { model } = modelAt(port);
  for (let asked = 0; asked < 3; asked += 1) {
    await ask(model, beginning, "stream");
    await pause(100);
  }
  expect(connections()).toBe(1);
});

test("who stops listening in the middle leaves no timer behind", async () => {
  const { port } = await serve({ answer: (reply) => reply.write(said.repeat(50)) });
  const limits = { maxTokens: 100, timeoutMs: 60_000, idleMs: 60_000, maxRetries: 0 };
  const ignored = { onUsage: () => {}, onRetry: () => {}, onServed: () => {} };
  const guard = createGuardFetch({ fetch, headers: {}, limits, ...ignored });
  const body = JSON.stringify({ model: "m", messages: [{ role: "user", content: "hi" }], stream: true });
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
  for (let asked = 0; asked < 8; asked += 1) {
    const reply = await guard(`http://127.0.0.1:${port}/v1/chat/completions`, { method: "POST", body });
    const reader = reply.body?.getReader();
    await reader?.read();
    await pause(20);
    await reader?.cancel();
  }
  await expect.poll(timers, { timeout: 3_000 }).toBeLessThan(4);
});

/** In a thread of its own, which goes on while this one stands still. */
const elsewhere = `
  const { parentPort, workerData } = require("node:worker_threads");
  const server = require("node:http").createServer((request, reply) => {
    request.resume();
    reply.writeHead(200, { "content-type": "text/event-stream" });
    reply.write(workerData.first);
    setTimeout(() => reply.end(workerData.rest), 100);
  });
  server.listen(0, "127.0.0.1", () => parentPort.postMessage(server.address().port));
`;

test("an answer that came while this process stood still is not taken for silence", async () => {
  const worker = new Worker(elsewhere, { eval: true, workerData: { first: said, rest: stop + counts + done } });
  onTestFinished(async () => void (await worker.terminate()));
  const [port] = await once(worker, "message");
  let text = "";
  for await (const chunk of await modelAt(port, 600).model.stream("hi")) {
    if (text === "") Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_500);
    text += chunk.text;
  }
  expect(text).toBe("all is well");
});
