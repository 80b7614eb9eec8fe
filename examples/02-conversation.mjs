// Hold a conversation: a missing name becomes a choice, and what was said is remembered.
import { connectMcp } from "@k8s-copilot/crew/mcp";
import { createK8sCrew } from "@k8s-copilot/k8s-crew";

const connection = await connectMcp({ k8s: { url: process.env.K8S_MCP_URL ?? "http://localhost:8001/sse" } });
const crew = createK8sCrew({ tools: connection.tools });
const conversation = crew.conversation({ cluster: process.env.K8S_CLUSTER ?? "dev-cluster" });

for (const message of ["hi，帮我看一下 `cart-service` 的日志", "我不确定，你列出来吧", "应该在 `dev`", "v2 那个"]) {
  const result = await conversation.send(message);
  console.log(`> ${message}\n${result.answer}\n`);
}

await crew.close();
await connection.close();
