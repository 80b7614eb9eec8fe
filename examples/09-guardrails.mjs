// Guardrails look at every answer: functions, and rules in words that a model judges by. A refused answer is asked for anew.
import { completed, createCrew, defineAgent, defineTask, formatEvent } from "@k8s-copilot/crew";
import { modelOr } from "./model.mjs";

const poet = defineAgent({
  name: "poet",
  role: "a poet",
  goal: "write lines that can be printed",
  backstory: "",
  model: modelOr("The sea, the sea", "The sea, the sea,\nit pays no rent", {
    name: "final_answer",
    args: { accepted: true, reason: "" },
  }),
});

const poem = defineTask({
  name: "poem",
  description: "Write two lines about {subject}",
  expectedOutput: "two lines",
  agent: poet,
  guardrails: [({ raw }) => raw.split("\n").length === 2 || "It has to be two lines.", "Nobody is insulted."],
});

const onEvent = (/** @type {import("@k8s-copilot/crew").CrewEvent} */ event) => {
  if (event.type === "guardrail.refused") console.log(formatEvent(event));
};
console.log(completed(await createCrew({ tasks: [poem] }).kickoff({ subject: "the sea" }, { onEvent })).raw);
