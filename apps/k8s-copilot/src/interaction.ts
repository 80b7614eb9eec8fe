import type { Approval, SendOptions, TurnResult } from "@k8s-copilot/k8s-crew";
import type { TerminalInput } from "./input/terminal-input.ts";
import type { Console } from "./output/console.ts";
import { approvalLines, holdsCall, tellApproval } from "./output/waiting.ts";
import type { Move, Turns } from "./turns.ts";
import { createSay, type Say } from "./words.ts";

/** What the conversation is told about an approval. Only `approve`, or the name that was typed, lets a call go. */
export const approvalValue = (word: string | undefined, effect: Approval["effect"]): string => {
  if (word === undefined || word === "" || word === "approve") return "deny";
  if (effect === "destructive") return word;
  return word.toLowerCase() === "yes" || word === "是" ? "approve" : "deny";
};

/**
 * What was typed instead of a word of consent, where it says more than no: another value, another wish. It goes to the
 * conversation as a message, which consents to nothing: no word of consent has a space, a digit or three characters.
 */
export const saidInstead = (word: string | undefined, effect: Approval["effect"]): string | undefined => {
  const text = word?.trim() ?? "";
  const saysMore = /\s/u.test(text) || /\p{Script=Han}.*\p{Script=Han}.*\p{Script=Han}/u.test(text);
  const isValue = effect !== "destructive" && /\d/u.test(text);
  return saysMore || isValue ? text : undefined;
};

type Way = {
  readonly console: Console;
  readonly say: Say;
  readonly options: SendOptions & { readonly signal: AbortSignal };
};

type Asking = Way & { readonly input: TerminalInput };

/** Runs a move; as often as the conversation waits for approval, the person is asked. */
export const runAsking = async (turns: Turns, move: Move, asking: Asking): Promise<TurnResult | undefined> =>
  askApprovals(turns, await turns.run(move, asking.options), asking);

/** Goes on from a result until it waits for no approval. */
export const askApprovals = async (
  turns: Turns,
  result: TurnResult | undefined,
  asking: Asking,
): Promise<TurnResult | undefined> => {
  let last = result;
  while (last !== undefined && last.approval !== null) {
    const { approval } = last;
    const word = await askApproval(approval, last, asking);
    const instead = saidInstead(word, approval.effect);
    const value = approvalValue(word, approval.effect);
    last = await turns.run(
      (conversation, given) =>
        instead === undefined
          ? conversation.answer({ id: approval.id, value }, given)
          : conversation.send(instead, given),
      asking.options,
    );
  }
  return last;
};

/** Runs a move where nobody can be asked: what waits for approval is refused, so that no later line can approve it. */
export const runRefusing = async (turns: Turns, move: Move, { options }: Way): Promise<TurnResult | undefined> => {
  const result = await turns.run(move, options);
  if (result === undefined || result.approval === null) return result;
  const { id } = result.approval;
  await turns.run((conversation, given) => conversation.answer({ id, value: "deny" }, given), options);
  return result;
};

/** Says, below what waited for approval, that it was refused. */
export const tellRefused = (approval: Approval, { answer, language }: TurnResult, console: Console): void => {
  const say = createSay(language);
  tellApproval(approval, answer, { console, say });
  console.note(say("approvalRefusedInPipe"));
};

/** Shows the exact call once and waits for the person's word. */
const askApproval = async (
  approval: Approval,
  { answer, language }: TurnResult,
  { input, console }: Asking,
): Promise<string | undefined> => {
  // The reply that led here may have been a number or a name, which has no language of its own.
  const say = createSay(language);
  console.status.clear();
  if (holdsCall(answer)) console.answer(answer);
  else for (const line of approvalLines(approval, say)) console.note(line);
  console.note(say(approval.effect === "destructive" ? "approveByName" : "approveByYes"));
  input.dropTypeAhead();
  return input.readApproval({ prompt: say("approvalPrompt"), ignored: say("approvalIgnoredInput") });
};
