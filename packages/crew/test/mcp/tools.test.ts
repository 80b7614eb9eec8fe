import type { DoubleTool } from "@k8s-copilot/doubles";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withFittingNames } from "../../src/mcp/tool-names.ts";
import type { Tool } from "../../src/types.ts";
import { connect, eventually, pair, startServer, textOf, toolNamed, transports } from "./support.ts";

const many = (count: number): readonly DoubleTool[] =>
  Array.from({ length: count }, (_, number) => ({ name: `tool_${number}` }));

describe("a server's tools", () => {
  it.each([
    [0, undefined],
    [300, undefined],
    [300, 7],
    [5, 1],
  ])("M04 are all there: %s of them, %s on a page", async (count, pageSize) => {
    const { connection } = await pair({ transport: "http", tools: many(count), ...(pageSize ? { pageSize } : {}) });
    expect(connection.tools.map(({ name }) => name)).toEqual(many(count).map(({ name }) => name));
    expect(connection.servers).toEqual([{ name: "double", status: "connected", toolCount: count }]);
  });

  it("keep their schema untouched, and their annotations", async () => {
    const inputSchema = {
      $schema: "http://json-schema.org/draft-07/schema#",
      type: "object",
      properties: {
        limit: { anyOf: [{ type: "integer" }, { type: "null" }], default: null },
        anything: true,
        kind: { enum: ["Pod", null], "x-order": 1 },
      },
      required: ["limit"],
      additionalProperties: false,
    };
    const tool = { name: "t", description: "d", inputSchema, annotations: { readOnlyHint: true, title: "T" } };
    const { connection } = await pair({ transport: "sse", tools: [tool] });
    expect(connection.tools).toEqual([{ ...tool, server: "double", invoke: expect.any(Function) }]);
  });

  it.each<[string, unknown, object]>([
    ["no type", { properties: {} }, { properties: {} }],
    ["a list of types", { type: ["object", "null"] }, { type: ["object", "null"] }],
    ["no schema at all", "nothing", { type: "object" }],
    ["null", null, { type: "object" }],
    ["wrong keywords", { type: "object", required: "name" }, { type: "object", required: "name" }],
  ])("may have an odd schema, %s, without hiding the others", async (_, inputSchema, expected) => {
    const { connection } = await pair({ transport: "http", tools: [{ name: "odd", inputSchema }, { name: "plain" }] });
    expect(connection.tools.map((tool) => tool.inputSchema)).toEqual([expected, { type: "object" }]);
    expect(await toolNamed(connection, "odd").invoke({ a: 1 })).toMatchObject({ text: '{"a":1}' });
  });

  it("may promise what is not true: then the server's own words are the result", async () => {
    const lying: DoubleTool = {
      name: "logs",
      inputSchema: { type: "object", properties: { pod: { type: "integer" } } },
      answer: ({ pod }) =>
        typeof pod === "string" ? "ok" : { isError: true, content: [{ type: "text", text: "pod required" }] },
    };
    const { tool } = await pair({ transport: "http", tools: [lying] });
    expect(await tool("logs").invoke({})).toEqual({ kind: "result", text: "pod required", isError: true });
    expect(await tool("logs").invoke({ pod: "p" })).toMatchObject({ text: "ok", isError: false });
  });

  it("may come slowly", async () => {
    const { connection } = await pair({ transport: "http", faults: { list: { delayMs: 300 } } });
    expect(connection.tools).toHaveLength(3);
  });
});

describe.each(transports)("a changed tool list over %s", (transport) => {
  it("is read when the server announces it, and what is gone or changed is not called any more", async () => {
    const changes: string[] = [];
    const { server, connection, tool } = await pair({ transport }, { onToolsChanged: (name) => changes.push(name) });
    const [look, change] = [tool("look"), tool("change")];
    // Over streamable HTTP the stream for announcements opens beside the first calls.
    const opened = () => transport === "sse" || server.requests().includes("GET /mcp");
    expect(await eventually(opened)).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await server.setTools([{ name: "look", description: "another", annotations: { readOnlyHint: true } }], "announce");
    expect(await eventually(() => changes.length > 0)).toBe(true);
    expect(changes).toEqual(["double"]);
    expect(connection.tools.map(({ name, description }) => [name, description])).toEqual([["look", "another"]]);
    expect(textOf(await look.invoke({}))).toContain("has changed the tool look");
    expect(textOf(await change.invoke({}))).toContain("no longer has it");
    expect(server.calls()).toEqual([]);
    expect(await tool("look").invoke({})).toMatchObject({ kind: "result" });
  });

  it("is read by refresh when the server says nothing; an equal list changes nothing", async () => {
    const changes: string[] = [];
    const { server, connection } = await pair({ transport }, { onToolsChanged: (name) => changes.push(name) });
    await connection.refresh();
    expect(changes).toEqual([]);
    await server.setTools(many(2));
    expect((await connection.refresh()).tools.map(({ name }) => name)).toEqual(["tool_0", "tool_1"]);
    expect(changes).toEqual(["double"]);
  });
});

describe("names of tools", () => {
  it("that several servers have get their server's name in front, all of them, and each goes to its own", async () => {
    const [east, west] = [await startServer({ transport: "http" }), await startServer({ transport: "sse" })];
    await west.setTools([{ name: "look" }, { name: "only_west" }]);
    const connection = await connect({ east: { url: east.url }, "west 1": { url: west.url } });
    expect(connection.tools.map(({ name, server }) => [name, server])).toEqual([
      ["east_look", "east"],
      ["change", "east"],
      ["unmarked", "east"],
      ["west_1_look", "west 1"],
      ["only_west", "west 1"],
    ]);
    await toolNamed(connection, "west_1_look").invoke({ to: "west" });
    await toolNamed(connection, "east_look").invoke({ to: "east" });
    expect([east.calls(), west.calls()].map((calls) => calls.map(({ tool, args }) => [tool, args]))).toEqual([
      [["look", { to: "east" }]],
      [["look", { to: "west" }]],
    ]);
  });

  it.each([
    ["pods.list", "pods_list"],
    ["k8s/pods list", "k8s_pods_list"],
    ["看日志", "_"],
    ["", "tool"],
    ["1st", "_1st"],
    ["-a", "_-a"],
    ["a".repeat(70), "a".repeat(64)],
  ])("are called %j at the server and %j to a model", (name, told) => {
    expect(withFittingNames([toolLike({ name, server: "x" })]).map((each) => each.name)).toEqual([told]);
  });

  it("reach their server by the name that they have there", async () => {
    const server = await startServer({ transport: "http", tools: [{ name: "pods.list" }] });
    const connection = await connect({ east: { url: server.url } });
    await toolNamed(connection, "pods_list").invoke({});
    expect(server.calls().map(({ tool }) => tool)).toEqual(["pods.list"]);
  });

  it("always end up with different names that every vendor takes", () => {
    const name = fc.constantFrom(
      "a",
      "b",
      "x_a",
      "y_a",
      "x_a_2",
      "x.a",
      "x/a",
      "1a",
      "-a",
      "1".repeat(64),
      "b".repeat(64),
      "b".repeat(65),
    );
    const tool = fc.record({ name, server: fc.constantFrom("x", "y", "x!", "x_a") });
    const perServer = fc.uniqueArray(tool, { selector: ({ name: own, server }) => `${server}\n${own}` });
    fc.assert(
      fc.property(perServer, (found) => {
        const names = withFittingNames(found.map(toolLike)).map((each) => each.name);
        expect(new Set(names).size).toBe(names.length);
        for (const each of names) expect(each).toMatch(/^[A-Za-z_][A-Za-z0-9_-]{0,63}$/);
      }),
    );
  });
});

const toolLike = ({ name, server }: { name: string; server: string }): Tool => ({
  name,
  server,
  description: "",
  inputSchema: {},
  invoke: async () => ({ kind: "result", text: "", isError: false }),
});
