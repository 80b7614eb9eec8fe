// Answers that have to pass. crewAI: Task(guardrails=[…], guardrail_max_retries=3)
import { completed, createCrew, defineAgent, defineTask, type Guardrail } from "@k8s-copilot/crew";
import type { BaseChatModel } from "@langchain/core/language_models/chat_models";

const isShort: Guardrail = ({ raw }) => raw.length <= 60 || `It has ${raw.length} characters; 60 is the most.`;

export async function main(model: BaseChatModel, print: (line: string) => void): Promise<void> {
  const author = defineAgent({ name: "author", role: "Copywriter", goal: "sell without lying", model });
  const slogan = defineTask({
    name: "slogan",
    description: "A slogan for a clock that is always five minutes late.",
    expectedOutput: "One sentence.",
    agent: author,
    // A function decides what can be counted; a rule in words is judged by the agent's model.
    guardrails: [isShort, "It does not claim that the clock is exact."],
  });
  const crew = createCrew({ tasks: [slogan] });
  const stream = crew.stream();
  for await (const event of stream) {
    if (event.type === "guardrail.refused") print(`refused: ${event.feedback}`);
  }
  print(completed(stream.result).raw);
}
