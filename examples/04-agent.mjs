// One agent alone, with a tool. Any LangChain chat model and any LangChain tool will do.
import { defineAgent, runAgent } from "@k8s-copilot/crew";
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { modelOr } from "./model.mjs";

const stock = tool(({ item }) => (item === "cup" ? "3 on the shelf" : "none"), {
  name: "stock",
  description: "How many of an item there are",
  schema: z.object({ item: z.string() }),
});

const clerk = defineAgent({
  name: "clerk",
  role: "a clerk in a shop",
  goal: "tell customers what there is",
  backstory: "You look at the shelf before you answer.",
  model: modelOr({ name: "stock", args: { item: "cup" } }, "There are 3 cups on the shelf."),
  tools: [stock],
});

const run = await runAgent(clerk, "Do you have cups?");
if (run.status === "failed") throw new Error(`${run.error.message} ${run.error.remedy}`);
console.log(run.text);
console.log(`${run.usage.modelCalls} model calls, ${run.calls.length} tool call`);
