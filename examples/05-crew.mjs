// A crew that reads files, researches and reports: what most people begin with.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { completed, createCrew, defineAgent, defineTask } from "@k8s-copilot/crew";
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { modelOr } from "./model.mjs";

const folder = process.argv[2] ?? "examples/05-crew";
const readNote = tool(({ day }) => readFile(join(folder, `${day}.md`), "utf8"), {
  name: "read_note",
  description: "The notes of a day",
  schema: z.object({ day: z.enum(["monday", "tuesday"]) }),
});

const researcher = defineAgent({
  name: "researcher",
  role: "{topic} Senior Data Researcher",
  goal: "Uncover what happened to {topic}",
  backstory: "You read the notes before you say anything.",
  model: modelOr({ name: "read_note", args: { day: "monday" } }, "- slow after 10:00\n- redis was out of memory"),
  tools: [readNote],
});
const analyst = defineAgent({
  name: "reporting_analyst",
  role: "{topic} Reporting Analyst",
  goal: "Create reports that can be acted on",
  backstory: "You turn findings into plain sentences.",
  model: modelOr("# checkout\nIt was slow because redis ran out of memory. Give it more."),
});

const research = defineTask({
  name: "research",
  description: "Find out what happened to {topic}.",
  expectedOutput: "A list of facts",
  agent: researcher,
});
const reporting = defineTask({
  name: "reporting",
  description: "Expand the findings into a report.",
  expectedOutput: "A report in Markdown",
  agent: analyst,
});

const crew = createCrew({ tasks: [research, reporting] });
const result = completed(await crew.kickoff({ topic: "checkout" }));
console.log(result.raw);
