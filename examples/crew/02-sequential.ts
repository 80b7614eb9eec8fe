// A crew that reads files, researches and reports. crewAI: Crew(agents, tasks).kickoff(inputs)
import { readFile } from "node:fs/promises";
import { completed, createCrew, defineAgent, defineTask } from "@k8s-copilot/crew";
import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

const readme = new URL("../../README.md", import.meta.url);
const read = tool(async () => (await readFile(readme, "utf8")).slice(0, 4_000), {
  name: "read_notes",
  description: "The notes about the product",
  schema: z.object({}),
});

export async function main(model: BaseChatModel, print: (line: string) => void): Promise<void> {
  const researcher = defineAgent({
    name: "researcher",
    role: "Researcher of {topic}",
    goal: "find what matters about {topic}",
    backstory: "You say nothing that your notes do not support.",
    model,
    tools: [read],
  });
  const writer = defineAgent({ name: "writer", role: "Writer", goal: "write what busy people read", model });

  const research = defineTask({
    name: "research",
    description: "Read the notes and find the most important about {topic}.",
    expectedOutput: "Three facts, each in a sentence.",
    agent: researcher,
  });
  const report = defineTask({
    name: "report",
    description: "Write a report about {topic} out of the facts.",
    expectedOutput: "A paragraph with a title.",
    agent: writer,
  });

  const crew = createCrew({ tasks: [research, report] });
  const result = completed(await crew.kickoff({ topic: "the assistant" })); // a missing input does not compile
  print(result.raw);
  print(`${result.usage.modelCalls} model calls, ${Object.keys(result.tasks).join(" and ")}`);
}
