// One agent with one tool. crewAI: Agent(…).kickoff("…")
import { defineAgent, runAgent } from "@k8s-copilot/crew";
import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

const weather = tool(({ city }) => `${city}: 21 °C, light rain`, {
  name: "weather",
  description: "The weather in a city now",
  schema: z.object({ city: z.string() }),
});

export async function main(model: BaseChatModel, print: (line: string) => void): Promise<void> {
  const guide = defineAgent({
    name: "guide",
    role: "City guide",
    goal: "help people to plan their day",
    model,
    tools: [weather],
  });
  const run = await runAgent(guide, "Shall I take an umbrella in Lisbon?");
  print(run.status === "completed" ? run.text : `${run.error.message} ${run.error.remedy}`);
}
