import { connectMcp, type McpConnection } from "@k8s-copilot/crew/mcp";
import { type FaultyMcpServer, startFaultyMcpServer } from "@k8s-copilot/doubles";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createK8sCrew } from "../../src/index.ts";

/** A server that gives lists page by page, and never more than the first one. */
const deployments = JSON.stringify({
  kind: "DeploymentList",
  apiVersion: "apps/v1",
  metadata: { continue: "abc", remainingItemCount: 200 },
  items: [
    { kind: "Deployment", metadata: { name: "web", namespace: "dev" }, spec: { replicas: 1 }, status: { replicas: 1 } },
  ],
});
const namespaces = JSON.stringify({ items: [{ kind: "Namespace", metadata: { name: "dev" } }], hasMore: false });

const list = (name: string, parameters: readonly string[], text: string) => {
  const read: string[] = [];
  const tool = {
    name,
    inputSchema: {
      type: "object",
      properties: Object.fromEntries(parameters.map((each) => [each, { type: "string" }])),
    },
    annotations: { readOnlyHint: true },
    answer: () => {
      read.push(name);
      return text;
    },
  };
  return { tool, times: () => read.length };
};

const paged = list("list_deployments", ["namespace"], deployments);
const whole = list("list_namespaces", [], namespaces);
const scale = {
  name: "scale_deployment",
  inputSchema: {
    type: "object",
    properties: { namespace: { type: "string" }, name: { type: "string" }, replicas: { type: "integer" } },
    required: ["namespace", "name", "replicas"],
  },
  answer: () => "scaled",
};
let server: FaultyMcpServer;
let connection: McpConnection;
beforeAll(async () => {
  server = await startFaultyMcpServer({ transport: "http", tools: [paged.tool, whole.tool, scale] });
  connection = await connectMcp({ paged: { url: server.url } });
});
afterAll(async () => {
  await connection.close();
  await server.close();
});

describe("a list that the server cut", () => {
  test.each([
    ["list deployments in dev", "The server returned only some of the Deployments: 200 more exist"],
    ["dev 里有多少个 deployment", "服务器只返回了一部分 Deployment，后面还有 200 个"],
  ])("“%s” is told to be only a part, and is read anew each time", async (message, note) => {
    const crew = createK8sCrew({ tools: connection.tools, guidance: "direct" });
    const conversation = crew.conversation();
    const before = paged.times();
    const { answer, warnings } = await conversation.send(message);
    expect(answer).toContain(note);
    expect(warnings.join()).toContain(note);
    await conversation.send(message);
    expect(paged.times()).toBe(before + 2);
    await crew.close();
  });

  test("is no news after a change, which lists nothing", async () => {
    const crew = createK8sCrew({ tools: connection.tools, guidance: "direct" });
    const conversation = crew.conversation();
    const { approval } = await conversation.send("scale deployment web in dev to 5");
    const { answer } = await conversation.answer({ id: approval?.id ?? "", value: "approve" });
    expect(answer).toContain("web");
    expect(answer).not.toContain("only some");
    await crew.close();
  });

  test("one that is whole is kept, and nothing is said", async () => {
    const crew = createK8sCrew({ tools: connection.tools, guidance: "direct" });
    const conversation = crew.conversation();
    await conversation.send("list namespaces");
    const before = whole.times();
    const { answer } = await conversation.send("list namespaces");
    expect(whole.times()).toBe(before);
    expect(answer).not.toContain("only some");
    await crew.close();
  });
});
