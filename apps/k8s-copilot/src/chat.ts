import type { Language, NextStep, TurnResult } from "@k8s-copilot/k8s-crew";
import { type CommandOptions, problemOf, type Started, withSession } from "./command.ts";
import { exitCodes } from "./exit-codes.ts";
import { createPipedLines } from "./input/piped-lines.ts";
import { createTerminalInput, type TerminalInput } from "./input/terminal-input.ts";
import { wantsPicker } from "./input/wants-picker.ts";
import { runAsking, runRefusing, tellRefused } from "./interaction.ts";
import { canAsk } from "./io.ts";
import { tellOpening, tellQuickCommands } from "./output/opening.ts";
import { createTeller } from "./output/progress.ts";
import { showResult, tellProblem } from "./output/result.ts";
import { moveOf, type Offered, readSaid } from "./prompting.ts";
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
    const picks = console.canAsk && wantsPicker(io.environment, prepared.loaded.settings.plain.value);
    const turns = createTurns(session.conversation, createTeller({ console, flags }));
    const speak = (language: Language) => {
      say = createSay(language);
      return say;
    };
    stopping.signal.addEventListener("abort", () => lines.close());
    try {
      return await talk({ ...options, ...started, terminal, readLine: lines.readLine, picks, turns, speak });
    } finally {
      lines.close();
    }
  });

type Talk = CommandOptions &
  Started & {
    readonly terminal: TerminalInput | undefined;
    readonly readLine: TerminalInput["readLine"];
    /** What can be taken is shown as a picker. */
    readonly picks: boolean;
    readonly turns: Turns;
    /** Words in a language, from now on. */
    readonly speak: (language: Language) => Say;
  };

/** The second Ctrl-C within this time leaves. */
const leaveMs = 2000;

/** Commands that are the terminal's own affair; the conversation's are its own. */
const leaving = new Set(["exit", "quit"]);

const talk = async (chat: Talk): Promise<number> => {
  const { session, prepared, console, stopping, speak } = chat;
  let { say, language } = prepared;
  let offered = offeredAtFirst(chat);
  open(chat, offered);
  let interruptedAt = Number.NEGATIVE_INFINITY;
  while (stopping.code() === undefined) {
    const said = await readSaid({ ...chat, say: createSay(language), saysItself: session.saysItself }, offered);
    if (said.kind === "end") break;
    if (said.kind === "interrupt") {
      if (performance.now() - interruptedAt < leaveMs) return exitCodes.interrupted;
      interruptedAt = performance.now();
      console.note(say("chatAgain"));
      continue;
    }
    if (said.kind === "message") {
      const command = session.commandIn(said.text);
      if (command !== undefined && leaving.has(command)) break;
      if (command === "clear") {
        console.clear();
        continue;
      }
    }
    const turn = await takeTurn(moveOf(said), { ...chat, say, listed: offered.steps });
    if (turn.kind === "left") return exitCodes.interrupted;
    if (turn.isLast) break;
    interruptedAt = turn.interruptedAt ?? interruptedAt;
    language = turn.result?.language ?? language;
    say = speak(language);
    offered = offeredBy(turn.result, (beside) => session.quickCommands(language, beside));
  }
  return stopping.code() ?? exitCodes.ok;
};

/** A talk that goes on has its question; a new one is offered what can always be done. */
const offeredAtFirst = ({ session, prepared }: Talk): Offered =>
  session.standing === undefined
    ? { question: null, steps: session.quickCommands(prepared.language), always: [] }
    : { question: session.standing.question, steps: [], always: session.quickCommands(prepared.language) };

/** What a talk opens with. */
const open = ({ session, prepared, console, flags, picks }: Talk, { steps }: Offered): void => {
  if (flags.output !== "text") return;
  const speaksAny = prepared.loaded.settings.language.value === "auto";
  const way = { console, flags, say: prepared.say, picks, speaksAny };
  tellOpening(session, way);
  if (session.standing === undefined) tellQuickCommands(steps, way);
  else tellStanding(session.standing, session.conversation.id, way);
};

const offeredBy = (
  result: TurnResult | undefined,
  quick: (beside: readonly NextStep[]) => readonly NextStep[],
): Offered => {
  const steps = result === undefined || result.question !== null ? [] : result.nextSteps;
  return { question: result?.question ?? null, steps, always: quick(steps) };
};

type TurnEnd =
  | { readonly kind: "left" }
  | {
      readonly kind: "ended";
      /** Undefined when it was stopped or failed. */
      readonly result: TurnResult | undefined;
      readonly interruptedAt: number | undefined;
      /** It was left by a word at what waited for consent. */
      readonly isLast: boolean;
    };

type Taking = Talk & {
  readonly say: Say;
  /** The next steps that stand above already. */
  readonly listed: readonly NextStep[];
};

/** One message up to its answer. One Ctrl-C stops it, a second one leaves, also when the turn has ended in between. */
const takeTurn = async (move: Move, talk: Taking): Promise<TurnEnd> => {
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
  let isLast = false;
  const leaves = (word: string): boolean => {
    isLast = leaving.has(talk.session.commandIn(word) ?? "");
    return isLast;
  };
  const answered = async (): Promise<TurnEnd> => {
    const result = await answer(move, { ...talk, signal, leaves });
    return { kind: "ended", result, interruptedAt, isLast };
  };
  return Promise.race([left, answered()]);
};

type Turn = Taking & { readonly signal: AbortSignal; readonly leaves: (word: string) => boolean };

const answer = async (move: Move, turn: Turn): Promise<TurnResult | undefined> => {
  const { turns, console, flags, io, say, signal, leaves, terminal, picks, listed, session } = turn;
  const since = performance.now();
  const way = { console, flags, say, options: { signal, width: console.width } };
  try {
    const input = console.canAsk ? terminal : undefined;
    const result =
      input === undefined
        ? await runRefusing(turns, move, way)
        : await runAsking(turns, move, { ...way, input, consent: session.consent, leaves });
    if (result === undefined) {
      console.note(say("chatStopped"));
      return undefined;
    }
    // A reply such as “1” or a name has no language of its own: the answer keeps that of its request.
    const words = createSay(result.language);
    const ms = performance.now() - since;
    showResult(result, { console, flags, say: words, questionIsAnswer: true, picks, listed, ms });
    if (result.approval !== null) tellRefused(result.approval, result, console);
    if (result.question !== null) terminal?.dropTypeAhead();
    return result;
  } catch (thrown) {
    tellProblem(problemOf(thrown, io, say), { console, flags, say });
    return undefined;
  }
};
