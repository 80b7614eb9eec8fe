import { connectMcp, type McpConnection } from "@k8s-copilot/crew/mcp";
import { type DoubleTool, type FaultyMcpServer, startFaultyMcpServer } from "@k8s-copilot/doubles";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createK8sCrew, type K8sCrew } from "../../src/index.ts";

const strings = (...names: readonly string[]) => ({
  type: "object",
  properties: Object.fromEntries(names.map((name) => [name, { type: "string" }])),
  required: names,
});

const namespaces: DoubleTool = {
  name: "list_namespaces",
  description: "List all namespaces",
  answer: () => "Name: dev\nName: shop\n",
};
const pods = (...names: readonly string[]): DoubleTool => ({
  name: "list_pods",
  description: "List the pods of a namespace",
  annotations: { readOnlyHint: true },
  inputSchema: strings("namespace"),
  answer: () => names.map((name) => `Name: ${name}\n`).join(""),
});
const logs: DoubleTool = {
  name: "get_pod_logs",
  description: "Get the logs of a pod",
  inputSchema: strings("namespace", "name"),
  answer: ({ name }) => `started ${name}\n`,
};
const deletion: DoubleTool = {
  name: "delete_pod",
  description: "Delete a pod",
  inputSchema: strings("namespace", "name"),
  answer: ({ name }) => `pod ${name} deleted`,
};
const services: DoubleTool = {
  name: "list_services",
  description: "List the services of a namespace",
  inputSchema: strings("namespace"),
  answer: () => "Name: web\n",
};
/** The same tool after an update of its server. */
const updated = (tool: DoubleTool): DoubleTool => ({ ...tool, description: `${tool.description}, by name` });

let server: FaultyMcpServer;
let connection: McpConnection;
let crew: K8sCrew;
beforeEach(async () => {
  server = await startFaultyMcpServer({
    transport: "http",
    tools: [namespaces, pods("web-1", "web-2"), logs, deletion],
  });
  const onToolsChanged = () => void crew.renew(connection.tools);
  const onReconnected = (name: string) => crew.forget(name);
  connection = await connectMcp({ shop: { url: server.url } }, { onToolsChanged, onReconnected });
  crew = createK8sCrew({ tools: connection.tools });
});
afterEach(async () => {
  await crew.close();
  await connection.close();
  await server.close();
});

/** The server announces other tools, and the crew has them. */
const change = async (tools: readonly DoubleTool[]) => {
  const before = crew.catalog;
  await server.setTools(tools, "announce");
  for (let tries = 0; tries < 200 && crew.catalog === before; tries += 1)
    await new Promise((done) => setTimeout(done, 5));
  expect(crew.catalog).not.toBe(before);
};

const sent = (tool: string) => server.calls().filter((call) => call.tool === tool).length;

describe("tools that change while a conversation goes on", () => {
  test.each([
    ["list services in shop", "Server shop has other tools now: new: list_services; gone: delete_pod."],
    ["列出 shop 的 service", "服务器 shop 的工具有变化：新增 list_services；不再有 delete_pod。"],
  ])("are used by the next request, which says what came and went: “%s”", async (message, told) => {
    const conversation = crew.conversation();
    await conversation.send("list pods in dev");
    await change([namespaces, pods("web-1"), logs, services]);
    const result = await conversation.send(message);
    expect(result.answer).toContain("web");
    expect(result.warnings).toEqual([told]);
    expect((await conversation.send(message)).warnings).toEqual([]);
  });

  test("keep what was kept of those that stayed, and nothing of those that changed", async () => {
    const conversation = crew.conversation();
    await conversation.send("list namespaces");
    await conversation.send("list pods in dev");
    await change([namespaces, updated(pods("web-3")), logs, deletion]);
    const result = await conversation.send("list pods in dev");
    expect(result.answer).toContain("web-3");
    expect(result.warnings).toEqual([]);
    expect((await conversation.send("list namespaces")).calls).toMatchObject([{ cached: true }]);
    expect([sent("list_namespaces"), sent("list_pods")]).toEqual([1, 2]);
  });

  test("under a question: what was picked is picked again where it is still there", async () => {
    const conversation = crew.conversation({ namespace: "dev" });
    const asked = await conversation.send("show me the logs");
    expect(asked.question?.choices.map(({ value }) => value)).toEqual(["web-1", "web-2"]);
    await change([namespaces, pods("web-2", "web-3"), updated(logs), deletion]);
    const answered = await conversation.send("2");
    expect(answered.answer).toContain("started web-2");
  });

  test("under a question: what was picked and is gone is asked for again, which is said", async () => {
    const conversation = crew.conversation({ namespace: "dev" });
    await conversation.send("show me the logs");
    await change([namespaces, updated(pods("web-2", "web-3")), updated(logs), deletion]);
    const asked = await conversation.send("1");
    expect(asked.question?.choices.map(({ value }) => value)).toEqual(["web-2", "web-3"]);
    expect(asked.warnings.join()).toContain("your answer was not used");
    expect(sent("get_pod_logs")).toBe(0);
  });

  test("under a consent: it is asked for anew, and nothing is sent before", async () => {
    const conversation = crew.conversation({ namespace: "dev" });
    const asked = await conversation.send("delete pod web-1");
    expect(asked.status).toBe("needs_approval");
    await change([namespaces, pods("web-1", "web-2"), logs, updated(deletion)]);
    const again = await conversation.send("web-1");
    expect(again.status).toBe("needs_approval");
    expect(again.warnings.join()).toContain("your answer was not used");
    expect(sent("delete_pod")).toBe(0);
    expect((await conversation.send("web-1")).status).toBe("ok");
    expect(sent("delete_pod")).toBe(1);
  });

  test("under the second of two consents: what was planned for the tool of before is not sent, and the first not again", async () => {
    const conversation = crew.conversation({ namespace: "dev" });
    await conversation.send("delete pod web-1 and then delete pod web-2");
    expect((await conversation.send("web-1")).status).toBe("needs_approval");
    await change([namespaces, pods("web-1", "web-2"), logs, updated(deletion)]);
    const result = await conversation.send("web-2");
    expect(result.answer).toContain("its tools have changed, so the call was not sent (delete_pod)");
    expect(
      server
        .calls()
        .filter(({ tool }) => tool === "delete_pod")
        .map(({ args }) => args?.name),
    ).toEqual(["web-1"]);
    expect((await conversation.send("delete pod web-2")).status).toBe("needs_approval");
  });

  test("in the middle of a turn: it goes on with what it began with, as far as that is still so", async () => {
    const conversation = crew.conversation({ namespace: "dev" });
    server.setFaults({ call: ({ tool }) => (tool === "list_pods" ? "hang" : undefined) });
    const turn = conversation.send("list pods in dev");
    while (sent("list_pods") === 0) await new Promise((done) => setTimeout(done, 5));
    await change([namespaces, pods("web-1", "web-2"), updated(logs), services]);
    server.setFaults({});
    await server.kill();
    await server.start();
    const result = await turn;
    expect(result.answer).toContain("web-1");
    expect(result.warnings).toEqual([]);
    expect((await conversation.send("list services in dev")).warnings).toHaveLength(1);
  });

  test("while nobody heard of it, in a server that was started anew: the request begins anew with them", async () => {
    const conversation = crew.conversation();
    await conversation.send("list namespaces");
    await server.setTools([namespaces, updated(pods("web-3")), logs, services]);
    server.setFaults({ call: (_, count) => (count === 2 ? "restart" : undefined) });
    const result = await conversation.send("list pods in dev");
    expect(result).toMatchObject({ status: "ok", answer: expect.stringContaining("web-3") });
    expect(result.warnings).toHaveLength(1);
  });
});

const at = (address: string, ...clusters: readonly string[]) => ({
  clusters,
  current: clusters[0],
  addresses: Object.fromEntries(clusters.map((name) => [name, address])),
});
const dev = at("https://1.example", "dev");

describe("clusters that change while something waits for an answer", () => {
  test.each([
    ["another one", at("https://2.example", "prod"), "new: prod; gone: dev"],
    ["another one of the same name", at("https://2.example", "dev"), "another API server now: dev."],
    ["the same one for another login", dev, "The clusters or the login have changed"],
  ])("under a consent, to %s: it is asked for anew, and nothing is sent before", async (_, now, told) => {
    const conversation = crew.conversation({ namespace: "dev" });
    const asked = await conversation.send("delete pod web-1");
    expect(asked.status).toBe("needs_approval");
    crew.clustersChanged({ server: "shop", before: dev, now });
    const again = await conversation.send("web-1");
    expect(again.status).toBe("needs_approval");
    expect(again.warnings.join()).toContain(told);
    expect(again.warnings.join()).toContain("your answer was not used");
    expect(sent("delete_pod")).toBe(0);
    expect((await conversation.send("web-1")).status).toBe("ok");
    expect(sent("delete_pod")).toBe(1);
  });

  test.each([
    ["delete pod web-1 and then delete pod web-2", /^Done: .*web-1.*\nNot run: .*web-2.*\nThe clusters or the login/],
    ["删除 pod web-1，然后删除 pod web-2", /^已执行：.*web-1.*\n没有执行：.*web-2.*\n在此期间集群或登录身份有变化/],
  ])("under the second consent of “%s”: what is left is not sent, and nothing is looked at", async (message, told) => {
    const conversation = crew.conversation({ namespace: "dev" });
    await conversation.send(message);
    expect((await conversation.send("web-1")).status).toBe("needs_approval");
    crew.clustersChanged({ server: "shop", before: dev, now: at("https://2.example", "prod") });
    const before = server.calls().length;
    const result = await conversation.send("web-2");
    expect(result).toMatchObject({ status: "cancelled", answer: expect.stringMatching(told) });
    expect(server.calls().length).toBe(before);
    expect((await conversation.send("delete pod web-2")).status).toBe("needs_approval");
  });

  test("under a question: what was offered is read again, and what is not there is not picked", async () => {
    const conversation = crew.conversation({ namespace: "dev" });
    await conversation.send("show me the logs");
    await server.setTools([namespaces, pods("web-2", "web-3"), logs, deletion]);
    crew.clustersChanged({ server: "shop", before: dev, now: at("https://2.example", "prod") });
    const asked = await conversation.send("web");
    expect(asked.question?.choices.map(({ value }) => value)).toEqual(["web-2", "web-3"]);
    expect(sent("list_pods")).toBe(2);
  });

  test("behind another server: what waits goes on", async () => {
    const conversation = crew.conversation({ namespace: "dev" });
    await conversation.send("delete pod web-1");
    crew.clustersChanged({ server: "other", before: dev, now: at("https://2.example", "prod") });
    expect((await conversation.send("web-1")).status).toBe("ok");
  });
});

test("a server that comes back with the same tools may be another one: nothing kept of it answers", async () => {
  const conversation = crew.conversation();
  await conversation.send("list pods in dev");
  await server.kill();
  await server.setTools([namespaces, pods("web-9"), logs, deletion]);
  await server.start();
  // Not kept, so that the server is called and its end is noticed.
  await conversation.send("logs of web-1 in dev");
  expect((await conversation.send("list pods in dev")).answer).toContain("web-9");
});
