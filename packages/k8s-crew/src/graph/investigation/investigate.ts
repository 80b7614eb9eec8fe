import { Command } from "@langchain/langgraph";
import type { Executor, ExecutorInput } from "../../agents/types.ts";
import { withCountsMarked, withTroubleMarked } from "../../investigation/counted.ts";
import { withRowsHeld } from "../../investigation/held-rows.ts";
import { type Judged, judgeReads, readsLeft } from "../../investigation/judge.ts";
import { withUnknownMarked } from "../../investigation/named.ts";
import { investigationText, progressOf } from "../../investigation/text.ts";
import { toldText } from "../../investigation/told-text.ts";
import { limits, type Round, type Stop } from "../../investigation/types.ts";
import type { Read } from "../../overview/types.ts";
import { callKey } from "../../plan/source.ts";
import type { Plan } from "../../plan/types.ts";
import { answerText } from "../answers/answer.ts";
import type { Parts } from "../parts.ts";
import type { State } from "../state.ts";
import { agentOptions, warn } from "../turn.ts";
import { approvedScope } from "./approved-scope.ts";
import { shownOf, textsRead } from "./things-read.ts";

type Investigating = { readonly plan: Plan; readonly executor: Executor };

/**
 * One round: a model says what it thinks and what it would read next; code decides what is read, tells of it, and ends
 * it. The facts of the answer are made of the plan alone, so nothing here can make them worse.
 */
export const investigate = async (parts: Parts, state: State, { plan, executor }: Investigating): Promise<Command> => {
  const turn = parts.turn();
  const { rounds, language } = state;
  const input = inputFor(parts, state, plan);
  const reply = await executor(input, agentOptions(turn));
  for (const warning of reply.warnings ?? []) warn(turn, warning);
  if (reply.kind === "failed") return conclude(state, turn.account.spent() ? "budget" : "failed");
  const { catalog } = parts;
  const made = new Set(seenReads(plan, rounds).map(callKey));
  const judged = judgeReads(reply.reads, { catalog, scope: input.scope, rounds, made });
  const known = [state.message, input.facts, ...textsRead(parts)].join("\n");
  const named = (text: string) => withUnknownMarked(toldText(text, known, language), known, language);
  const shown = shownOf(parts, plan);
  const isWhole = shown.rows.length > 0 || shown.surveys.length > 0;
  const otherwise = (sentence: string) => {
    const counted = withCountsMarked(sentence, known, language);
    return isWhole ? counted : withTroubleMarked(counted, known, language);
  };
  const marked = (text: string) => withRowsHeld(named(text), shown, { language, otherwise });
  const round: Round = {
    hypothesis: marked(reply.hypothesis),
    evidenceFor: reply.evidenceFor.map(marked),
    evidenceAgainst: reply.evidenceAgainst.map(marked),
    reads: judged.reads,
    refused: judged.refused.map(({ read, why }) => ({ why, read: { ...read, args: textsIn(read.args, named) } })),
  };
  if (judged.reads.length === 0) {
    const reason = marked(reply.reason);
    return concluded(state, [...rounds, { ...round, stop: stopOf(judged, rounds), reason }]);
  }
  turn.emit({ type: "progress", text: progressOf(round, rounds.length + 1, language) });
  const work = { kind: "reads" as const, for: "executor" as const, reads: judged.reads };
  return new Command({ goto: "tools", update: { rounds: [...rounds, round], work } });
};

/** What is not made is only told of, and in it a model may have written anything. */
const textsIn = (args: Read["args"], told: (text: string) => string): Read["args"] =>
  Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, typeof value === "string" ? told(value) : value]),
  );

/** What the model is shown; the lists that choices came from, and what a survey read, it may still ask for. */
const seenReads = (plan: Plan, rounds: readonly Round[]): readonly Read[] => [
  ...plan.steps.filter(({ look }) => look === undefined),
  ...rounds.flatMap((round) => round.reads),
];

const inputFor = (parts: Parts, state: State, plan: Plan): ExecutorInput => {
  const { results } = parts.turn().shelf;
  const { rounds } = state;
  return {
    message: state.message,
    language: state.language,
    view: plan.view,
    facts: answerText(parts, state),
    results: seenReads(plan, rounds).flatMap((read) => {
      const result = results.get(callKey(read));
      return result ? [{ tool: read.tool, outcome: result.outcome, text: result.text || result.message }] : [];
    }),
    done: plan.steps.map(({ tool, args, reason }) => ({ tool, args, reason })),
    rounds,
    readsLeft: readsLeft(rounds),
    scope: approvedScope(parts, plan),
  };
};

const stopOf = ({ refused }: Judged, rounds: readonly Round[]): Stop => {
  if (refused.length === 0) return "found";
  if (refused.every(({ why }) => why === "repeated")) return "nothing_new";
  if (refused.some(({ why }) => why === "over_limit")) return rounds.length >= limits.rounds - 1 ? "rounds" : "reads";
  return "refused";
};

const ended = (rounds: readonly Round[], stop: Stop): readonly Round[] =>
  rounds.map((round, index) => (index === rounds.length - 1 ? { ...round, stop } : round));

/** Ends an investigation from outside, with what it came to. */
export const conclude = (state: State, stop: Stop): Command => concluded(state, ended(state.rounds, stop));

const concluded = ({ language }: State, rounds: readonly Round[]): Command =>
  new Command({
    goto: "report",
    update: { rounds, explanation: investigationText(rounds, language), explained: true },
  });
