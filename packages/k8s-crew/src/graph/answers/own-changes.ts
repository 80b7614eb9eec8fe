import { sayDialogue } from "../../words/dialogue-words.ts";
import type { State } from "../state.ts";

/** What the assistant changed in this conversation, from what was sent and went well. */
export const ownChanges = ({ changes, language }: Pick<State, "changes" | "language">): string =>
  changes.length === 0
    ? sayDialogue(language, "changedNothing")
    : sayDialogue(language, "changedThese", {
        count: changes.length,
        changes: changes.map((change) => `  ${change}`).join("\n"),
      });
