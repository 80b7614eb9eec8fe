// A person accepts the answer, maybe tomorrow, in another process. crewAI: Task(human_input=True), console only
import { type CrewRun, createCrew, defineAgent, defineTask } from "@k8s-copilot/crew";
import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { SqliteSaver } from "@langchain/langgraph-checkpoint-sqlite";

function letterCrew(model: BaseChatModel, file: string) {
  const writer = defineAgent({ name: "writer", role: "Writer", goal: "write friendly letters", model });
  const letter = defineTask({
    name: "letter",
    description: "Thank Ada for the clock.",
    expectedOutput: "Two sentences.",
    agent: writer,
    humanInput: true,
  });
  const checkpointer = SqliteSaver.fromConnString(file);
  return { crew: createCrew({ tasks: [letter], checkpointer }), close: () => checkpointer.db.close() };
}

/** Monday: the letter is written, and waits. */
export async function write(model: BaseChatModel, file: string): Promise<CrewRun> {
  const { crew, close } = letterCrew(model, file);
  const run = await crew.kickoff({}, { threadId: "ada" });
  close();
  return run;
}

/** Tuesday: nothing that was done is done again. "" accepts, any other text says what to change. */
export async function answer(model: BaseChatModel, file: string, answers: Record<string, string>): Promise<CrewRun> {
  const { crew, close } = letterCrew(model, file);
  const run = await crew.resume({ threadId: "ada", answers });
  close();
  return run;
}

export async function main(
  model: BaseChatModel,
  print: (line: string) => void,
  file = "letters.sqlite",
): Promise<void> {
  const replies = ["Mention that it is late.", ""];
  let run = await write(model, file);
  while (run.status === "waiting") {
    const reply = replies.shift() ?? "";
    for (const { subject } of run.pending) print(`${subject}\n> ${reply || "(accepted)"}`);
    run = await answer(model, file, Object.fromEntries(run.pending.map(({ id }) => [id, reply])));
  }
  print(run.status === "completed" ? run.raw : run.error.message);
}
