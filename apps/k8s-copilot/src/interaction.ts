import type { Approval, SendOptions, TurnResult } from "@k8s-copilot/k8s-crew";
import type { Flags } from "./flags.ts";
import type { TerminalInput } from "./input/terminal-input.ts";
import type { Console } from "./output/console.ts";
import { tellWarnings } from "./output/result.ts";
import { approvalLines, holdsCall, tellApproval } from "./output/waiting.ts";
import type { Session } from "./session.ts";
import type { Move, Turns } from "./turns.ts";
import { createSay, type Say } from "./words.ts";

/**
 * What the conversation is told of a word typed at an approval. A word that agrees, or the name of what is affected,
 * answers for the call that was shown; nothing typed refuses; anything else is a message: a doubt, another value, another
 * wish, which the conversation reads and which lets nothing go.
 */
export const replyTo = (
  word: string | undefined,
  { effect, call }: Pick<Approval, "effect" | "call">,
  isGivenBy: Session["consent"]["isGivenBy"],
): { readonly kind: "answer"; readonly value: string } | { readonly kind: "message"; readonly text: string } => {
  const text = word?.trim() ?? "";
  if (text === "") return { kind: "answer", value: "deny" };
  if (effect !== "destructive")
    return isGivenBy(text) ? { kind: "answer", value: "approve" } : { kind: "message", text };
  return Object.values(call.args).includes(text) ? { kind: "answer", value: text } : { kind: "message", text };
};

type Way = {
  readonly console: Console;
  readonly flags: Flags;
  readonly say: Say;
  readonly options: SendOptions & { readonly signal: AbortSignal };
};

type Asking = Way & {
  readonly input: TerminalInput;
  readonly consent: Session["consent"];
  /** Whether a word ends the whole talk: what waits is refused, and nothing more is asked. */
  readonly leaves?: (word: string) => boolean;
};

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
    const isLeft = word !== undefined && asking.leaves?.(word) === true;
    const reply = replyTo(isLeft ? undefined : word, approval, asking.consent.isGivenBy);
    last = await turns.run(
      (conversation, given) =>
        reply.kind === "answer"
          ? conversation.answer({ id: approval.id, value: reply.value }, given)
          : conversation.send(reply.text, given),
      asking.options,
    );
    if (isLeft) return last;
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
  result: TurnResult,
  { input, console, flags, consent }: Asking,
): Promise<string | undefined> => {
  const { answer, language } = result;
  // The reply that led here may have been a number or a name, which has no language of its own.
  const say = createSay(language);
  console.status.clear();
  tellWarnings(result, { console, flags, say });
  if (holdsCall(answer)) console.answer(answer);
  else for (const line of approvalLines(approval, say)) console.note(line);
  const isDestructive = approval.effect === "destructive";
  console.note(
    isDestructive
      ? say("approveByName")
      : say("approveByWord", { word: consent.word[language], too: consent.too[language] }),
  );
  input.dropTypeAhead();
  return input.readApproval({ prompt: say("approvalPrompt"), ignored: say("approvalIgnoredInput") });
};
