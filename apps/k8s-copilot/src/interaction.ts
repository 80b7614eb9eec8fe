import type { Approval, SendOptions, TurnResult } from "@k8s-copilot/k8s-crew";
import type { TerminalInput } from "./input/terminal-input.ts";
import type { Console } from "./output/console.ts";
import { approvalLines, tellApproval } from "./output/waiting.ts";
import type { Move, Turns } from "./turns.ts";
import { createSay, type Say } from "./words.ts";

/** What the conversation is told about an approval. Only `approve`, or the name that was typed, lets a call go. */
export const approvalValue = (word: string | undefined, effect: Approval["effect"]): string => {
  if (word === undefined || word === "" || word === "approve") return "deny";
  if (effect === "destructive") return word;
  return word.toLowerCase() === "yes" || word === "是" ? "approve" : "deny";
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
    const { approval, answer } = last;
    if (answer.trim() !== "") asking.console.answer(answer);
    // The reply that led here may have been a number or a name, which has no language of its own.
    const value = await askApproval(approval, { ...asking, say: createSay(last.language) });
    last = await turns.run(
      (conversation, given) => conversation.answer({ id: approval.id, value }, given),
      asking.options,
    );
  }
  return last;
};

/** Runs a move where nobody can be asked: what waits for approval is refused, so that no later line can approve it. */
export const runRefusing = async (turns: Turns, move: Move, way: Way): Promise<TurnResult | undefined> => {
  const { console, options } = way;
  const result = await turns.run(move, options);
  if (result === undefined || result.approval === null) return result;
  const say = createSay(result.language);
  const { approval } = result;
  // An answer that stands for itself holds the call already.
  if (result.answer.trim() === "") tellApproval(approval, console, say);
  await turns.run((conversation, given) => conversation.answer({ id: approval.id, value: "deny" }, given), options);
  console.note(say("approvalRefusedInPipe"));
  return result;
};

/** Shows the exact call and waits for the person's word; comes back with what to tell the conversation. */
const askApproval = async (approval: Approval, { input, console, say }: Asking): Promise<string> => {
  console.status.clear();
  input.dropTypeAhead();
  for (const line of approvalLines(approval, say)) console.note(line);
  const word = await input.readApproval(say(approval.effect === "destructive" ? "approveByName" : "approveByYes"));
  const value = approvalValue(word, approval.effect);
  if (value === "deny") console.note(say("approvalRefused"));
  return value;
};
