import { connectMcp, type McpConnection } from "@k8s-copilot/crew/mcp";
import { type DoubleTool, type FaultyMcpServer, type McpFaults, startFaultyMcpServer } from "@k8s-copilot/doubles";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createK8sCrew, type K8sCrew } from "../../src/index.ts";

const inCluster = { type: "object", properties: { cluster: { type: "string" } } };
const clusters = [{ name: "fra-core", current: true }, { name: "lab" }];
const node = { metadata: { name: "fra-a1" }, status: { conditions: [{ type: "Ready", status: "True" }] } };
const pod = { metadata: { name: "web-1", namespace: "shop" }, status: { phase: "Running" } };

const tools: readonly DoubleTool[] = [
  { name: "list_clusters", description: "List all clusters", answer: () => JSON.stringify({ clusters }) },
  {
    name: "list_nodes",
    description: "List the nodes of a cluster",
    inputSchema: inCluster,
    answer: () => JSON.stringify({ items: [node] }),
  },
  {
    name: "list_pods",
    description: "List the pods of all namespaces of a cluster",
    inputSchema: inCluster,
    answer: () => JSON.stringify({ items: [pod] }),
  },
  {
    name: "list_namespaces",
    description: "List the namespaces of a cluster",
    inputSchema: inCluster,
    answer: () => JSON.stringify({ items: [{ metadata: { name: "shop" } }] }),
  },
];

let server: FaultyMcpServer;
let connection: McpConnection;
let crew: K8sCrew;
beforeEach(async () => {
  server = await startFaultyMcpServer({ transport: "http", tools });
  connection = await connectMcp({ k8s: { url: server.url } });
  crew = createK8sCrew({ tools: connection.tools, guidance: "direct" });
});
afterEach(async () => {
  await crew.close();
  await connection.close();
  await server.close();
});

type Answers = { readonly [tool: string]: string };

const answerTo = async (message: string, call: McpFaults["call"], answers: Answers = {}): Promise<string> => {
  await server.setTools(
    tools.map((tool) => ({ ...tool, answer: (args) => answers[tool.name] ?? tool.answer?.(args) ?? "" })),
  );
  server.setFaults(call === undefined ? {} : { call });
  return (await crew.conversation().send(message, { width: 120 })).answer;
};

const saysThereIsNone = /^No pods|^没有 ?Pod|nothing wrong|\b0\/0\b|没有发现问题/m;

describe("a cluster of which nothing was read is not called empty", () => {
  test.each<[text: string, message: string, call: McpFaults["call"], answers: Answers]>([
    ["empty lists", "how is fra-core?", undefined, { list_pods: "", list_nodes: "" }],
    ["empty lists", "fra-core 怎么样", undefined, { list_pods: "", list_nodes: "" }],
    ["an empty list of pods", "list pods in cluster fra-core", undefined, { list_pods: "" }],
    ["an empty list of pods", "列出 fra-core 集群的 pod", undefined, { list_pods: "" }],
    ["words that sound like it", "list pods in cluster fra-core", undefined, { list_pods: "no such host found" }],
    [
      "an error",
      "how is fra-core?",
      ({ tool }) => (tool === "list_clusters" ? undefined : { isError: "context deadline exceeded" }),
      {},
    ],
    ["a cut stream", "list pods in cluster fra-core", ({ tool }) => (tool === "list_pods" ? "cut" : undefined), {}],
  ])("by %s, to “%s”", async (_, message, call, answers) => {
    expect(await answerTo(message, call, answers)).not.toMatch(saysThereIsNone);
  });

  test("and what is doubtful is said to be so", async () => {
    const answer = await answerTo("list pods in cluster fra-core", undefined, { list_pods: "" });
    expect(answer).toMatch(/^The server listed no pods.*fra-core.*the list was cut off, or may not be seen/m);
  });
});

test("a cluster whose name was read before the clusters could be listed is that cluster, not a name in all of them", async () => {
  let first = true;
  const answer = await answerTo("how is fra-core?", ({ tool }) => {
    const fails = tool === "list_clusters" && first;
    if (fails) first = false;
    return fails ? { isError: "context deadline exceeded" } : undefined;
  });
  expect(answer).not.toMatch(/not found|nothing of that name/);
  expect(answer).toMatch(/^fra-core /m);
});
