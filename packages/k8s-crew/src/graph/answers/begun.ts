import type { Parts } from "../parts.ts";
import type { State } from "../state.ts";
import type { Begun } from "../turn.ts";
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

/** The beginning of an answer whose explanation is yet to come. */
export const beginAnswer = (parts: Parts, state: State): string => {
  const begun = begunAt(parts, state, parts.settings.now());
  parts.turn().record.begun = begun;
  return textOf(begun);
};

/**
 * The answer but for what a model says of it: what was assumed, the facts, and how old they are. One that was begun goes on
 * from the very words that were told, as long as all its facts still hold.
 */
export const answerFacts = (parts: Parts, state: State): string => {
  const { begun } = parts.turn().record;
  const since = begun && begunAt(parts, state, begun.at);
  if (!since || !begun.facts.every((part) => since.facts.includes(part)))
    return textOf(begunAt(parts, state, parts.settings.now()));
  const isNew = (part: string) => !begun.facts.includes(part) && !begun.age.includes(part);
  return [textOf(begun), ...[...since.facts, ...since.age].filter(isNew)].filter((part) => part !== "").join("\n");
};

/** Ages are counted from one moment: they do not grow while a model thinks. */
const begunAt = (running: Parts, state: State, at: number): Begun => {
  const parts = { ...running, settings: { ...running.settings, now: () => at } };
  const facts = [
    ...sandboxNote(parts.settings, state.language),
    state.lead,
    ...parts.turn().record.notes,
    ...limitNotes(parts, state),
    state.answer === "" ? answerText(parts, state) : state.answer,
    ...leftNotes(state),
  ];
  return { at, facts: facts.filter((part) => part !== ""), age: ageNote(parts, state) };
};

const textOf = ({ facts, age }: Begun): string => [...facts, ...age].join("\n");
