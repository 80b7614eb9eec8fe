import { addUsage, defineAgent, runAgent } from "@k8s-copilot/crew";
import { createToolSelector } from "../../catalog/select/select-tools.ts";
import type { Catalog } from "../../catalog/types.ts";
import type { Language } from "../../output/output.ts";
import { terminalSafe } from "../../safety/terminal-safe.ts";
import { say } from "../../words/conversation-words.ts";
import { modelSentence } from "../../words/model-words.ts";
import type { AgentModel, Executor } from "../types.ts";
import { createFence } from "./fences.ts";
import { executorMessage, executorSystem, moreTools, personaOf } from "./prompts.ts";
import { answerTool, draftFrom, roundSchema } from "./schemas.ts";
import { furtherTools, toolsForInvestigation } from "./tools-for.ts";

/** Pieces of evidence that one round shows on each side. */
const evidenceLimit = 4;

/** An executor made of a chat model: one round of an investigation, after the facts. */
export const executorFromAgent = ({ catalog, ...mind }: AgentModel & { readonly catalog: Catalog }): Executor => {
  const selector = createToolSelector(catalog);
  const fence = createFence();
  const mindIn = (language: Language) => {
    const system = executorSystem(selector, language);
    return {
      agent: defineAgent({ name: "executor", ...personaOf("executor", language), ...mind, prompt: () => system }),
      asking: { output: roundSchema(language), answerWith: answerTool(language) },
    };
  };
  const minds = { zh: mindIn("zh"), en: mindIn("en") };
  return async (turn, { signal, masked }) => {
    const { agent, asking } = minds[turn.language];
    const ask = (text: string) => runAgent(agent, text, { ...asking, signal });
    const tools = toolsForInvestigation(selector, turn);
    const told = { ...turn, message: masked(turn.message), facts: masked(turn.facts) };
    const message = executorMessage(told, { tools, fence });
    const first = await ask(message);
    const about = first.status === "failed" ? "" : (first.data.more_tools_about ?? "").trim();
    const isAsked = about !== "" && selector.hidesSome && turn.readsLeft > 0;
    const further = () => furtherTools(selector, { text: about, readsOnly: true }, tools);
    const run = isAsked ? await ask(`${message}\n${moreTools(about, further(), turn.language)}`) : first;
    const usage = isAsked ? addUsage(first.usage, run.usage) : run.usage;
    // The facts stand on their own: a failed explanation costs the person nothing but the explanation.
    if (run.status === "failed") {
      const warning = say(turn.language, "notExplained", modelSentence(run.error, turn.language));
      return { kind: "failed", usage, warnings: [warning] };
    }
    const { hypothesis, evidence_for = [], evidence_against = [], reads = [], stop_reason = "" } = run.data;
    return {
      kind: "round",
      hypothesis: terminalSafe(hypothesis).trim(),
      evidenceFor: evidenceFrom(evidence_for),
      evidenceAgainst: evidenceFrom(evidence_against),
      reads: reads.map(draftFrom),
      reason: oneLine(stop_reason),
      usage,
    };
  };
};

const evidenceFrom = (texts: readonly string[]): readonly string[] =>
  texts
    .map(oneLine)
    .filter((text) => text !== "")
    .slice(0, evidenceLimit);

const oneLine = (text: string): string => terminalSafe(text).replace(/\s+/gu, " ").trim().slice(0, 300);
