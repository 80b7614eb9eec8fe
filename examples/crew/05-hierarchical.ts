// A manager who has others do the work. crewAI: Process.hierarchical, manager_llm
import { completed, createCrew, defineAgent, defineTask } from "@k8s-copilot/crew";
import type { BaseChatModel } from "@langchain/core/language_models/chat_models";

export async function main(model: BaseChatModel, print: (line: string) => void): Promise<void> {
  const chemist = defineAgent({ name: "chemist", role: "Chemist", goal: "explain what substances do", model });
  const cook = defineAgent({ name: "cook", role: "Cook", goal: "make people happy with food", model });
  const answer = defineTask({
    name: "answer",
    description: "Why does bread rise, and what is the best use for bread of yesterday?",
    expectedOutput: "Two sentences.",
    // No agent: the manager chooses whom to ask.
  });
  const crew = createCrew({ tasks: [answer], agents: [chemist, cook], process: "hierarchical", managerModel: model });
  const onEvent = (event: { readonly type: string; readonly agent?: string }) => {
    if (event.type === "model.started") print(`${event.agent} thinks`);
  };
  print(completed(await crew.kickoff({}, { onEvent })).raw);
}
