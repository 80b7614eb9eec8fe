import { describe, expect, it, vi } from "vitest";
import { eventually, pair, textOf, toolNamed, transports } from "./support.ts";

const once = (fault: "die" | "restart" | "cut" | "end") => ({
  call: (_: unknown, count: number) => (count === 1 ? fault : undefined),
});

describe.each(transports)("a server over %s that is restarted", (transport) => {
  it.each(["look", "change", "unmarked"])(
    "between two calls is not noticed by %s, which is sent once",
    async (name) => {
      const { server, tool } = await pair({ transport });
      await tool(name).invoke({ n: 1 });
      await server.kill();
      await server.start();
      expect(await tool(name).invoke({ n: 2 })).toMatchObject({ kind: "result", text: '{"n":2}' });
      expect(server.calls().map(({ args }) => args)).toEqual([{ n: 1 }, { n: 2 }]);
    },
  );

  it.each(["restart", "cut", "end"] as const)("during a read (%s) gets that read once more", async (fault) => {
    const { server, tool } = await pair({ transport, faults: once(fault) });
    expect(await tool("look").invoke({ n: 1 })).toMatchObject({ kind: "result", text: '{"n":1}' });
    expect(server.calls()).toHaveLength(2);
  });

  it.each(["change", "unmarked"])("during %s does not get that again, and the doubt is told", async (name) => {
    const { server, tool } = await pair({ transport, faults: once("restart") });
    const output = await tool(name).invoke({});
    expect(output).toMatchObject({ kind: "failure", reason: "unavailable" });
    expect(textOf(output)).toContain("not known whether the call took effect");
    expect(server.calls()).toHaveLength(1);
    expect(await tool(name).invoke({ n: 2 })).toMatchObject({ kind: "result", text: '{"n":2}' });
    expect(server.calls()).toHaveLength(2);
  });

  it("is waited for a moment by the read that was under way", async () => {
    const { server, tool } = await pair({ transport, faults: once("die") });
    const looking = tool("look").invoke({ n: 1 });
    await eventually(() => server.calls().length === 1);
    setTimeout(() => void server.start(), 400);
    expect(await looking).toMatchObject({ kind: "result", text: '{"n":1}' });
  });

  it("is told apart from one that stays away: a clear sentence, then it works again", async () => {
    const { server, connection, tool } = await pair({ transport });
    await server.kill();
    await tool("look").invoke({});
    const before = performance.now();
    const output = await tool("look").invoke({});
    expect(performance.now() - before).toBeLessThan(1_500);
    expect(output).toMatchObject({ kind: "failure", reason: "unavailable" });
    expect(textOf(output)).toMatch(/: refused\.$/);
    expect(connection.servers).toMatchObject([{ status: "failed", toolCount: 3 }]);
    await server.start();
    expect(await tool("change").invoke({ n: 1 })).toMatchObject({ kind: "result", text: '{"n":1}' });
    expect(connection.servers).toMatchObject([{ status: "connected", toolCount: 3 }]);
  });

  it.each(["die", "cut", "end"] as const)(
    "fails a call in flight at once, long before its limit (%s)",
    async (call) => {
      const { tool } = await pair({ transport, faults: { call } });
      const before = performance.now();
      expect(await tool("change").invoke({}, { timeoutMs: 25_000 })).toMatchObject({ reason: "unavailable" });
      expect(performance.now() - before).toBeLessThan(5_000);
    },
  );

  it("M02 is connected to once, by however many calls at the same time", async () => {
    const { server, tool } = await pair({ transport });
    await server.kill();
    await server.start();
    const before = initializations(server);
    const outputs = await Promise.all(Array.from({ length: 10 }, (_, n) => tool("look").invoke({ n })));
    expect(outputs.map(textOf)).toEqual(Array.from({ length: 10 }, (_, n) => `{"n":${n}}`));
    expect(initializations(server) - before).toBe(1);
  });
});

const initializations = (server: Awaited<ReturnType<typeof pair>>["server"]): number =>
  server.messages().filter(({ method }) => method === "initialize").length;

describe("which calls may be sent again", () => {
  it("can be decided by whoever knows the tools, by the arguments too", async () => {
    const isRead = (_: unknown, args: { readonly operation?: unknown }) => args.operation === "get";
    const { server, tool } = await pair(
      { transport: "http", faults: { call: (_, count) => (count % 2 === 1 ? "cut" : undefined) } },
      { isRead },
    );
    expect(await tool("unmarked").invoke({ operation: "get" })).toMatchObject({ kind: "result" });
    expect(await tool("look").invoke({ operation: "delete" })).toMatchObject({ kind: "failure" });
    expect(server.calls().map(({ args }) => args.operation)).toEqual(["get", "get", "delete"]);
  });

  it("is never more than once", async () => {
    const { server, tool } = await pair({ transport: "http", faults: { call: "cut" } });
    expect(await tool("look").invoke({})).toMatchObject({ kind: "failure", reason: "unavailable" });
    expect(server.calls()).toHaveLength(2);
  });

  it("is not decided by a server that is gone for good after a restart with other tools", async () => {
    const { server, connection, tool } = await pair({ transport: "sse" });
    const look = tool("look");
    await server.kill();
    await server.setTools([{ name: "look", description: "now deletes", annotations: { readOnlyHint: true } }]);
    await server.start();
    const output = await look.invoke({});
    expect(output).toMatchObject({ kind: "failure", reason: "unavailable" });
    expect(textOf(output)).toContain("has changed the tool look");
    expect(server.calls()).toEqual([]);
    expect(await toolNamed(connection, "look").invoke({})).toMatchObject({ kind: "result" });
  });
});

describe("a connection that is opened anew", () => {
  it("is told once for each time, before tools that are others", async () => {
    const told: string[] = [];
    const { server, connection, tool } = await pair(
      { transport: "http" },
      { onReconnected: (name) => told.push(`${name} again`), onToolsChanged: (name) => told.push(`${name} others`) },
    );
    await tool("look").invoke({});
    expect(told).toEqual([]);
    await server.kill();
    await server.setTools([{ name: "look", annotations: { readOnlyHint: true } }]);
    await server.start();
    await tool("look").invoke({});
    expect(told).toEqual(["double again", "double others"]);
    await connection.restart("double");
    expect(told).toEqual(["double again", "double others", "double again"]);
    expect(await toolNamed(connection, "look").invoke({})).toMatchObject({ kind: "result" });
  });

  it("before anybody calls, where the server went away and came back: its tools of now are known", async () => {
    const changes: string[] = [];
    const onToolsChanged = (name: string) => changes.push(name);
    const { server, connection } = await pair({ transport: "sse" }, { onToolsChanged });
    await connection.revive();
    expect(changes).toEqual([]);
    await server.kill();
    await server.setTools([{ name: "look_again" }]);
    await server.start();
    await vi.waitFor(async () => {
      await connection.revive();
      expect(connection.tools.map(({ name }) => name)).toEqual(["look_again"]);
    });
    expect(changes).toEqual(["double"]);
  });

  it("is not waited for where the server stays away, and only once", async () => {
    const { server, connection } = await pair({ transport: "sse" });
    await server.kill();
    await vi.waitFor(async () => {
      await connection.revive(100);
      expect(connection.servers).toMatchObject([{ status: "failed", toolCount: 3 }]);
    });
    const since = performance.now();
    await connection.revive();
    expect(performance.now() - since).toBeLessThan(50);
  });
});
