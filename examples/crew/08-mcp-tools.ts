// Tools of MCP servers: one client for each server, which heals when it restarts. crewAI: Agent(mcps=[…])
import { completed, createCrew, defineAgent, defineTask, withTruncation } from "@k8s-copilot/crew";
import { connectMcp } from "@k8s-copilot/crew/mcp";
import type { BaseChatModel } from "@langchain/core/language_models/chat_models";

export async function main(
  model: BaseChatModel,
  print: (line: string) => void,
  url = "http://localhost:8000/mcp",
): Promise<void> {
  const connection = await connectMcp({ shop: { url } });
  for (const server of connection.servers) if (server.status === "failed") print(server.error.message);
  try {
    const clerk = defineAgent({
      name: "clerk",
      role: "Clerk of a shop",
      goal: "answer customers from the shop's own data",
      model,
      tools: connection.tools.map((tool) => withTruncation(tool, 10_000)),
    });
    const answer = defineTask({
      name: "answer",
      description: "{question}",
      expectedOutput: "One sentence.",
      agent: clerk,
    });
    print(completed(await createCrew({ tasks: [answer] }).kickoff({ question: "How many clocks are left?" })).raw);
  } finally {
    await connection.close();
  }
}
