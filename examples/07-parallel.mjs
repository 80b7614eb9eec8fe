// Tasks that do not need each other run side by side; the one that needs both waits for both.
import { completed, createCrew, defineAgent, defineTask } from "@k8s-copilot/crew";
import { modelOr } from "./model.mjs";

/** @param {string} name @param {string} reply */
const agent = (name, reply) =>
  defineAgent({ name, role: `an expert for ${name}`, goal: "be brief", backstory: "", model: modelOr(reply) });

const expectedOutput = "one sentence";
const market = defineTask({
  name: "market",
  description: "Who buys {product}?",
  expectedOutput,
  agent: agent("markets", "Commuters buy it."),
  context: [],
});
const rivals = defineTask({
  name: "rivals",
  description: "Who else sells {product}?",
  expectedOutput,
  agent: agent("rivals", "Two shops nearby sell it."),
  context: [],
});
const decision = defineTask({
  name: "decision",
  description: "Shall we sell {product}?",
  expectedOutput,
  agent: agent("decisions", "Yes: commuters pass both shops too late."),
  context: [market, rivals],
});

const crew = createCrew({ tasks: [market, rivals, decision] });
const running = crew.stream({ product: "coffee" });
for await (const event of running)
  if (event.type === "task.started" || event.type === "task.finished") console.log(`${event.type} ${event.task}`);
console.log(completed(running.result).raw);
