import { Command } from "@langchain/langgraph";
import { CrewError } from "../errors.ts";
import { checkOptions } from "../options/check-options.ts";
import { resumeOptions } from "../options/definitions.ts";
import { answerTo, type Pending, pendingOf } from "../task/pending.ts";
import type { CrewLife } from "./life.ts";
import { readThread } from "./read-thread.ts";
import type { CrewRun, ResumeOptions } from "./types.ts";

/** Goes on with a kept run: with the answers, or where it was broken off. */
export async function resume(life: CrewLife, how: ResumeOptions): Promise<CrewRun> {
  checkOptions(how, resumeOptions);
  const { threadId, answers = {}, ...options } = how;
  return life.run(threadId, async () => {
    const thread = await readThread(life, { threadId, purpose: "resume", signal: options.signal });
    if ("run" in thread) return thread;
    const pending = thread.tasks.flatMap(({ name, interrupts }) => interrupts.map((asked) => pendingOf(asked, name)));
    const given = Object.entries(answers).map(([id, answer]) => [id, readAnswer(pending, id, answer)] as const);
    const input = given.length === 0 ? null : new Command({ resume: Object.fromEntries(given) });
    return { ...options, prepare: async () => ({ input, inputs: thread.values.inputs }) };
  });
}

/** Throws `answer_unknown` and `answer_invalid`. */
function readAnswer(pending: readonly Pending[], id: string, answer: unknown): unknown {
  const asked = pending.find((question) => question.id === id);
  if (asked === undefined) {
    const open = pending.map((question) => `${question.id} (${question.task})`).join(", ") || "none";
    throw new CrewError("answer_unknown", `Nothing waits for the answer "${id}".`, `What waits is: ${open}.`);
  }
  const read = answerTo(asked, answer);
  if (read !== undefined) return read.value;
  const message = `The ${asked.kind} of "${asked.task}" cannot be answered with ${JSON.stringify(answer) ?? "nothing"}.`;
  throw new CrewError("answer_invalid", message, `Pass ${asked.accepts}.`);
}
