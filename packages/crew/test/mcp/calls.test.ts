import type { CallFault } from "@k8s-copilot/doubles";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventually, pair, type startServer, textOf, transports } from "./support.ts";

describe.each(transports)("a call over %s", (transport) => {
  it("sends its arguments as they are and gives the text", async () => {
    const { server, tool } = await pair({ transport });
    const args = { name: "购物车", deep: { list: [1, null, ""], flag: false } };
    expect(await tool("look").invoke(args)).toEqual({ kind: "result", text: JSON.stringify(args), isError: false });
    expect(server.calls().map((call) => call.args)).toEqual([args]);
  });

  it.each<[string, CallFault, object]>([
    ["isError", { isError: 'pods "x" not found' }, { kind: "result", isError: true, text: 'pods "x" not found' }],
    [
      "a JSON-RPC error",
      { rpcError: { code: -32603, message: 'namespaces "x" not found' } },
      { kind: "result", isError: true, text: 'namespaces "x" not found' },
    ],
    [
      "a success that says no",
      { says: { success: false } },
      { kind: "result", isError: false, text: '{"success":false}' },
    ],
    ["HTTP 401", { status: 401 }, { kind: "failure", reason: "unavailable" }],
    ["HTTP 403", { status: 403 }, { kind: "failure", reason: "unavailable" }],
    ["HTTP 500", { status: 500 }, { kind: "failure", reason: "unavailable" }],
    ["an answer twice", "twice", { kind: "result", text: "first" }],
    ["an answer to an older call", "old_answer", { kind: "result", text: "own" }],
  ])("M01 gives %s as a value", async (_, fault, expected) => {
    const { server, tool } = await pair({ transport, faults: { call: fault } });
    expect(await tool("change").invoke({})).toMatchObject(expected);
    expect(server.calls()).toHaveLength(1);
  });

  it.each<CallFault>(["wrong_id", "invalid_json"])("never takes %s for its answer", async (fault) => {
    const { tool } = await pair({ transport, faults: { call: fault } });
    expect(await tool("look").invoke({}, { timeoutMs: 500 })).toMatchObject({ kind: "failure" });
  });

  it("ends at its time limit, says so and tells the server", async () => {
    const { server, tool } = await pair({ transport, faults: { call: "hang" } });
    const output = await tool("change").invoke({}, { timeoutMs: 200 });
    expect(output).toMatchObject({ kind: "failure", reason: "timeout" });
    expect(textOf(output)).toMatch(/within 0\.2 s.*not known whether/);
    expect(await eventually(() => cancelled(server) === 1)).toBe(true);
  });

  it("ends when its signal aborts, tells the server, and leaves the connection in order", async () => {
    const { server, tool } = await pair({
      transport,
      faults: { call: (_, count) => (count === 1 ? "hang" : undefined) },
    });
    const controller = new AbortController();
    const calling = tool("look").invoke({}, { signal: controller.signal });
    await eventually(() => server.calls().length === 1);
    controller.abort();
    expect(await calling).toMatchObject({ kind: "failure", reason: "cancelled" });
    expect(await eventually(() => cancelled(server) === 1)).toBe(true);
    expect(await tool("look").invoke({ a: 1 })).toMatchObject({ text: '{"a":1}' });
    expect(server.requests().filter((request) => request === "GET /sse").length).toBeLessThanOrEqual(1);
  });

  it("is not sent when its signal has aborted before", async () => {
    const { server, tool } = await pair({ transport });
    const output = await tool("change").invoke({}, { signal: AbortSignal.abort() });
    expect(output).toMatchObject({
      kind: "failure",
      reason: "cancelled",
      message: "The call was stopped. The call did not run.",
    });
    expect(server.calls()).toEqual([]);
  });

  it("reads 5 MB, in lines and as one", async () => {
    for (const lines of [true, false]) {
      const { tool } = await pair({ transport, faults: { call: { flood: 5_000_000, lines } } });
      expect(textOf(await tool("look").invoke({}))).toHaveLength(5_000_000);
    }
  });

  it("refuses more than the limit, and the next call works", async () => {
    const { tool } = await pair({
      transport,
      faults: { call: (_, count) => (count === 1 ? { flood: 17_000_000 } : undefined) },
    });
    expect(await tool("look").invoke({})).toMatchObject({ kind: "failure", reason: "too_big" });
    expect(await tool("look").invoke({ a: 1 })).toMatchObject({ text: '{"a":1}' });
  });

  it("M02 runs beside thirty others over one connection, each with its own answer", async () => {
    const warnings: string[] = [];
    const note = (warning: Error) => warnings.push(warning.message);
    process.on("warning", note);
    const { server, tool } = await pair({ transport });
    const numbers = Array.from({ length: 30 }, (_, number) => number);
    const outputs = await Promise.all(numbers.map((number) => tool("look").invoke({ number })));
    expect(outputs.map(textOf)).toEqual(numbers.map((number) => `{"number":${number}}`));
    expect(server.messages().filter(({ method }) => method === "initialize")).toHaveLength(1);
    process.off("warning", note);
    expect(warnings).toEqual([]);
  });

  it("ends when the connection is closed, and none is sent afterwards", async () => {
    const { server, connection, tool } = await pair({ transport, faults: { call: "hang" } });
    const look = tool("look");
    const calling = look.invoke({});
    await eventually(() => server.calls().length === 1);
    await connection.close();
    expect(await calling).toMatchObject({ kind: "failure", reason: "unavailable" });
    expect(await look.invoke({})).toMatchObject({ kind: "failure", reason: "unavailable" });
    expect(server.calls()).toHaveLength(1);
  });
});

const cancelled = (server: Awaited<ReturnType<typeof startServer>>): number =>
  server.messages().filter(({ method }) => method === "notifications/cancelled").length;

it("that was given up leaves no open exchange behind, though the server never ends it", async () => {
  const { server, tool } = await pair({ transport: "http", faults: { call: "hang" } });
  await tool("look").invoke({}, { timeoutMs: 100 });
  // One stream stays: the one for announcements.
  expect(await eventually(() => server.openSockets() === 1)).toBe(true);
});

describe("the content of a result", () => {
  it.each<[string, Record<string, unknown>, object]>([
    [
      "joins text and names the rest",
      {
        content: [
          { type: "text", text: "a" },
          { type: "image", mimeType: "image/png", data: "AAAA" },
          { type: "resource_link", uri: "http://127.0.0.1:1/never", name: "n" },
          { type: "resource", resource: { uri: "file:///x", text: "b" } },
          { type: "resource", resource: { uri: "file:///y", blob: "AAAA" } },
          { type: "hologram" },
        ],
      },
      {
        kind: "result",
        text: "a\n[image image/png]\n[link http://127.0.0.1:1/never]\nb\n[resource file:///y]\n[hologram]",
        isError: false,
      },
    ],
    ["may be nothing", { content: [] }, { kind: "result", text: "", isError: false }],
    ["may be missing", {}, { kind: "result", text: "", isError: false }],
    [
      "keeps structured content beside the text",
      { content: [{ type: "text", text: "one pod" }], structuredContent: { pods: 1 } },
      { kind: "result", text: "one pod", structured: { pods: 1 }, isError: false },
    ],
    [
      "gives structured content as JSON when there is no text",
      { content: [], structuredContent: { pods: 1 } },
      { kind: "result", text: '{\n  "pods": 1\n}', structured: { pods: 1 }, isError: false },
    ],
    [
      "unwraps what FastMCP wraps",
      { content: [], structuredContent: { result: [1] }, _meta: { fastmcp: { wrap_result: true } } },
      { kind: "result", text: "[\n  1\n]", structured: [1], isError: false },
    ],
  ])("%s", async (_, answer, expected) => {
    const { tool } = await pair({ transport: "http", tools: [{ name: "t", answer: () => answer }] });
    expect(await tool("t").invoke({})).toEqual(expected);
  });

  it("comes through as it was sent, in JSON answers too", async () => {
    let text = "";
    const { tool } = await pair({ transport: "http", json: true, tools: [{ name: "t", answer: () => text }] });
    const property = fc.asyncProperty(fc.string({ unit: "binary", maxLength: 300 }), async (sent) => {
      text = sent;
      expect(textOf(await tool("t").invoke({}))).toBe(sent);
    });
    await fc.assert(property, { numRuns: 50 });
  });
});
