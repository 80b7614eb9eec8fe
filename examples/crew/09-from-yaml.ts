// The agents.yaml and tasks.yaml of a crewAI project, as they are. crewAI: @CrewBase
import { fileURLToPath } from "node:url";
import { completed } from "@k8s-copilot/crew";
import { loadCrew } from "@k8s-copilot/crew/yaml";
import type { BaseChatModel } from "@langchain/core/language_models/chat_models";

const path = (file: string) => fileURLToPath(new URL(`config/${file}`, import.meta.url));

export async function main(model: BaseChatModel, print: (line: string) => void): Promise<void> {
  const crew = await loadCrew(
    { agents: path("agents.yaml"), tasks: path("tasks.yaml") },
    { models: { default: model } },
  );
  for (const { line, message } of crew.warnings) print(`line ${line}: ${message}`);
  print(completed(await crew.kickoff({ topic: "clocks" })).raw);
}
