import type { Budget, Usage } from "@k8s-copilot/crew";
import type { Language } from "../../output/output.ts";
import { type CostWord, sayCost } from "../../words/cost-words.ts";
import { listOf } from "../../words/fill.ts";
import type { Sum } from "../account.ts";
import type { Parts } from "../parts.ts";

/** What the last answer and the conversation used, what it cost, and what is left of the limits. */
export const costText = (parts: Parts, language: Language): string => {
  const { last, session } = parts.turn().account.sums();
  const { budgets } = parts;
  if (parts.executor === undefined) return [sayCost(language, "noModel"), ...callsLine(session, language)].join("\n");
  return [
    sayCost(language, "last", { used: usedText(last, language) }),
    sayCost(language, "session", { used: usedText(session, language) }),
    ...callsLine(session, language),
    ...limitLines(language, "left", restsOf(budgets.session, session, language)),
    ...limitLines(language, "each", amountsOf(budgets.turn, language)),
  ].join("\n");
};

const usedText = (sum: Sum | null, language: Language): string => {
  if (sum === null || sum.usage.modelCalls === 0) return sayCost(language, "notAsked");
  const { usage } = sum;
  return sayCost(language, "used", {
    calls: usage.modelCalls,
    tokens: tokensText(usage, language),
    cost: priceText(sum, language),
  });
};

/** A prompt without a token does not exist: a service that says so tells nothing. */
const tokensText = (usage: Usage, language: Language): string => {
  const { promptTokens, completionTokens, cachedTokens, reasoningTokens } = usage;
  if (promptTokens + completionTokens === 0) return sayCost(language, "untold");
  const part = (word: CostWord, count: number) => (count === 0 ? "" : sayCost(language, word, { count }));
  return sayCost(language, "tokens", {
    prompt: promptTokens,
    completion: completionTokens,
    cached: part("cached", cachedTokens),
    thinking: part("thinking", reasoningTokens),
  });
};

const priceText = ({ usage, paidUsd }: Sum, language: Language): string => {
  if (usage.costUsd !== null && usage.promptTokens + usage.completionTokens > 0)
    return sayCost(language, usage.priced === "listed" ? "listed" : "charged", { usd: dollars(usage.costUsd) });
  const isBrokenOff = usage.priced === "broken_off";
  if (paidUsd === 0) return sayCost(language, isBrokenOff ? "unknownBrokenOff" : "unknown");
  return sayCost(language, isBrokenOff ? "atLeastBrokenOff" : "atLeast", { usd: dollars(paidUsd) });
};

const callsLine = (sum: Sum | null, language: Language): readonly string[] =>
  sum === null || sum.toolCalls === 0
    ? []
    : [sayCost(language, "toolCalls", { count: sum.toolCalls, cached: sum.cachedCalls })];

type Measure = {
  readonly limit: keyof Budget;
  readonly word: CostWord;
  readonly used: (sum: Sum) => number;
  readonly shown: (amount: number) => string | number;
};

const measures: readonly Measure[] = [
  { limit: "usd", word: "usd", used: ({ paidUsd }) => paidUsd, shown: (amount) => dollars(amount) },
  { limit: "modelCalls", word: "modelCalls", used: ({ usage }) => usage.modelCalls, shown: (amount) => amount },
  {
    limit: "tokens",
    word: "tokensLimit",
    used: ({ usage }) => usage.promptTokens + usage.completionTokens,
    shown: (amount) => amount,
  },
  { limit: "toolCalls", word: "toolCallsLimit", used: ({ toolCalls }) => toolCalls, shown: (amount) => amount },
  { limit: "timeMs", word: "seconds", used: ({ timeMs }) => timeMs, shown: (amount) => Math.round(amount / 1_000) },
];

const amountsOf = (budget: Budget = {}, language: Language): readonly string[] =>
  measures.flatMap(({ limit, word, shown }) => {
    const amount = budget[limit];
    return amount === undefined ? [] : [sayCost(language, word, { amount: shown(amount) })];
  });

const restsOf = (budget: Budget = {}, sum: Sum | null, language: Language): readonly string[] =>
  measures.flatMap(({ limit, word, used, shown }) => {
    const amount = budget[limit];
    if (amount === undefined) return [];
    const rest = Math.max(0, amount - (sum === null ? 0 : used(sum)));
    return [sayCost(language, "of", { rest: shown(rest), amount: sayCost(language, word, { amount: shown(amount) }) })];
  });

const limitLines = (language: Language, word: "left" | "each", told: readonly string[]): readonly string[] => {
  if (told.length === 0) return [];
  const text = listOf(language, told);
  return [sayCost(language, word, word === "left" ? { rest: text } : { limits: text })];
};

/** Four digits behind the point, more where that would be nothing. */
const dollars = (usd: number): string => {
  const text = usd.toFixed(4);
  return `$${usd > 0 && Number(text) === 0 ? usd.toPrecision(1) : text}`;
};
