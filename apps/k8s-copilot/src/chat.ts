import type { NextStep } from "@k8s-copilot/k8s-crew";
import { type CommandOptions, problemOf, type Started, withSession } from "./command.ts";
import { exitCodes } from "./exit-codes.ts";
import { createPipedLines } from "./input/piped-lines.ts";
import { createTerminalInput, type TerminalInput } from "./input/terminal-input.ts";
import { runAsking, runRefusing } from "./interaction.ts";
import { canAsk } from "./io.ts";
import { tellOpening, tellQuickCommands } from "./output/opening.ts";
import { createTeller } from "./output/progress.ts";
import { showResult, tellProblem } from "./output/result.ts";
import { tellStanding } from "./sessions/standing.ts";
import { createTurns, type Move, type Turns } from "./turns.ts";
import { createSay, type Say } from "./words.ts";

/** A talk, until the person leaves. No turn that fails ends it. Comes back with the exit code. */
export const chat = (options: CommandOptions): Promise<number> =>
  withSession(options, { guidance: "guided", isTalk: true }, async (started) => {
    const { session, prepared, stopping } = started;
    let say = prepared.say;
    const { io, console, flags } = options;
    const terminal = canAsk(io) ? createTerminalInput(io, () => say) : undefined;
    const lines = terminal ?? createPipedLines(io.stdin);
    const turns = createTurns(session.conversation, createTeller({ console, flags, say: () => say }));
    const speak = (message: string) => {
      // Enter has no language of its own.
      if (message !== "") say = createSay(prepared.languageFor(message));
      return say;
    };
    stopping.signal.addEventListener("abort", () => lines.close());
    try {
      return await talk({ ...options, ...started, terminal, readLine: lines.readLine, turns, speak });
    } finally {
      lines.close();
    }
  });

type Talk = CommandOptions &
  Started & {
    readonly terminal: TerminalInput | undefined;
    readonly readLine: TerminalInput["readLine"];
    readonly turns: Turns;
    /** Words in the language of a message, from now on. */
    readonly speak: (message: string) => Say;
  };

/** The second Ctrl-C within this time leaves. */
const leaveMs = 2000;

/** Commands that are the terminal's own affair; the conversation's are its own. */
const leaving = new Set(["exit", "quit"]);

const talk = async (chat: Talk): Promise<number> => {
  const { session, prepared, console, flags, stopping, readLine, speak } = chat;
  let { say } = prepared;
  let offered = session.standing === undefined ? session.quickCommands(prepared.language) : [];
  if (flags.output === "text") {
    tellOpening(session, { console, flags, say });
    if (session.standing === undefined) tellQuickCommands(offered, { console, flags, say });
    else tellStanding(session.standing, session.conversation.id, { console, flags, say });
  }
  let interruptedAt = Number.NEGATIVE_INFINITY;
  let enterRuns = false;
  while (stopping.code() === undefined) {
    console.status.clear();
    const line = await readLine(say("prompt"));
    if (line.kind === "end") break;
    if (line.kind === "interrupt") {
      if (performance.now() - interruptedAt < leaveMs) return exitCodes.interrupted;
      interruptedAt = performance.now();
      console.note(say("chatAgain"));
      continue;
    }
    const message = chosen(offered, line.text.trim());
    if (saysNothing(message, enterRuns)) continue;
    const command = session.commandIn(message);
    if (command !== undefined && leaving.has(command)) break;
    if (command === "clear") {
      console.clear();
      continue;
    }
    say = speak(message);
    const turn = await takeTurn(message, { ...chat, say });
    if (turn.kind === "left") return exitCodes.interrupted;
    interruptedAt = turn.interruptedAt ?? interruptedAt;
    offered = turn.offered;
    enterRuns = turn.enterRuns;
  }
  return stopping.code() ?? exitCodes.ok;
};

/** Enter alone says something only where a plan waits for it. */
const saysNothing = (message: string, enterRuns: boolean): boolean => message === "" && !enterRuns;

/** A number alone picks what was offered last; a question's own choices are the conversation's matter. */
const chosen = (offered: readonly NextStep[], text: string): string =>
  /^\d{1,2}$/.test(text) ? (offered[Number(text) - 1]?.message ?? text) : text;

type TurnEnd =
  | { readonly kind: "left" }
  | {
      readonly kind: "ended";
      /** What may be picked next. */
      readonly offered: readonly NextStep[];
      /** A plan waits to be run: nothing but Enter runs it. */
      readonly enterRuns: boolean;
      readonly interruptedAt: number | undefined;
    };

/** One message up to its answer. One Ctrl-C stops it, a second one leaves, also when the turn has ended in between. */
const takeTurn = async (message: string, talk: Talk & { readonly say: Say }): Promise<TurnEnd> => {
  const { terminal, console, say, stopping } = talk;
  const turn = new AbortController();
  let interruptedAt: number | undefined;
  const left = new Promise<TurnEnd>((resolve) => {
    terminal?.onInterrupt(() => {
      if (turn.signal.aborted) return resolve({ kind: "left" });
      interruptedAt = performance.now();
      console.status.show(say("stageStopping"));
      turn.abort();
    });
  });
  const signal = AbortSignal.any([turn.signal, stopping.signal]);
  const answered = async (): Promise<TurnEnd> => {
    const waiting = await answer(message, { ...talk, signal });
    return { kind: "ended", ...waiting, interruptedAt };
  };
  return Promise.race([left, answered()]);
};

type Turn = Talk & { readonly say: Say; readonly signal: AbortSignal };

type Waiting = { readonly offered: readonly NextStep[]; readonly enterRuns: boolean };

const nothing: Waiting = { offered: [], enterRuns: false };

const answer = async (message: string, turn: Turn): Promise<Waiting> => {
  const { turns, console, flags, io, say, signal, terminal } = turn;
  const since = performance.now();
  const send: Move = (conversation, given) => conversation.send(message, given);
  const way = { console, say, options: { signal, width: console.width } };
  try {
    const input = console.canAsk ? terminal : undefined;
    const result =
      input === undefined ? await runRefusing(turns, send, way) : await runAsking(turns, send, { ...way, input });
    if (result === undefined) {
      console.note(say("chatStopped"));
      return nothing;
    }
    // A reply such as “1” or a name has no language of its own: the answer keeps that of its request.
    const words = createSay(result.language);
    showResult(result, { console, flags, say: words, questionIsAnswer: true, ms: performance.now() - since });
    if (result.question !== null) terminal?.dropTypeAhead();
    const { question, nextSteps } = result;
    const enterRuns = question?.parameter === "plan" && terminal !== undefined;
    if (enterRuns && flags.output === "text") console.note(words("enterRuns"));
    return { offered: question === null ? nextSteps : [], enterRuns };
  } catch (thrown) {
    tellProblem(problemOf(thrown, io, say), { console, flags, say });
    return nothing;
  }
};
