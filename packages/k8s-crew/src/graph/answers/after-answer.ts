import { Command } from "@langchain/langgraph";
import type { Afterthought } from "../../language/index.ts";
import { listOf } from "../../words/fill.ts";
import { type GuidedWord, sayGuided } from "../../words/guided-words.ts";
import { nounOf } from "../../words/nouns.ts";
import { type Answered, freshRequest, type State } from "../state.ts";

/** “undo” asks for what was assumed; “more” goes on with a list that was cut. Undefined: it is about nothing. */
export const afterAnswer = (thought: Afterthought, state: State): Command | undefined => {
  const { answered } = state;
  if (answered === null) return undefined;
  return thought === "undo" ? undone(state) : further(state);
};

const undone = (state: State): Command => {
  const { answered } = state;
  const { message = "", assumed = [], changed = null } = answered ?? {};
  if (changed !== null) return told(state, "cannotUndo", { changed });
  if (assumed.length === 0) return told(state, "nothingAssumed");
  return withoutAssumed(state, { message, assumed });
};

/** The request once more, with what was assumed for it asked instead. */
export const withoutAssumed = (
  { language }: State,
  { message, assumed }: Pick<Answered, "message" | "assumed">,
): Command => {
  const kinds = [...new Set(assumed)].map((key) => nounOf(key, 1, language));
  const lead = sayGuided(language, "undone", { what: listOf(language, kinds) });
  const update = { ...freshRequest, message, byRules: true, doubted: assumed, listed: assumed, lead };
  return new Command({ goto: "planner", update });
};

/** Nothing but a list goes on; after anything else “go on” is a polite word. */
const further = (state: State): Command | undefined => {
  const { answered, last } = state;
  if (answered === null || (answered.next === null && last?.verb !== "list")) return undefined;
  if (answered.next === null) return told(state, "noMore");
  const update = { ...freshRequest, message: answered.message, byRules: true, skip: answered.next };
  return new Command({ goto: "planner", update });
};

const told = (state: State, word: GuidedWord, slots: { readonly changed?: string } = {}): Command => {
  const { language, nextSteps } = state;
  const answer = sayGuided(language, word, slots);
  return new Command({ goto: "report", update: { ...freshRequest, nextSteps, answer } });
};
