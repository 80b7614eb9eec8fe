// Writes the parts of the documentation that are made from code: the drawn graph and the schema of `-o json`.
import { readFileSync, writeFileSync } from "node:fs";
import { createK8sCrew, turnResultJsonSchema } from "@k8s-copilot/k8s-crew";

const crew = createK8sCrew({ tools: [] });
const page = new URL("../docs/architecture.md", import.meta.url);
const drawn = `\`\`\`mermaid\n${(await crew.drawGraph()).trim()}\n\`\`\``;
writeFileSync(page, readFileSync(page, "utf8").replace(/```mermaid\n[\s\S]*?```/, drawn));
writeFileSync(
  new URL("../docs/output.schema.json", import.meta.url),
  `${JSON.stringify(turnResultJsonSchema(), null, 2)}\n`,
);
await crew.close();
