// A crew as a node of a graph of your own. What crewAI calls start, listen and router are edges here.
import { completed, createCrew, defineAgent, defineTask } from "@k8s-copilot/crew";
import { END, START, StateGraph } from "@langchain/langgraph";
import { z } from "zod";
import { modelOr } from "./model.mjs";

/** @param {string} name @param {Parameters<typeof modelOr>} replies */
const agent = (name, ...replies) =>
  defineAgent({ name, role: `the ${name}`, goal: "answer mail", backstory: "", model: modelOr(...replies) });

const sort = defineTask({
  name: "sort",
  description: "Is this mail urgent? {mail}",
  expectedOutput: "whether it is urgent",
  agent: agent("sorter", { name: "final_answer", args: { urgent: true } }),
  output: z.object({ urgent: z.boolean() }),
});
const reply = defineTask({
  name: "reply",
  description: "Answer this mail: {mail}",
  expectedOutput: "a sentence",
  agent: agent("writer", "We are on our way."),
});
const sorting = createCrew({ tasks: [sort] });
const replying = createCrew({ tasks: [reply] });

const State = z.object({ mail: z.string(), urgent: z.boolean().default(false), answer: z.string().default("") });
const graph = new StateGraph(State)
  .addNode("sorted", async ({ mail }) => completed(await sorting.kickoff({ mail })).data)
  .addNode("answered", async ({ mail }) => ({ answer: completed(await replying.kickoff({ mail })).raw }))
  .addNode("filed", () => ({ answer: "(filed)" }))
  .addEdge(START, "sorted") // @start
  .addConditionalEdges("sorted", ({ urgent }) => (urgent ? "answered" : "filed")) // @router
  .addEdge("answered", END) // @listen
  .addEdge("filed", END)
  .compile();

console.log((await graph.invoke({ mail: "The cellar is under water" })).answer);
