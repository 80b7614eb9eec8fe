import { isDeepStrictEqual } from "node:util";
import type { Language, NextStep, Question, TurnResult } from "@k8s-copilot/k8s-crew";
import { terminalSafe } from "@k8s-copilot/k8s-crew/terminal-safe";
import type { Flags } from "../flags.ts";
import type { Problem } from "../problem.ts";
import type { Say } from "../words.ts";
import type { Console } from "./console.ts";
import { jsonLine, resultEvent, resultOfProblem } from "./json.ts";
import { choiceLines, withoutChoices } from "./question.ts";
import { usageText } from "./usage-text.ts";

export type Way = { readonly console: Console; readonly flags: Flags; readonly say: Say };

export type ShowOptions = Way & {
  /** In a talk a question is the answer of its turn; after `ask` it stands beside the answer, on stderr. */
  readonly questionIsAnswer: boolean;
  /** The choices of a question follow as a picker. */
  readonly picks: boolean;
  /** Next steps that stand right above: a word between them and the next message does not list them again. */
  readonly listed?: readonly NextStep[];
  /** Milliseconds that the turn took. */
  readonly ms: number;
};

/** Prints what a turn came to: the answer, then what a person may want to know, do or say next. */
export const showResult = (result: TurnResult, options: ShowOptions): void => {
  const { console, flags } = options;
  console.status.clear();
  if (flags.output === "json") console.print(jsonLine(result));
  else if (flags.output === "jsonl") console.print(jsonLine(resultEvent(result)));
  else tellResult(result, options);
};

const tellResult = (result: TurnResult, options: ShowOptions): void => {
  const { console, flags } = options;
  const { error, question } = result;
  const answer = question !== null && options.picks ? withoutChoices(result.answer, question) : result.answer;
  if (error !== null) tellError(result, error, options);
  else if (answer.trim() !== "") console.answer(answer);
  if (question !== null && !answer.includes(question.text)) showQuestion(question, options);
  tellWarnings(result, options);
  if (flags.quiet) return;
  showKubectl(result, options);
  showNext(result, options);
  if (flags.verbose) console.note(console.err.dim(usageLine(result, options)));
};

/** What the answer says is not said beside it once more. Who answers instead is told whatever is to be left out. */
export const tellWarnings = ({ answer, warnings, switches }: TurnResult, { console, flags, say }: Way): void => {
  for (const text of (flags.quiet ? switches : warnings).filter((each) => !answer.includes(each)))
    console.note(console.err.warning(say("warning", { text: terminalSafe(text) })));
};

/** An answer that holds the error is told in its place: in a talk as the answer it is, after `ask` on stderr. */
const tellError = ({ answer }: TurnResult, error: Problem, options: ShowOptions): void => {
  const { console, say, questionIsAnswer } = options;
  const isSaid = answer.includes(error.message);
  if (answer.trim() !== "" && (questionIsAnswer || !isSaid)) console.answer(answer);
  if (!isSaid) tellProblem(error, options);
  else if (!questionIsAnswer) console.note(terminalSafe(answer));
  if (isSaid && error.remedy !== "" && !answer.includes(error.remedy))
    console.note(say("remedy", { text: terminalSafe(error.remedy) }));
};

/** What stood in the way before a turn could begin: as a result for machines, as sentences for people. */
export const showProblem = (problem: Problem, language: Language, way: Way): void => {
  if (way.flags.output !== "text") {
    const result = resultOfProblem(problem, language);
    way.console.print(jsonLine(way.flags.output === "json" ? result : resultEvent(result)));
  }
  tellProblem(problem, way);
};

export const tellProblem = (problem: Problem, { console, say }: Way): void => {
  console.status.clear();
  console.note(console.err.bold(say("failure", { text: terminalSafe(problem.message) })));
  if (problem.remedy !== "") console.note(say("remedy", { text: terminalSafe(problem.remedy) }));
};

const showQuestion = (question: Question, { console, say, questionIsAnswer, picks }: ShowOptions): void => {
  const write = questionIsAnswer ? console.print : console.note;
  const text = terminalSafe(question.text);
  write(questionIsAnswer ? console.out.bold(text) : console.err.bold(say("question", { text })));
  if (!picks) choiceLines(question.choices).forEach(write);
};

/** In a talk unless `/kubectl off` was said; elsewhere when a flag asks for it. */
const showKubectl = ({ kubectl }: TurnResult, { console, flags, say, questionIsAnswer }: ShowOptions): void => {
  if (kubectl.length === 0 || !(questionIsAnswer || flags.kubectl)) return;
  console.note(console.err.dim(say("kubectl")));
  for (const line of kubectl) console.note(console.err.dim(`  ${terminalSafe(line, { unsafe: "drop" })}`));
};

const showNext = (result: TurnResult, { console, say, listed = [] }: ShowOptions): void => {
  // After a look at something they are news, also when they are the same.
  const isListed = (result.calls.length === 0 && isDeepStrictEqual(result.nextSteps, listed)) || isInAnswer(result);
  if (result.nextSteps.length > 0 && !isListed) {
    console.note(console.err.bold(say("nextSteps")));
    result.nextSteps.forEach(({ label }, index) => {
      console.note(`  ${index + 1}. ${terminalSafe(label, { unsafe: "drop" })}`);
    });
  }
  if (result.tip !== null) console.note(console.err.dim(say("tip", { text: terminalSafe(result.tip) })));
};

/** Help and a greeting list by number what can be taken. */
const isInAnswer = ({ answer, nextSteps }: TurnResult): boolean =>
  nextSteps.every(({ label }, index) => `${answer}\n`.includes(`\n  ${index + 1}. ${label}\n`));

const usageLine = ({ calls, usage }: TurnResult, { say, ms }: ShowOptions): string =>
  say("usage", {
    seconds: (ms / 1000).toFixed(1),
    calls: calls.length,
    cached: calls.filter(({ cached }) => cached).length,
    modelCalls: usage.modelCalls,
    used: usageText(usage, say),
  });
