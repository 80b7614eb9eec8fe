import { defineAgent, runAgent } from "@k8s-copilot/crew";
import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { z } from "zod";
import type { Catalog } from "../catalog/types.ts";
import { terminalSafe } from "../safety/terminal-safe.ts";
import { say } from "../words/conversation-words.ts";
import { modelSentence } from "../words/model-words.ts";
import { draftFrom, draftSchema } from "./drafts.ts";
import { executorMessage, personas } from "./prompts.ts";
import type { Executor } from "./types.ts";

const output = z.object({
  explanation: z.string().describe("What is most likely wrong and why, with evidence; empty when nothing is wrong."),
  reads: z.array(draftSchema).optional().describe("At most two further reads that would decide between causes."),
});

/** Further reads that one explanation may ask for. */
const readLimit = 2;

/** An executor made of a chat model: it explains after the facts, and may ask for a further read. */
export const executorFromAgent = ({ model, catalog }: { model: BaseChatModel; catalog: Catalog }): Executor => {
  const agent = defineAgent({ name: "executor", ...personas.executor, model });
  return async (turn, { signal, masked }) => {
    const message = executorMessage({ ...turn, message: masked(turn.message), facts: masked(turn.facts) });
    const run = await runAgent(agent, message, { output, signal });
    // The facts stand on their own: a failed explanation costs the person nothing but the explanation.
    if (run.status === "failed") {
      const warning = say(turn.language, "notExplained", modelSentence(run.error, turn.language));
      return { kind: "done", explanation: "", usage: run.usage, warnings: [warning] };
    }
    const reads = (run.data.reads ?? [])
      .map(draftFrom)
      .filter(({ tool, args }) => catalog.get(tool) && catalog.effectOf(tool, args) === "read");
    if (reads.length > 0) return { kind: "reads", steps: reads.slice(0, readLimit), usage: run.usage };
    return { kind: "done", explanation: terminalSafe(run.data.explanation).trim(), usage: run.usage };
  };
};
