import type { Parts } from "../parts.ts";
import type { State } from "../state.ts";
import { ageNote } from "./age-note.ts";
import { answerText } from "./answer.ts";
import { leftNotes } from "./left-notes.ts";
import { partialNotes } from "./partial-notes.ts";
import { sandboxNote } from "./sandbox-note.ts";
import { unmetNotes } from "./unmet.ts";

/** What the answer cannot hold, though it was asked for. */
export const limitNotes = (parts: Parts, state: State): readonly string[] => [
  ...unmetNotes(parts, state),
  ...partialNotes(parts, state),
];

/** The answer but for what a model says of it: what was assumed, the facts, and how old they are. */
export const answerBegun = (parts: Parts, state: State): string =>
  [
    ...sandboxNote(parts.settings, state.language),
    state.lead,
    ...parts.turn().record.notes,
    ...limitNotes(parts, state),
    state.answer === "" ? answerText(parts, state) : state.answer,
    ...leftNotes(state),
    ...ageNote(parts, state),
  ]
    .filter((part) => part !== "")
    .join("\n");
