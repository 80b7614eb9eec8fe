import { callKey } from "../../plan/source.ts";
import { formatAge } from "../../results/age.ts";
import { say } from "../../words/conversation-words.ts";
import type { Parts } from "../parts.ts";
import type { State } from "../state.ts";
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
    ...cacheNote(parts, state),
  ]
    .filter((part) => part !== "")
    .join("\n");

/** Younger than this, a kept result is as good as a new one, and its age is no news. Milliseconds. */
const newsAfterMs = 1_000;

/** How old the oldest kept result is that the answer rests on; what this very turn has read is not old. */
const cacheNote = (parts: Parts, { language, plan }: State): readonly string[] => {
  const { shelf, record } = parts.turn();
  const fresh = new Set(record.calls.filter(({ cached }) => !cached).map(callKey));
  const keys = new Set(
    shelf.surveys.length > 0
      ? record.calls.filter(({ resource }) => resource !== "cluster").map(callKey)
      : (plan?.steps ?? []).map(callKey),
  );
  const ages = [...keys].flatMap((key) => {
    const result = fresh.has(key) ? undefined : shelf.results.get(key);
    return result?.cached && result.ageMs >= newsAfterMs ? [result.ageMs] : [];
  });
  return ages.length === 0
    ? []
    : [say(language, "fromCache", { age: formatAge(Math.round(Math.max(...ages) / 1_000)) })];
};
