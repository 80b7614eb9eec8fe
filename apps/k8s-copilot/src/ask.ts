import type { TurnResult } from "@k8s-copilot/k8s-crew";
import { exitCodeOf, exitCodes } from "./exit-codes.ts";
import { type Io, say } from "./io.ts";
import { askConsent, askLine } from "./line-input.ts";
import type { Session } from "./session.ts";
import { readStdinData } from "./stdin-data.ts";
import { type AppLanguage, word } from "./words.ts";

export type AskOptions = {
  readonly io: Io;
  readonly session: Session;
  readonly words: readonly string[];
  readonly input: boolean;
  readonly language: AppLanguage;
  readonly signal: AbortSignal;
};

/** Characters of piped data that go with the question. */
const dataLimit = 12_000;

/** One question, and what it needs to be answered: asked on a terminal, else named by an exit code. */
export const ask = async ({ io, session, words, input, language, signal }: AskOptions): Promise<number> => {
  const question = words.join(" ").trim();
  const data = await readStdinData(io);
  if (data?.cut) say(io, word(language, "inputCut", { size: 8 }));
  if (data?.invalid) say(io, word(language, "inputInvalid"));
  if (question === "" && data === undefined) {
    say(io, word(language, "noMessage", { name: io.name }));
    return exitCodes.usage;
  }
  const message =
    data === undefined
      ? question
      : `${question}\n\n${word(language, "dataLead")}\n${data.text.slice(0, dataLimit)}`.trim();
  let result = await session.turn(message, signal);
  const interactive = input && io.stdin.isTTY && io.stderr.isTTY;
  while (interactive && (result.status === "needs_input" || result.status === "needs_approval")) {
    const reply = result.approval ? await askConsent(io) : await askLine(io, word(language, "prompt"));
    if (reply === undefined) return exitCodes.interrupted;
    result = await session.turn(reply, signal);
  }
  if (signal.aborted) return exitCodes.interrupted;
  if (result.status === "needs_approval")
    say(io, word(language, "approvalExit", { command: commandFor(io, words, result) }));
  return exitCodeOf(result);
};

const commandFor = ({ name }: Io, words: readonly string[], _result: TurnResult): string =>
  `${name} ask ${words.map((each) => (/^[\p{L}\p{N}_./-]+$/u.test(each) ? each : `'${each.replaceAll("'", "'\\''")}'`)).join(" ")}`;
