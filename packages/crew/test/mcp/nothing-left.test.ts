import { stdioDouble } from "@k8s-copilot/doubles";
import { expect, it } from "vitest";
import { connect, eventually, startServer, toolNamed, transports } from "./support.ts";

/** What keeps this process awake: sockets, pipes, child processes, timers. */
const resources = (): readonly string[] =>
  process.getActiveResourcesInfo().filter((name) => /Socket|TCP|Pipe|Process|Timeout|Connect|Immediate/.test(name));

const asManyAs = (before: readonly string[]) => () => resources().length <= before.length;

it.each(transports)("a closed connection over %s leaves no socket, timer or listener", async (transport) => {
  const server = await startServer({ transport, faults: { call: (_, count) => (count === 1 ? "hang" : undefined) } });
  const before = resources();
  const controller = new AbortController();
  const connection = await connect({ double: { url: server.url } });
  const look = toolNamed(connection, "look");
  await look.invoke({}, { timeoutMs: 100, signal: controller.signal });
  await Promise.all([look.invoke({}), look.invoke({}), toolNamed(connection, "change").invoke({})]);
  await connection.close();
  expect(await eventually(() => server.openSockets() === 0)).toBe(true);
  expect(await eventually(asManyAs(before))).toBe(true);
});

it("a closed child process leaves nothing", async () => {
  const before = resources();
  const connection = await connect({ child: stdioDouble() });
  await toolNamed(connection, "echo").invoke({});
  await connection.close();
  expect(await eventually(asManyAs(before))).toBe(true);
});

it.each([
  ["waits for ever", stdioDouble("--wait")],
  ["ends at once", stdioDouble("--exit", "no")],
  ["does not exist", { command: "no-such-command-anywhere" }],
])("a child process that %s leaves nothing", async (_, child) => {
  const before = resources();
  const connection = await connect({ child }, { connectTimeoutMs: 300 });
  await connection.close();
  expect(await eventually(asManyAs(before))).toBe(true);
});

it.each(["silent", "html", { status: 404 }] as const)("a server that starts with %j leaves nothing", async (start) => {
  for (const transport of transports) {
    const server = await startServer({ transport, faults: { start } });
    const before = resources();
    const connection = await connect({ double: { url: server.url } }, { connectTimeoutMs: 300 });
    await connection.close();
    expect(await eventually(() => server.openSockets() === 0)).toBe(true);
    expect(await eventually(asManyAs(before))).toBe(true);
  }
});

it("closing while it still connects leaves nothing", async () => {
  const server = await startServer({ transport: "http" });
  const connection = await connect({ double: { url: server.url } });
  server.setFaults({ list: "hang" });
  const refreshing = connection.refresh();
  await connection.close();
  await refreshing;
  expect(await eventually(() => server.openSockets() === 0)).toBe(true);
});

it("nobody comes back to a server that was away when it was asked for by server-sent events", async () => {
  const server = await startServer({ transport: "sse" });
  await server.kill();
  const connection = await connect({ double: { url: server.url, transport: "sse" } });
  await connection.close();
  await server.start();
  // An event source that was left behind comes back after three seconds.
  await new Promise((resolve) => setTimeout(resolve, 3_500));
  expect(server.requests()).toEqual([]);
});
