import { noUsage } from "@k8s-copilot/crew/no-usage";
import type { Language, TurnEvent, TurnResult } from "@k8s-copilot/k8s-crew";
import { replaceUnsafe } from "@k8s-copilot/k8s-crew/terminal-safe";
import type { Problem } from "../problem.ts";

/** One line of JSON whose value is exact and whose bytes a terminal cannot obey: what is unsafe stands as \uXXXX. */
export const jsonLine = (value: unknown): string =>
  replaceUnsafe(JSON.stringify(value), (character) =>
    [...character.split("")].map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""),
  );

/** A result without its place in a stream of events. */
export const resultEvent = (result: TurnResult): TurnEvent => ({ type: "result", ...result });

/** What machine output says where no turn could begin. */
export const resultOfProblem = (problem: Problem, language: Language): TurnResult => ({
  ...emptyResult(language),
  status: "error",
  error: problem,
});

/** A turn that came to nothing yet. */
export const emptyResult = (language: Language): TurnResult => ({
  status: "ok",
  answer: "",
  language,
  plan: [],
  calls: [],
  question: null,
  approval: null,
  nextSteps: [],
  tip: null,
  kubectl: [],
  usage: noUsage,
  warnings: [],
  switches: [],
  session: "",
  error: null,
});
