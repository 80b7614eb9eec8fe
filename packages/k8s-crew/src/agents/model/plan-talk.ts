import { type AgentError, addUsage, defineAgent, runAgent, type Usage } from "@k8s-copilot/crew";
import { createToolSelector } from "../../catalog/select/select-tools.ts";
import type { Catalog } from "../../catalog/types.ts";
import type { Language } from "../../output/output.ts";
import { sayOfModel } from "../../words/model-claims.ts";
import type { Problem } from "../../words/plan-problems.ts";
import type { AgentModel, AgentOptions, PlannerInput, PlannerReply } from "../types.ts";
import { createFence } from "./fences.ts";
import { loopPromptsIn, moreTools, personaOf, plannerMessage, plannerSystem, planRejected } from "./prompts.ts";
import { refusesText } from "./refused.ts";
import { answerTool, type ModelPlan, planSchema } from "./schemas.ts";
import { furtherTools, toolsForRequest } from "./tools-for.ts";

type Planned =
  | { readonly kind: "plan"; readonly data: ModelPlan; readonly usage: Usage }
  | { readonly kind: "failed"; readonly error: AgentError; readonly usage: Usage };

/** One request, put to a model. Each question goes on where the one before ended. */
export type PlanTalk = {
  /** What a person has to know of how it went; grows. */
  readonly warnings: readonly string[];
  plan(): Promise<Planned>;
  /** Once more, with what is wrong. */
  repair(problems: readonly Problem[]): Promise<Planned>;
};

type Request = {
  readonly turn: PlannerInput;
  readonly reading: PlannerReply | undefined;
  readonly options: AgentOptions;
};

/** Opens a talk with the model for each request: it is shown a few tools, and once for a request more when it asks. */
export const createPlanTalks = ({ catalog, ...mind }: AgentModel & { readonly catalog: Catalog }) => {
  const selector = createToolSelector(catalog);
  const fence = createFence();
  const mindIn = (language: Language) => {
    const system = plannerSystem(selector, language);
    return {
      agent: defineAgent({ name: "planner", ...personaOf("planner", language), ...mind, prompt: () => system }),
      asking: { output: planSchema(language), answerWith: answerTool(language), prompts: loopPromptsIn(language) },
    };
  };
  const minds = { zh: mindIn("zh"), en: mindIn("en") };
  return ({ turn, reading, options: { masked, ...running } }: Request): PlanTalk => {
    const { language } = turn;
    const { agent, asking } = minds[language];
    const history = turn.history.map(({ role, text }) => ({ role, text: masked(text) }));
    const tools = toolsForRequest(selector, turn, reading);
    const told = { ...turn, message: masked(turn.message), history };
    const { attachment, ...bare } = told;
    const warnings: string[] = [];
    let message = plannerMessage(told, { tools, fence });
    let hasMore = selector.hidesSome;
    const ask = async (): Promise<Planned> => {
      const run = await runAgent(agent, message, { ...asking, ...running });
      const hasText = attachment !== undefined || history.some(({ role }) => role === "assistant");
      if (refusesText(run) && hasText && warnings.length === 0) {
        warnings.push(sayOfModel(language, "quarantinedData"));
        message = plannerMessage({ ...bare, history: history.filter(({ role }) => role === "user") }, { tools, fence });
        const planned = await ask();
        return { ...planned, usage: addUsage(run.usage, planned.usage) };
      }
      if (run.status === "failed") return { kind: "failed", error: run.error, usage: run.usage };
      if (run.data.view !== "more_tools" || !hasMore) return { kind: "plan", data: run.data, usage: run.usage };
      hasMore = false;
      const about = run.data.about ?? "";
      message = `${message}\n${moreTools(about, furtherTools(selector, { text: about }, tools), language)}`;
      const planned = await ask();
      return { ...planned, usage: addUsage(run.usage, planned.usage) };
    };
    return {
      warnings,
      plan: ask,
      repair: (problems) => {
        message = `${message}\n${planRejected(problems, language)}`;
        return ask();
      },
    };
  };
};
