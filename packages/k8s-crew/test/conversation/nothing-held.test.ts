import { queryObjects } from "node:v8";
import { connectMcp } from "@k8s-copilot/crew/mcp";
import { startFaultyMcpServer } from "@k8s-copilot/doubles";
import { expect, onTestFinished, test } from "vitest";
import { createK8sCrew } from "../../src/index.ts";

/** Objects of the kind that are alive once the garbage is collected. */
const alive = (kind: Parameters<typeof queryObjects>[0]): number => Number(queryObjects(kind, { format: "count" }));

test("a turn that is over leaves nothing behind that waits for its end", async () => {
  const server = await startFaultyMcpServer({
    transport: "http",
    tools: [{ name: "list_namespaces", description: "List all namespaces", answer: () => "Name: dev\nName: shop\n" }],
  });
  onTestFinished(server.close);
  const connection = await connectMcp({ k8s: { url: server.url } });
  onTestFinished(connection.close);
  const crew = createK8sCrew({ tools: connection.tools, maxAgeMs: 0 });
  onTestFinished(crew.close);
  const conversation = crew.conversation();
  const talk = async (turns: number) => {
    for (let turn = 0; turn < turns; turn += 1)
      expect(await conversation.send("list namespaces")).toMatchObject({ status: "ok" });
  };

  await talk(2);
  const before = alive(AbortController);
  await talk(12);
  expect(alive(AbortController) - before).toBeLessThan(6);
});
