import { connectMcp, type McpConnection, type McpServers } from "@k8s-copilot/crew/mcp";
import { expect, it, onTestFinished } from "vitest";
import { errorOf, startServer } from "./support.ts";

/** As plain JavaScript calls it: no compiler tells what is no server. */
async function connectPlain(servers: unknown): Promise<McpConnection> {
  const connection: McpConnection = await Reflect.apply(connectMcp, undefined, [servers, { connectTimeoutMs: 2_000 }]);
  onTestFinished(() => connection.close());
  return connection;
}

const noAddress = "bad_address (write it as http://HOST:PORT/PATH)";

const odd: readonly (readonly [what: string, server: unknown, says: string])[] = [
  ["null", null, "failed (pass { url }, { command, args } or { connect })"],
  ["a text", "http://127.0.0.1:1/mcp", "failed (pass { url }, { command, args } or { connect })"],
  ["{}", {}, "failed (it has no url, no command and no connect)"],
  ["an address that is a number", { url: 5 }, noAddress],
  ["an address that is undefined", { url: undefined }, noAddress],
  [
    "headers that are a text",
    { url: "http://127.0.0.1:1/mcp", headers: "a: b" },
    "failed (headers: pass an object, by name)",
  ],
  [
    "headers that do not tell what they are",
    { url: "http://127.0.0.1:1/mcp", headers: new Headers({ a: "b" }) },
    "failed (headers: pass an object, by name)",
  ],
  ["a command that is a number", { command: 5 }, "failed (command: pass a text)"],
  ["no command", { command: "" }, "failed (command: pass a text)"],
  ["arguments that are a text", { command: "node", args: "-e 0" }, "failed (args: pass a list of texts)"],
  ["an argument that is none", { command: "node", args: ["-e", null] }, "failed (args.1: pass a text)"],
  ["variables that are a list", { command: "node", env: ["A=1"] }, "failed (env: pass an object, by name)"],
  ["a directory that is a number", { command: "node", cwd: 1 }, "failed (cwd: pass a text)"],
  ["a connect that is no function", { connect: {} }, "failed (connect: pass a function)"],
  [
    "a connect that throws at once",
    {
      connect: () => {
        throw new Error("no login");
      },
    },
    "failed (Error: no login)",
  ],
  ["a connect that gives no client", { connect: async () => null }, "failed (TypeError:"],
  [
    "a header that cannot be sent",
    { url: "http://127.0.0.1:1/mcp", headers: { "bad name": "x" } },
    "failed (TypeError:",
  ],
];

it.each(odd)("a server that is %s is a status, and the good one beside it works", async (_what, bad, says) => {
  const good = await startServer({ transport: "http" });
  const connection = await connectPlain({ bad, good: { url: good.url } });
  expect(connection.servers.map(({ status }) => status)).toEqual(["failed", "connected"]);
  expect(connection.tools.map(({ name }) => name)).toEqual(["look", "change", "unmarked"]);
  expect(errorOf(connection).message).toContain(says);
  await connection.refresh();
  await connection.restart("bad");
  expect(connection.servers.map(({ status }) => status)).toEqual(["failed", "connected"]);
});

it.each([null, undefined, "http://127.0.0.1:1/mcp"])(
  "%o in the place of servers is a mistake of the program",
  async (servers) => {
    await expect(connectPlain(servers)).rejects.toMatchObject({ code: "options_invalid" });
  },
);

it("takes what the types rule out and does no harm", async () => {
  const good = await startServer({ transport: "http" });
  const servers = {
    a: { url: good.url, headers: null },
    b: { url: good.url, headers: { "x-retries": 3 } },
    c: { url: new URL(good.url) },
  };
  const connection = await connectPlain(servers satisfies { readonly [name in keyof McpServers]: object });
  expect(connection.servers.map(({ status }) => status)).toEqual(["connected", "connected", "connected"]);
});
