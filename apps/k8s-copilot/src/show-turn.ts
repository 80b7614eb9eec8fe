import type { TurnEvent, TurnResult } from "@k8s-copilot/k8s-crew";
import type { Io } from "./io.ts";
import { say } from "./io.ts";
import type { Spinner } from "./spinner.ts";
import { word } from "./words.ts";

export type Showing = {
  readonly output: "text" | "json" | "jsonl";
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly chat: boolean;
};

/** An event while the turn runs: a line of JSON, or a word on stderr. */
export const showEvent = (
  io: Io,
  event: TurnEvent,
  showing: Showing & { spinner: Spinner; language: "zh" | "en" },
): void => {
  if (showing.output === "jsonl") {
    io.stdout.write(`${JSON.stringify(event)}\n`);
    return;
  }
  const { spinner, language } = showing;
  if (event.type === "planning") spinner.say(word(language, "planning"));
  if (event.type === "call.started") spinner.say(word(language, "calling", { tool: event.tool }));
  if (showing.quiet) return;
  if (event.type === "progress" && io.stderr.isTTY) line(io, spinner, event.text);
  if (event.type === "call.finished" && showing.verbose) {
    line(
      io,
      spinner,
      `${event.tool} ${JSON.stringify(event.args)} ${event.outcome}${event.cached ? " (cache)" : ""} ${event.ms} ms`,
    );
  }
  if (event.type === "plan" && showing.verbose)
    for (const step of event.steps)
      line(io, spinner, `plan: ${step.tool} ${JSON.stringify(step.args)} – ${step.reason}`);
};

const line = (io: Io, spinner: Spinner, text: string): void => {
  spinner.clear();
  say(io, text);
};

/** The end of a turn: the answer on stdout, everything else on stderr. */
export const showResult = (io: Io, result: TurnResult, showing: Showing): void => {
  if (showing.output === "jsonl") return;
  if (showing.output === "json") {
    io.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
    return;
  }
  const failed = result.status === "error";
  (failed && !showing.chat ? io.stderr : io.stdout).write(`${result.answer}\n`);
  if (showing.quiet) return;
  const { language } = result;
  for (const warning of result.warnings) say(io, word(language, "warning", { text: warning }));
  if (result.error !== null && result.error.remedy !== "" && !result.answer.includes(result.error.remedy))
    say(io, result.error.remedy);
  if (result.nextSteps.length > 0) {
    say(io, `\n${word(language, showing.chat ? "nextSteps" : "nextStepsAsk")}`);
    result.nextSteps.forEach(({ label }, index) => {
      say(io, `  ${index + 1}. ${label}`);
    });
  }
  if (result.tip !== null) say(io, word(language, "tip", { tip: result.tip }));
  if (result.usage.modelCalls > 0 && (showing.verbose || io.stderr.isTTY)) say(io, usageLine(result));
};

const usageLine = ({ usage }: TurnResult): string => {
  const cost = usage.costUsd === null ? "" : ` · $${usage.costUsd.toFixed(4)}`;
  return `${usage.modelCalls} model call(s) · ${usage.promptTokens} → ${usage.completionTokens} tokens${cost}`;
};
