// Context, and answers with a shape. crewAI: Task(context=[…], output_pydantic=…)
import { completed, createCrew, defineAgent, defineTask } from "@k8s-copilot/crew";
import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { z } from "zod";

const Ideas = z.object({ ideas: z.array(z.object({ name: z.string(), cost: z.number() })) });

export async function main(model: BaseChatModel, print: (line: string) => void): Promise<void> {
  const planner = defineAgent({
    name: "planner",
    role: "Event planner",
    goal: "plan parties that people remember",
    model,
  });
  const ideas = defineTask({
    name: "ideas",
    description: "Think of parties for {guests} guests.",
    expectedOutput: "Two ideas with their cost in euros.",
    agent: planner,
    output: Ideas,
  });
  const slogan = defineTask({
    name: "slogan",
    description: "Invent a slogan for the season.",
    expectedOutput: "Five words.",
    agent: planner,
    context: [], // sees nothing of the ideas, and does not wait for them
  });
  const invitation = defineTask({
    name: "invitation",
    description: "Write the invitation to the cheapest of them.",
    expectedOutput: "Two sentences.",
    agent: planner,
    context: [ideas], // sees the ideas, and not the slogan
  });
  const result = completed(
    await createCrew({ tasks: [ideas, slogan, invitation], concurrency: 1 }).kickoff({ guests: 40 }),
  );
  for (const { name, cost } of result.tasks.ideas.data.ideas) print(`${name}: ${cost} euros`);
  print(result.data);
}
