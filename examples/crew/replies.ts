// What the model says in each example where there is no key for a real one, and in the tests.
import { AIMessage } from "@langchain/core/messages";
import { fakeModel } from "@langchain/core/testing";

type Call = { readonly name: string; readonly args: Readonly<Record<string, unknown>> };

const answer = (args: Call["args"]): Call => ({ name: "final_answer", args });
const delegate = (coworker: string, task: string): Call => ({ name: "delegate_work", args: { coworker, task } });

const replies = {
  "01-one-agent": [{ name: "weather", args: { city: "Lisbon" } }, "Yes: it is raining lightly, at 21 °C."],
  "02-sequential": [
    { name: "read_notes", args: {} },
    "It speaks two languages. It asks before it changes anything. It works without a model.",
    "One assistant for everybody\n\nIt speaks two languages, asks before it changes anything, and works without a model.",
  ],
  "03-structured-output": [
    answer({
      ideas: [
        { name: "Boat", cost: 900 },
        { name: "Picnic", cost: 200 },
      ],
    }),
    "Summer waits for nobody, friends.",
    "Come to our picnic. Bring a blanket.",
  ],
  "04-parallel": ["2 euros", "4 euros", "3 euros", "Coffee costs twice as much in Oslo as in Lisbon."],
  "05-hierarchical": [
    delegate("chemist", "Why does bread rise?"),
    "Yeast makes gas.",
    delegate("Cook", "What is the best use for bread of yesterday?"),
    "Soup.",
    "Bread rises because yeast makes gas. Yesterday's goes into soup.",
  ],
  "06-guardrails": [
    "The clock that gives you five more minutes, every hour of every day of the year.",
    "Always exact, five minutes later.",
    answer({ accepted: false, reason: "It claims to be exact." }),
    "Five minutes late, like you.",
    answer({ accepted: true, reason: "" }),
  ],
  "07-human-input": ["Dear Ada, thank you for the clock.", "Dear Ada, thank you for the clock. It is late, as I am."],
  "08-mcp-tools": [{ name: "count_stock", args: { item: "clock" } }, "Seven clocks are left."],
  "09-from-yaml": ["Clocks tick. Clocks tock. Clocks stop.", "They tick. They tock. In the end they stop."],
  "10-in-a-graph": ["Thank you for your kind words.", "The post was slow.", "We are sorry that the post was slow."],
  "11-web-stream": ["Rain on the roof,\nsleep in the house."],
} satisfies Readonly<Record<string, readonly (string | Call)[]>>;

export type ExampleName = keyof typeof replies;

export const exampleNames = [
  "01-one-agent",
  "02-sequential",
  "03-structured-output",
  "04-parallel",
  "05-hierarchical",
  "06-guardrails",
  "07-human-input",
  "08-mcp-tools",
  "09-from-yaml",
  "10-in-a-graph",
  "11-web-stream",
] as const satisfies readonly ExampleName[];

export function replayedModel(name: ExampleName) {
  const model = fakeModel();
  for (const reply of replies[name]) {
    if (typeof reply === "string") model.respond(new AIMessage(reply));
    else model.respondWithTools([{ name: reply.name, args: { ...reply.args } }]);
  }
  return model;
}
