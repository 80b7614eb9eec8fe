import { Command } from "@langchain/langgraph";
import type { CrewLife } from "./life.ts";
import { readThread } from "./read-thread.ts";
import type { CrewRun, ResumeOptions } from "./types.ts";

/** Goes on with a kept run: with the answers, or where it was broken off. */
export async function resume(life: CrewLife, { threadId, answers, ...options }: ResumeOptions): Promise<CrewRun> {
  await readThread(life, threadId, "resume");
  const input = answers === undefined ? null : new Command({ resume: answers });
  return life.run({ ...options, threadId, prepare: async () => ({ input }) });
}
