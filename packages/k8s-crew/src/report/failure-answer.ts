import type { Fault, Outcome } from "@k8s-copilot/crew";
import type { Language } from "../output/output.ts";
import type { Cause } from "../results/failure-table.ts";
import type { Failure } from "../results/failures.ts";
import { failureWords } from "../words/failure-words.ts";
import { fill } from "../words/fill.ts";
import { say } from "../words/report-words.ts";
import { faultSentence } from "../words/server-words.ts";
import type { AnswerContext } from "./answer-context.ts";
import { placeOf, thingOf } from "./place.ts";

/** Where the words of a failure tell nothing, its outcome still does. */
const causeByOutcome: Readonly<Partial<Record<Outcome, Cause>>> = {
  not_found: "not_found",
  forbidden: "forbidden",
  timeout: "timeout",
  unavailable: "dead",
  invalid: "invalid_argument",
};

/** A failure for people: what it means, what to do, and the server's own words. */
export function failureAnswer(failure: Failure, context: AnswerContext): string {
  const { language } = context;
  const cause = failure.cause === "unknown" ? (causeByOutcome[failure.outcome] ?? "unknown") : failure.cause;
  const { problem, remedy } = failureWords[cause];
  const slots = {
    thing: thingOf(context),
    place: placeOf(context),
    cluster: context.cluster ?? "",
    detail: cause === "choose_container" ? failure.detail.split(/\s+/).join(", ") : failure.detail,
  };
  const said = failure.message === "" ? "" : say(language, "serverSaid", { message: failure.message });
  return [tidy(fill(problem[language], slots), problem[language].startsWith("{thing}")), remedy[language], said]
    .filter((line) => line !== "")
    .join("\n");
}

/** What lies between us and the server is no word of the server's, and no cluster is to blame. */
export function faultAnswer(fault: Fault, language: Language): string {
  const { message, remedy } = faultSentence(fault, language);
  return [message, remedy].filter((line) => line !== "").join("\n");
}

/** An empty slot leaves no gap: no doubled spaces, and no space or colon before a full stop. */
function tidy(sentence: string, capital: boolean): string {
  const begun = capital ? sentence.slice(0, 1).toUpperCase() + sentence.slice(1) : sentence;
  return begun.replace(/ {2,}/g, " ").replace(/[\s:：]+([.。,，])/g, "$1");
}
