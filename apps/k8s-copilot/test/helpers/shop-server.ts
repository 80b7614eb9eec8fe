import { type DoubleTool, startFaultyMcpServer } from "@k8s-copilot/doubles";

const strings = (...names: readonly string[]) => ({
  type: "object",
  properties: Object.fromEntries(names.map((name) => [name, { type: "string" }])),
  required: names,
});

const tools: readonly DoubleTool[] = [
  { name: "list_namespaces", description: "List all namespaces", answer: () => "Name: shop\n" },
  {
    name: "list_pods",
    description: "List the pods of a namespace",
    inputSchema: strings("namespace"),
    answer: () => "Name: web-1\nName: web-2\n",
  },
  {
    name: "get_pod_logs",
    description: "Get the logs of a pod",
    inputSchema: strings("namespace", "name"),
    answer: ({ name }) => `started ${name}\n`,
  },
  {
    name: "delete_pod",
    description: "Delete a pod",
    inputSchema: strings("namespace", "name"),
    answer: ({ name }) => `pod ${name} deleted`,
  },
];

/** A server with two pods that differ in nothing, so that a name has to be asked for; and what was deleted on it. */
export const startShopServer = async () => {
  const server = await startFaultyMcpServer({ transport: "http", tools });
  const deletions = () => server.calls().filter(({ tool }) => tool === "delete_pod");
  return { ...server, environment: { K8S_MCP_URL: server.url }, deletions };
};

export type ShopServer = Awaited<ReturnType<typeof startShopServer>>;
