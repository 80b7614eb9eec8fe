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
import { createFence } from "./fences.ts";
import { promptText } from "./prompt-texts.ts";
import { executorMessage, executorSystem, loopPromptsIn, moreTools, personaOf } from "./prompts.ts";
import { refusesText, withoutNewest } from "./refused.ts";
import { holdsOtherLanguage, type RoundWords, shownWords } from "./round-words.ts";
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
    const shown = shownWords(wordsOf(run.data), turn);
    const { reads = [] } = run.data;
    return {
      kind: "round",
      ...shown.words,
      reads: reads.map(draftFrom),
      usage,
      warnings: [...warnings, ...shown.warnings],
    };
  };
};

const wordsOf = ({
  hypothesis,
  evidence_for = [],
  evidence_against = [],
  stop_reason = "",
}: RoundData): RoundWords => ({
  hypothesis: terminalSafe(hypothesis).trim(),
  evidenceFor: evidenceFrom(evidence_for),
  evidenceAgainst: evidenceFrom(evidence_against),
  reason: oneLine(stop_reason),
});

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
    if (run.status === "completed" && holdsOtherLanguage(wordsOf(run.data), turn)) {
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

/** Characters of a piece of evidence; what is longer ends in “…”. */
const longestLine = 300;

const oneLine = (text: string): string => {
  const line = [...terminalSafe(text).replace(/\s+/gu, " ").trim()];
  return line.length <= longestLine ? line.join("") : `${line.slice(0, longestLine).join("").trimEnd()}…`;
};
