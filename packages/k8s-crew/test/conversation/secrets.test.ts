import { connectMcp, type McpConnection } from "@k8s-copilot/crew/mcp";
import { createScriptedModel, type FaultyMcpServer, startFaultyMcpServer } from "@k8s-copilot/doubles";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createK8sCrew } from "../../src/index.ts";

const secret = "hunter2horse";
const token = "ghp_16C7e42F292c6912E7710c838347Ae178B4a";
const plan = (tool: string, args: Readonly<Record<string, string>>) => ({
  calls: [
    {
      name: "final_answer",
      arguments: {
        view: "call",
        calls: [
          { tool, arguments: Object.entries(args).map(([name, value]) => ({ name, value })), reason: "asked for" },
        ],
      },
    },
  ],
});

let server: FaultyMcpServer;
let connection: McpConnection;
beforeAll(async () => {
  const object = (...required: readonly string[]) => ({
    type: "object",
    properties: Object.fromEntries(required.map((name) => [name, { type: "string" }])),
    required,
  });
  server = await startFaultyMcpServer({
    transport: "http",
    tools: [
      { name: "list_namespaces", description: "List all namespaces", answer: () => "Name: dev\nName: shop\n" },
      {
        name: "list_pods",
        description: "List the pods of a namespace",
        inputSchema: object("namespace"),
        answer: () => "Name: web-1\nName: web-2\n",
      },
      {
        name: "set_deployment_image",
        description: "Set the image of a deployment",
        inputSchema: object("namespace", "name", "image"),
        answer: () => "image updated",
      },
    ],
  });
  connection = await connectMcp({ k8s: { url: server.url } });
});
afterAll(async () => {
  await connection.close();
  await server.close();
});

describe("a secret that was typed", () => {
  test.each([
    [`list pods in dev, password=${secret}`, "left out: it is neither kept nor sent to a model"],
    [`列出 dev 的 pod，密码是 ${secret}`, "已略去：既不会保存，也不会发给模型"],
  ])("never reaches the model, now or with a later message, and that is said: %s", async (message, told) => {
    const model = createScriptedModel([
      plan("list_pods", { namespace: "dev" }),
      plan("list_pods", { namespace: "dev" }),
    ]);
    const crew = createK8sCrew({ tools: connection.tools, model });
    const conversation = crew.conversation();
    const first = await conversation.send(message);
    expect(first).toMatchObject({ status: "ok", warnings: [expect.stringContaining(told)] });
    expect(await conversation.send("and once more, please tell me about those")).toMatchObject({ warnings: [] });
    expect(model.requests.length).toBeGreaterThan(1);
    const sent = JSON.stringify(model.requests.map(({ messages }) => messages.map(({ content }) => content)));
    expect(sent).toContain("<masked:");
    expect(sent).not.toContain(secret);
    await crew.close();
  });

  test("is no value of a call that the model plans with its mask", async () => {
    const masked = "shop/web:<masked:github-token:medium>";
    const model = createScriptedModel([plan("set_deployment_image", { namespace: "dev", name: "web", image: masked })]);
    const crew = createK8sCrew({ tools: connection.tools, model });
    const before = server.calls().filter(({ tool }) => tool === "set_deployment_image").length;
    const asked = await crew.conversation().send(`please put shop/web:${token} onto the deployment web in dev`);
    expect(JSON.stringify(asked.approval)).not.toContain("<masked:");
    expect(asked.status).not.toBe("ok");
    expect(server.calls().filter(({ tool }) => tool === "set_deployment_image")).toHaveLength(before);
    await crew.close();
  });
});
