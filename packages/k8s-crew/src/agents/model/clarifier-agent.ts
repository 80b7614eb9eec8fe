import { defineAgent, runAgent } from "@k8s-copilot/crew";
import { z } from "zod";
import type { AgentModel, Clarifier } from "../types.ts";
import { clarifierMessage, personas } from "./prompts.ts";

/** A clarifier made of a chat model: it may only name one of the offered choices, by number. */
export const clarifierFromAgent = (mind: AgentModel): Clarifier => {
  const agent = defineAgent({ name: "clarifier", ...personas.clarifier, ...mind });
  return async (turn, { masked, ...running }) => {
    const ids = turn.choices.map((_, index) => String(index + 1));
    const output = z.object({ choice: z.enum([...ids, "none"]) });
    const run = await runAgent(agent, clarifierMessage({ ...turn, message: masked(turn.message) }), {
      output,
      ...running,
    });
    if (run.status === "failed") return { reply: { kind: "unclear" }, usage: run.usage };
    const picked = turn.choices[Number(run.data.choice) - 1];
    return { reply: picked ? { kind: "picked", values: [picked.value] } : { kind: "unclear" }, usage: run.usage };
  };
};
