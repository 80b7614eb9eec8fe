import { defineAgent, runAgent } from "@k8s-copilot/crew";
import { z } from "zod";
import type { Language } from "../../output/output.ts";
import type { AgentModel, Clarifier } from "../types.ts";
import { createFence } from "./fences.ts";
import { clarifierMessage, clarifierSystem, loopPromptsIn, personaOf } from "./prompts.ts";
import { answerTool } from "./schemas.ts";

/** A clarifier made of a chat model: it may only name one of the offered choices, by number. */
export const clarifierFromAgent = (mind: AgentModel): Clarifier => {
  const fence = createFence();
  const agentIn = (language: Language) =>
    defineAgent({
      name: "clarifier",
      ...personaOf("clarifier", language),
      ...mind,
      prompt: () => clarifierSystem(language),
    });
  const agents = { zh: agentIn("zh"), en: agentIn("en") };
  return async (turn, { masked, ...running }) => {
    const ids = turn.choices.map((_, index) => String(index + 1));
    const output = z.object({ choice: z.enum([...ids, "none"]) });
    const message = clarifierMessage({ ...turn, message: masked(turn.message) }, fence);
    const answerWith = answerTool(turn.language);
    const prompts = loopPromptsIn(turn.language);
    const run = await runAgent(agents[turn.language], message, { output, answerWith, prompts, ...running });
    if (run.status === "failed") return { reply: { kind: "unclear" }, usage: run.usage };
    const picked = turn.choices[Number(run.data.choice) - 1];
    return { reply: picked ? { kind: "picked", values: [picked.value] } : { kind: "unclear" }, usage: run.usage };
  };
};
