// The config files of a crewAI project, as they are: what its Python code decides is passed here.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { completed } from "@k8s-copilot/crew";
import { loadCrew } from "@k8s-copilot/crew/yaml";
import { modelOr } from "./model.mjs";

const folder = process.argv[2] ?? "examples/12-crew-from-yaml";
const crew = await loadCrew(
  { agents: join(folder, "agents.yaml"), tasks: join(folder, "tasks.yaml") },
  {
    models: { default: modelOr("- crews are plain data"), large: modelOr("# Crews\nThey are plain data.") },
    outputDirectory: "output",
  },
);
console.log(`needs: ${crew.inputs.join(", ")}`);
const { warnings } = completed(await crew.kickoff({ topic: "crews" }));
for (const warning of warnings) console.log(warning);
console.log(readFileSync(join("output", "report.md"), "utf8"));
