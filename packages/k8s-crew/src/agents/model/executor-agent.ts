import { type AgentRun, addUsage, defineAgent, noUsage, runAgent } from "@k8s-copilot/crew";
import type { z } from "zod";
import { createToolSelector } from "../../catalog/select/select-tools.ts";
import type { Catalog } from "../../catalog/types.ts";
import type { Language } from "../../output/output.ts";
import { terminalSafe } from "../../safety/terminal-safe.ts";
import { say } from "../../words/conversation-words.ts";
import { sayOfModel } from "../../words/model-claims.ts";
import { modelSentence } from "../../words/model-words.ts";
import type { AgentModel, AgentOptions, Executor, ExecutorInput } from "../types.ts";
import { claimsDeed, isInOtherLanguage } from "./claims.ts";
import { createFence } from "./fences.ts";
import { promptText } from "./prompt-texts.ts";
import { executorMessage, executorSystem, loopPromptsIn, moreTools, personaOf } from "./prompts.ts";
import { refusesText, withoutNewest } from "./refused.ts";
import { answerTool, draftFrom, roundSchema } from "./schemas.ts";
import { furtherTools, toolsForInvestigation } from "./tools-for.ts";

/** Pieces of evidence that one round shows on each side. */
const evidenceLimit = 4;

type RoundData = z.infer<ReturnType<typeof roundSchema>>;

/** An executor made of a chat model: one round of an investigation, after the facts. */
export const executorFromAgent = ({ catalog, ...mind }: AgentModel & { readonly catalog: Catalog }): Executor => {
  const askRound = createRounds(catalog, mind);
  return async (turn, options) => {
    const { run, usage, warnings } = await askRound(turn, options);
    // The facts stand on their own: a failed explanation costs the person nothing but the explanation.
    if (run.status === "failed") {
      const warning = say(turn.language, "notExplained", modelSentence(run.error, turn.language));
      return { kind: "failed", usage, warnings: [...warnings, warning] };
    }
    const { evidence_for = [], evidence_against = [], reads = [], stop_reason = "" } = run.data;
    const hypothesis = terminalSafe(run.data.hypothesis).trim();
    const left = leftOut(hypothesis, turn.language);
    return {
      kind: "round",
      hypothesis: left === undefined ? hypothesis : "",
      evidenceFor: left === undefined ? evidenceFrom(evidence_for) : [],
      evidenceAgainst: left === undefined ? evidenceFrom(evidence_against) : [],
      reads: reads.map(draftFrom),
      reason: oneLine(stop_reason),
      usage,
      warnings: [...warnings, ...(left === undefined ? [] : [left])],
    };
  };
};

/** Why an explanation is not shown: it is in another language, or says that it did something. */
const leftOut = (hypothesis: string, language: Language): string | undefined => {
  if (claimsDeed(hypothesis)) return sayOfModel(language, "nothingDone");
  return isInOtherLanguage(hypothesis, language) ? sayOfModel(language, "notInLanguage") : undefined;
};

/**
 * Asks for one round: once more, each for its own reason, where the service refuses a result, where further tools are
 * wanted, and where the answer is in another language.
 */
const createRounds = (catalog: Catalog, mind: AgentModel) => {
  const selector = createToolSelector(catalog);
  const fence = createFence();
  const mindIn = (language: Language) => {
    const system = executorSystem(selector, language);
    return {
      agent: defineAgent({ name: "executor", ...personaOf("executor", language), ...mind, prompt: () => system }),
      asking: { output: roundSchema(language), answerWith: answerTool(language), prompts: loopPromptsIn(language) },
    };
  };
  const minds = { zh: mindIn("zh"), en: mindIn("en") };
  return async (turn: ExecutorInput, { masked, ...running }: AgentOptions) => {
    const { language } = turn;
    const { agent, asking } = minds[language];
    const tools = toolsForInvestigation(selector, turn);
    let told = { ...turn, message: masked(turn.message), facts: masked(turn.facts) };
    let usage = noUsage;
    let added = "";
    const warnings: string[] = [];
    const ask = async (): Promise<AgentRun<RoundData>> => {
      const run = await runAgent(agent, `${executorMessage(told, { tools, fence })}${added}`, {
        ...asking,
        ...running,
      });
      usage = addUsage(usage, run.usage);
      return run;
    };
    let run = await ask();
    if (refusesText(run) && told.results.length > 0) {
      const { tool, ...rest } = withoutNewest(told);
      told = { ...told, ...rest };
      warnings.push(sayOfModel(language, "quarantined", { tool }));
      run = await ask();
    }
    const about = run.status === "failed" ? "" : (run.data.more_tools_about ?? "").trim();
    if (about !== "" && selector.hidesSome && turn.readsLeft > 0) {
      const further = furtherTools(selector, { text: about, readsOnly: true }, tools);
      added = `\n${moreTools(about, further, language)}`;
      run = await ask();
    }
    if (run.status === "completed" && isInOtherLanguage(run.data.hypothesis, language)) {
      added = `${added}\n${promptText(language, "otherLanguage")}`;
      run = await ask();
    }
    return { run, usage, warnings };
  };
};

const evidenceFrom = (texts: readonly string[]): readonly string[] =>
  texts
    .map(oneLine)
    .filter((text) => text !== "")
    .slice(0, evidenceLimit);

const oneLine = (text: string): string => terminalSafe(text).replace(/\s+/gu, " ").trim().slice(0, 300);
