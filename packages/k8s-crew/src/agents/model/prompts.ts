import type { LoopPrompts } from "@k8s-copilot/crew";
import type { ToolSelector } from "../../catalog/select/select-tools.ts";
import type { CatalogEntry } from "../../catalog/types.ts";
import { newestMessages } from "../../memory/newest-messages.ts";
import type { Language } from "../../output/output.ts";
import type { Problem } from "../../words/plan-problems.ts";
import type { ClarifierInput, ExecutorInput, PlannerInput } from "../types.ts";
import type { Fence } from "./fences.ts";
import { promptText as say } from "./prompt-texts.ts";
import { toolLine, toolsOfSystem } from "./prompt-tools.ts";

/**
 * What the models are told. What stays the same comes first, so that providers can cache it: a system message is the same
 * for the life of a catalog, the planner's message begins with what was said before, to which each turn adds, and ends with
 * what is true only now.
 */

/** Calls of one plan. */
export const planLimit = 12;

/** Of what was said before, the planner is told so many messages or a few more. */
const messagesTold = 4;

export const personaOf = (agent: "planner" | "clarifier" | "executor", language: Language) => ({
  role: say(language, `${agent}Role`),
  goal: say(language, `${agent}Goal`),
  backstory: "",
});

export const plannerSystem = (selector: ToolSelector, language: Language): string =>
  [
    say(language, "plannerWho", { goal: say(language, "plannerGoal") }),
    say(language, "plannerRules", { steps: planLimit }),
    ...toolsOfSystem(selector, language, "plannerMore"),
  ].join("\n");

type Shown = { readonly tools: readonly CatalogEntry[]; readonly fence: Fence };

export const plannerMessage = (turn: PlannerInput, { tools, fence }: Shown): string => {
  const { language } = turn;
  // In one line, so that nothing that an answer quoted can pass for what somebody said.
  const history = newestMessages(turn.history, messagesTold).map(({ role, text }) =>
    `${role}: ${text.slice(0, 300)}`.replace(/\s+/gu, " "),
  );
  const known = Object.entries(turn.known)
    .filter(([, names]) => names.some((name) => name !== ""))
    .map(([key, names]) => `${key}: ${names.slice(0, 20).join(", ")}`);
  const memory = Object.entries(turn.entities).map(([key, { value }]) => `${key}=${value}`);
  return [
    ...(history.length > 0 ? [say(language, "earlier"), ...history] : []),
    ...toolsForThis(tools, language),
    ...(known.length > 0 ? [say(language, "namesThere"), ...known] : []),
    ...(memory.length > 0 ? [say(language, "memory", { memory: memory.join(", ") })] : []),
    ...(turn.attachment === undefined
      ? []
      : [fence(say(language, "dataWithMessage"), cut(turn.attachment, 12_000, language))]),
    fence(say(language, "messageOfPerson"), turn.message),
  ].join("\n");
};

const toolsForThis = (tools: readonly CatalogEntry[], language: Language): readonly string[] =>
  tools.length === 0 ? [] : [say(language, "toolsForThis"), ...tools.map(toolLine)];

/** What is added to a message, once, when more tools were asked for. */
export const moreTools = (about: string, tools: readonly CatalogEntry[], language: Language): string =>
  tools.length === 0
    ? say(language, "noToolsAbout", { about })
    : [say(language, "toolsAbout", { about }), ...tools.map(toolLine)].join("\n");

/** What is added to a message, once, when its plan was rejected. */
export const planRejected = (problems: readonly Pick<Problem, Language>[], language: Language): string =>
  say(language, "rejected", { problems: problems.map((each) => each[language]).join(" ") });

/** What the loop around a model says on its own behalf: none of the three runs tools in it. */
export const loopPromptsIn = (language: Language): Partial<LoopPrompts> => ({
  emptyReply: say(language, "emptyReply"),
  answerNow: (tool = "") => say(language, "answerNow", { tool }),
  repairAnswer: (tool = "", problem) => say(language, "repairAnswer", { tool, problem }),
  answered: say(language, "answered"),
  notRun: say(language, "notRun"),
});

export const clarifierSystem = (language: Language): string =>
  say(language, "clarifierWho", { goal: say(language, "clarifierGoal") });

export const clarifierMessage = ({ language, question, choices, message }: ClarifierInput, fence: Fence): string =>
  [
    `${say(language, "questionAsked")} ${question.slice(0, 500)}`,
    say(language, "choices"),
    ...choices.map(({ label, reason }, index) => `${index + 1}. ${label} ${reason}`),
    fence(say(language, "replyOfPerson"), message.slice(0, 500)),
    say(language, "whichChoice"),
  ].join("\n");

export const executorSystem = (selector: ToolSelector, language: Language): string =>
  [
    say(language, "executorWho", { goal: say(language, "executorGoal") }),
    say(language, "executorRules"),
    ...toolsOfSystem(selector, language, "executorMore"),
  ].join("\n");

/** Grows at its end from round to round. */
export const executorMessage = (turn: ExecutorInput, { tools, fence }: Shown): string => {
  const { language } = turn;
  return [
    ...toolsForThis(tools, language),
    fence(say(language, "messageOfPerson"), turn.message),
    fence(say(language, "facts"), turn.facts.slice(0, 16_000)),
    ...turn.results.map(({ tool, outcome, text }) =>
      fence(say(language, "resultOf", { tool, outcome }), cut(text, 8_000, language)),
    ),
    ...turn.rounds.map((round, index) => roundText(round, index + 1, language)),
    turn.readsLeft === 0
      ? say(language, "mustConclude")
      : say(language, "mayRead", { count: turn.readsLeft, place: placeText(turn.scope, language) }),
  ].join("\n");
};

const roundText = (
  { hypothesis, reads, refused }: ExecutorInput["rounds"][number],
  number: number,
  language: Language,
): string =>
  say(language, "round", {
    number,
    hypothesis,
    reads: reads.map(({ tool }) => tool).join(", ") || say(language, "nothingRead"),
    refused:
      refused.length === 0
        ? ""
        : say(language, "refusedReads", { reads: refused.map(({ read, why }) => `${read.tool} (${why})`).join(", ") }),
  });

const placeText = ({ clusters, namespaces }: ExecutorInput["scope"], language: Language): string => {
  const named = [
    ...(clusters === undefined ? [] : [clustersText(clusters, language)]),
    ...(namespaces === undefined ? [] : [say(language, "inNamespaces", { names: namespaces.join(", ") })]),
  ];
  return named.length === 0
    ? say(language, "anywhere")
    : say(language, "onlyIn", { places: named.join(say(language, "andPlace")) });
};

const clustersText = (clusters: readonly string[], language: Language): string =>
  say(language, "inClusters", {
    names: clusters.filter((name) => name !== "").join(", ") || say(language, "currentCluster"),
  });

/** Head and tail, because the end of a log is where it broke. */
const cut = (text: string, limit: number, language: Language): string =>
  text.length <= limit
    ? text
    : `${text.slice(0, limit / 4)}\n${say(language, "leftOut", { count: text.length - limit })}\n${text.slice(-(limit * 3) / 4)}`;
