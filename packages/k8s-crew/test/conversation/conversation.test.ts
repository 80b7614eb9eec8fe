import { connectMcp, type McpConnection } from "@k8s-copilot/crew/mcp";
import { type DoubleTool, type FaultyMcpServer, startFaultyMcpServer } from "@k8s-copilot/doubles";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createK8sCrew, type K8sCrew, type TurnEvent, turnResultSchema } from "../../src/index.ts";

const namespaced = { type: "object", properties: { namespace: { type: "string" } }, required: ["namespace"] };
const tools: readonly DoubleTool[] = [
  { name: "list_namespaces", description: "List all namespaces", answer: () => "Name: dev\nName: shop\n" },
  {
    name: "list_pods",
    description: "List the pods of a namespace",
    inputSchema: namespaced,
    answer: () => "Name: web-1\nName: web-2\n",
  },
  {
    name: "get_pod_logs",
    description: "Get the logs of a pod",
    inputSchema: {
      type: "object",
      properties: { namespace: { type: "string" }, name: { type: "string" } },
      required: ["namespace", "name"],
    },
    answer: ({ namespace, name }) => `started ${name} in ${namespace}\n`,
  },
];

let server: FaultyMcpServer;
let connection: McpConnection;
let crew: K8sCrew;
beforeEach(async () => {
  server = await startFaultyMcpServer({ transport: "http", tools });
  connection = await connectMcp({ k8s: { url: server.url } });
  crew = createK8sCrew({ tools: connection.tools });
});
afterEach(async () => {
  await crew.close();
  await connection.close();
  await server.close();
});

describe("send", () => {
  test("that is stopped by its signal comes to `cancelled`, nothing more is sent, and the conversation goes on", async () => {
    const conversation = crew.conversation();
    server.setFaults({ call: "hang" });
    const stop = new AbortController();
    const stopped = conversation.send("list pods in dev", { signal: stop.signal });
    while (server.calls().length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    const before = server.calls().length;
    stop.abort();
    expect(await stopped).toMatchObject({ status: "cancelled", answer: "Stopped. Nothing was changed.", error: null });
    expect(server.calls()).toHaveLength(before);
    server.setFaults({});
    expect((await conversation.send("list pods in dev")).answer).toContain("web-2");
  });

  test("whose signal has fired before sends nothing", async () => {
    const result = await crew.conversation().send("list pods in dev", { signal: AbortSignal.abort() });
    expect(result.status).toBe("cancelled");
    expect(server.calls()).toEqual([]);
  });

  test("of two messages at once answers one after the other, in their order", async () => {
    const conversation = crew.conversation();
    const [asked, read] = await Promise.all([conversation.send("logs of web-1"), conversation.send("shop")]);
    expect(asked).toMatchObject({ status: "needs_input", question: { parameter: "namespace" } });
    expect(read.answer).toContain("started web-1 in shop");
  });

  test("resolves to the published object, whose session is the conversation's id", async () => {
    const conversation = crew.conversation({ id: "mine", namespace: "dev" });
    const result = turnResultSchema.strict().parse(await conversation.send("list pods"));
    expect(conversation.id).toBe("mine");
    expect(result.session).toBe("mine");
    expect(result.calls.at(-1)).toMatchObject({ tool: "list_pods", args: { namespace: "dev" }, cached: false });
  });
});

describe("answer", () => {
  test("with the id of the question and the value of a choice is the reply", async () => {
    const conversation = crew.conversation();
    await conversation.send("logs of web-1");
    const { question } = await conversation.send("not sure, list them");
    expect(question?.choices.map(({ value }) => value)).toEqual(["dev", "shop"]);
    const result = await conversation.answer({ id: question?.id ?? "", value: "shop" });
    expect(result).toMatchObject({ status: "ok", question: null });
    expect(result.answer).toContain("started web-1 in shop");
  });
});

describe("events", () => {
  test("tell a turn in order, end each with its result, and stop with `close`", async () => {
    const conversation = crew.conversation();
    const heard: TurnEvent[] = [];
    const listening = (async () => {
      for await (const event of conversation.events()) heard.push(event);
    })();
    const result = await conversation.send("list pods in dev");
    await conversation.close();
    await listening;
    expect(heard[0]).toEqual({ type: "turn.started", message: "list pods in dev", language: "en" });
    expect(heard.at(-1)).toEqual({ type: "result", ...result });
    const started = heard.flatMap((event) => (event.type === "call.started" ? [event.id] : []));
    const finished = heard.flatMap((event) => (event.type === "call.finished" ? [event.id] : []));
    expect(finished.sort()).toEqual(started.sort());
    expect(started.length).toBeGreaterThan(0);
  });
});

test("two conversations of one crew share nothing that was said", async () => {
  const [one, other] = [crew.conversation(), crew.conversation()];
  expect((await one.send("logs of web-1 in dev")).status).toBe("ok");
  expect((await other.send("logs of web-1")).status).toBe("needs_input");
});
