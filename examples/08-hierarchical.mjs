// A manager is given the task and decides who does it. A coworker sees only what the manager hands on.
import { completed, createCrew, defineAgent, defineTask } from "@k8s-copilot/crew";
import { modelOr } from "./model.mjs";

const cook = defineAgent({
  name: "cook",
  role: "Cook",
  goal: "good food",
  backstory: "",
  model: modelOr("Soup for twelve, ready at seven."),
});
const gardener = defineAgent({
  name: "gardener",
  role: "Gardener",
  goal: "fresh vegetables",
  backstory: "",
  model: modelOr("Twelve carrots, two leeks."),
});

const dinner = defineTask({
  name: "dinner",
  description: "Dinner for {guests}",
  expectedOutput: "the plan for the evening",
});

const crew = createCrew({
  tasks: [dinner],
  agents: [cook, gardener],
  process: "hierarchical",
  managerModel: modelOr(
    { name: "delegate_work", args: { coworker: "gardener", task: "Pick vegetables", context: "for twelve" } },
    { name: "delegate_work", args: { coworker: "cook", task: "Make soup", context: "twelve carrots, two leeks" } },
    "Soup for twelve at seven, from our own carrots.",
  ),
});
console.log(completed(await crew.kickoff({ guests: 12 })).raw);
