import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { z } from "zod";
import { defineAgent } from "../agent/define-agent.ts";
import type { CrewPrompts } from "../task/prompts.ts";
import type { Task } from "../task/types.ts";
import type { Results } from "./state.ts";

/** The task before all others, where a crew plans. No task of a crew can have this name. */
export const PLAN = "_plan";

const Plans = z.object({ plans: z.array(z.object({ task: z.coerce.number(), plan: z.string() })) });

/** One call of the model, which plans all tasks at once. */
export function planningTask(tasks: readonly Task[], model: BaseChatModel, prompts: CrewPrompts): Task {
  const agent = defineAgent({ name: "planner", ...prompts.planner, model });
  return {
    name: PLAN,
    description: prompts.plan(tasks),
    expectedOutput: prompts.planExpected,
    agent,
    context: [],
    after: [],
    tools: undefined,
    output: Plans,
    guardrails: [],
    guardrailRetries: 0,
    condition: undefined,
    humanInput: false,
    inputs: [],
  };
}

/** The plan for the task of this number, counted from 1. Of two for one task the first; "" where there is none. */
export function planFor(number: number, results: Results): string {
  const result = results[PLAN];
  if (result?.status !== "completed") return "";
  return Plans.safeParse(result.output.data).data?.plans.find(({ task }) => task === number)?.plan ?? "";
}
