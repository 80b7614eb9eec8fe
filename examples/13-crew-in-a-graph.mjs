// Crews in a graph of your own. What crewAI calls start, listen, router, and, or are edges here.
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

const State = z.object({
  mail: z.string(),
  urgent: z.boolean().default(false),
  plumber: z.string().default(""),
  answer: z.string().default(""),
  archive: z.string().default(""),
  // Shared with every crew whose graph is a node: what fills its texts, and what its tasks came to.
  inputs: z.any(),
  outputs: z.any(),
});
const graph = new StateGraph(State)
  // A run of its own, which has a thread, and whose pauses are answered by its `resume`.
  .addNode("sorted", async ({ mail }) => ({ ...completed(await sorting.kickoff({ mail })).data, inputs: { mail } }))
  // A part of this graph, whose checkpointer keeps it, and whose pauses it makes.
  .addNode("replied", replying.graph)
  .addNode("phoned", () => ({ plumber: "comes at nine" }))
  .addNode("joined", ({ outputs, plumber }) => ({ answer: `${outputs.reply.output.raw} The plumber ${plumber}.` }))
  .addNode("declined", () => ({ answer: "Please wait." }))
  .addNode("archived", ({ mail, answer }) => ({ archive: `${mail}: ${answer}` }))
  .addEdge(START, "sorted") // @start()
  .addConditionalEdges("sorted", ({ urgent }) => (urgent ? ["replied", "phoned"] : ["declined"])) // @router("sorted")
  .addEdge(["replied", "phoned"], "joined") // @listen(and_("replied", "phoned"))
  .addEdge("joined", "archived") // @listen(or_("joined", "declined"))
  .addEdge("declined", "archived")
  .addEdge("archived", END)
  .compile();

console.log((await graph.invoke({ mail: "The cellar is under water" })).archive);
