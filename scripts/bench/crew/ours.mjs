import { completed, createCrew, defineAgent, defineTask } from "@k8s-copilot/crew";
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { InstantModel } from "./model.mjs";
import { look, person, texts } from "./work.mjs";

export function build(calls) {
  const model = new InstantModel(calls);
  const schema = z.object({ number: z.number() });
  const tools = [tool(look.find, { name: look.name, description: look.description, schema })];
  const agent = defineAgent({ name: "researcher", ...person, model, tools });
  const tasks = texts.map(({ name, description, expected }) =>
    defineTask({ name, description, expectedOutput: expected, agent }),
  );
  const crew = createCrew({ tasks });
  return { run: async () => completed(await crew.kickoff()).raw, shown: () => model.shown };
}
