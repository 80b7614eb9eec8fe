import type { CallResult } from "@k8s-copilot/crew";
import type { Verb } from "../catalog/types.ts";
import type { Language } from "../output/output.ts";
import { describeFailure, failureIn } from "../results/failures.ts";
import { parseResult } from "../results/parse-result.ts";
import type { ParsedResult, Readings, Row } from "../results/types.ts";
import { say } from "../words/report-words.ts";
import type { Answer, AnswerContext } from "./answer-context.ts";
import { eventsAnswer } from "./events-answer.ts";
import { failureAnswer, faultAnswer } from "./failure-answer.ts";
import { listAnswer } from "./list-answer.ts";
import { logAnswer } from "./log-answer.ts";
import { objectAnswer, textAnswer } from "./object-answer.ts";
import { rankedAnswer } from "./ranked-answer.ts";
import { usageAnswer } from "./usage-answer.ts";

export type ResultToAnswer = Pick<CallResult, "outcome" | "text" | "structured" | "message" | "fault"> & {
  /** The result's rows, where they were looked at more closely than the result shows them. */
  readonly rows?: readonly Row[];
  readonly readings?: Readings;
};

/** A call's result as an answer for people: plain text, aligned tables, counts computed here and not by a model. */
export function answerFor(result: ResultToAnswer, context: AnswerContext): Answer {
  if (result.fault) return { text: faultAnswer(result.fault, context.language), rows: [] };
  if (result.outcome !== "ok") return { text: failureAnswer(failureOf(result), context), rows: [] };
  const parsed: ParsedResult =
    result.rows === undefined
      ? parseResult({ ...result, verb: context.verb, resource: context.resource })
      : { form: "rows", rows: result.rows };
  if (context.verb === "logs")
    return { text: logAnswer(parsed.form === "text" ? parsed.text : result.text, context), rows: [] };
  if (parsed.form === "rows") {
    if (context.ranked !== undefined) return rankedAnswer(parsed.rows, context.ranked, context);
    if (context.verb === "top") return usageAnswer(parsed.rows, context);
    return context.resource === "event" ? eventsAnswer(parsed.rows, context) : listAnswer(parsed.rows, context);
  }
  if (!readVerbs.has(context.verb)) return { text: doneText(result.text, context.language), rows: [] };
  const text = parsed.form === "object" ? objectAnswer(parsed.object, context) : textAnswer(parsed.text, context);
  return { text, rows: [] };
}

/** Verbs whose result is what was asked for; of any other, that it was done. */
const readVerbs: ReadonlySet<Verb> = new Set<Verb>([
  "list",
  "get",
  "describe",
  "top",
  "search",
  "explain",
  "diagnose",
  "health",
  "validate",
  "diff",
  "generate",
  "wait",
  "multi",
  "generic",
  "other",
]);

function failureOf({ outcome, text, structured, message }: ResultToAnswer) {
  const failure = failureIn({ text, structured, isError: text !== "" }) ?? describeFailure(message);
  return { ...failure, outcome: outcome === "ok" ? failure.outcome : outcome, message: failure.message || message };
}

function doneText(text: string, language: Language): string {
  const done = say(language, "done");
  return text.trim() === "" ? done : `${done}\n${text.trim()}`;
}
