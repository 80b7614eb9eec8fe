import type { Approval, TurnResult } from "@k8s-copilot/k8s-crew";
import { terminalSafe } from "@k8s-copilot/k8s-crew/terminal-safe";
import type { Say } from "../words.ts";
import { callInFull, effectWords } from "./call-text.ts";
import type { Console } from "./console.ts";

/** The exact call that waits for approval, every argument in full. */
export const approvalLines = ({ call, effect, from, to }: Approval, say: Say): readonly string[] => {
  const safe = (text: string) => terminalSafe(text, { unsafe: "drop" });
  return [
    say("approvalCall", { effect: say(effectWords[effect]), tool: safe(call.tool), server: safe(call.server) }),
    ...callInFull(call).map((line) => `  ${line}`),
    ...(to === null ? [] : [changeLine(from === null ? null : safe(from), safe(to), say)]),
  ];
};

/** What nobody could read is left out, not asked about. */
const changeLine = (from: string | null, to: string, say: Say): string =>
  from === null ? say("approvalChangeTo", { to }) : say("approvalChange", { from, to });

/** Below an answer that holds the exact call already, only what it waits for. */
export const tellApproval = (approval: Approval, answer: string, { console, say }: Telling): void => {
  console.note(console.err.bold(say("approvalNeeded")));
  if (!holdsCall(answer)) for (const line of approvalLines(approval, say)) console.note(line);
};

/** An answer stands for itself: it holds the exact call. */
export const holdsCall = (answer: string): boolean => answer.trim() !== "";

type Telling = { readonly console: Console; readonly say: Say };

/** Parameters that a flag can supply beforehand. */
const flagOf: Readonly<Record<string, string>> = {
  namespace: "--namespace",
  cluster: "--context",
  context: "--context",
};

export type WaitingWords = {
  readonly say: Say;
  /** The command with which a later process can answer. */
  readonly goOn?: string;
};

/** Where nobody can be asked: what was waited for, and how to supply it. */
export const tellWaiting = (
  { question, approval, answer }: TurnResult,
  console: Console,
  words: WaitingWords,
): void => {
  const { say, goOn } = words;
  if (question !== null) {
    const reply = question.choices.length > 0 ? "1" : "…";
    if (goOn !== undefined) console.note(say("answerByContinue", { goOn, reply }));
    const flag = flagOf[question.parameter];
    console.note(flag === undefined ? say("answerInTerminal") : say("answerByFlag", { flag }));
  }
  if (approval === null) return;
  tellApproval(approval, answer, { console, say });
  console.note(say("approvalInTerminal"));
};
