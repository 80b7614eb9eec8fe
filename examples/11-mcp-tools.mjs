// An agent with the tools of an MCP server. `npm run sample-server` starts one.
import { defineAgent, runAgent, withTruncation } from "@k8s-copilot/crew";
import { connectMcp } from "@k8s-copilot/crew/mcp";
import { modelOr } from "./model.mjs";

const connection = await connectMcp({ k8s: { url: process.env.K8S_MCP_URL ?? "http://localhost:8001/sse" } });
// A server that is not there is a status, not an exception: with several of them the others still work.
for (const server of connection.servers)
  if (server.status === "failed") throw new Error(`${server.name}: ${server.error.message}`);
const tools = connection.tools.filter(({ name }) => /^(list|get|describe)_/i.test(name));

const operator = defineAgent({
  name: "operator",
  role: "an operator of Kubernetes",
  goal: "say what runs",
  backstory: "",
  model: modelOr({ name: "LIST_CLUSTERS", args: {} }, "There is a cluster."),
  tools: tools.map((tool) => withTruncation(tool, 4_000)),
});
const run = await runAgent(operator, "Which clusters are there?");
for (const { call, outcome } of run.calls) console.log(`${call.tool}: ${outcome}`);
await connection.close();
if (run.status === "failed") throw new Error(`${run.error.message} ${run.error.remedy}`);
console.log(run.text);
