import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { z } from "zod";
import { defineAgent } from "../agent/define-agent.ts";
import { runAgent } from "../agent/run-agent.ts";
import { crewPrompts } from "./prompts.ts";
import type { Guardrail } from "./types.ts";

const Judgement = z.object({
  accepted: z.boolean().describe("Whether the answer keeps to the rule."),
  reason: z.string().describe("When it does not: what has to change."),
});

/**
 * A guardrail out of a rule in words, which a model judges by. A judge that fails, or whose judgement cannot be read,
 * throws, which fails the task: an answer that nobody could judge is not let through.
 */
export function judge(model: BaseChatModel, rule: string, prompt = crewPrompts.en.judge): Guardrail {
  const agent = defineAgent({
    name: "judge",
    role: "a strict judge of answers",
    goal: "say whether an answer keeps to a rule, and nothing else",
    model,
  });
  return async ({ raw }, { signal, meters }) => {
    const run = await runAgent(agent, prompt(rule, raw), { output: Judgement, signal, meters });
    if (run.status === "failed") throw new Error(`The judge failed: ${run.error.message}`);
    return run.data.accepted || run.data.reason;
  };
}
