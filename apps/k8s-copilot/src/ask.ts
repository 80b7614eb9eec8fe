import type { SendOptions, TurnResult } from "@k8s-copilot/k8s-crew";
import { terminalSafe } from "@k8s-copilot/k8s-crew/terminal-safe";
import { type CommandOptions, type Started, withSession } from "./command.ts";
import { exitCodeOf, exitCodes } from "./exit-codes.ts";
import { maxPipedBytes, type PipedInput, readPipedInput } from "./input/piped-input.ts";
import { createTerminalInput } from "./input/terminal-input.ts";
import { wantsPicker } from "./input/wants-picker.ts";
import { askApprovals, runAsking } from "./interaction.ts";
import { createTeller } from "./output/progress.ts";
import { showResult } from "./output/result.ts";
import { tellWaiting, type WaitingWords } from "./output/waiting.ts";
import { moveOf, readSaid } from "./prompting.ts";
import { goOnCommand, resultOfStanding } from "./sessions/standing.ts";
import { createTurns, type Move, type Turns } from "./turns.ts";
import { createSay, type Say } from "./words.ts";

export type AskOptions = CommandOptions & { readonly words: string };

/** One question, one answer; asks back only where somebody can answer. Comes back with the exit code. */
export const ask = async (options: AskOptions): Promise<number> => {
  const { io, console, words } = options;
  const ended = new AbortController();
  const reading = io.stdin.isTTY === true ? undefined : readPipedInput(io.stdin, ended.signal);
  try {
    return await withSession(options, { message: words, guidance: "direct", isTalk: true }, async (started) => {
      const { stopping, prepared } = started;
      stopping.signal.addEventListener("abort", () => ended.abort());
      if (reading !== undefined) console.status.show(prepared.say("stageInput"));
      return converse({ ...options, ...started, piped: await reading });
    });
  } finally {
    ended.abort();
  }
};

type Talk = AskOptions & Started & { readonly piped: PipedInput | undefined };

const converse = async (talk: Talk): Promise<number> => {
  const { session, console, flags, stopping, words, piped } = talk;
  tellPiped(talk);
  const turns = createTurns(session.conversation, createTeller({ console, flags }));
  const since = performance.now();
  const attachment = piped === undefined ? {} : { attachment: piped.text };
  const send: Move = (conversation, given) => conversation.send(words, { ...given, ...attachment });
  const options = { signal: stopping.signal, width: console.width };
  const first = words.trim() === "" ? standingResult(talk) : await turns.run(send, options);
  const result = console.canAsk ? await askBack(turns, first, { ...talk, options }) : first;
  const stopped = stopping.code();
  if (stopped !== undefined && (result === undefined || result.status === "cancelled")) {
    tellStopped(result, talk, stopped);
    return stopped;
  }
  if (result === undefined) return exitCodes.failure;
  const say = createSay(result.language);
  showResult(result, { console, flags, say, questionIsAnswer: false, picks: false, ms: performance.now() - since });
  if (flags.output === "text" && !console.canAsk) tellWaiting(result, console, waitingWords(talk, say));
  return stopping.code() ?? exitCodeOf(result);
};

/** What a turn that was stopped has changed: nobody who repeats it should have to guess. */
const tellStopped = (result: TurnResult | undefined, talk: Talk, code: number): void => {
  const { console, flags, prepared } = talk;
  if (code === exitCodes.ok) return;
  if (result !== undefined && flags.output !== "text")
    showResult(result, { ...talk, say: prepared.say, questionIsAnswer: false, picks: false, ms: 0 });
  else console.note(terminalSafe(result?.answer ?? prepared.say("chatStopped")));
};

type AskBack = Talk & { readonly options: SendOptions & { readonly signal: AbortSignal } };

/** Asks the person until the conversation waits for nothing more, or the person says nothing more. */
const askBack = async (turns: Turns, first: TurnResult | undefined, talk: AskBack): Promise<TurnResult | undefined> => {
  const { session, console, flags, io, stopping, prepared, options } = talk;
  const say = createSay(first?.language ?? prepared.language);
  // The terminal stays the shell's until there is something to ask, so that Ctrl-C and Ctrl-Z are its own.
  if (first === undefined || (first.question === null && first.approval === null)) return first;
  const input = createTerminalInput(io, () => say);
  input.onInterrupt(stopping.interrupt);
  stopping.signal.addEventListener("abort", input.close);
  const picks = wantsPicker(io.environment, prepared.loaded.settings.plain.value);
  const way = { console, flags, say, options, input, consent: session.consent };
  const prompting = { readLine: input.readLine, picks, console, say, saysItself: session.saysItself };
  try {
    let result = await askApprovals(turns, first, way);
    while (result !== undefined && result.question !== null) {
      showResult(result, { console, flags, say, questionIsAnswer: false, picks, ms: 0 });
      input.dropTypeAhead();
      const said = await readSaid(prompting, { question: result.question, steps: [], always: [] });
      if (said.kind === "interrupt") stopping.interrupt();
      if (said.kind === "end" || said.kind === "interrupt")
        return stopping.code() === undefined ? alreadySaid(result) : undefined;
      result = await runAsking(turns, moveOf(said), way);
    }
    return result;
  } finally {
    input.close();
  }
};

/** Who goes on without a word wants to see where the conversation stands. */
const standingResult = (talk: Talk): TurnResult => {
  const { session, prepared } = talk;
  const nothing = prepared.say("sessionNothingWaits", { goOn: goOnCommand(talk) });
  return resultOfStanding(session.standing, { session: session.conversation.id, language: prepared.language, nothing });
};

/** How to answer where nobody can be asked. */
const waitingWords = (talk: Talk, say: Say): WaitingWords =>
  talk.session.isKept ? { say, goOn: goOnCommand(talk) } : { say };

/** What is left of a result whose words stand on the screen: its status, for the exit code. */
const alreadySaid = (result: TurnResult): TurnResult => ({
  ...result,
  answer: "",
  question: null,
  nextSteps: [],
  tip: null,
  kubectl: [],
});

const tellPiped = ({ piped, console, prepared: { say } }: Talk): void => {
  const warn = (text: string) => console.note(console.err.warning(say("warning", { text })));
  if (piped?.capped === true) warn(say("inputCapped", { megabytes: maxPipedBytes / 1e6 }));
  if (piped?.invalid === true) warn(say("inputInvalid"));
};
