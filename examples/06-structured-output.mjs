// A task whose answer is data, and a task that is shown just that one.
import { completed, createCrew, defineAgent, defineTask } from "@k8s-copilot/crew";
import { z } from "zod";
import { modelOr } from "./model.mjs";

const Findings = z.object({ cause: z.string(), confidence: z.number().min(0).max(1) });

const analyst = defineAgent({
  name: "analyst",
  role: "an analyst",
  goal: "find causes",
  backstory: "You say how sure you are.",
  model: modelOr(
    "It rained on the greenhouse.",
    { name: "final_answer", args: { cause: "an open window", confidence: 0.8 } },
    "Close the window.",
  ),
});

const story = defineTask({
  name: "story",
  description: "Tell what you see",
  expectedOutput: "a sentence",
  agent: analyst,
});
const findings = defineTask({
  name: "findings",
  description: "Why is the floor of the greenhouse wet?",
  expectedOutput: "the cause, and how sure you are",
  agent: analyst,
  output: Findings,
});
const advice = defineTask({
  name: "advice",
  description: "Say what to do",
  expectedOutput: "one sentence",
  agent: analyst,
  context: [findings],
});

const { tasks, raw } = completed(await createCrew({ tasks: [story, findings, advice] }).kickoff());
// `data` has the type of the schema.
console.log(`${tasks.findings.data.cause} (${Math.round(tasks.findings.data.confidence * 100)} %)`);
console.log(raw);
