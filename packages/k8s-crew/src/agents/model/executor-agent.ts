import { defineAgent, runAgent } from "@k8s-copilot/crew";
import { z } from "zod";
import type { Catalog } from "../../catalog/types.ts";
import { terminalSafe } from "../../safety/terminal-safe.ts";
import { say } from "../../words/conversation-words.ts";
import { modelSentence } from "../../words/model-words.ts";
import type { AgentModel, Executor } from "../types.ts";
import { draftFrom, draftSchema } from "./drafts.ts";
import { executorMessage, personas } from "./prompts.ts";

const output = z.object({
  hypothesis: z.string().describe("What is most likely wrong and why; empty when nothing is wrong."),
  evidence_for: z.array(z.string()).optional().describe("What in the results speaks for it, quoted; at most four."),
  evidence_against: z.array(z.string()).optional().describe("What in the results speaks against it; at most four."),
  reads: z.array(draftSchema).optional().describe("Reads that would decide; empty when it is decided."),
  stop_reason: z.string().optional().describe("Why no further read is needed or would help."),
});

/** Pieces of evidence that one round shows on each side. */
const evidenceLimit = 4;

/** An executor made of a chat model: one round of an investigation, after the facts. */
export const executorFromAgent = ({ catalog, ...mind }: AgentModel & { readonly catalog: Catalog }): Executor => {
  const agent = defineAgent({ name: "executor", ...personas.executor, ...mind });
  return async (turn, { masked, ...running }) => {
    const message = executorMessage({ ...turn, message: masked(turn.message), facts: masked(turn.facts) }, catalog);
    const run = await runAgent(agent, message, { output, ...running });
    // The facts stand on their own: a failed explanation costs the person nothing but the explanation.
    if (run.status === "failed") {
      const warning = say(turn.language, "notExplained", modelSentence(run.error, turn.language));
      return { kind: "failed", usage: run.usage, warnings: [warning] };
    }
    const { hypothesis, evidence_for = [], evidence_against = [], reads = [], stop_reason = "" } = run.data;
    return {
      kind: "round",
      hypothesis: terminalSafe(hypothesis).trim(),
      evidenceFor: evidenceFrom(evidence_for),
      evidenceAgainst: evidenceFrom(evidence_against),
      reads: reads.map(draftFrom),
      reason: oneLine(stop_reason),
      usage: run.usage,
    };
  };
};

const evidenceFrom = (texts: readonly string[]): readonly string[] =>
  texts
    .map(oneLine)
    .filter((text) => text !== "")
    .slice(0, evidenceLimit);

const oneLine = (text: string): string => terminalSafe(text).replace(/\s+/gu, " ").trim().slice(0, 300);
