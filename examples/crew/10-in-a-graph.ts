// A crew as a node of a graph of your own. crewAI: Flow with @start, @router, @listen
import { completed, createCrew, defineAgent, defineTask } from "@k8s-copilot/crew";
import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { Annotation, END, START, StateGraph } from "@langchain/langgraph";

const State = Annotation.Root({ letter: Annotation<string>, mood: Annotation<string>, reply: Annotation<string> });

export async function main(model: BaseChatModel, print: (line: string) => void): Promise<void> {
  const clerk = defineAgent({ name: "clerk", role: "Clerk", goal: "answer letters", model });
  const words = { expectedOutput: "One sentence.", agent: clerk } as const;
  const thanks = createCrew({ tasks: [defineTask({ name: "thank", description: "Thank for: {letter}", ...words })] });
  const sorry = createCrew({
    tasks: [
      defineTask({ name: "cause", description: "What went wrong? {letter}", ...words }),
      defineTask({ name: "apologise", description: "Apologise for it.", ...words }),
    ],
  });
  const graph = new StateGraph(State)
    .addNode("read", ({ letter }) => ({ mood: /broken|late/.test(letter) ? "bad" : "good" })) // @start
    .addNode("thank", async ({ letter }) => ({ reply: completed(await thanks.kickoff({ letter })).raw })) // @listen("good")
    .addNode("apologise", async ({ letter }) => ({ reply: completed(await sorry.kickoff({ letter })).raw })) // @listen("bad")
    .addNode("file", ({ reply }) => ({ reply: `${reply} (filed)` })) // @listen(or_(thank, apologise))
    .addEdge(START, "read")
    .addConditionalEdges("read", ({ mood }) => mood, { good: "thank", bad: "apologise" }) // @router
    .addEdge("thank", "file")
    .addEdge("apologise", "file")
    .addEdge("file", END)
    .compile();
  for (const letter of ["The clock is lovely.", "The clock came late."]) print((await graph.invoke({ letter })).reply);
}
