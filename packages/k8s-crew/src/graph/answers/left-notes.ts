import type { Language } from "../../output/output.ts";
import type { Plan } from "../../plan/types.ts";
import { say } from "../../words/conversation-words.ts";

/** What of the message was not done, and how to go on with it. */
export const leftNotes = ({
  plan,
  language,
}: {
  readonly plan: Plan | null;
  readonly language: Language;
}): readonly string[] =>
  (plan?.left ?? []).map(({ message, why, by }) =>
    by === "model" ? why : say(language, "notDone", { message, why: why === "" ? say(language, "notDoneNext") : why }),
  );

/** That a request came to nothing, and what else of its message did not. */
export const cancelledNote = (state: Parameters<typeof leftNotes>[0]): string =>
  [say(state.language, "cancelled"), ...leftNotes(state)].join("\n");
