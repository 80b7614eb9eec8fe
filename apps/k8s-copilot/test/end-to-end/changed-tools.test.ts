import { startFaultyMcpServer } from "@k8s-copilot/doubles";
import { describe, expect, it, onTestFinished } from "vitest";
import { chatting, says } from "../helpers/chatting.ts";
import { podTools } from "../helpers/pod-server.ts";

const services = {
  name: "list_services",
  description: "List the services of a namespace",
  inputSchema: { type: "object", properties: { namespace: { type: "string" } }, required: ["namespace"] },
  answer: () => "Name: web-service\n",
};

describe("a server that is started anew with other tools while somebody chats", () => {
  it.each([
    ["logs of web-1 in dev", "list services in dev", "has other tools now: new: list_services; gone: delete_pod"],
    ["查看 dev 里 web-1 的日志", "列出 dev 的 service", "的工具有变化：新增 list_services；不再有 delete_pod"],
  ])("after “%s”: “%s” is served by the new ones, and what came and went is said", async (first, next, told) => {
    const server = await startFaultyMcpServer({ transport: "sse", tools: podTools });
    onTestFinished(() => server.close());
    const update = async () => {
      await server.kill();
      await server.setTools([...podTools.filter(({ name }) => name !== "delete_pod"), services]);
      await server.start();
    };
    // Whoever types at once may be quicker than the news that the connection is lost: the second look finds out.
    const look = says(first, /last/);
    const said = await chatting([], [look, update, look, says(next, /web-service/)], { K8S_MCP_URL: server.url });
    expect(said).toContain(told);
  });
});
