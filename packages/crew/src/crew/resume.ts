import { Command } from "@langchain/langgraph";
import { CrewError } from "../errors.ts";
import { checkOptions } from "../options/check-options.ts";
import { resumeOptions } from "../options/definitions.ts";
import { type Pending, pendingOf } from "../task/pending.ts";
import type { CrewLife } from "./life.ts";
import { readThread } from "./read-thread.ts";
import type { CrewRun, ResumeOptions } from "./types.ts";

/** Goes on with a kept run: with the answers, or where it was broken off. */
export async function resume(life: CrewLife, how: ResumeOptions): Promise<CrewRun> {
  checkOptions(how, resumeOptions);
  const { threadId, answers = {}, ...options } = how;
  return life.run(threadId, async () => {
    const { tasks } = await readThread(life, threadId, "resume");
    const pending = tasks.flatMap(({ name, interrupts }) => interrupts.map((asked) => pendingOf(asked, name)));
    for (const [id, answer] of Object.entries(answers)) checkAnswer(pending, id, answer);
    const input = Object.keys(answers).length === 0 ? null : new Command({ resume: answers });
    return { ...options, prepare: async () => ({ input }) };
  });
}

function checkAnswer(pending: readonly Pending[], id: string, answer: unknown): void {
  const asked = pending.find((question) => question.id === id);
  if (asked === undefined) {
    const open = pending.map((question) => `${question.id} (${question.task})`).join(", ") || "none";
    throw new CrewError("answer_unknown", `Nothing waits for the answer "${id}".`, `What waits is: ${open}.`);
  }
  if (asked.kind !== "review" || typeof answer === "string" || answer === true) return;
  const message = `The answer for the review of "${asked.task}" is neither a text nor true.`;
  throw new CrewError("answer_invalid", message, 'Pass "" or true to accept it, or say in words what to change.');
}
