// Crews in a graph of your own. What crewAI calls start, listen, router, and, or are edges here.
import { completed, createCrew, crewChannels, defineAgent, defineTask } from "@k8s-copilot/crew";
import { Annotation, Command, END, START, StateGraph } from "@langchain/langgraph";
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

const Text = Annotation({ reducer: (_old, /** @type {string} */ text) => text, default: () => "" });
const State = Annotation.Root({
  mail: Text,
  urgent: Annotation(),
  plumber: Text,
  answer: Text,
  archive: Text,
  // `inputs` and `outputs`, shared with every crew whose graph is a node: what fills its texts, what its tasks came to.
  ...crewChannels,
});
const graph = new StateGraph(State)
  // A run of its own, which has a thread, and whose pauses are answered by its `resume`.
  .addNode("sorted", async ({ mail }) => ({ ...completed(await sorting.kickoff({ mail })).data, inputs: { mail } }))
  // A part of this graph, whose checkpointer keeps it, and whose pauses it makes. A task that fails throws out of the node;
  // without a handler (or a retryPolicy) the graph would end with that error.
  .addNode("replied", replying.graph, { errorHandler: () => new Command({ goto: "declined" }), ends: ["declined"] })
  .addNode("phoned", () => ({ plumber: "comes at nine" }))
  .addNode("joined", ({ outputs, plumber }) => ({ answer: `${outputs.reply?.output.raw} The plumber ${plumber}.` }))
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
