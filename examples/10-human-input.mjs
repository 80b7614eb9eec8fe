// A person reviews the answer. The question waits in a file: the process may end, and another goes on where it stopped.
// In a folder of your own it needs `npm install @langchain/langgraph-checkpoint-sqlite`.
import { existsSync } from "node:fs";
import { completed, createCrew, defineAgent, defineTask } from "@k8s-copilot/crew";
import { SqliteSaver } from "@langchain/langgraph-checkpoint-sqlite";
import { modelOr } from "./model.mjs";

const file = "letter.sqlite";
const isNew = !existsSync(file);

const writer = defineAgent({
  name: "writer",
  role: "a writer",
  goal: "letters that people answer",
  backstory: "",
  // Without a key each process plays its own part: the draft was finished before the pause and is not written again.
  model: isNew ? modelOr("Dear neighbour, the drill!") : modelOr("Dear neighbour, could you drill before nine?"),
});
const letter = defineTask({
  name: "letter",
  description: "A letter to the neighbour about the noise",
  expectedOutput: "a friendly sentence",
  agent: writer,
  humanInput: true,
});
const crew = createCrew({ tasks: [letter], checkpointer: SqliteSaver.fromConnString(file) });
const threadId = "neighbour";

if (isNew) {
  const run = await crew.kickoff({}, { threadId });
  if (run.status === "waiting") for (const { question, subject } of run.pending) console.log(`${question}\n${subject}`);
} else {
  let run = await crew.resume({ threadId });
  for (const answer of ["Say what we want.", ""]) {
    // A third process finds nothing that waits: the run is finished, and its result is kept.
    if (run.status === "waiting")
      run = await crew.resume({ threadId, answers: { [run.pending[0]?.id ?? ""]: answer } });
  }
  console.log(completed(run).raw);
}
