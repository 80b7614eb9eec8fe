// Tasks that need nothing of each other run side by side. crewAI: async_execution=True
import { createCrew, defineAgent, defineTask } from "@k8s-copilot/crew";
import type { BaseChatModel } from "@langchain/core/language_models/chat_models";

export async function main(model: BaseChatModel, print: (line: string) => void): Promise<void> {
  const analyst = defineAgent({ name: "analyst", role: "Market analyst", goal: "say what a market is like", model });
  const editor = defineAgent({ name: "editor", role: "Editor", goal: "bring findings together", model });
  const markets = ["Lisbon", "Oslo", "Graz"].map((city) =>
    defineTask({
      name: city,
      description: `What do people in ${city} pay for a coffee?`,
      expectedOutput: "A price in euros.",
      agent: analyst,
      context: [],
    }),
  );
  const summary = defineTask({
    name: "summary",
    description: "Compare the cities.",
    expectedOutput: "One sentence.",
    agent: editor,
    condition: ({ raw }) => raw !== "", // and only if there is something to compare
  });
  const stream = createCrew({ tasks: [...markets, summary] }).stream();
  for await (const event of stream) {
    if (event.type === "task.started") print(`${event.task} begins`);
    if (event.type === "task.finished") print(`${event.task}: ${event.raw}`);
  }
}
