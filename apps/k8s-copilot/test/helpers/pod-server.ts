import { type DoubleTool, type FaultyMcpServer, type McpFaults, startFaultyMcpServer } from "@k8s-copilot/doubles";

/** What a terminal would obey: a colour, a window title, a reversed reading direction. */
export const hostile = "\x1b[31mred\x1b]0;owned\x07\u202e";

/** All that a terminal must never be sent, newline and tab aside. */
export const obeyed = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;

const strings = (...names: readonly string[]) => ({
  type: "object",
  properties: Object.fromEntries(names.map((name) => [name, { type: "string", description: name }])),
  required: names,
});

const list = (kind: string, items: readonly object[]) =>
  JSON.stringify({ apiVersion: "v1", kind: `${kind}List`, items: items.map((item) => ({ kind, ...item })) });

const inDev = (name: string) => ({ name, namespace: "dev" });

/** The tools of a small server; what it lists holds a pod with a hostile name beside an ordinary one. */
export const podTools: readonly DoubleTool[] = [
  {
    name: "list_namespaces",
    description: "List all namespaces",
    answer: () => list("Namespace", [{ metadata: { name: "dev" }, status: { phase: "Active" } }]),
  },
  {
    name: "list_pods",
    description: "List the pods of a namespace",
    inputSchema: strings("namespace"),
    answer: () =>
      list("Pod", [
        { metadata: inDev("web-1"), status: { phase: "Running" } },
        { metadata: inDev(`bad${hostile}`), status: { phase: `Running${hostile}` } },
      ]),
  },
  {
    name: "list_deployments",
    description: "List the deployments of a namespace",
    inputSchema: strings("namespace"),
    answer: () => list("Deployment", [{ metadata: inDev("web"), spec: { replicas: 2 }, status: { replicas: 2 } }]),
  },
  {
    name: "get_pod_logs",
    description: "Get the logs of a pod",
    inputSchema: strings("namespace", "name"),
    answer: () => `first ${hostile}\nlast\n`,
  },
  { name: "delete_pod", description: "Delete a pod", inputSchema: strings("namespace", "name") },
  {
    name: "scale_deployment",
    description: "Scale a deployment",
    inputSchema: {
      type: "object",
      properties: { namespace: { type: "string" }, name: { type: "string" }, replicas: { type: "integer" } },
      required: ["namespace", "name", "replicas"],
    },
  },
];

export type PodServer = FaultyMcpServer & { readonly environment: { readonly K8S_MCP_URL: string } };

/** Starts the small server on real HTTP. */
export const startPodServer = async (faults: McpFaults = {}): Promise<PodServer> => {
  const server = await startFaultyMcpServer({ transport: "http", tools: podTools, faults });
  return { ...server, environment: { K8S_MCP_URL: server.url } };
};
