// Ask one question of your clusters from a script. Needs an MCP server; `npm run sample-server` starts one.
import { connectMcp } from "@k8s-copilot/crew/mcp";
import { createK8sCrew } from "@k8s-copilot/k8s-crew";

const connection = await connectMcp({ k8s: { url: process.env.K8S_MCP_URL ?? "http://localhost:8001/sse" } });
const crew = createK8sCrew({ tools: connection.tools });

const result = await crew.conversation().send("how are my clusters?");
console.log(result.answer);

await crew.close();
await connection.close();
